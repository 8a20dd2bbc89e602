namespace UltimateCopilot.Languages.Toolchain;

/// <summary>Whether a toolchain answers, and its version or what is in the way.</summary>
public sealed record ToolchainStatus(string Name, bool IsAvailable, string Detail);
