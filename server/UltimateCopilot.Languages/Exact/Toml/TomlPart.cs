namespace UltimateCopilot.Languages.Exact.Toml;

/// <summary>One name of a key.</summary>
/// <param name="Text">What it says, without quotes and escapes.</param>
/// <param name="Offset">Where it stands.</param>
/// <param name="Length">How long it is there.</param>
internal readonly record struct TomlPart(ReadOnlyMemory<char> Text, int Offset, int Length);
