namespace UltimateCopilot.Languages.Catalogue;

/// <summary>What a language is: one entry of <c>grammars/languages.json</c>.</summary>
/// <remarks>The generated deserialiser sets what the file leaves out to null, which the setters turn into their default.</remarks>
public sealed record LanguageDefinition
{
    /// <summary>Any text whose language is not known: only what shows in the lines themselves is checked.</summary>
    public static LanguageDefinition PlainText { get; } = new()
    {
        Id = "plaintext",
        Name = "Plain text",
        IsProse = true,
        BlockComments = [new BlockComment("<!--", "-->")], // so that tags count as its own
    };

    /// <summary>The language identifier of the Language Server Protocol, such as <c>csharp</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it, such as <c>C#</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Other identifiers that editors and people use for it.</summary>
    public IReadOnlyList<string> Aliases { get; init => field = value ?? []; } = [];

    /// <summary>File name endings, each with its dot.</summary>
    public IReadOnlyList<string> Extensions { get; init => field = value ?? []; } = [];

    /// <summary>Whole file names, which win over extensions; <c>*</c> stands for any run of characters.</summary>
    public IReadOnlyList<string> FileNames { get; init => field = value ?? []; } = [];

    /// <summary>Program names in a first line <c>#!</c> that mean this language.</summary>
    public IReadOnlyList<string> Interpreters { get; init => field = value ?? []; } = [];

    /// <summary>The grammar of the fast layer; null where there is none.</summary>
    public GrammarReference? Grammar { get; init; }

    /// <summary>Constructs of the language that its grammar does not know.</summary>
    public IReadOnlyList<Allowance> Allowances { get; init => field = value ?? []; } = [];

    /// <summary>Languages whose allowances hold here too; the catalogue has added them to <see cref="Allowances"/>.</summary>
    public IReadOnlyList<string> AllowancesOf { get; init => field = value ?? []; } = [];

    /// <summary>How a text falls into parts that may be parsed one by one; null where it does not.</summary>
    public StandaloneParts? Parts { get; init; }

    /// <summary>Name of the managed parser that overrules the grammar; null where there is none.</summary>
    public string? Exact { get; init; }

    /// <summary>Name of the worker that asks the language's own parser; null where there is none.</summary>
    public string? Toolchain { get; init; }

    /// <summary>What starts a comment that ends with its line.</summary>
    public string? LineComment { get; init; }

    /// <summary>Where what the parser is to pass over starts and ends, other than with a line.</summary>
    public IReadOnlyList<BlockComment> BlockComments { get; init => field = value ?? []; } = [];

    /// <summary>Its strings, where a plain one ends with its line although a parser may read on; null where that is not said.</summary>
    public LineStrings? LineStrings { get; init; }

    /// <summary>Columns of indentation beyond which the grammar's scanner loses count of the open blocks, and must not be asked; null for any.</summary>
    public int? WidestIndent { get; init; }

    /// <summary>Whether it holds values rather than statements, and so has no keywords to misspell.</summary>
    public bool IsData { get; init; }

    /// <summary>Whether every text of it is valid, and code in it stands in fences.</summary>
    public bool IsProse { get; init; }

    /// <summary>Words at the start of a line that show a text of another language with the same file names: its grammar is no judge of that.</summary>
    public IReadOnlyList<string> ForeignStarts { get; init => field = value ?? []; } = [];

    /// <summary>Whether tabs may not indent a line.</summary>
    public bool ForbidsTabs { get; init; }

    /// <summary>Whether macros and conditional directives, as C has them, come before the grammar.</summary>
    public bool HasPreprocessor { get; init; }

    /// <summary>Token that ends a statement, when leaving it out is a mistake.</summary>
    public string? Terminator { get; init; }

    /// <summary>Whether a comma before a closing bracket is fine although the grammar knows none.</summary>
    public bool TrailingCommas { get; init; }

    /// <summary>Whether indentation makes the blocks, as Python has it, although the grammar hardly looks at it.</summary>
    public bool HasOffsideRule { get; init; }

    /// <summary>Token between a construct's header and its block, when leaving it out is a mistake.</summary>
    public string? BlockStart { get; init; }

    /// <summary>Words that may not be names, although the grammar takes them for names at some places.</summary>
    public IReadOnlyList<string> ReservedWords { get; init => field = value ?? []; } = [];

    /// <summary>The blocks that words begin and end.</summary>
    public IReadOnlyList<BlockWords> Blocks { get; init => field = value ?? []; } = [];

    /// <summary>Keyword that opens a construct, and what stands between it and its body, as people name it.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init => field = value ?? field; } = new Dictionary<string, string>();
}
