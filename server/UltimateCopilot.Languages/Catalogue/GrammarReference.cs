namespace UltimateCopilot.Languages.Catalogue;

/// <summary>Where a grammar's C sources are, and the name of its function in the native library.</summary>
public sealed record GrammarReference(string Package, string Source, string Symbol);
