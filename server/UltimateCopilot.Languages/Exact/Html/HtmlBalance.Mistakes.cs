using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Html;

// Tags without their partner.
internal sealed partial class HtmlBalance
{
    /// <summary>
    /// Elements that were closed by force, by their number: an end tag that comes later tells that they are not unclosed but wrongly nested.
    /// Where one was reported, the number of that finding; the tag that came instead.
    /// </summary>
    private readonly Dictionary<int, (int Finding, OpenElement Open, TextSpan Instead)> _forced = [];

    /// <summary>Of elements that ended with their start tag, by their number, how deep the last one stood.</summary>
    private readonly Dictionary<int, int> _selfClosing = [];

    /// <summary>The last element without content, by its number, and where it ends.</summary>
    private (int Element, int End) _lastVoid;

    /// <summary>Whether the last tag was an end tag that closes nothing; a row of them is one mistake.</summary>
    private bool _isStray;

    /// <summary>
    /// An element with text for content whose end tag is missing: all that follows is taken for its text. Where reading goes on, behind what was
    /// meant for its end tag, or at the end.
    /// </summary>
    public int EndWithin(in HtmlToken token, ReadOnlySpan<char> units)
    {
        var content = units[token.Span.End..];
        var name = TagName(token.Name);
        if (token.IsSelfClosing)
        {
            _findings.Add(FindingCodes.UnpairedTag, token.Span, $"'/>' does not close '<{name}>': expected '</{name}>'");
        }
        else if (FindMisspeltEnd(content, name) is { Length: > 0 } misspelt)
        {
            var end = new TextSpan(token.Span.End + misspelt.Start, token.Span.End + misspelt.End);
            Mismatch(end, Top, number: -1);
            Pop();
            return end.End;
        }
        else
        {
            Unclosed(Top, token.Span.End + LengthOfText(content));
        }

        return units.Length;
    }

    /// <summary>The first end tag whose name is nearly the right one.</summary>
    private static TextSpan FindMisspeltEnd(ReadOnlySpan<char> content, string name)
    {
        for (var at = 0; content[at..].IndexOf("</") is >= 0 and var next;)
        {
            at += next + 2;
            var length = content[at..].IndexOfAnyExceptInRange('A', 'z');
            if (length > 1 && Math.Abs(length - name.Length) <= 1 && content[at + length] == '>' && Misspelling.KeywordNear(content.Slice(at, length).ToString().ToLowerInvariant(), [name]) is not null)
            {
                return new TextSpan(at - 2, at + length + 1);
            }
        }

        return default;
    }

    /// <summary>The text of an element most likely ends with its line, or where a line begins with a tag again.</summary>
    private static int LengthOfText(ReadOnlySpan<char> content)
    {
        var lineEnd = content.IndexOfAny('\r', '\n');
        lineEnd = lineEnd < 0 ? content.Length : lineEnd;
        var tag = content[..lineEnd].IndexOf("</");
        if (tag < 0 && content[..lineEnd].IsWhiteSpace())
        {
            for (tag = lineEnd; tag < content.Length; tag++)
            {
                var next = content[tag..].IndexOfAny('\r', '\n');
                tag = next < 0 ? content.Length : tag + next;
                if (content[tag..].TrimStart() is ['<', '/' or '!' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..])
                {
                    break;
                }
            }
        }

        return content[..(tag < 0 ? lineEnd : Math.Min(tag, content.Length))].TrimEnd().Length;
    }

    /// <summary>Closes the elements within the one at an index because of a tag that comes instead of theirs; reports the innermost.</summary>
    private void CloseAbove(int index, TextSpan instead)
    {
        var isReported = false;
        var (blocked, isSurelyBlocked) = (default(TextSpan), false);
        while (_count - 1 > index)
        {
            var open = Top;
            (blocked, isSurelyBlocked) = open.Blocked.Length > 0 ? (open.Blocked, open.IsSurelyBlocked) : (blocked, isSurelyBlocked);
            if (!open.Element.Is(HtmlTraits.OptionalEnd) || (open.Element == HtmlElements.Paragraph && _open[_count - 2].Element.Is(HtmlTraits.NeedsParagraphEnd)))
            {
                _findings.Unpaired++;
                var isSure = IsSure(open) || (open.Blocked.Length > 0 && isSurelyBlocked);
                _forced[open.Element.Index] = (isSure && !isReported ? Unclosed(open, blocked.Length > 0 ? blocked.Start : instead.Start) : -1, open, instead);
                isReported |= isSure;
                blocked = default;
            }

            Pop();
        }

        if (blocked.Length > 0)
        {
            Stray(blocked, null, isSurelyBlocked);
        }
    }

    /// <summary>Of the elements without content one may be misspelt and still look closed.</summary>
    private void RequireKnown(HtmlElement element, in HtmlToken token)
    {
        var meant = element.Is(HtmlTraits.Known) ? null : Misspelling.KeywordNear(element.Name, HtmlElements.StandardNames);
        if (meant is not null && _elements.Find(meant).Is(HtmlTraits.Void))
        {
            var tag = token.Span with { End = token.Name.End };
            _findings.Add(FindingCodes.UnpairedTag, tag, $"'{_findings.Text.ToString(tag)}>' is no element of HTML: is '<{meant}>' meant?");
        }
    }

    private void CloseTop()
    {
        _isStray = false;
        var (blocked, isSurelyBlocked) = (Top.Blocked, Top.IsSurelyBlocked);
        Pop();
        if (blocked.Length > 0)
        {
            Stray(blocked, null, isSurelyBlocked);
        }
    }

