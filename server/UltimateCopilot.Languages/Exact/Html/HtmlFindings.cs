using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Html;

/// <summary>Collects the mistakes of one text.</summary>
internal sealed class HtmlFindings(SourceText text)
{
    /// <summary>A text in ruins has thousands; whoever has mended these sees the next.</summary>
    private const int Most = 100;

    private readonly List<Finding> _findings = [];

    public SourceText Text => text;

    public bool IsFull => _findings.Count >= Most;

    /// <summary>Elements and end tags without a partner, also those that are not reported one by one.</summary>
    public int Unpaired { get; set; }

    /// <summary>Whether the text ends within a tag or a comment, which explains all that is still open there.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>Adds a mistake and returns its number.</summary>
    public int Add(string code, TextSpan span, string message, TextSpan? related = null, string? relatedMessage = null, Severity severity = Severity.Error)
    {
        if (!IsFull)
        {
            _findings.Add(Make(code, span, message, related, relatedMessage, severity));
        }

        return _findings.Count - 1;
    }

    /// <summary>Says it in another way, now that more is known.</summary>
    public void Replace(int number, string code, TextSpan span, string message, TextSpan related, string relatedMessage) =>
        _findings[number] = Make(code, span, message, related, relatedMessage, Severity.Error);

    /// <summary>The mistakes in document order, without echoes. At one place a tag without its partner says most.</summary>
    public List<Finding> ToList()
    {
        var unpaired = _findings.Where(static finding => finding.Code == FindingCodes.UnpairedTag).Select(static finding => finding.Span.Start).ToHashSet();
        _findings.RemoveAll(finding => finding.Code != FindingCodes.UnpairedTag && unpaired.Contains(finding.Span.Start));
        return FindingEchoes.Drop(_findings, text);
    }

    private static Finding Make(string code, TextSpan span, string message, TextSpan? related, string? relatedMessage, Severity severity) => new()
    {
        Code = code,
        Span = span,
        Message = message,
        Severity = severity,
        Layer = Layer.Exact,
        Related = related is { } place ? [new RelatedPlace(place, relatedMessage!)] : [],
    };
}
