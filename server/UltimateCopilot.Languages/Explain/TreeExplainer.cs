using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Explain;

/// <summary>
/// Turns a damaged tree into findings, one for each mistake. A bracket or string that is not closed upsets all that follows in its
/// construct, so what the parser says there is left out; of other errors close together the first one stands for all.
/// </summary>
internal static class TreeExplainer
{
    /// <summary>
    /// A mistake in the middle of nested code can make the parser stumble at every line behind it. Whoever has mended the first ones sees the
    /// next.
    /// </summary>
    private const int MostLightFindings = 3;

    /// <summary>A text in ruins has thousands of errors; what is shown comes from the first ones.</summary>
    private const int MostCandidates = 16;

    /// <summary>The findings in document order.</summary>
    public static List<Finding> Explain(DamagedTree tree)
    {
        var grave = ExplainBrackets(tree);
        grave.AddRange(TagAudit.Of(tree));
        grave.AddRange(BlockAudit.Of(tree));
        var light = new List<Finding>();
        var errors = new ErrorExplainer(tree);
        for (var i = 0; i < tree.Nodes.Length && light.Count < MostCandidates; i++)
        {
            if (tree.Is(i, NodeFlags.Error) && (i > 0 || tree.Nodes.Length == 1 || !HasErrorBelowRoot(tree)))
            {
                if (tree.Language.TrailingCommas && errors.IsTrailingComma(i))
                {
                    continue;
                }

                var finding = errors.Explain(i);
                (finding.Code is FindingCodes.UnclosedString or FindingCodes.UnclosedComment ? grave : light).Add(finding);
                i = Math.Max(i, (int)tree.Nodes[i].SubtreeEnd - 1);
            }
            else if (tree.IsMissing(i))
            {
                ExplainMissing(tree, i, errors, grave, light);
            }
        }

        if (OpenString.Find(tree.Text, tree.Extent, tree.Language) is >= 0 and var quote)
        {
            // Brackets do not add up behind it, and what the parser says there comes from it.
            grave = [errors.UnclosedString(quote)];
            light.RemoveAll(finding => finding.Span.End > tree.Text.LineStart(tree.Text.LineAt(quote)));
        }

        return Gather(tree, grave, light);
    }

    /// <summary>A root that is an ERROR as a whole says little where errors inside it say more.</summary>
    private static bool HasErrorBelowRoot(DamagedTree tree)
    {
        for (var i = 1; i < tree.Nodes.Length; i++)
        {
            if (tree.Is(i, NodeFlags.Error) || tree.IsMissing(i))
            {
                return true;
            }
        }

        return false;
    }

    private static List<Finding> ExplainBrackets(DamagedTree tree)
    {
        var audit = BracketAudit.Of(tree);
        var findings = new List<Finding>();
        foreach (var (opener, closer) in audit.Mismatched.Take(MostCandidates))
        {
            var kind = tree.NameOf(opener)[^1];
            findings.Add(new Finding
            {
                Code = FindingCodes.MismatchedBracket,
                Span = tree.SpanOf(closer),
                Message = $"'{kind}' is closed by '{tree.NameOf(closer)}': expected '{BracketAudit.CloserOf(kind)}'",
                Related = [new RelatedPlace(tree.SpanOf(opener), $"'{kind}' opened here")],
            });
        }

        foreach (var unclosed in audit.Unclosed.Take(MostCandidates))
        {
            findings.Add(UnclosedBracketFinding(tree, audit, unclosed));
        }

        foreach (var closer in audit.Unmatched.Take(MostCandidates))
        {
            findings.Add(UnmatchedBracketFinding(tree, closer));
        }

        return findings;
    }

    private static Finding UnmatchedBracketFinding(DamagedTree tree, int closer)
    {
        var (kind, place) = (tree.NameOf(closer), tree.SpanOf(closer));
        if (BracketLayout.FindHeadless(tree.Text, place.Start) is not (>= 0 and var start))
        {
            return new Finding { Code = FindingCodes.UnmatchedBracket, Span = place, Message = $"'{kind}' closes nothing: no bracket is open here" };
        }

        return new Finding
        {
            Code = FindingCodes.UnmatchedBracket,
            Span = new TextSpan(start, tree.TrimmedEnd(tree.Text.Line(tree.Text.LineAt(start)))),
            Message = $"these lines belong to no block: '{kind}'{Wording.OnLine(tree.Text, place.Start, start)} closes nothing",
            Related = [new RelatedPlace(place, $"'{kind}' closes nothing")],
        };
    }

    private static Finding UnclosedBracketFinding(DamagedTree tree, BracketAudit audit, UnclosedBracket bracket)
    {
        var text = tree.Text;
        var opener = tree.SpanOf(bracket.Node);
        var expectedAt = FirstObstacle(tree, bracket) ?? audit.ExpectedPlace(bracket);
        if (bracket.Kind == '{' && BracketLayout.FindContradictedOpener(text, new TextSpan(opener.Start, tree.Extent.End), out var layoutEnd) is >= 0 and var culprit)
        {
            opener = new TextSpan(culprit, culprit + 1);
            expectedAt = layoutEnd;
        }

        var kind = text[Math.Max(opener.End - 1, 0)];
        return new Finding
        {
            Code = FindingCodes.UnclosedBracket,
            Span = new TextSpan(Math.Max(expectedAt - 1, opener.Start), expectedAt),
            Message = $"'{kind}'{Wording.OpenedOnLine(text, opener.Start, expectedAt)} is never closed: expected '{BracketAudit.CloserOf(kind)}' here",
            Expected = $"{BracketAudit.CloserOf(kind)}",
            Related = [new RelatedPlace(opener, $"'{kind}' opened here")],
        };
    }

