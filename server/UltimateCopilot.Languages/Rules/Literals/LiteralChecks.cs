namespace UltimateCopilot.Languages.Rules.Literals;

/// <summary>The checks of literals that <c>checks.scm</c> may name.</summary>
internal static class LiteralChecks
{
    /// <exception cref="FormatException">There is none of that name.</exception>
    public static LiteralCheck Find(string name) => name switch
    {
        "c-directive" => CKeyword.CheckDirective,
        "c-head" => CKeyword.CheckHead,
        "c-keyword" => CKeyword.CheckAnySlip,
        "c-keyword-swapped" => CKeyword.CheckSwap,
        "javascript-name" => EcmaName.Check,
        "javascript-regex" => EcmaRegex.Check,
        "python-bytes" => PythonEscapes.CheckBytes,
        "python-text" => PythonEscapes.CheckText,
        _ => throw new FormatException($"The checks name the check '{name}', which is not known here."),
    };
}
