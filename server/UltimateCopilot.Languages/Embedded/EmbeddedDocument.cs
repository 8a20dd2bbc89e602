using System.Globalization;
using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Embedded;

/// <summary>One region of a document, and what is known of it. Its text is checked again only where it has changed.</summary>
/// <param name="region">Where it is.</param>
/// <param name="language">What it is checked as; null where it is left alone.</param>
internal sealed partial class EmbeddedDocument(EmbeddedRegion region, LanguageDefinition? language) : IDisposable
{
    /// <summary>A longer text has a checker of its own, which goes on from the text before, and takes memory.</summary>
    private const int LongestShortText = 8_192;

    /// <summary>A longer text is not checked.</summary>
    private const int LongestText = 1 << 20;

    /// <summary>The text that was given to a check last.</summary>
    private SourceText? _text;

    private DocumentChecker? _checker;

    /// <summary>What was found, where it is in the document now.</summary>
    private List<Finding> _findings = [];

    /// <summary>Where the text starts in the document, and the line that the findings' messages count from.</summary>
    private (int Offset, int Line) _start;

    /// <summary>Whether <see cref="_findings"/> are those of <see cref="_text"/>.</summary>
    private bool _isChecked;

    public EmbeddedRegion Region { get; private set; } = region;

    public LanguageDefinition? Language => language;

    /// <summary>Whether its text may be another one than that of the last check.</summary>
    public bool IsTouched { get; private set; } = true;

    /// <summary>Follows a change of the document.</summary>
    public void Move(TextChange change)
    {
        if (Region.Extent.End < change.Old.Start)
        {
            return;
        }

        Region = Region.MovedBy(change);
        _start.Offset = change.Map(_start.Offset);
        for (var i = 0; i < _findings.Count; i++)
        {
            _findings[i] = _findings[i].MovedBy(change);
        }
    }

    /// <summary>Takes the region as it was found again after an edit.</summary>
    public void Meet(EmbeddedRegion found) => (Region, IsTouched) = (found, true);

    /// <summary>Checks the text, where it is another one than before.</summary>
    public async Task CheckAsync(SourceText host, EmbeddedLanguages languages, Layer deepest, CancellationToken cancellation)
    {
        if (Region.Form == EmbeddedForm.Fence && new Fence(host, Region) is { IsClosed: false } fence)
        {
            Forget();
            _findings.AddRange(fence.ExplainOpen());
        }
        else if (language is not null)
        {
            await CheckAsync(host, language, languages, deepest, cancellation);
        }

        IsTouched = false;
    }

    /// <summary>What was found last, where it is now.</summary>
    public IReadOnlyList<Finding> Report(SourceText host)
    {
        if (_findings.Count > 0 && host.LineAt(_start.Offset) is var line && line != _start.Line)
        {
            ShiftLines(_findings, line - _start.Line);
            _start.Line = line;
        }

        return _findings;
    }

    public void Dispose() => _checker?.Dispose();

    private async Task CheckAsync(SourceText host, LanguageDefinition language, EmbeddedLanguages languages, Layer deepest, CancellationToken cancellation)
    {
        using var content = RegionText.Read(host, Region);
        var masked = new List<TextSpan>();
        if (content.Length > LongestText || (Region.Form == EmbeddedForm.Element && !ElementMask.Apply(content.Units, language, masked)))
        {
            Forget();
            return;
        }

        if (Follow(content.Units) is { } edits)
        {
            var found = await FindAsync(_text!, language, edits, languages, deepest, cancellation);
            found = Region.Form == EmbeddedForm.Fence ? await Excerpt.FilterAsync(found, _text!, language, languages, cancellation) : found;
            _findings = [.. found.Where(finding => IsOwn(finding) && !masked.Exists(finding.Span.Touches)).Select(finding => ToHost(finding, content))];
            _start.Line = 0;
            _isChecked = true;
        }

        _start.Offset = content.HostStart;
    }

    private void Forget()
    {
        _checker?.Dispose();
        (_text, _checker, _isChecked) = (null, null, false);
        _findings.Clear();
    }

    /// <summary>Takes over a text; the edits that lead to it from the one before, null where it has been checked.</summary>
    private List<DocumentEdit>? Follow(ReadOnlySpan<char> units)
    {
        if (_text is null)
        {
            _text = SourceText.From(units);
            return [];
        }

        if (_text.DifferenceTo(units) is not { } change)
        {
            return _isChecked ? null : [];
        }

        _isChecked = false;
        _text = _text.Replace(change.Old, units[change.Old.Start..change.NewEnd]);
        return [new DocumentEdit(change, _text)];
    }

    private async Task<IReadOnlyList<Finding>> FindAsync(
        SourceText text, LanguageDefinition language, List<DocumentEdit> edits, EmbeddedLanguages languages, Layer deepest, CancellationToken cancellation)
    {
        if (text.Length <= LongestShortText)
        {
            _checker?.Dispose();
            _checker = null;
            return await languages.CheckAsync(language, text, deepest, cancellation);
        }

        IReadOnlyList<Finding> found = [];
        var isNew = _checker is null;
        _checker ??= languages.Open(language);
        await foreach (var report in _checker.CheckAsync(text, isNew ? null : edits, deepest, cancellation))
        {
            found = report.Findings;
        }

        return found;
    }

    /// <summary>Markers of a merge and what was pasted along are visible in the lines of the document, which reports them itself.</summary>
    private static bool IsOwn(Finding finding) =>
        finding.Code is not (FindingCodes.ConflictMarker or FindingCodes.CodeFence or FindingCodes.PastedResidue or FindingCodes.EscapedText or FindingCodes.CutOff);

    private static Finding ToHost(Finding finding, RegionText content) => finding with
    {
        Span = content.ToHost(finding.Span),
        Related = [.. finding.Related.Select(place => place with { Span = content.ToHost(place.Span) })],
    };

    private static void ShiftLines(List<Finding> findings, int shift)
    {
        for (var i = 0; i < findings.Count; i++)
        {
            findings[i] = findings[i] with
            {
                Message = LineNumber().Replace(findings[i].Message, number => (int.Parse(number.ValueSpan, CultureInfo.InvariantCulture) + shift).ToString(CultureInfo.InvariantCulture)),
            };
        }
    }

    [GeneratedRegex(@"(?<= on line )\d{1,9}")]
    private static partial Regex LineNumber();
}
