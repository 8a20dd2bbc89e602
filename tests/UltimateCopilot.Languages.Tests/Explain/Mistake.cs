namespace UltimateCopilot.Languages.Tests.Explain;

/// <summary>A typical mistake, and what is said of it.</summary>
public sealed record Mistake(string Language, string Title, string Code, string Answer)
{
    public override string ToString() => $"{Language}: {Title}";
}
