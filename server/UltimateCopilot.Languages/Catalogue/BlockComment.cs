namespace UltimateCopilot.Languages.Catalogue;

/// <summary>How a stretch starts and ends that the parser passes over, such as <c>/*</c> and <c>*/</c>.</summary>
public sealed record BlockComment(string Open, string Close);
