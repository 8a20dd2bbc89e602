using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Findings;

/// <summary>One mistake: where, what, and how it is known.</summary>
public sealed record Finding
{
    /// <summary>A code of <see cref="FindingCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The text it is about; empty between two units.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>What is wrong, in a person's words, without a full stop.</summary>
    public required string Message { get; init; }

    /// <summary>Default: <see cref="Severity.Error"/>.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>The layer that found it.</summary>
    public Layer Layer { get; init; }

    /// <summary>Places that explain it.</summary>
    public IReadOnlyList<RelatedPlace> Related { get; init; } = [];

    /// <summary>The token that is missing, where the finding is that one is; it tells whether two parsers mean the same.</summary>
    public string? Expected { get; init; }

    /// <summary>Same mistake at the same place, whichever layer tells.</summary>
    public bool IsSameAs(Finding other) =>
        Code == other.Code && Span == other.Span && Severity == other.Severity && Message == other.Message;

    /// <summary>The finding where it is after a change of the text.</summary>
    public Finding MovedBy(TextChange change)
    {
        if (Span.End < change.Old.Start && Related.All(place => place.Span.End < change.Old.Start))
        {
            return this;
        }

        return this with { Span = change.Map(Span), Related = [.. Related.Select(place => place with { Span = change.Map(place.Span) })] };
    }
}
