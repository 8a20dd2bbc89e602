namespace UltimateCopilot.Languages.Trees;

/// <summary>What a parse state could go on with: literal tokens by their text, and rules by their name.</summary>
internal readonly record struct ExpectedSymbols(IReadOnlyList<string> Literals, IReadOnlyList<string> Rules)
{
    public bool Allows(string literal) => Literals.Contains(literal);
}
