using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Html;

// The frame of a document: doctype, html, head and body, whose tags may be left out.
internal sealed partial class HtmlBalance
{
    private readonly Dictionary<HtmlElement, TextSpan> _started = [];

    /// <summary>Of html, head and body those that have ended, and the end tag.</summary>
    private readonly Dictionary<HtmlElement, TextSpan> _ended = [];

    /// <summary>The first thing that only a body can hold, where no body had been started: a tag up to its name, or text.</summary>
    private (TextSpan Span, bool IsTag) _bodyBegins;

    private bool _hasDoctype;

    /// <summary>Whether something before or behind the body has been reported; more of it is the same mistake.</summary>
    private bool _isFrameBroken;

    /// <summary>Text in the open element.</summary>
    public void Text(in HtmlToken token, ReadOnlySpan<char> units)
    {
        var content = units[token.Span.Start..token.Span.End];
        var start = token.Span.Start + content.Length - content.TrimStart().Length;
        if (IsForeign || HasControls || IsPlaceholder(units[start..token.Span.End]))
        {
            return;
        }

        if (IsBeforeBody)
        {
            BeginBody(LineOf(content, start), isTag: false);
        }
        else if (Top.Element.Is(HtmlTraits.HoldsNoText))
        {
            var name = Top.Element.Name;
            _findings.Add(FindingCodes.UnexpectedToken, LineOf(content, start), $"text cannot stand directly in '<{name}>': it belongs in a cell", Top.Opener, $"'<{name}>' opened here");
        }
        else if (IsBehindBody(out var end))
        {
            FollowBody(LineOf(content, start), isTag: false, end);
        }
    }

    /// <summary>A CDATA section, which HTML reads as a comment: its text is not shown.</summary>
    public void Cdata(in HtmlToken token)
    {
        if (!IsForeign && !IsXhtml && !HasControls)
        {
            _findings.Add(
                FindingCodes.UnexpectedToken, token.Span with { End = token.Span.Start + "<![CDATA[".Length }, "a CDATA section stands in SVG and MathML only: its text is not shown here",
                severity: Severity.Warning);
        }
    }

    /// <summary>A doctype, which comes first.</summary>
    public void Doctype(in HtmlToken token)
    {
        RequireNoBody("the doctype", token.Span.Start);
        if (_hasDoctype && !HasControls && !_isFrameBroken)
        {
            _isFrameBroken = true;
            _findings.Add(FindingCodes.UnexpectedToken, token.Span, "a second doctype: a document starts with the only one");
        }

        _hasDoctype = true;
    }

    private bool IsBeforeBody => (_count == 1 || Top.Element == HtmlElements.Html || Top.Element == HtmlElements.Head)
        && !_started.ContainsKey(HtmlElements.Body) && !_ended.ContainsKey(HtmlElements.Body) && !_ended.ContainsKey(HtmlElements.Html);

    /// <summary>Whether text begins like what a tool fills in, such as <c>%name%</c>, <c>[[name]]</c> or <c>@for (</c>.</summary>
    private static bool IsPlaceholder(ReadOnlySpan<char> text) => text[0] is '@' or '%' or '$' or '#' or '[' or '{' or '}' && !text.StartsWith("@@");

    /// <summary>Whether a start tag is the second one of its kind in a document, which browsers pass over. Notes what it begins.</summary>
    private bool StartsAgain(HtmlElement element, in HtmlToken token)
    {
        var tag = token.Span with { End = token.Name.End };
        if (element.Is(HtmlTraits.Once))
        {
            RequireNoBody($"'<{element.Name}>'", token.Span.Start);
            if (_started.TryAdd(element, tag))
            {
                return false;
            }

            if (!HasControls && !_isFrameBroken)
            {
                _isFrameBroken = true;
                _findings.Add(
                    FindingCodes.UnexpectedToken, tag, $"a second '<{element.Name}>': the document has one{Wording.OnLine(_findings.Text, _started[element].Start, tag.Start)}",
                    _started[element], $"the first '<{element.Name}>'");
            }

            return !HasControls;
        }

        if (!element.Is(HtmlTraits.Metadata))
        {
            if (IsBeforeBody)
            {
                BeginBody(tag, isTag: true);
            }
            else if (IsBehindBody(out var end))
            {
                FollowBody(tag, isTag: true, end);
            }
        }

        return false;
    }

    private void BeginBody(TextSpan span, bool isTag)
    {
        if (_bodyBegins.Span.Length == 0 && !HasControls)
        {
            _bodyBegins = (span, isTag);
        }

        if (Top.Element == HtmlElements.Head)
        {
            Pop();
        }
    }

    /// <summary>Reports what has begun the body before its time.</summary>
    private void RequireNoBody(string before, int at)
    {
        var (span, isTag) = _bodyBegins;
        if (span.Length > 0 && !HasControls && !_isFrameBroken)
        {
            _isFrameBroken = true;
            _findings.Add(FindingCodes.UnexpectedToken, span, $"{Words(span, isTag)} stands before {before}{Wording.OnLine(_findings.Text, at, span.Start)}: it belongs in the body");
        }

        _bodyBegins = default;
    }

    /// <summary>Whether the document's body has ended before. What is put there on purpose, scripts, is not meant.</summary>
    private bool IsBehindBody(out TextSpan end)
    {
        end = default;
        return _ended.Count > 0 && (_count == 1 || Top.Element == HtmlElements.Html) && !HasControls && !_isFrameBroken
            && (_ended.TryGetValue(HtmlElements.Html, out end) || _ended.TryGetValue(HtmlElements.Body, out end));
    }

    private void FollowBody(TextSpan span, bool isTag, TextSpan end)
    {
        _isFrameBroken = true;
        _findings.Add(
            FindingCodes.UnexpectedToken, span, $"{Words(span, isTag)} stands behind '{EndTag(end)}'{Wording.OnLine(_findings.Text, end.Start, span.Start)}: it belongs in the body", end,
            "the body ended here");
    }

    private string Words(TextSpan span, bool isTag) => isTag ? $"'{_findings.Text.ToString(span)}>'" : Wording.Quote(_findings.Text, span);

    /// <summary>The first line of a text without the blanks around it.</summary>
    private static TextSpan LineOf(ReadOnlySpan<char> content, int start)
    {
        var line = content.Trim();
        return new TextSpan(start, start + (line.IndexOfAny('\r', '\n') is >= 0 and var length ? line[..length].TrimEnd() : line).Length);
    }

    /// <summary>Whether an end tag closes an element whose start tag was left out.</summary>
    private bool CloseUnstarted(HtmlElement element, in HtmlToken token)
    {
        if (!element.Is(HtmlTraits.OptionalStart))
        {
            return false;
        }

        if (!element.Is(HtmlTraits.Once))
        {
            return _last[HtmlElements.Table.Index] > 0; // row groups and columns
        }

        if (element == HtmlElements.Head && _bodyBegins.Span.Length > 0)
        {
            RequireNoBody("'</head>'", token.Span.Start);
            return true;
        }

        if (_started.ContainsKey(element) || !_ended.TryAdd(element, token.Span))
        {
            return false;
        }

        if (element != HtmlElements.Head)
        {
            CloseAbove(element == HtmlElements.Html ? 0 : _last[HtmlElements.Html.Index], token.Span);
        }

        return true;
    }
}
