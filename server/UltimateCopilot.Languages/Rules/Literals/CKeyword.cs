using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Rules.Literals;

/// <summary>
/// Words of C and C++ that are keywords with a typing error. The grammar takes <c>retrun x;</c> for a declaration and <c>strcut a { }</c> for a
/// function.
/// </summary>
internal static class CKeyword
{
    private static readonly string[] Keywords =
    [
        "break", "case", "catch", "class", "const", "continue", "default", "do", "else", "enum", "extern", "for", "goto", "if", "inline", "namespace", "private", "protected",
        "public", "return", "sizeof", "static", "struct", "switch", "template", "throw", "try", "typedef", "typename", "union", "unsigned", "using", "virtual", "void", "volatile", "while",
    ];

    private static readonly string[] Directives =
        ["define", "elif", "elifdef", "elifndef", "else", "endif", "error", "if", "ifdef", "ifndef", "include", "include_next", "line", "pragma", "undef", "warning"];

    /// <summary>Directives of other compilers and of standards to come.</summary>
    private static readonly string[] Other = ["assert", "embed", "ident", "import", "sccs", "unassert", "using", "region", "endregion"];

    /// <summary>What may stand before parentheses and a block.</summary>
    private static readonly string[] Heads = ["catch", "for", "if", "switch", "while"];

    /// <summary>Where a keyword must stand: any slip of the fingers.</summary>
    public static string? CheckAnySlip(ReadOnlySpan<char> word, out TextSpan at) => CheckAnySlip(word, Keywords, out at);

    /// <summary>Where a block follows in parentheses: any slip in one of the keywords that such a block has.</summary>
    public static string? CheckHead(ReadOnlySpan<char> word, out TextSpan at) => CheckAnySlip(word, Heads, out at);

    /// <summary>Where a name may stand too: two letters swapped, which makes no name.</summary>
    public static string? CheckSwap(ReadOnlySpan<char> word, out TextSpan at)
    {
        at = new TextSpan(0, word.Length);
        var written = word.ToString();
        return Array.Find(Keywords, keyword => IsSwapped(written, keyword)) is { } meant ? $"unexpected '{written}': was '{meant}' meant?" : null;
    }

    /// <summary>The name of a directive, with its '#'.</summary>
    public static string? CheckDirective(ReadOnlySpan<char> directive, out TextSpan at)
    {
        at = new TextSpan(0, directive.Length);
        var name = directive[1..].Trim().ToString();
        if (name is "endif" or "else" or "elif")
        {
            return $"'#{name}' has no '#if'";
        }

        if (name.Length == 0 || Directives.Contains(name) || Other.Contains(name))
        {
            return null;
        }

        return Misspelling.KeywordNear(name, Directives) is { } meant ? $"unknown directive '#{name}': was '#{meant}' meant?" : $"unknown directive '#{name}'";
    }

    private static string? CheckAnySlip(ReadOnlySpan<char> word, string[] keywords, out TextSpan at)
    {
        at = new TextSpan(0, word.Length);
        var written = word.ToString();
        var meant = Misspelling.KeywordNear(written, keywords) ?? Array.Find(keywords, keyword => keyword.Length <= 3 && (IsSwapped(written, keyword) || IsDoubled(written, keyword)));
        return meant is null ? null : $"unexpected '{written}': was '{meant}' meant?";
    }

    private static bool IsSwapped(string word, string keyword)
    {
        var same = word.AsSpan().CommonPrefixLength(keyword);
        return word.Length == keyword.Length && same < word.Length - 1 && word[same] == keyword[same + 1] && word[same + 1] == keyword[same]
            && word.AsSpan(same + 2).SequenceEqual(keyword.AsSpan(same + 2));
    }

    private static bool IsDoubled(string word, string keyword)
    {
        var same = word.AsSpan().CommonPrefixLength(keyword);
        return word.Length == keyword.Length + 1 && same > 0 && word[same] == word[same - 1] && word.AsSpan(same + 1).SequenceEqual(keyword.AsSpan(same));
    }
}
