namespace UltimateCopilot.Workspace.TextFiles;

/// <summary>Why a file gives no text.</summary>
public enum TextFileProblem
{
    /// <summary>Nothing is there.</summary>
    NotFound,

    /// <summary>This user may not read it.</summary>
    NoPermission,

    /// <summary>It is a folder.</summary>
    IsFolder,

    /// <summary>It holds no text.</summary>
    Binary,

    /// <summary>It is larger than <see cref="TextFileOptions.MaximumBytes"/>.</summary>
    TooLarge,

    /// <summary>The system could not read it for another reason.</summary>
    Failed,
}
