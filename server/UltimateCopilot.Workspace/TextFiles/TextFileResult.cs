namespace UltimateCopilot.Workspace.TextFiles;

/// <summary>What came of reading a file: a <see cref="TextFileContent"/> or a <see cref="UnreadableTextFile"/>.</summary>
public abstract record TextFileResult
{
    private protected TextFileResult()
    {
    }
}
