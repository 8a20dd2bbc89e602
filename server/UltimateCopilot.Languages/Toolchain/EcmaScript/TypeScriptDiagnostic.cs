namespace UltimateCopilot.Languages.Toolchain.EcmaScript;

/// <summary>One line of the compiler's report about our file. Line and column count from 1, columns in UTF-16 units.</summary>
internal sealed record TypeScriptDiagnostic(int Line, int Column, int Code, string Message)
{
    /// <summary>Whether the text is TypeScript, or Flow, in a file that says it is JavaScript.</summary>
    public bool IsTypeInJavaScript => Code is >= 8000 and < 9000;
}
