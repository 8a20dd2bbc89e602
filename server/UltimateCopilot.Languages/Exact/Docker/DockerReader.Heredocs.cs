using System.Text;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Exact.Docker;

/// <summary>Here-documents: lines of text behind an instruction with '&lt;&lt;NAME', up to a line with that name.</summary>
internal sealed partial class DockerReader
{
    private void SkipHeredocs(int start)
    {
        if (!_line.Text[start..].Contains("<<", StringComparison.Ordinal))
        {
            return;
        }

        for (var at = SkipBlanks(start); at < _line.Length; at = SkipBlanks(at))
        {
            var word = at;
            at = EndOfShellWord(at);
            if (NameOfHeredoc(_line.Text[word..at], out var isIndented) is { Length: > 0 } name && !SkipToEnd(name, isIndented))
            {
                AddAt(FindingCodes.UnexpectedEnd, word, at, $"this here-document is never closed: expected a line with '{name}' alone");
                _next = _text.Count;
                return;
            }
        }
    }

    /// <summary>Behind a word as shells see it, closed or not.</summary>
    private int EndOfShellWord(int at)
    {
        var quote = '\0';
        for (; at < _line.Length; at++)
        {
            var unit = _line.Text[at];
            if (unit == '\\' && quote != '\'')
            {
                at++;
            }
            else if (quote != '\0')
            {
                quote = unit == quote ? '\0' : quote;
            }
            else if (unit is '"' or '\'')
            {
                quote = unit;
            }
            else if (char.IsWhiteSpace(unit))
            {
                return at;
            }
        }

        return _line.Length;
    }

    /// <summary>NAME of a word that is '&lt;&lt;NAME', perhaps with the number of a stream before it, '-' before the name, or the name in quotes; else empty.</summary>
    private static string NameOfHeredoc(ReadOnlySpan<char> word, out bool isIndented)
    {
        word = word.TrimStart("0123456789");
        isIndented = word is ['<', '<', '-', ..];
        if (word is not ['<', '<', ..] || word[2..].Contains('<'))
        {
            return string.Empty;
        }

        var name = new StringBuilder();
        foreach (var unit in word[(isIndented ? 3 : 2)..])
        {
            if (unit is not ('"' or '\'' or '\\'))
            {
                name.Append(unit);
            }
        }

        return name.ToString();
    }

    /// <summary>Goes behind the line that holds the name alone; with '&lt;&lt;-' tabs may stand before it.</summary>
    private bool SkipToEnd(ReadOnlySpan<char> name, bool isIndented)
    {
        while (_next < _text.Count)
        {
            var end = LineEnd(_next);
            var line = Text[_next..end];
            _next = NextLine(end);
            if ((isIndented ? line.TrimStart('\t') : line).SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }
}
