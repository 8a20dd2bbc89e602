using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.EcmaScript;

/// <summary>
/// JSX elements that are never closed. The compiler reports their openers alone; the finding stands where the end tag was expected, as it does
/// for brackets.
/// </summary>
internal sealed class UnclosedElements(SourceText text)
{
    /// <summary>Of more elements than these only the openers are looked at; each costs a walk over the text behind it.</summary>
    private const int Most = 20;

    private readonly string _code = text.ToString();
    private int _walks;

    /// <summary>Whether a report is about one.</summary>
    public static bool IsOne(TypeScriptDiagnostic diagnostic) => diagnostic.Code is 17008 or 17014;

    /// <summary>The finding at the end tag of an element around it; null where there is none before <paramref name="limit"/>.</summary>
    public Finding? AtForeignEnd(int place, int limit)
    {
        var opener = OpenerAt(place);
        var end = _walks++ < Most ? new JsxTags(_code, limit).FindForeignEnd(opener) : -1;
        if (end < 0)
        {
            return null;
        }

        var tag = $"<{JsxTags.NameAt(_code, opener + 1)}>";
        var span = new TextSpan(end, Math.Min(end + 3 + JsxTags.NameAt(_code, end + 2).Length, _code.Length));
        return Make(opener, span, $"{Wording.Quote(text, span)} does not close the open '{tag}'{Wording.OnLine(text, opener, end)}");
    }

    /// <summary>The finding where the compiler stumbled over what the element has swallowed; at the opener where it did not.</summary>
    public Finding AtStumble(int place, int? stumble)
    {
        var opener = OpenerAt(place);
        var name = JsxTags.NameAt(_code, opener + 1);
        return stumble is { } at
            ? Make(opener, TokenSpans.At(text, at), $"'<{name}>'{Wording.OpenedOnLine(text, opener, at)} is never closed: expected '</{name}>' here")
            : Make(opener, TagSpan(opener), $"'<{name}>' opened here is never closed: expected '</{name}>'");
    }

    private Finding Make(int opener, TextSpan span, string message) => new()
    {
        Code = FindingCodes.UnpairedTag,
        Span = span,
        Message = message,
        Related = [new RelatedPlace(TagSpan(opener), $"'<{JsxTags.NameAt(_code, opener + 1)}>' opened here")],
        Layer = Layer.Toolchain,
    };

    private TextSpan TagSpan(int opener) => new(opener, Math.Min(opener + 1 + Math.Max(JsxTags.NameAt(_code, opener + 1).Length, 1), _code.Length));

    /// <summary>The report names the name of an element, and for a fragment the blanks before it.</summary>
    private int OpenerAt(int place)
    {
        var before = place > 0 && _code[place - 1] == '<' ? place - 1 : _code.IndexOf('<', Math.Min(place, _code.Length));
        return before < 0 ? Math.Min(place, _code.Length) : before;
    }
}
