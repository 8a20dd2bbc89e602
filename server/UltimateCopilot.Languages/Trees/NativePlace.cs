using System.Runtime.InteropServices;

namespace UltimateCopilot.Languages.Trees;

/// <summary>A place of a text: <c>uc_place</c> of <c>grammars/native/syntax.h</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NativePlace(uint Offset, uint Row, uint Column);
