namespace UltimateCopilot.Tests.Lsp.Fixture;

/// <summary>One incremental change, in the client's encoding.</summary>
internal sealed record Edit(int StartLine, int StartColumn, int EndLine, int EndColumn, string Text)
{
    public object ToJson() => new
    {
        range = new { start = new { line = StartLine, character = StartColumn }, end = new { line = EndLine, character = EndColumn } },
        text = Text,
    };
}
