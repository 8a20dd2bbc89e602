using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Toml;

/// <summary>Values without parts: strings, numbers, dates, and the words among them.</summary>
internal sealed partial class TomlReader
{
    private static readonly string[] Words = ["true", "false", "inf", "nan"];

    private bool ReadScalar()
    {
        switch (Peek())
        {
            case '"' or '\'' when Peek(1) == Peek() && Peek(2) == Peek():
                return ReadLongString();
            case '"' or '\'':
                return ReadString(out _);
            case '\n' or '\r' or '#':
            case '\0' when _at == _text.Count:
                if (_open.Count > 0)
                {
                    return AddUnclosed();
                }

                var end = Text[.._at].TrimEnd(" \t").Length;
                Add(FindingCodes.MissingToken, end - 1, end, "expected a value after '='");
                return false;
            default:
                return ReadWord();
        }
    }

    private bool ReadWord()
    {
        var start = _at;
        while (IsBare(Peek()) || Peek() is '+' or '.' or ':')
        {
            _at++;
        }

        // A date and a time may have a blank between them.
        if (Peek() == ' ' && _at - start == "1979-05-27".Length && _text[start + 4] == '-' && char.IsAsciiDigit(Peek(1)) && char.IsAsciiDigit(Peek(2)) && Peek(3) == ':')
        {
            _at++;
            while (IsBare(Peek()) || Peek() is '+' or '.' or ':')
            {
                _at++;
            }
        }

        var word = Text[start.._at];
        if (word.IsEmpty)
        {
            return _open.Count > 0 && Peek() is ',' ? AddUnexpected("a value") : Peek() is '}' or ')' && _open.Count > 0 ? AddMismatch() : AddUnexpected("a value");
        }

        if (TomlScalar.IsValid(word))
        {
            return true;
        }

        if (TomlScalar.IsTimeWithoutSeconds(word))
        {
            AddNew(start, _at, "a time without seconds");
            return true;
        }

        AddInvalid(start);
        return false;
    }

    private void AddInvalid(int start)
    {
        var span = new TextSpan(start, _at);
        var word = source.ToString(span);
        var quote = Wording.Quote(source, span);
        var (code, message) = word switch
        {
            _ when Misspelling.KeywordNear(word.ToLowerInvariant(), Words) is { } near => (FindingCodes.UnexpectedToken, $"{quote} is no value: was '{near}' meant?"),
            _ when Array.Find(Words, known => known.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } known => (FindingCodes.InvalidLiteral, $"{quote} is written '{known}'"),
            _ when TomlScalar.LooksLikeDate(word) => (FindingCodes.InvalidLiteral, $"{quote} is no date or time"),
            _ when word.Length > 1 && word[0] == '0' && char.IsAsciiDigit(word[1]) => (FindingCodes.InvalidLiteral, "a number does not start with a zero"),
            _ when char.IsAsciiDigit(word[0]) || (word.Length > 1 && word[0] is '+' or '-' or '.' && char.IsAsciiDigit(word[1])) => (FindingCodes.InvalidLiteral, $"{quote} is no number"),
            _ => (FindingCodes.UnexpectedToken, $"{quote} is no value: strings stand in quotes"),
        };
        Add(code, start, _at, message);
    }
}
