namespace UltimateCopilot.Languages.Findings;

/// <summary>How sure and how bad; the values are those of the Language Server Protocol.</summary>
public enum Severity
{
    /// <summary>The text is broken.</summary>
    Error = 1,

    /// <summary>The text is probably broken, or broken in a place that a compiler does not look at.</summary>
    Warning = 2,

    /// <summary>Something to know about the check itself.</summary>
    Information = 3,
}
