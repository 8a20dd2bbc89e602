namespace UltimateCopilot.Lsp.Diagnostics;

/// <summary>What <c>docs/errors.md</c>, which comes with the program, says of each code.</summary>
internal static class ErrorPages
{
    private static readonly Lazy<Dictionary<string, (int Line, string Text)>> Sections = new(Read);

    private static readonly Lazy<string?> File = new(static () =>
        Path.Combine(AppContext.BaseDirectory, "docs", "errors.md") is var path && System.IO.File.Exists(path) ? new Uri(path).AbsoluteUri : null);

    /// <summary>The section of a code, in Markdown and without its heading; null where there is none.</summary>
    public static string? Find(string code) => Sections.Value.TryGetValue(code, out var section) ? section.Text : null;

    /// <summary>Where an editor opens the section; null where the page is not beside the program.</summary>
    public static string? LinkTo(string code) =>
        File.Value is { } page && Sections.Value.TryGetValue(code, out var section) ? $"{page}#L{section.Line}" : null;

    private static Dictionary<string, (int Line, string Text)> Read()
    {
        const string Heading = "## ";
        using var stream = typeof(ErrorPages).Assembly.GetManifestResourceStream("errors.md")
            ?? throw new InvalidOperationException("The page of errors is not in the assembly.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
        var sections = new Dictionary<string, (int Line, string Text)>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(Heading, StringComparison.Ordinal))
            {
                var text = lines.Skip(i + 1).TakeWhile(static line => !line.StartsWith(Heading, StringComparison.Ordinal) && line != "---");
                sections[lines[i][Heading.Length..].Trim()] = (i + 1, string.Join('\n', text).Trim());
            }
        }

        return sections;
    }
}
