namespace UltimateCopilot.Workspace.Walking;

/// <summary>Why a walk left out a path.</summary>
public enum SkipReason
{
    /// <summary>A folder of code that others wrote, such as <c>node_modules</c>.</summary>
    Vendored,

    /// <summary>A folder that a tool writes, such as <c>obj</c> next to a project file.</summary>
    Generated,

    /// <summary>A symbolic link or junction; what it points to is walked where it lies, if it lies within the walk.</summary>
    Link,
}