    /// <summary>On the opener's own line: where the parser missed the closer, or met something that fits no more.</summary>
    private static int? FirstObstacle(DamagedTree tree, UnclosedBracket bracket)
    {
        var line = tree.Text.LineAt(tree.SpanOf(bracket.Node).Start);
        for (var i = bracket.Node + 1; i < tree.Nodes.Length; i++)
        {
            var span = tree.SpanOf(i);
            if (tree.Text.LineAt(span.Start) != line)
            {
                return null;
            }

            if (tree.Is(i, NodeFlags.Missing) || tree.Is(i, NodeFlags.Unexpected | NodeFlags.Leaf))
            {
                return tree.EndOfTextBefore(i);
            }
        }

        return null;
    }

    private static void ExplainMissing(DamagedTree tree, int node, ErrorExplainer errors, List<Finding> grave, List<Finding> light)
    {
        var name = tree.NameOf(node);
        if (name is ")" or "]" or "}" && grave.Exists(finding => finding.Code is FindingCodes.UnclosedBracket))
        {
            return; // the audit has it
        }

        if (tree.Language.LineStrings is null && name is "\"" or "'" or "`" or "string_end" or "\"\"\"")
        {
            var parent = tree.Nodes[node].Parent;
            for (var i = (int)parent + 1; i < node; i++)
            {
                if (tree.Nodes[i].Parent == parent)
                {
                    grave.Add(errors.UnclosedString(tree.SpanOf(i).Start));
                    return;
                }
            }
        }

        var place = tree.EndOfTextBefore(node);
        if (errors.FindMisspeltLineStart(place) is { } misspelt)
        {
            light.Add(misspelt);
            return;
        }

        light.Add(new Finding
        {
            Code = FindingCodes.MissingToken,
            Expected = tree.Is(node, NodeFlags.Named) ? null : name,
            Span = new TextSpan(Math.Max(place - 1, 0), place),
            Message = tree.Is(node, NodeFlags.Named) && OperatorBefore(tree, node) is { } sign ? $"expected a value after '{sign}'"
                : tree.Language.IsData && tree.Is(node, NodeFlags.Named) ? "expected a value"
                : tree.Is(node, NodeFlags.Named) ? $"expected {Wording.Rule(name)}"
                : $"expected '{name}'",
        });
    }

    /// <summary>The sign before a node that asks for a value.</summary>
    private static string? OperatorBefore(DamagedTree tree, int node) =>
        tree.LeafBefore(node) is >= 0 and var before && tree.IsToken(before) && tree.NameOf(before) is var sign
        && sign is "=" or "+" or "-" or "*" or "/" or "%" or "==" or "!=" or "<" or ">" or "<=" or ">=" or "&&" or "||" ? sign : null;

    private static List<Finding> Gather(DamagedTree tree, List<Finding> grave, List<Finding> light)
    {
        grave.Sort(ByPlace);
        light.Sort(ByPlace);
        var found = new List<Finding>();
        foreach (var finding in grave)
        {
            // A second one in the same construct is nearly always the first one's echo.
            if (!found.Exists(other => Construct(tree, other).Touches(Construct(tree, finding))))
            {
                found.Add(finding);
            }
        }

        // Behind a bracket or string that upsets its construct nothing can be told apart from an echo; before it everything can.
        var upset = found.Count == 0 ? int.MaxValue : found.Min(grave => Construct(tree, grave).Start);
        var graveCount = found.Count;
        var lastLine = -2;
        foreach (var finding in light)
        {
            var line = tree.Text.LineAt(finding.Span.Start);
            if (finding.Span.End >= upset || found.Count - graveCount == MostLightFindings)
            {
                break;
            }

            if (line > lastLine + 1)
            {
                found.Add(finding);
                lastLine = line;
            }
        }

        found.Sort(ByPlace);
        return found;
    }

    /// <summary>The outermost damaged node, below the root, around a finding and its related places; what is left of it counts as upset.</summary>
    private static TextSpan Construct(DamagedTree tree, Finding finding)
    {
        var span = new TextSpan(
            Math.Min(finding.Span.Start, finding.Related.Count > 0 ? finding.Related[0].Span.Start : finding.Span.Start), finding.Span.End);
        for (var i = 1; i < tree.Nodes.Length; i = (int)tree.Nodes[i].SubtreeEnd)
        {
            var node = tree.SpanOf(i);
            if (node.Touches(span) && tree.Is(i, NodeFlags.Damaged))
            {
                span = new TextSpan(Math.Min(span.Start, node.Start), Math.Max(span.End, node.End));
            }
        }

        return span;
    }

    private static int ByPlace(Finding a, Finding b) => a.Span.Start.CompareTo(b.Span.Start);
}
