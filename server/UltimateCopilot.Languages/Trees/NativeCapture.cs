using System.Runtime.InteropServices;
using UltimateCopilot.Languages.Text;

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

    /// <summary>Where it is in the text, which lacks the line break that the parser sees behind it.</summary>
    public TextSpan SpanIn(SourceText text) => new(Math.Min((int)Start, text.Length), Math.Min((int)End, text.Length));
}
