using System.Collections.Frozen;

namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>Which words of a text may be macros: by their looks, because the text defines them, and by how it uses them elsewhere.</summary>
internal sealed class CWords
{
    /// <summary>C23 6.4.1 and C++23 [lex.key], without those with an underscore in front: grammars know some of them only in some places.</summary>
    private static readonly FrozenSet<string> Keywords = FrozenSet.ToFrozenSet(
        ("alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t char8_t class co_await co_return co_yield compl concept const "
        + "const_cast consteval constexpr constinit continue decltype default delete do double dynamic_cast else enum explicit export extern false final float for friend goto "
        + "if inline int long mutable namespace new noexcept not not_eq nullptr operator or or_eq override private protected public register reinterpret_cast requires "
        + "restrict return short signed sizeof static static_assert static_cast struct switch template this thread_local throw true try typedef typeid typename typeof union "
        + "unsigned using virtual void volatile wchar_t while xor xor_eq NULL").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Macros of lower case that many projects share.</summary>
    private static readonly FrozenSet<string> Families = FrozenSet.ToFrozenSet(
        ["signals", "slots", "emit", "foreach", "forever", "noinline", "asmlinkage", "likely", "unlikely"], StringComparer.Ordinal);

    private readonly HashSet<string> _defined = new(StringComparer.Ordinal);
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);

    public CWords(CSource source)
    {
        for (var i = 0; i < source.Tokens.Count; i++)
        {
            if (source.IsDirective(i) && source.DirectiveOf(i) is "define")
            {
                var content = source.TextOf(i);
                var name = content[(content.IndexOf("define") + "define".Length)..].TrimStart();
                var end = 0;
                while (end < name.Length && (char.IsAsciiLetterOrDigit(name[end]) || name[end] == '_'))
                {
                    end++;
                }

                _defined.Add(name[..end].ToString());
            }
        }

        for (var i = 0; i < source.Tokens.Count; i++)
        {
            if (source.IsWord(i) && IsMacro(source.TextOf(i)))
            {
                Learn(source, i);
            }
        }
    }

    public static bool IsKeyword(ReadOnlySpan<char> word) => Keywords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    public static bool IsCapital(ReadOnlySpan<char> word) => !word.ContainsAnyInRange('a', 'z') && word.ContainsAnyInRange('A', 'Z');

    public static bool IsType(ReadOnlySpan<char> word) => word is "int" or "char" or "void" or "unsigned" or "signed" or "long" or "short" or "float" or "double" or "bool"
        or "struct" or "union" or "enum" or "const" or "volatile" or "auto" or "typename" or "class";

    /// <summary>Whether a word is a macro by its looks, or because the text defines it.</summary>
    public bool IsMacro(ReadOnlySpan<char> word) =>
        word.Length > 0 && !IsKeyword(word)
        && ((word.Length > 1 && IsCapital(word)) || (word.StartsWith("__") && word.Length > 3) || IsFormat(word) || Families.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)
            || _defined.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || (word.Length > 1 && word[0] == '_' && char.IsAsciiLetterUpper(word[1])));

    /// <summary>Whether the text uses the word as a value somewhere, so that it stands for more than nothing.</summary>
    public bool IsValue(string word) => _values.Contains(word);

    /// <summary>Whether the text calls the word somewhere as one calls a function.</summary>
    public bool IsFunction(string word) => _functions.Contains(word);

    /// <summary>The macros of <c>inttypes.h</c> (C23 7.8.1).</summary>
    private static bool IsFormat(ReadOnlySpan<char> word) => word.Length > 4 && (word.StartsWith("PRI") || word.StartsWith("SCN")) && "diouxX".Contains(word[3]);

    private void Learn(CSource source, int token)
    {
        var before = source.SignOf(token - 1);
        var isOperand = before is '=' or '(' or ',' or '[' or '+' or '-' or '*' or '/' or '%' or '&' or '|' or '^' or '<' or '>' or '!' or '~' or '?' or ':'
            || source.TextOf(token - 1) is "return" or "case";
        if (source.SignOf(token + 1) != '(')
        {
            if (isOperand && source.SignOf(token + 1) is ')' or ',' or ';' or ']' or '+' or '-' or '/' or '%' or '|' or '^' or '?' or ':' or '=' or '.')
            {
                _values.Add(source.TextOf(token).ToString());
            }

            return;
        }

        var isStatement = token == 0 || before is ';' or '{' or '}' or ')' || source.IsDirective(token - 1);
        if ((isOperand || isStatement) && source.SignOf(source.CloseOf(token + 1) + 1) is ';' or ',' or ')' or ']' or '+' or '-' or '*' or '/' or '%' or '&' or '|' or '<' or '>' or '=' or '?' or '.')
        {
            _functions.Add(source.TextOf(token).ToString());
        }
    }
}
