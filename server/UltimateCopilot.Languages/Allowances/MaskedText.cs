using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Allowances;

/// <summary>
/// A document and what the grammar reads in its place. Both have the same length and the same lines, so that an offset means the same in both
/// and an edit of the one is an edit of the other.
/// </summary>
internal sealed class MaskedText(SourceText text)
{
    /// <summary>From so many on, one copy of the whole text is cheaper than one edit for each.</summary>
    private const int Many = 24;

    private List<Mask> _masks = [];

    /// <summary>The document.</summary>
    public SourceText Text { get; private set; } = text;

    /// <summary>What the grammar reads.</summary>
    public SourceText Shown { get; private set; } = text;

    public IReadOnlyList<Mask> Masks => _masks;

    /// <summary>A part of it as a document of its own.</summary>
    public MaskedText Part(TextSpan part) => new(SourceText.From(Text.ToString(part)))
    {
        Shown = SourceText.From(Shown.ToString(part)),
        _masks = [.. _masks.Where(mask => mask.Span.Start >= part.Start && mask.Span.End <= part.End).Select(mask => mask.ShiftedBy(-part.Start))],
    };

    /// <summary>Follows an edit of the document.</summary>
    /// <returns>The masks that were taken back before, as the edit touches their lines.</returns>
    public List<Mask> Edit(DocumentEdit edit)
    {
        var (change, after) = edit;
        var lines = new TextSpan(Text.LineStart(Text.LineAt(change.Old.Start)), Text.LineEnd(Text.LineAt(change.Old.End)));
        var touched = _masks.FindAll(mask => mask.Scope.Touches(lines));
        foreach (var mask in touched)
        {
            Shown = Shown.Replace(mask.Span, Text.ToString(mask.Span));
        }

        Shown = touched.Count == _masks.Count ? after : Shown.Replace(change.Old, after.ToString(new TextSpan(change.Old.Start, change.NewEnd)));
        _masks = [.. _masks.Where(mask => !mask.Scope.Touches(lines)).Select(mask => mask.MovedBy(change))];
        Text = after;
        return touched;
    }

    /// <summary>Puts masks on; they touch none that is on already.</summary>
    public void Add(IReadOnlyList<Mask> masks)
    {
        if (masks.Count < Many)
        {
            foreach (var mask in masks)
            {
                Shown = Shown.Replace(mask.Span, mask.Shown);
            }
        }
        else
        {
            var units = new char[Shown.Length];
            Shown.CopyTo(0, units);
            foreach (var mask in masks)
            {
                mask.Shown.CopyTo(units.AsSpan(mask.Span.Start));
            }

            Shown = SourceText.From(units);
        }

        _masks.AddRange(masks);
    }
}
