namespace UltimateCopilot.Languages.Exact.Sql.Grammar;

/// <summary>A line of a file of words: the dialect's letter, what the words have in common, and the words.</summary>
internal sealed record WordList(char Dialect, string Sort, IReadOnlyList<string> Words)
{
    /// <summary>The plain words of an entry such as <c>A+B</c> or <c>^A</c>.</summary>
    public static string[] Parts(string word) => word.TrimStart('^').Split('+');

    public static IEnumerable<WordList> Read(string text) =>
        from line in text.Split('\n')
        where line.Length > 2 && line[0] != '#'
        let colon = line.IndexOf(':')
        select new WordList(line[0], line[2..colon], line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