    private int Unclosed(in OpenElement open, int instead)
    {
        var text = _findings.Text;
        var name = TagName(open.Opener with { Start = open.Opener.Start + 1 });
        if (!open.Element.Is(HtmlTraits.Known) && !open.HoldsForeign && name.AsSpan().IndexOfAny('-', ':') < 0)
        {
            var isType = char.IsAsciiLetterUpper(name[0]) && name.AsSpan().ContainsAnyInRange('a', 'z'); // of generic code, such as List<String>
            var meant = isType ? null : Misspelling.KeywordNear(name.ToLowerInvariant(), HtmlElements.StandardNames);
            return _findings.Add(
                FindingCodes.UnpairedTag, open.Opener,
                $"'<{name}>' is no element of HTML and never closed: {(meant is null ? "write '&lt;' for the character itself" : $"is '<{meant}>' meant?")}");
        }

        var place = Math.Max(Math.Min(PlaceByLayout(open), instead), open.NameEnd);
        while (place > open.NameEnd && char.IsWhiteSpace(text[place - 1]))
        {
            place--;
        }

        return _findings.Add(
            FindingCodes.UnpairedTag, new TextSpan(place - 1, place),
            $"'<{name}>'{Wording.OpenedOnLine(text, open.Tag.Start, place)} is never closed: expected '</{name}>'", open.Opener, $"'<{name}>' opened here");
    }

    /// <summary>
    /// Where the end tag should have been: behind the lines that are indented deeper, or else, where more stands on the start tag's line, at its
    /// end. The end of the text where the layout tells nothing.
    /// </summary>
    private int PlaceByLayout(in OpenElement open)
    {
        var text = _findings.Text;
        var line = text.LineAt(open.Tag.End);
        var block = BracketLayout.EndOfBlock(text, Math.Max(open.Tag.End - 1, 0), BracketLayout.IndentOf(text, text.LineAt(open.Tag.Start)).Column);
        if (text.LineAt(block) > line)
        {
            return block;
        }

        var lineEnd = text.LineEnd(line);
        return text.ToString(new TextSpan(open.Tag.End, Math.Max(lineEnd, open.Tag.End))).AsSpan().IsWhiteSpace() ? text.Length : lineEnd;
    }

    /// <summary>An end tag of one name and a start tag of nearly the same one are partners with a slip of the fingers between them.</summary>
    private static bool IsMisspelt(HtmlElement open, HtmlElement end) =>
        (open.Traits & HtmlTraits.Known) != (end.Traits & HtmlTraits.Known)
        && (open.Is(HtmlTraits.Known) ? Misspelling.KeywordNear(end.Name, [open.Name]) : Misspelling.KeywordNear(open.Name, [end.Name])) is not null;

    /// <summary>An end tag closes the innermost element under a wrong name.</summary>
    private void PairMisspelt(in HtmlToken token)
    {
        var open = Top;
        CloseTop();
        _findings.Unpaired++;
        if (IsSure(open))
        {
            Mismatch(token.Span, open, number: -1);
        }
    }

    private void Mismatch(TextSpan end, in OpenElement open, int number)
    {
        var text = _findings.Text;
        var name = TagName(open.Opener with { Start = open.Opener.Start + 1 });
        var message = $"'{EndTag(end)}' does not close the open '<{name}>'{Wording.OnLine(text, open.Tag.Start, end.Start)}";
        if (number < 0)
        {
            _findings.Add(FindingCodes.UnpairedTag, end, message, open.Opener, $"'<{name}>' opened here");
        }
        else
        {
            _findings.Replace(number, FindingCodes.UnpairedTag, end, message, open.Opener, $"'<{name}>' opened here");
        }
    }

    /// <summary>An end tag that closes nothing, perhaps only in some of the texts that a template can make.</summary>
    private void Stray(TextSpan end, HtmlElement? element, bool isSure)
    {
        if (element is not null && _forced.Remove(element.Index, out var forced))
        {
            if (forced.Finding >= 0 && _findings.Text[forced.Instead.Start + 1] == '/')
            {
                Mismatch(forced.Instead, forced.Open, forced.Finding);
            }

            return;
        }

        if (element is not null && ((_selfClosing.Remove(element.Index, out var depth) && depth == _count) || _lastVoid == (element.Index, end.Start)))
        {
            return; // browsers read '<a/></a>' as '<a></a>', and '<input></input>' as '<input>'
        }

        _findings.Unpaired++;
        var name = EndTag(end)[2..^1];
        if (!isSure || _isStray)
        {
            return;
        }

        _isStray = true;

        if (element == HtmlElements.Paragraph && Top.EndedParagraph.Length > 0)
        {
            var by = Top.ParagraphEndedBy;
            _findings.Add(
                FindingCodes.UnpairedTag, end, $"'</p>' closes nothing: '{_findings.Text.ToString(by)}>'{Wording.OnLine(_findings.Text, by.Start, end.Start)} has ended the paragraph",
                Top.EndedParagraph, "the paragraph started here", Severity.Warning);
            Top.EndedParagraph = default;
            return;
        }

        var isVoid = element is not null && element.Is(HtmlTraits.Void);
        _findings.Add(
            FindingCodes.UnpairedTag, end, isVoid ? $"'</{name}>' closes nothing: '<{name}>' has no content" : $"'</{name}>' closes nothing: no '<{name}>' is open here",
            severity: isVoid ? Severity.Warning : Severity.Error);
    }

    private string TagName(TextSpan name) => _findings.Text.ToString(name);

    /// <summary>An end tag as people write it, without blanks.</summary>
    private string EndTag(TextSpan end)
    {
        var text = _findings.Text;
        var at = end.Start + 2;
        while (at < end.End && text[at] is not (' ' or '\t' or '\r' or '\n' or '\f' or '/' or '>' or '<'))
        {
            at++;
        }

        return $"</{text.ToString(new TextSpan(end.Start + 2, at))}>";
    }
}
