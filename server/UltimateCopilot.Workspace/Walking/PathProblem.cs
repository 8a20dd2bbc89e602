namespace UltimateCopilot.Workspace.Walking;

/// <summary>Why a path could not be walked.</summary>
public enum PathProblem
{
    /// <summary>Nothing is there.</summary>
    NotFound,

    /// <summary>This user may not read it.</summary>
    NoPermission,

    /// <summary>The name is not valid UTF-8, so that it cannot be spelled to open it.</summary>
    InvalidName,

    /// <summary>The path is longer than the system allows.</summary>
    TooLong,

    /// <summary>The system could not read it for another reason.</summary>
    Failed,
}
