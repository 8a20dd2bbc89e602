namespace UltimateCopilot.Lsp.Documents;

/// <summary>What a column counts, as agreed with the client.</summary>
internal enum PositionEncoding
{
    Utf16,
    Utf8,
}
