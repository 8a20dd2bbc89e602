namespace UltimateCopilot.Languages.Toolchain.Rust;

/// <summary>A place that a message is about or that explains it; lines and columns from 1.</summary>
internal sealed record RustSpan(bool IsPrimary, int LineStart, int ColumnStart, int LineEnd, int ColumnEnd, string? Label);
