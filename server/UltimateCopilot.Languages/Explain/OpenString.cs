using System.Buffers;
using System.Collections.Concurrent;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Explain;

/// <summary>
/// Finds the first string that is not closed, by its line where it is a plain one, in a language whose plain strings end with their line. A parser takes the quote of the
/// next string for its end, and stumbles only there, or further down. Reads a text once, in time proportional to its length.
/// </summary>
internal sealed class OpenString
{
    /// <summary>Values in a string, one in the other, are not followed deeper than this.</summary>
    private const int DeepestValue = 20;

    /// <summary>The longest character constant, <c>'\U0001F600'</c>.</summary>
    private const int LongestCharacter = 12;

    private const int LongestName = 200;

    private static readonly ConcurrentDictionary<LanguageDefinition, SearchValues<char>> Signs = new(ReferenceEqualityComparer.Instance);

    private readonly string _text;
    private readonly LanguageDefinition _language;

    /// <summary>All that a string or a comment can start with, and brackets.</summary>
    private readonly SearchValues<char> _signs;

    /// <summary>What starts a value within a string; null where there is no such thing.</summary>
    private readonly string? _value;

    private int _at;
    private int _depth;

    private OpenString(string text, LanguageDefinition language)
    {
        (_text, _language) = (text, language);
        _signs = Signs.GetOrAdd(language, static language => SearchValues.Create(
            ['"', '#', '\'', '`', '(', '{', ')', '}', '\n', '\r', .. language.BlockComments.Select(static comment => comment.Open[0]), .. language.LineComment ?? string.Empty]));
        _value = language.LineStrings!.Value;
    }

    /// <summary>Offset of its quote within <paramref name="extent"/>; -1 where there is none, or the language has no such strings.</summary>
    public static int Find(SourceText text, TextSpan extent, LanguageDefinition language) =>
        language.LineStrings is not null && new OpenString(text.ToString(extent), language).ReadCode(closer: '\0') is >= 0 and var found ? extent.Start + found : -1;

    /// <summary>Reads up to the bracket that ends a value, or to the end of the text.</summary>
    /// <returns>The first open string's offset, or -1.</returns>
    private int ReadCode(char closer)
    {
        var depth = 0;
        while (_text.AsSpan(Math.Min(_at, _text.Length)).IndexOfAny(_signs) is >= 0 and var plain)
        {
            _at += plain;
            var unit = _text[_at];
            if (SkipComment())
            {
                continue;
            }

            if (closer != '\0' && unit is '\n' or '\r')
            {
                return -1; // the string's line has ended
            }

            if (unit == '"' || (unit == '#' && IsRawStart()))
            {
                if (ReadString() is >= 0 and var open)
                {
                    return open;
                }

                continue;
            }

            if (unit is '\'' or '`')
            {
                SkipCharacter(unit);
                continue;
            }

            depth += unit is '(' or '{' ? 1 : unit is ')' or '}' ? -1 : 0;
            _at++;
            if (closer != '\0' && unit == closer && depth < 0)
            {
                return -1;
            }
        }

        return -1;
    }

    private bool SkipComment()
    {
        if (_language.HasPreprocessor && _text[_at] == '#' && (StartsWith("#error") || StartsWith("#warning")))
        {
            SkipTo("\n");
            return true;
        }

        if (_language.LineComment is { } line && StartsWith(line))
        {
            SkipTo("\n");
            return true;
        }

        foreach (var (open, close) in _language.BlockComments)
        {
            if (StartsWith(open))
            {
                SkipBlockComment(open, close);
                return true;
            }
        }

        return false;
    }

    /// <summary>Where values stand in strings, comments nest too.</summary>
    private void SkipBlockComment(string open, string close)
    {
        var depth = 1;
        for (_at += open.Length; _at < _text.Length && depth > 0;)
        {
            var isOpen = _value is not null && StartsWith(open);
            var isClose = !isOpen && StartsWith(close);
            depth += isOpen ? 1 : isClose ? -1 : 0;
            _at += isOpen ? open.Length : isClose ? close.Length : 1;
        }
    }

    /// <summary>A string with its own marks, as in <c>#"a"#</c>.</summary>
    private bool IsRawStart()
    {
        const int MostMarks = 8;
        var at = _at;
        while (at < _text.Length && _text[at] == '#' && at - _at < MostMarks)
        {
            at++;
        }

        return _value is not null && at < _text.Length && _text[at] == '"';
    }

    private int ReadString()
    {
        var start = _at;
        while (_text[_at] == '#')
        {
            _at++;
        }

        var marks = _text[start.._at];
        if (StartsWith("\"\"\"") && _value is not null)
        {
            _at += 3;
            return SkipBehind("\"\"\"" + marks) ? -1 : start;
        }

        const int LongestDelimiter = 16; // C++23 [lex.string]
        var head = _text.AsSpan(_at, Math.Min(LongestDelimiter + 2, _text.Length - _at));
        if (_value is null && _at > 0 && _text[_at - 1] == 'R' && head.IndexOf('(') is > 0 and var body)
        {
            var end = $"){head[1..body]}\"";
            return SkipBehind(end) ? -1 : start;
        }

        _at++;
        return ReadPlainString(start, "\"" + marks, escapes: marks.Length == 0);
    }

    private int ReadPlainString(int start, string end, bool escapes)
    {
        while (_at < _text.Length && _text[_at] is not ('\n' or '\r'))
        {
            if (StartsWith(end))
            {
                _at += end.Length;
                return -1;
            }

            if (escapes && _value is { } value && StartsWith(value) && _depth < DeepestValue)
            {
                _at += value.Length;
                _depth++;
                var inner = ReadCode(value[^1] == '(' ? ')' : '}');
                _depth--;
                if (inner >= 0)
                {
                    return start;
                }
            }
            else if (escapes && _text[_at] == '\\')
            {
                _at += _text.AsSpan(_at).StartsWith("\\\r\n") ? 3 : 2;
            }
            else
            {
                _at++;
            }
        }

        return start;
    }

    /// <summary>A character constant or a name in backticks, neither longer than its line; else it is a sign like any other.</summary>
    private void SkipCharacter(char quote)
    {
        var rest = _text.AsSpan(_at + 1, Math.Min(LongestName, _text.Length - _at - 1));
        var line = rest.IndexOfAny('\n', '\r') is >= 0 and var lineEnd ? rest[..lineEnd] : rest;
        var from = line.StartsWith("\\") ? 2 : 1;
        var end = from < line.Length ? line[from..].IndexOf(quote) : -1;
        var isDigitSeparator = _at > 0 && char.IsAsciiHexDigit(_text[_at - 1]);
        _at += end >= 0 && !isDigitSeparator && (quote == '`' || from + end < LongestCharacter) ? from + end + 2 : 1;
    }

    private bool SkipBehind(string mark)
    {
        SkipTo(mark);
        var isThere = _at < _text.Length;
        _at += mark.Length;
        return isThere;
    }

    private void SkipTo(string mark) => _at = _text.IndexOf(mark, _at, StringComparison.Ordinal) is >= 0 and var found ? found : _text.Length;

    private bool StartsWith(string mark) => _text.AsSpan(Math.Min(_at, _text.Length)).StartsWith(mark);
}
