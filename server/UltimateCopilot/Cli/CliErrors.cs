namespace UltimateCopilot.Cli;

/// <summary>Codes of what can go wrong on the command line. Each has a section in <c>docs/errors.md</c>; a code never changes its meaning.</summary>
internal static class CliErrors
{
    /// <summary>A bug, as far as one can tell.</summary>
    public const string Unexpected = "UC2200";

    /// <summary>Arguments that do not fit together or are not known.</summary>
    public const string WrongUse = "UC2201";

    /// <summary>No file, folder or text was given.</summary>
    public const string NothingGiven = "UC2202";

    /// <summary>A named path that is not there or cannot be read.</summary>
    public const string Unreadable = "UC2203";

    /// <summary>A language that the catalogue does not know.</summary>
    public const string UnknownLanguage = "UC2204";

    /// <summary>A list of files, or a manifest, that cannot be read.</summary>
    public const string UnreadableList = "UC2205";

    /// <summary>Lines of a manifest that could not be measured.</summary>
    public const string BadCases = "UC2206";

    /// <summary>Results that cannot be written.</summary>
    public const string Unwritable = "UC2207";

    /// <summary>The user pressed Ctrl+C.</summary>
    public const string Interrupted = "UC2208";

    /// <summary>The native syntax library is missing or broken; also known to the language server.</summary>
    public const string NoSyntaxLibrary = "UC2002";

    /// <summary>All codes of the command line, for the documentation test.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Unexpected, WrongUse, NothingGiven, Unreadable, UnknownLanguage, UnreadableList, BadCases, Unwritable, Interrupted, NoSyntaxLibrary];
}
