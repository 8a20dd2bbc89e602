using System.Runtime.InteropServices;

namespace UltimateCopilot.Languages.Trees;

/// <summary>One capture of a query's match: <c>uc_capture</c> of <c>grammars/native/syntax.h</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeCapture
{
    public readonly uint Start;
    public readonly uint End;

    /// <summary>The same number for all captures of one match.</summary>
    public readonly uint Match;

    /// <summary>Index of the pattern within the query.</summary>
    public readonly ushort Pattern;

    /// <summary>Index of the capture's name within the query.</summary>
    public readonly ushort Capture;
}
