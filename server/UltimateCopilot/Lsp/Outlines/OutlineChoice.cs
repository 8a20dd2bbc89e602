namespace UltimateCopilot.Lsp.Outlines;

/// <summary>Decides whether a document's symbols, folds and selection ranges are ours to give.</summary>
internal static class OutlineChoice
{
    /// <summary>What Visual Studio Code reads itself: two outlines of one file would stand side by side.</summary>
    private static readonly HashSet<string> EditorsOwn = new(StringComparer.Ordinal)
    {
        "html", "css", "scss", "json", "jsonc", "javascript", "javascriptreact", "typescript", "typescriptreact", "markdown",
    };

    public static bool IsOurs(LspSession session, string uri, string language)
    {
        var choices = session.Settings.For(uri).Outline.Show;
        return (choices.GetValueOrDefault(language) ?? choices.GetValueOrDefault("*")) switch
        {
            "on" => true,
            "off" => false,
            _ => !session.Client.IsOwn || !EditorsOwn.Contains(language),
        };
    }
}
