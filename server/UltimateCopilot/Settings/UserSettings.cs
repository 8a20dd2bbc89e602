namespace UltimateCopilot.Settings;

/// <summary>
/// Every setting, below the section <c>ultimateCopilot</c>. This type is the single source: the VS Code manifest's block, the JSON Schema and
/// the documentation are generated from it.
/// </summary>
internal sealed record UserSettings
{
    public ServerSettings Server { get; init => field = value ?? field; } = new();

    public TraceSettings Trace { get; init => field = value ?? field; } = new();

    public StatusBarSettings StatusBar { get; init => field = value ?? field; } = new();

    public SyntaxSettings Syntax { get; init => field = value ?? field; } = new();

    public OutlineSettings Outline { get; init => field = value ?? field; } = new();

    public SqlSettings Sql { get; init => field = value ?? field; } = new();

    public ToolchainSettings Toolchain { get; init => field = value ?? field; } = new();

    public WorkspaceSettings Workspace { get; init => field = value ?? field; } = new();
}

/// <summary>Which server the editor starts.</summary>
internal sealed record ServerSettings
{
    [Setting("Path of the `ultimate-copilot` program. Empty: the one that comes with the extension.", "machine")]
    public string Path { get; init; } = string.Empty;

    [Setting("Environment variables for the server, on top of the editor's own.", "machine")]
    public IReadOnlyDictionary<string, string> ExtraEnv { get; init; } = new Dictionary<string, string>();
}

/// <summary>What is logged of the protocol.</summary>
internal sealed record TraceSettings
{
    [Setting(
        "Log the messages between the editor and the server.", Values = ["off", "messages", "verbose"],
        ValueDescriptions = ["Nothing.", "Which message, when.", "Also what is in it; this may be your code."])]
    public string Server { get; init; } = "off";
}

/// <summary>The item in the status bar.</summary>
internal sealed record StatusBarSettings
{
    [Setting(
        "When the status bar shows the state of Ultimate Copilot.", Values = ["always", "relevant", "never"],
        ValueDescriptions = ["Always.", "While a file that is checked is in the active editor.", "Never."])]
    public string Show { get; init; } = "always";
}

/// <summary>What is checked, and what is shown of it.</summary>
internal sealed record SyntaxSettings
{
    [Setting("Show what is syntactically wrong while typing.", "resource")]
    public bool Enable { get; init; } = true;

    [Setting(
        "The finest layer that is asked.", "resource", Values = ["fast", "exact", "toolchain"],
        ValueDescriptions =
        [
            "The grammar alone, on every change.",
            "Also the parser that follows the language's own rules, a moment later.",
            "Also the language's own parser where the machine has it, such as `python3`. It only parses and never runs the code. Off in untrusted workspaces.",
        ])]
    public string Layer { get; init => field = value ?? field; } = "toolchain";

    [Setting("Also check code of other languages within a file: scripts, styles and data in HTML, blocks of code and front matter in Markdown.", "window")]
    public bool Embedded { get; init; } = true;

    [Setting(
        "Per language identifier, or `*` for all others: `auto` leaves out what another extension already reports on the same line, `always` shows everything, `off` shows nothing.",
        "resource", Values = ["auto", "always", "off"])]
    public IReadOnlyDictionary<string, string> Show { get; init; } = new Dictionary<string, string> { ["*"] = "auto" };
}

/// <summary>Symbols, folding and selection ranges.</summary>
internal sealed record OutlineSettings
{
    [Setting(
        "Whose outline, folding and selection ranges an editor shows, per language identifier, or `*` for all others: `auto` gives ours where the editor has none of its own, `on` always, `off` never.",
        "resource", Values = ["auto", "on", "off"])]
    public IReadOnlyDictionary<string, string> Show { get; init; } = new Dictionary<string, string> { ["*"] = "auto" };
}

/// <summary>What SQL is checked as.</summary>
internal sealed record SqlSettings
{
    [Setting(
        "The dialect of SQL files.", Values = ["auto", "postgresql", "mysql", "sqlite", "tsql", "oracle"],
        ValueDescriptions =
        [
            "The one that a file shows by its words and marks; PostgreSQL where it shows none.",
            "PostgreSQL, with what psql reads beside statements.",
            "MySQL and MariaDB.",
            "SQLite.",
            "Microsoft SQL Server's Transact-SQL.",
            "Oracle's SQL and PL/SQL, with what SQL*Plus reads beside statements.",
        ])]
    public string Dialect { get; init => field = value ?? field; } = "auto";
}

/// <summary>The programs of the toolchain layer, and their limits.</summary>
internal sealed record ToolchainSettings
{
    [Setting(
        "Programs that parse, by the name that the doctor command tells, such as `python` or `typescript`: each a name on the path, or a full path. A toolchain that is not named here looks for its program itself.",
        "machine")]
    public IReadOnlyDictionary<string, string> Programs { get; init => field = value ?? field; } = new Dictionary<string, string>();

    [Setting("The Python interpreter that parses Python files: a name on the path, or a full path. `programs` goes before it.", "machine")]
    public string Python { get; init => field = value ?? field; } = "python3";

    [Setting("Time for one file, in milliseconds, after which a toolchain's process is ended.", "machine", Minimum = 100, Maximum = 60_000)]
    public int Timeout { get; init; } = 2_000;

    [Setting("Memory of one toolchain process, in MiB, beyond which it is ended.", "machine", Minimum = 64, Maximum = 16_384)]
    public int Memory { get; init; } = 512;
}

/// <summary>Which files of a workspace are checked.</summary>
internal sealed record WorkspaceSettings
{
    [Setting("Globs that a check of the whole workspace leaves out, on top of `.gitignore`; written as lines of a `.gitignore`.", "resource")]
    public IReadOnlyList<string> Exclude { get; init => field = value ?? field; } = [];
}
