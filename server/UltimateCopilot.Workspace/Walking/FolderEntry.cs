namespace UltimateCopilot.Workspace.Walking;

/// <summary>A name within a folder.</summary>
internal readonly record struct FolderEntry(string Name, bool IsFolder, bool IsLink);
