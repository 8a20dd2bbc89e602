using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Trees;

/// <summary>
/// A concrete syntax tree of one text. It belongs to one analysis at a time; <see cref="Edit"/> prepares it for the next text.
/// </summary>
internal sealed class SyntaxTree(TreeHandle handle, Grammar grammar, SourceText text) : IDisposable
{
    public Grammar Grammar => grammar;

    /// <summary>The text that the tree's offsets mean; <see cref="Edit"/> moves on to the next one.</summary>
    public SourceText Text { get; private set; } = text;

    /// <summary>Whether anything in the text could not be parsed.</summary>
    public bool HasError => NativeSyntax.TreeHasError(handle) != 0;

    internal TreeHandle Handle => handle;

    /// <summary>Shifts the tree's offsets, so that parsing <paramref name="after"/> can reuse all that did not change.</summary>
    public void Edit(TextChange change, SourceText after)
    {
        var (startRow, startColumn) = Text.TreePointAt(change.Old.Start);
        var (oldRow, oldColumn) = Text.TreePointAt(change.Old.End);
        var (newRow, newColumn) = after.TreePointAt(change.NewEnd);
        NativeSyntax.TreeEdit(
            handle, (uint)change.Old.Start, (uint)change.Old.End, (uint)change.NewEnd,
            (uint)startRow, (uint)startColumn, (uint)oldRow, (uint)oldColumn, (uint)newRow, (uint)newColumn);
        Text = after;
    }

    /// <summary>The damaged part of the tree; empty where the text parsed.</summary>
    public unsafe NativeNode[] ReadDamage(int limit)
    {
        if (!HasError)
        {
            return [];
        }

        for (var capacity = 256; ; capacity *= 8)
        {
            var nodes = new NativeNode[Math.Min(capacity, limit)];
            fixed (NativeNode* target = nodes)
            {
                var count = NativeSyntax.TreeDamage(handle, target, (uint)nodes.Length);
                if (count < nodes.Length || nodes.Length == limit)
                {
                    return nodes[..(int)count];
                }
            }
        }
    }

    /// <summary>
    /// Where the syntax differs from that of <paramref name="before"/>, which has been edited along to this tree's text. What was typed there
    /// is not contained where it left the syntax alike.
    /// </summary>
    public unsafe TextSpan[] ChangesSince(SyntaxTree before)
    {
        const int Most = 64;
        var ranges = stackalloc uint[2 * Most];
        var count = (int)NativeSyntax.ChangedRanges(before.Handle, handle, ranges, Most);
        if (count == Most)
        {
            return [new TextSpan(0, Text.Length)];
        }

        var spans = new TextSpan[count];
        for (var i = 0; i < count; i++)
        {
            spans[i] = new TextSpan(Math.Min((int)ranges[2 * i], Text.Length), Math.Min((int)ranges[(2 * i) + 1], Text.Length));
        }

        return spans;
    }

    /// <summary>
    /// The part around a span that may be parsed by itself: the children of the root, or of one of the <paramref name="containers"/>, that hold or
    /// touch the span, with what lies behind them up to the next; null where there is none.
    /// </summary>
    public unsafe TextSpan? PartAround(TextSpan span, ReadOnlySpan<ushort> containers)
    {
        var part = stackalloc uint[2];
        fixed (ushort* symbols = containers)
        {
            return NativeSyntax.TreePart(handle, (uint)span.Start, (uint)span.End, symbols, (uint)containers.Length, part) == 0
                ? null
                : new TextSpan((int)part[0], (int)Math.Min(part[1], (uint)Text.Length));
        }
    }

    /// <summary>The same tree for another owner: edits of the one do not show in the other.</summary>
    public SyntaxTree Copy() => new(NativeSyntax.TreeCopy(handle), grammar, Text);

    public void Dispose() => handle.Dispose();
}
