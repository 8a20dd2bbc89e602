namespace UltimateCopilot.Tests.Lsp.Fixture;

/// <summary>Small texts with and without mistakes.</summary>
internal static class Samples
{
    public const string GoodJson = """{ "a": [1, 2] }""";

    public const string BadJson = """{ "a": [1, 2 }""";

    public const string GoodPython = "def f(a, b=1):\n    return a\n";

    /// <summary>Only Python itself sees that this is wrong.</summary>
    public const string BadForPythonAlone = "mark = \"\\N{no such character}\"\n";

    public static readonly object SyntaxOff = new { syntax = new { enable = false } };
}
