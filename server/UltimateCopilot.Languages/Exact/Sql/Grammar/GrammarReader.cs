namespace UltimateCopilot.Languages.Exact.Sql.Grammar;

/// <summary>
/// Reads rules in the notation of the manuals' synopses: capitals are keywords, marks stand in quotes, <c>[x]</c> is optional, <c>(x | y)</c>
/// takes the first that fits, <c>x*</c> and <c>x+</c> repeat, <c>x % ","</c> is a list, <c>&amp;x</c> and <c>!x</c> look ahead, and
/// <c>{mo}</c> limits an alternative to the dialects with these letters. A rule begins at the start of a line.
/// </summary>
internal sealed class GrammarReader
{
    private readonly List<(string Text, bool StartsLine)> _lexemes = [];
    private readonly ISet<string> _keywords;
    private int _at;

    private GrammarReader(string text, ISet<string> keywords)
    {
        _keywords = keywords;
        foreach (var line in text.Split('\n'))
        {
            Cut(line);
        }
    }

    /// <summary>The rules of <paramref name="text"/> by their names.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keywords">Takes up the keywords met on the way.</param>
    public static IEnumerable<KeyValuePair<string, GrammarNode>> Read(string text, ISet<string> keywords)
    {
        var reader = new GrammarReader(text, keywords);
        while (reader._at < reader._lexemes.Count)
        {
            var name = reader.Take();
            reader.Expect("=");
            yield return new(name, reader.ReadChoice());
        }
    }

    private void Cut(string line)
    {
        var startsLine = true;
        for (var at = 0; at < line.Length && line[at] != '#'; startsLine = false)
        {
            var start = at++;
            if (char.IsAsciiLetter(line[start]) || line[start] == '_')
            {
                while (at < line.Length && (char.IsAsciiLetterOrDigit(line[at]) || line[at] == '_'))
                {
                    at++;
                }
            }
            else if (line[start] is '"' or '{')
            {
                at = line.IndexOf(line[start] == '"' ? '"' : '}', at) + 1;
            }
            else if (char.IsWhiteSpace(line[start]))
            {
                continue;
            }

            _lexemes.Add((line[start..at], startsLine));
        }
    }

    private bool HasMore => _at < _lexemes.Count && !_lexemes[_at].StartsLine;

    private string Next => HasMore ? _lexemes[_at].Text : string.Empty;

    private string Take() => _at < _lexemes.Count ? _lexemes[_at++].Text : throw new FormatException("A rule of the grammar ends too soon.");

    private void Expect(string text)
    {
        if (Take() is var found && found != text)
        {
            throw new FormatException($"Expected '{text}' in a rule of the grammar, found '{found}' after '{string.Join(' ', _lexemes.Skip(_at - 8).Take(7).Select(static one => one.Text))}'.");
        }
    }

    private GrammarNode ReadChoice()
    {
        var alternatives = new List<GrammarNode> { ReadAlternative() };
        while (Next == "|")
        {
            Take();
            alternatives.Add(ReadAlternative());
        }

        return alternatives.Count == 1 ? alternatives[0] : new GrammarNode.Choice(alternatives);
    }

    private GrammarNode ReadAlternative()
    {
        var guard = Next.StartsWith('{') ? Take()[1..^1] : null;
        var items = new List<GrammarNode>();
        while (HasMore && Next is not ("|" or ")" or "]"))
        {
            items.Add(ReadTerm());
        }

        var node = items.Count == 1 ? items[0] : new GrammarNode.Sequence(items);
        return guard is null ? node : new GrammarNode.Guarded(guard, node);
    }

    private GrammarNode ReadTerm()
    {
        if (Next is "&" or "!")
        {
            return new GrammarNode.Look(Inner: null!, Absent: Take() == "!") with { Inner = ReadPrimary() };
        }

        var node = ReadPrimary();
        while (Next is "*" or "+" or "%")
        {
            node = Take() switch
            {
                "*" => new GrammarNode.Repeated(node, AtLeastOnce: false),
                "+" => new GrammarNode.Repeated(node, AtLeastOnce: true),
                _ => new GrammarNode.Separated(node, ReadPrimary()),
            };
        }

        return node;
    }

    private GrammarNode ReadPrimary()
    {
        var lexeme = Take();
        switch (lexeme[0])
        {
            case '(':
                var group = ReadChoice();
                Expect(")");
                return group;
            case '[':
                var optional = new GrammarNode.Optional(ReadChoice());
                Expect("]");
                return optional;
            case '"':
                return new GrammarNode.Token(lexeme[1..^1]);
            case >= 'A' and <= 'Z':
                _keywords.Add(lexeme);
                return new GrammarNode.Token(lexeme);
            case >= 'a' and <= 'z':
                return new GrammarNode.Reference(lexeme);
            default:
                throw new FormatException($"'{lexeme}' does not belong in a rule of the grammar.");
        }
    }
}
