namespace UltimateCopilot.Languages.Toolchain;

/// <summary>One run of a program over one text.</summary>
/// <param name="Arguments">Each as the program is to get it; <see cref="FileName"/> alone names the file, as the program runs in its folder.</param>
internal sealed record ProcessRun(IReadOnlyList<string> Arguments)
{
    /// <summary>The text, given on standard input in UTF-8 unless <see cref="FileName"/> is set.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Name of a file that is to hold the text, in a folder of its own; null: standard input holds it.</summary>
    public string? FileName { get; init; }

    /// <summary>See <see cref="ChildCommand.Environment"/>.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();
}
