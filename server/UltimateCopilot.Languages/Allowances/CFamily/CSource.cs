namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>A text of C or C++ with its tokens.</summary>
internal sealed class CSource
{
    /// <summary>Behind all tokens.</summary>
    public const int NoToken = int.MaxValue / 2;

    /// <summary>So many parentheses open at once were left open.</summary>
    private const int DeepestCall = 200;

    private readonly ArraySegment<char> _units;

    /// <summary>Of each opening parenthesis the one that closes it, else 0.</summary>
    private readonly int[] _closers;

    /// <param name="units">The text; it must stay as it is as long as this is used.</param>
    public CSource(ArraySegment<char> units)
    {
        _units = units;
        Tokens = CLexer.Run(units);
        Groups = ConditionalGroup.Find(this);
        _closers = new int[Tokens.Count];
        var open = new Stack<int>();
        for (var i = 0; i < Tokens.Count; i++)
        {
            switch (SignOf(i))
            {
                case '(':
                    open.Push(i);
                    break;
                case ')' when open.TryPop(out var opener):
                    _closers[opener] = i;
                    break;
                case '{' or '}' or ';' when open.Count > DeepestCall:
                    open.Clear();
                    break;
                default:
                    break;
            }
        }
    }

    public IReadOnlyList<CToken> Tokens { get; }

    /// <summary>The groups of conditional directives by the token of their first one.</summary>
    public IReadOnlyDictionary<int, ConditionalGroup> Groups { get; }

    public ReadOnlySpan<char> Units => _units;

    /// <summary>A token's text; empty where there is no such token.</summary>
    public ReadOnlySpan<char> TextOf(int token) =>
        token >= 0 && token < Tokens.Count ? _units.AsSpan(Tokens[token].Start, Tokens[token].End - Tokens[token].Start) : [];

    public bool IsWord(int token) => token >= 0 && token < Tokens.Count && Tokens[token].Kind == CTokenKind.Word;

    public bool Is(int token, string word) => TextOf(token).SequenceEqual(word);

    /// <summary>The character of a sign; NUL where the token is none, or there is no such token.</summary>
    public char SignOf(int token) => token >= 0 && token < Tokens.Count && Tokens[token].Kind == CTokenKind.Sign ? _units[Tokens[token].Start] : '\0';

    public bool IsQuoted(int token) => token >= 0 && token < Tokens.Count && Tokens[token].Kind == CTokenKind.Quoted;

    /// <summary>The parenthesis that closes one; <see cref="NoToken"/> where there is none.</summary>
    public int CloseOf(int open) => open < Tokens.Count && _closers[open] > 0 ? _closers[open] : NoToken;

    /// <summary>Blanks at the start of a token's line.</summary>
    public int IndentOf(int token)
    {
        var start = Tokens[token].Start - ColumnOf(token);
        var at = start;
        while (_units[at] is ' ' or '\t')
        {
            at++;
        }

        return at - start;
    }

    /// <summary>Whether a string has its second quote.</summary>
    public bool IsClosed(int quoted)
    {
        var text = TextOf(quoted);
        var content = text[..^1];
        return text[^1] is '"' or '\'' && content.Contains(text[^1]) && (content.Length - content.TrimEnd('\\').Length) % 2 == 0;
    }

    /// <summary>Whether only blanks stand before a token on its line.</summary>
    public bool IsFirstOnLine(int token)
    {
        var at = Tokens[token].Start - 1;
        while (at >= 0 && _units[at] is ' ' or '\t')
        {
            at--;
        }

        return at < 0 || _units[at] is '\n' or '\r';
    }

    /// <summary>Units between a token's line start and it.</summary>
    public int ColumnOf(int token) => Tokens[token].Start - 1 - Units[..Tokens[token].Start].LastIndexOfAny('\n', '\r');

    public bool IsDirective(int token) => Tokens[token].Kind == CTokenKind.Directive;

    /// <summary>The name of a directive, such as <c>ifdef</c>; empty for the null directive.</summary>
    public ReadOnlySpan<char> DirectiveOf(int token)
    {
        var content = TextOf(token)[1..].TrimStart(" \t");
        var end = 0;
        while (end < content.Length && char.IsAsciiLetterOrDigit(content[end]) || end < content.Length && content[end] == '_')
        {
            end++;
        }

        return content[..end];
    }
}
