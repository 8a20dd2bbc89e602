namespace UltimateCopilot.Languages.Trees;

/// <summary>Looks at one match of a query; its captures are valid during the call only.</summary>
internal delegate void MatchVisitor(int variant, ReadOnlySpan<NativeCapture> captures);
