using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Rules;

/// <summary>A node that a rule has picked out: a context of others, a definition, or where a finding stands if its conditions are met.</summary>
/// <param name="Rule">Index of the rule.</param>
/// <param name="Capture">Index of the capture, which tells what the rule wants of the node.</param>
/// <param name="Node">The node, or the part of it that is wrong.</param>
/// <param name="Related">The node that explains it; empty at 0 where there is none.</param>
/// <param name="Extent">All that the match depends on.</param>
/// <param name="Name">What it is called, where a condition asks for it; else null.</param>
internal readonly record struct RuleMatch(int Rule, int Capture, TextSpan Node, TextSpan Related, TextSpan Extent, string? Name)
{
    /// <summary>Where it is after a change of text.</summary>
    public RuleMatch MovedBy(TextChange change) =>
        this with { Node = change.Map(Node), Related = change.Map(Related), Extent = change.Map(Extent) };

    /// <summary>Document order, what is around before what is within.</summary>
    public static int ByPlace(RuleMatch a, RuleMatch b)
    {
        var order = a.Node.Start.CompareTo(b.Node.Start);
        order = order != 0 ? order : b.Node.End.CompareTo(a.Node.End);
        order = order != 0 ? order : a.Rule.CompareTo(b.Rule);
        order = order != 0 ? order : a.Capture.CompareTo(b.Capture);
        return order != 0 ? order : a.Related.Start.CompareTo(b.Related.Start);
    }
}
