namespace UltimateCopilot.Languages.Embedded;

/// <summary>How a piece of another language lies in its document.</summary>
internal enum EmbeddedForm
{
    /// <summary>Between two tags. A template may have left something of its own in it.</summary>
    Element,

    /// <summary>Lines between two fences, all indented or quoted alike. Often an excerpt.</summary>
    Fence,

    /// <summary>The lines between two marks at the start of a document.</summary>
    FrontMatter,
}
