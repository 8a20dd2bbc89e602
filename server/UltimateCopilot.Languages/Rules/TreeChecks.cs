using System.Runtime.InteropServices;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Rules;

/// <summary>
/// The rules' findings in one document, incremental from one sound tree to the next: only what an edit has changed is queried anew, and
/// judged anew only where that gave other matches than before.
/// </summary>
internal sealed class TreeChecks(TreeRules rules)
{
    /// <summary>A larger file is no hand-written source, and would cost a keystroke too much.</summary>
    private const int LargestFile = 1 << 20;

    /// <summary>Whoever has mended these sees the next.</summary>
    private const int MostFindings = 50;

    /// <summary>What was edited since the last sound tree.</summary>
    private readonly List<TextSpan> _edited = [];

    /// <summary>All matches of the last sound tree, moved along with the edits since; null where there is none.</summary>
    private List<RuleMatch>? _matches;

    /// <summary>Those of them that are mistakes.</summary>
    private List<RuleMatch> _found = [];

    /// <summary>The mistakes that were reported last, of a damaged tree perhaps.</summary>
    private List<RuleMatch> _shown = [];

    /// <summary>Forgets the document.</summary>
    public void Clear()
    {
        _matches = null;
        _edited.Clear();
        (_found, _shown) = ([], []);
    }

    /// <summary>Follows an edit.</summary>
    public void Move(TextChange change)
    {
        for (var i = 0; i < _edited.Count; i++)
        {
            _edited[i] = change.Map(_edited[i]);
        }

        _edited.Add(new TextSpan(change.Old.Start, change.NewEnd));
        _shown = _shown.FindAll(match => !match.Extent.Touches(change.Old));
        Move(_matches, change);
        Move(_found, change);
        Move(_shown, change);
    }

    /// <summary>The findings of a tree that is seen for the first time.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="soundUntil">Behind this nothing is certain, for want of a sound tree.</param>
    public List<Finding> Check(SyntaxTree tree, int soundUntil = int.MaxValue)
    {
        var matches = tree.Text.Length > LargestFile ? [] : Find(tree, [new TextSpan(0, Math.Min(soundUntil, tree.Text.Length))]);
        var found = RuleSweep.Run(rules, matches);
        if (!tree.HasError)
        {
            Keep(tree.Text.Length > LargestFile ? null : matches, found);
        }

        _shown = found.FindAll(match => match.Extent.End < soundUntil);
        return Report(tree.Text);
    }

    /// <summary>The findings of a sound tree that follows the last sound one by the edits since, and differs from it in <paramref name="changes"/>.</summary>
    public List<Finding> Update(SyntaxTree tree, IEnumerable<TextSpan> changes)
    {
        if (_matches is null || tree.Text.Length > LargestFile)
        {
            return Check(tree);
        }

        var ranges = tree.Text.WholeLines(_edited.Concat(changes));
        var stale = StaleOnes(_matches, ranges);
        var fresh = Find(tree, ranges);
        fresh.RemoveAll(match => !IsTouched(match, ranges));
        if (IsOfOneShape(stale, fresh) && !_found.Exists(match => IsTouched(match, ranges)))
        {
            for (var i = 0; i < stale.Count; i++)
            {
                _matches[stale[i]] = fresh[i]; // the text is another one, but nothing that a rule minds
            }
        }
        else
        {
            var matches = Merge(_matches, stale, fresh);
            Keep(matches, RuleSweep.Run(rules, matches));
        }

        _edited.Clear();
        _shown = _found;
        return Report(tree.Text);
    }

    /// <summary>What was reported last, apart from what an edit has touched since: the best guess for a damaged tree that depends on the one before.</summary>
    public List<Finding> Recall(SourceText text, int soundUntil)
    {
        _shown = _shown.FindAll(match => match.Extent.End < soundUntil);
        return Report(text);
    }

    private void Keep(List<RuleMatch>? matches, List<RuleMatch> found)
    {
        (_matches, _found) = (matches, found);
        _edited.Clear();
    }

    private static void Move(List<RuleMatch>? matches, TextChange change)
    {
        foreach (ref var match in CollectionsMarshal.AsSpan(matches))
        {
            match.Move(change);
        }
    }

    private List<RuleMatch> Find(SyntaxTree tree, List<TextSpan> ranges)
    {
        var found = new List<RuleMatch>();
        foreach (var range in ranges)
        {
            // One unit more on both sides, so that what only touches the range is seen.
            found.AddRange(rules.Find(tree, new TextSpan(Math.Max(range.Start - 1, 0), range.End + 1)));
        }

        found.Sort(RuleMatch.ByPlace);
        return Distinct(found);
    }

    /// <summary>A pattern may match one node in several ways, and a match may touch several ranges.</summary>
    private static List<RuleMatch> Distinct(List<RuleMatch> sorted)
    {
        var last = default(RuleMatch);
        sorted.RemoveAll(match =>
        {
            var isSame = match == last;
            last = match;
            return isSame;
        });
        return sorted;
    }

    private static bool IsTouched(in RuleMatch match, List<TextSpan> ranges)
    {
        var extent = match.Extent;
        foreach (var range in ranges)
        {
            if (extent.Touches(range))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Indices of the matches that the ranges touch.</summary>
    private static List<int> StaleOnes(List<RuleMatch> matches, List<TextSpan> ranges)
    {
        var stale = new List<int>();
        var all = CollectionsMarshal.AsSpan(matches);
        for (var i = 0; i < all.Length; i++)
        {
            if (IsTouched(all[i], ranges))
            {
                stale.Add(i);
            }
        }

        return stale;
    }

    /// <summary>Whether the fresh matches are like the stale ones, and lie in one another like those.</summary>
    private bool IsOfOneShape(List<int> stale, List<RuleMatch> fresh)
    {
        if (stale.Count != fresh.Count)
        {
            return false;
        }

        var (before, after) = (new Stack<int>(), new Stack<int>());
        for (var i = 0; i < fresh.Count; i++)
        {
            var match = _matches![stale[i]];
            if (!match.IsLike(fresh[i]) || Depth(before, match) != Depth(after, fresh[i]))
            {
                return false;
            }
        }

        return true;

        static int Depth(Stack<int> ends, RuleMatch match)
        {
            while (ends.TryPeek(out var end) && RuleSweep.IsLeft(end, match.Place))
            {
                ends.Pop();
            }

            ends.Push(match.Place.End);
            return ends.Count;
        }
    }

    private static List<RuleMatch> Merge(List<RuleMatch> matches, List<int> stale, List<RuleMatch> fresh)
    {
        var merged = new List<RuleMatch>(matches.Count - stale.Count + fresh.Count);
        var (nextStale, nextFresh) = (0, 0);
        for (var i = 0; i < matches.Count; i++)
        {
            if (nextStale < stale.Count && stale[nextStale] == i)
            {
                nextStale++;
                continue;
            }

            while (nextFresh < fresh.Count && RuleMatch.ByPlace(fresh[nextFresh], matches[i]) < 0)
            {
                merged.Add(fresh[nextFresh++]);
            }

            merged.Add(matches[i]);
        }

        merged.AddRange(fresh[nextFresh..]);
        return merged;
    }

    private List<Finding> Report(SourceText text)
    {
        var findings = new List<Finding>();
        foreach (var match in _shown)
        {
            if (RuleWording.Describe(match, rules, text) is { } finding && !findings.Exists(other => other.Span == finding.Span))
            {
                findings.Add(finding);
            }

            if (findings.Count == MostFindings)
            {
                break;
            }
        }

        return findings;
    }
}
