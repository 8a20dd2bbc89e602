using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Rules;

/// <summary>A node that a rule has picked out: a context of others, a definition, or where a finding stands if its conditions are met.</summary>
/// <param name="Rule">Index of the rule.</param>
/// <param name="Capture">Index of the capture, which tells what the rule wants of the node.</param>
/// <param name="Place">Where it is looked at: in the contexts around this.</param>
/// <param name="Rank">At one place smaller ones come first: what stands outside of a context, the context, what stands in it.</param>
/// <param name="Shown">The node, or the part of it that is wrong.</param>
/// <param name="Related">The node that explains it; empty at 0 where there is none.</param>
/// <param name="Extent">All that the match depends on.</param>
/// <param name="Name">What it is called, where a condition asks for it; else null.</param>
internal record struct RuleMatch(
    int Rule, int Capture, TextSpan Place, int Rank, TextSpan Shown, TextSpan Related, TextSpan Extent, string? Name)
{
    /// <summary>Follows a change of the text.</summary>
    public void Move(TextChange change)
    {
        if (Extent.End >= change.Old.Start || Related.End >= change.Old.Start)
        {
            (Place, Shown, Related, Extent) = (change.Map(Place), change.Map(Shown), change.Map(Related), change.Map(Extent));
        }
    }

    /// <summary>Whether both say the same, whatever has been inserted or deleted between them and the start of the text.</summary>
    public readonly bool IsLike(RuleMatch other) => Rule == other.Rule && Capture == other.Capture && Rank == other.Rank && Name == other.Name;

    /// <summary>Document order, what is around before what is within.</summary>
    public static int ByPlace(RuleMatch a, RuleMatch b)
    {
        var order = a.Place.Start.CompareTo(b.Place.Start);
        order = order != 0 ? order : b.Place.End.CompareTo(a.Place.End);
        order = order != 0 ? order : a.Rank.CompareTo(b.Rank);
        order = order != 0 ? order : a.Rule.CompareTo(b.Rule);
        order = order != 0 ? order : a.Capture.CompareTo(b.Capture);
        order = order != 0 ? order : a.Shown.Start.CompareTo(b.Shown.Start);
        return order != 0 ? order : a.Related.Start.CompareTo(b.Related.Start);
    }
}
