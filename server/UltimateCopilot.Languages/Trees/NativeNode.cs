using System.Runtime.InteropServices;

namespace UltimateCopilot.Languages.Trees;

/// <summary>A node of a damaged tree as the native library lists it: <c>uc_node</c> of <c>grammars/native/syntax.h</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeNode
{
    public readonly uint Start;
    public readonly uint End;

    /// <summary>Index of the parent; the root's is its own.</summary>
    public readonly uint Parent;

    /// <summary>Index after the last node below this one.</summary>
    public readonly uint SubtreeEnd;

    public readonly ushort Symbol;

    /// <summary>Parse state before the node, 0 in error recovery.</summary>
    public readonly ushort State;

    /// <summary>Parse state behind the node, 0 when unknown.</summary>
    public readonly ushort StateAfter;

    public readonly NodeFlags Flags;

    /// <summary>Whether it was made up for want of text; some grammars wrap such a token in a rule that does not show it.</summary>
    public bool IsMissing =>
        (Flags & NodeFlags.Missing) != 0 || (Start == End && (Flags & (NodeFlags.Damaged | NodeFlags.Leaf | NodeFlags.Error)) == (NodeFlags.Damaged | NodeFlags.Leaf));
}
