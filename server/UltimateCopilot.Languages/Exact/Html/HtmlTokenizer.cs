using System.Buffers;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Html;

/// <summary>
/// Cuts HTML into pieces as browsers do, and says where a tag, an attribute or a comment is broken. One pass, without recursion; pieces of
/// templates are passed over wherever they stand.
/// </summary>
/// <remarks>https://html.spec.whatwg.org/multipage/parsing.html#tokenization</remarks>
internal ref partial struct HtmlTokenizer(ReadOnlySpan<char> text, int start, HtmlFindings findings)
{
    private const string Blank = " \t\r\n\f";

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(Blank + "/><{\"'=");
    private static readonly SearchValues<char> NameUnits = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.@");
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(Blank + "<>");

    private readonly ReadOnlySpan<char> _text = text;
    private HtmlTemplates _templates = new(text);
    private int _at = start;

    /// <summary>Names of the attributes of the tag that is being read.</summary>
    private readonly List<TextSpan> _attributes = [];

    /// <summary>The last value in quotes and the last one without, of the tag that is being read.</summary>
    private TextSpan _quoted;
    private TextSpan _bare;

    /// <summary>Whether nothing more is said of this tag: a template makes part of it, or its first mistake is told already.</summary>
    private bool _isSettled;

    private bool _isBroken;

    /// <summary>The tag that is being read, up to its name.</summary>
    private TextSpan _tag;

    /// <summary>The piece that <see cref="Read"/> found.</summary>
    public HtmlToken Token { get; private set; }

    public readonly bool IsAtEnd => _at == _text.Length;

    /// <summary>Reads on from an offset.</summary>
    public void SkipTo(int offset) => _at = offset;

    /// <summary>Moves on to the next piece; false at the end.</summary>
    public bool Read()
    {
        while (_at < _text.Length)
        {
            var start = _at;
            FindMarkup();
            if (_text[start.._at].IndexOfAnyExcept(Blank) >= 0)
            {
                Token = new HtmlToken(HtmlTokenKind.Text, start, _at);
                return true;
            }

            if (_at < _text.Length)
            {
                ReadMarkup();
                return true;
            }
        }

        return false;
    }

    /// <summary>Passes over the content of an element such as <c>script</c>; false, and not moved, where its end tag is missing.</summary>
    public bool SkipRawText(ReadOnlySpan<char> name)
    {
        var isScript = name.Equals("script", StringComparison.OrdinalIgnoreCase);
        for (var at = _at; ;)
        {
            var next = _text[at..].IndexOf('<');
            if (next < 0)
            {
                return false;
            }

            at += next;
            if (IsEndTagOf(name, at))
            {
                _at = at;
                return true;
            }

            at = isScript && _text[at..].StartsWith("<!--") ? SkipEscapedScript(at + 4) : at + 1;
        }
    }

    /// <summary>Within a comment of a script an inner script has an end tag of its own.</summary>
    /// <remarks>https://html.spec.whatwg.org/multipage/parsing.html#script-data-escaped-state</remarks>
    private readonly int SkipEscapedScript(int at)
    {
        for (var isInner = false; ; at++)
        {
            var next = _text[at..].IndexOfAny('<', '-');
            if (next < 0)
            {
                return at;
            }

            at += next;
            if (_text[at..].StartsWith("-->"))
            {
                return at;
            }

            if (IsEndTagOf("script", at))
            {
                if (!isInner)
                {
                    return at;
                }

                isInner = false;
            }
            else if (_text[at..].StartsWith("<script", StringComparison.OrdinalIgnoreCase))
            {
                isInner = true;
            }
        }
    }

    private readonly bool IsEndTagOf(ReadOnlySpan<char> name, int at) =>
        _text[at..].StartsWith("</") && _text[(at + 2)..].StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (at + 2 + name.Length == _text.Length || _text[at + 2 + name.Length] is ' ' or '\t' or '\r' or '\n' or '\f' or '/' or '>');

    private void FindMarkup()
    {
        for (; _at < _text.Length; _at++)
        {
            var next = _text[_at..].IndexOfAny('<', '{');
            if (next < 0)
            {
                _at = _text.Length;
                return;
            }

            _at += next;
            if (_text[_at] == '<' ? IsTag(_at) : _templates.IsAt(_at, out _, out _))
            {
                return;
            }
        }
    }

    private bool IsTag(int at) => at + 1 == _text.Length || _text[at + 1] switch
    {
        '/' or '!' or '?' or '%' or '>' => true,
        '<' => at + 2 < _text.Length && (char.IsAsciiLetter(_text[at + 2]) || _text[at + 2] == '/'),
        '#' or '@' => at + 2 < _text.Length && char.IsAsciiLetter(_text[at + 2]),
        '{' => _templates.IsAt(at + 1, out _, out _),
        var unit => char.IsAsciiLetter(unit),
    };

    private void ReadMarkup()
    {
        var start = _at;
        if (_templates.IsAt(start, out var end, out var isControl))
        {
            _at = end;
            Token = new HtmlToken(isControl ? HtmlTokenKind.TemplateControl : HtmlTokenKind.TemplateOutput, start, end);
            return;
        }

        switch (start + 1 < _text.Length ? _text[start + 1] : '\0')
        {
            case '\0' when start + 1 == _text.Length:
                CutOff(FindingCodes.UnexpectedEnd, new TextSpan(start, start + 1), "the file ends in the middle of a tag");
                Finish(HtmlTokenKind.Other, start, start + 1);
                break;
            case '!':
                ReadDeclaration(start);
                break;
            case '?' or '%':
                Finish(HtmlTokenKind.Other, start, EndOf(start, '>')); // a template that nothing ends, or an instruction of XML
                break;
            case '#' or '@':
                Finish(HtmlTokenKind.TemplateControl, start, EndOf(start, '>')); // FreeMarker
                break;
            case '>':
                findings.Add(FindingCodes.MissingToken, new TextSpan(start, start + 2), "expected the name of an element after '<'");
                Finish(HtmlTokenKind.Other, start, start + 2);
                break;
            case '<':
                findings.Add(FindingCodes.UnexpectedCharacter, new TextSpan(start, start + 1), "'<' starts a tag: write '&lt;' for the character itself");
                Finish(HtmlTokenKind.Other, start, start + 1);
                break;
            case '{':
                ReadTag(HtmlTokenKind.UnknownTag, start, start + 1);
                break;
            case '/':
                ReadEndTag(start);
                break;
            default:
                ReadTag(HtmlTokenKind.StartTag, start, start + 1);
                break;
        }
    }

    private void ReadEndTag(int start)
    {
        if (start + 2 == _text.Length)
        {
            CutOff(FindingCodes.UnexpectedEnd, new TextSpan(start, start + 2), "the file ends in the middle of an end tag");
            Finish(HtmlTokenKind.Other, start, start + 2);
        }
        else if (char.IsAsciiLetter(_text[start + 2]))
        {
            ReadTag(HtmlTokenKind.EndTag, start, start + 2);
        }
        else
        {
            var isTemplate = _text[start + 2] is '#' or '@' or '{' || _templates.IsAt(start + 2, out _, out _);
            if (!isTemplate)
            {
                findings.Add(FindingCodes.MissingToken, new TextSpan(start, start + 2), "expected the name of an element after '</'");
            }

            Finish(isTemplate ? HtmlTokenKind.TemplateControl : HtmlTokenKind.Other, start, EndOf(start, '>'));
        }
    }

    private void ReadDeclaration(int start)
    {
        var rest = _text[start..];
        if (rest.StartsWith("<!--"))
        {
            ReadComment(start);
        }
        else if (rest.StartsWith("<![CDATA["))
        {
            var end = rest.IndexOf("]]>");
            if (end < 0)
            {
                CutOff(FindingCodes.UnexpectedEnd, new TextSpan(start, start + 9), "this CDATA section is never closed: expected ']]>'");
            }

            Finish(end < 0 ? HtmlTokenKind.Other : HtmlTokenKind.Cdata, start, end < 0 ? _text.Length : start + end + 3);
        }
        else if (rest.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase))
        {
            ReadDoctype(start);
        }
        else
        {
            if (!rest.StartsWith("<![")) // of conditional comments, which browsers pass over
            {
                findings.Add(FindingCodes.UnexpectedToken, new TextSpan(start, WordEnd(start + 2)), "'<!' starts neither a comment nor a doctype here: expected '<!--'");
            }

            Finish(HtmlTokenKind.Other, start, EndOf(start, '>'));
        }
    }

    private void ReadComment(int start)
    {
        var inside = start + 4;
        var rest = _text[inside..];
        if (rest.StartsWith(">") || rest.StartsWith("->"))
        {
            Finish(HtmlTokenKind.Other, start, inside + rest.IndexOf('>') + 1);
            return;
        }

        var end = rest.IndexOf("-->");
        var loud = (end < 0 ? rest : rest[..end]).IndexOf("--!>");
        if (loud >= 0)
        {
            Finish(HtmlTokenKind.Other, start, inside + loud + 4);
            return;
        }

        if (end < 0)
        {
            CutOff(FindingCodes.UnclosedComment, new TextSpan(start, inside), "this comment is never closed: expected '-->'");
        }
        else if (rest[..end].IndexOf("<!--") is >= 0 and var inner && rest[..inner].Contains('\n'))
        {
            findings.Add(
                FindingCodes.UnclosedComment, new TextSpan(inside + inner, inside + inner + 4), "'<!--' within a comment: is the one before it not closed?",
                new TextSpan(start, inside), "the comment opened here", Severity.Warning);
        }

        var isControl = rest.StartsWith('#'); // an include of the web server
        Finish(isControl ? HtmlTokenKind.TemplateControl : HtmlTokenKind.Other, start, end < 0 ? _text.Length : inside + end + 3);
    }

    private void ReadDoctype(int start)
    {
        var end = EndOf(start, '>');
        if (_text[(start + 1)..end].IndexOf('<') is >= 0 and var next && !_text[start..end].Contains('['))
        {
            end = start + 1 + next;
            findings.Add(FindingCodes.MissingToken, new TextSpan(start, TrimmedEnd(end)), "this doctype is never ended: expected '>'");
        }

        Finish(HtmlTokenKind.Doctype, start, end);
    }

    private readonly void CutOff(string code, TextSpan span, string message)
    {
        findings.Add(code, span, message);
        findings.IsCutOff = true;
    }

    private void Finish(HtmlTokenKind kind, int start, int end)
    {
        _at = end;
        Token = new HtmlToken(kind, start, end);
    }

    /// <summary>Behind the first such unit, or the end of the text.</summary>
    private readonly int EndOf(int start, char last) => _text[start..].IndexOf(last) is >= 0 and var found ? start + found + 1 : _text.Length;

    private readonly int WordEnd(int start)
    {
        var length = _text[start..].IndexOfAny(WordEnds);
        return length < 0 ? _text.Length : start + length;
    }

    private readonly int TrimmedEnd(int end) => _text[..end].TrimEnd(Blank).Length;
}
