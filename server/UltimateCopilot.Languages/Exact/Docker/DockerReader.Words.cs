using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Exact.Docker;

/// <summary>Words, quotes, variables and JSON arrays.</summary>
internal sealed partial class DockerReader
{
    private int SkipBlanks(int at)
    {
        while (at < _line.Length && char.IsWhiteSpace(_line.Text[at]))
        {
            at++;
        }

        return at;
    }

    private int EndOfWord(int at)
    {
        while (at < _line.Length && !char.IsWhiteSpace(_line.Text[at]))
        {
            at++;
        }

        return at;
    }

    private int CountWords(int at)
    {
        var count = 0;
        for (at = SkipBlanks(at); at < _line.Length; at = SkipBlanks(EndOfWord(at)))
        {
            count++;
        }

        return count;
    }

    /// <summary>Behind a word in which quotes and the escape character count; tells an unclosed quote, and answers with -1.</summary>
    private int EndOfQuotedWord(int at)
    {
        var text = _line.Text;
        var quote = -1;
        var suspect = -1; // a quote that is closed by one on a later line, right behind '=', so by one that opens a string
        for (; at < text.Length; at++)
        {
            var unit = text[at];
            if (unit == _escape && !(quote >= 0 && text[quote] == '\''))
            {
                at++;
            }
            else if (quote >= 0 && unit == text[quote])
            {
                suspect = suspect < 0 && text[at - 1] == '=' && _line.EndOfPiece(quote) < at ? quote : suspect;
                quote = -1;
            }
            else if (quote < 0 && unit is '"' or '\'')
            {
                quote = at;
            }
            else if (quote < 0 && char.IsWhiteSpace(unit))
            {
                return at;
            }
        }

        if (quote >= 0 && suspect >= 0)
        {
            quote = suspect;
        }

        if (quote < 0)
        {
            return text.Length;
        }

        AddAt(FindingCodes.UnclosedString, quote, _line.EndOfPiece(quote), $"this string is never closed: expected {(text[quote] == '"' ? "'\"'" : "\"'\"")}");
        return -1;
    }

    private void JudgePairs(DockerInstruction instruction, int start)
    {
        var end = EndOfQuotedWord(start);
        if (end < 0)
        {
            return;
        }

        if (_line.Text[start..end].IndexOf('=') < 0)
        {
            if (SkipBlanks(end) == _line.Length)
            {
                AddMissing(end, $"expected '=' and a value after {Quote(start, end)}");
                return;
            }

            JudgeReplacements(end); // the old form: a name and one value
            return;
        }

        for (var at = start; at < _line.Length; at = SkipBlanks(end))
        {
            end = EndOfQuotedWord(at);
            if (end < 0)
            {
                return;
            }

            var equals = _line.Text[at..end].IndexOf('=');
            if (equals < 0)
            {
                AddAt(FindingCodes.MissingToken, at, end, $"expected '=' after {Quote(at, end)}: a value with blanks stands in quotes");
                return;
            }

            if (equals == 0)
            {
                AddAt(FindingCodes.MissingToken, at, at + 1, $"expected a name before '=' after '{instruction.Name}'");
                return;
            }
        }

        JudgeVariables(start);
    }

    private void JudgeNames(int start)
    {
        for (var at = start; at < _line.Length;)
        {
            var end = EndOfQuotedWord(at);
            if (end < 0)
            {
                return;
            }

            if (_line.Text[at] == '=')
            {
                AddAt(FindingCodes.MissingToken, at, at + 1, "expected a name before '='");
                return;
            }

            at = SkipBlanks(end);
        }

        JudgeVariables(start);
    }

    /// <summary>Quotes and variables of arguments that Docker itself replaces.</summary>
    private void JudgeReplacements(int start)
    {
        for (var at = SkipBlanks(start); at < _line.Length; at = SkipBlanks(at))
        {
            at = EndOfQuotedWord(at);
            if (at < 0)
            {
                return;
            }
        }

        JudgeVariables(start);
    }

    /// <summary>Each '${' has its '}'.</summary>
    private void JudgeVariables(int start)
    {
        var text = _line.Text;
        var open = 0;
        var opener = -1;
        var isRaw = false;
        for (var at = start; at < text.Length; at++)
        {
            var unit = text[at];
            if (unit == _escape && !isRaw)
            {
                at++;
            }
            else if (unit == '\'' && open == 0)
            {
                isRaw = !isRaw;
            }
            else if (unit == '$' && !isRaw && at + 1 < text.Length && text[at + 1] == '{')
            {
                opener = open++ == 0 ? at : opener;
                at++;
            }
            else if (unit == '}' && open > 0)
            {
                open--;
            }
        }

        if (open > 0)
        {
            AddAt(FindingCodes.UnclosedBracket, opener, Math.Min(EndOfWord(opener), _line.EndOfPiece(opener)), "'${' is never closed: expected '}'");
        }
    }

    /// <summary>Whether the arguments are a JSON array of strings.</summary>
    private bool IsArray(int start) => start < _line.Length && _line.Text[start] == '[' && DockerArray.Judge(_line.Text[start..]) == DockerArrayKind.Strings;

    /// <summary>
    /// A JSON array of strings, or anything else. What looks like an array and is none is run by a shell, and fails there. False where
    /// something was told.
    /// </summary>
    private bool JudgeArray(int start, bool isRequired)
    {
        if (start == _line.Length || (_line.Text[start] != '[' && !isRequired))
        {
            return true;
        }

        switch (DockerArray.Judge(_line.Text[start..]))
        {
            case DockerArrayKind.Strings:
                return true;
            case DockerArrayKind.Values:
                AddAt(FindingCodes.UnexpectedToken, start, _line.EndOfPiece(start), "an array of arguments holds only strings in double quotes");
                return false;
            case DockerArrayKind.None when isRequired:
                AddAt(FindingCodes.UnexpectedToken, start, _line.EndOfPiece(start), "expected a JSON array of strings, as in [\"/bin/sh\", \"-c\"]");
                return false;
            default:
                if (!LooksLikeArray(start))
                {
                    return true;
                }

                var from = _line.SourceOf(start);
                Add(FindingCodes.UnexpectedToken, from, from + 1, "this is no JSON array of strings, so it is taken as plain text: look for a missing quote, comma or bracket", Severity.Warning);
                return false;
        }
    }

    /// <summary>Whether a bracket is followed by a quote at once, which a test of a shell is not.</summary>
    private bool LooksLikeArray(int start) => start + 1 < _line.Length && _line.Text[start + 1] is '"' or '\'';
}
