using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Allowances;

/// <summary>Where a tree is damaged, in whole lines.</summary>
internal static class DamagedLines
{
    /// <summary>A file with more damage is no text of its language.</summary>
    private const int MostNodes = 50_000;

    /// <summary>A parser often stumbles a little behind or before the construct that it does not know.</summary>
    private const int Around = 3;

    /// <summary>The lines of all that did not parse and their neighbours, in order and apart from one another.</summary>
    public static List<TextSpan> Of(SyntaxTree tree, SourceText text)
    {
        var nodes = tree.ReadDamage(MostNodes);
        var lines = new List<TextSpan>();
        for (var i = 0; i < nodes.Length; i++)
        {
            if ((nodes[i].Flags & NodeFlags.Error) == 0 && !nodes[i].IsMissing)
            {
                continue;
            }

            var first = Math.Max(text.LineAt((int)nodes[i].Start) - Around, 0);
            var span = new TextSpan(text.LineStart(first), text.LineEnd(text.LineAt((int)nodes[i].End) + Around));
            if (lines.Count > 0 && lines[^1].End + 1 >= span.Start)
            {
                lines[^1] = lines[^1] with { End = Math.Max(lines[^1].End, span.End) };
            }
            else
            {
                lines.Add(span);
            }

            if ((nodes[i].Flags & NodeFlags.Error) != 0)
            {
                i = Math.Max(i, (int)nodes[i].SubtreeEnd - 1);
            }
        }

        return lines;
    }
}
