using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Embedded;
using UltimateCopilot.Languages.Exact;
using UltimateCopilot.Languages.Exact.Sql;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Outlines;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Toolchain;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Checking;

/// <summary>The door to syntax checking: knows the languages, and makes a checker for each document. Safe to call from any thread.</summary>
public sealed class SyntaxEngine : IAsyncDisposable
{
    private readonly ExactParsers _exact;
    private readonly Lazy<LanguageCatalogue> _catalogue = new(LanguageCatalogue.Load);
    private readonly TimeProvider _time;
    private readonly EmbeddedLanguages _embedded;
    private Toolchains? _toolchains;
    private int _sqlDialect;
    private bool _checksEmbedded = true;

    /// <summary>An engine without toolchains; <see cref="AllowToolchains"/> turns them on. Does nothing until it is used.</summary>
    public SyntaxEngine(TimeProvider time)
    {
        _time = time;
        _exact = new ExactParsers(() => SqlDialect);
        _embedded = new EmbeddedLanguages(() => Catalogue, language => Open(language));
    }

    /// <summary>What SQL is checked as from now on.</summary>
    /// <value>Default: <see cref="SqlDialect.Auto"/>.</value>
    public SqlDialect SqlDialect
    {
        get => (SqlDialect)Volatile.Read(ref _sqlDialect);
        set => Volatile.Write(ref _sqlDialect, (int)value);
    }

    /// <summary>The languages that are known, read when first asked for.</summary>
    public LanguageCatalogue Catalogue => _catalogue.Value;

    /// <summary>Whether code of other languages within a document is checked too, from the next check on.</summary>
    /// <value>Default: true.</value>
    public bool ChecksEmbedded
    {
        get => Volatile.Read(ref _checksEmbedded);
        set => Volatile.Write(ref _checksEmbedded, value);
    }

    /// <summary>Whether the toolchain layer may start processes.</summary>
    public bool ToolchainsAllowed => Volatile.Read(ref _toolchains) is not null;

    /// <summary>Lets the toolchain layer start processes from now on, with these limits.</summary>
    public async ValueTask AllowToolchains(ToolchainOptions options)
    {
        if (Interlocked.Exchange(ref _toolchains, new Toolchains(options, _time)) is { } before)
        {
            await before.DisposeAsync();
        }
    }

    /// <summary>Stops the processes of the toolchain layer, and starts no more.</summary>
    public async ValueTask ForbidToolchains()
    {
        if (Interlocked.Exchange(ref _toolchains, null) is { } before)
        {
            await before.DisposeAsync();
        }
    }

    /// <summary>A checker for one document.</summary>
    /// <param name="language">What it is written in.</param>
    /// <param name="path">Where it lies, if anywhere. It is never opened: a name may tell more than the language.</param>
    /// <param name="typingPause">How long nothing is to be typed before what takes long begins; null where nobody types.</param>
    public DocumentChecker Open(LanguageDefinition language, string? path = null, TimeSpan? typingPause = null) =>
        new(language, path, _exact, () => Volatile.Read(ref _toolchains), () => ChecksEmbedded ? _embedded : null, typingPause is { } length ? new TypingPause(length, _time) : null);

    /// <summary>Checks one text by all layers up to <paramref name="deepest"/>.</summary>
    public Task<SyntaxReport> CheckAsync(LanguageDefinition language, SourceText text, Layer deepest, CancellationToken cancellation) =>
        CheckAsync(language, path: null, text, deepest, cancellation);

    /// <summary>Checks one text that lies at a path.</summary>
    public async Task<SyntaxReport> CheckAsync(LanguageDefinition language, string? path, SourceText text, Layer deepest, CancellationToken cancellation)
    {
        using var checker = Open(language, path);
        SyntaxReport? last = null;
        await foreach (var report in checker.CheckAsync(text, edits: null, deepest, cancellation))
        {
            last = report;
        }

        return last ?? throw new InvalidOperationException("A check ended without a report.");
    }

    /// <summary>How a text is built up.</summary>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public static DocumentStructure ReadStructure(LanguageDefinition language, SourceText text, CancellationToken cancellation)
    {
        if (language.Grammar is not { } grammar)
        {
            return new DocumentStructure(language, text, tree: null);
        }

        using var parser = new TreeParser(Grammar.Load(grammar.Symbol));
        return new DocumentStructure(language, text, parser.Parse(text, old: null, cancellation));
    }

    /// <summary>What each toolchain that the catalogue names says of itself.</summary>
    public async Task<IReadOnlyList<ToolchainStatus>> DescribeToolchainsAsync(CancellationToken cancellation)
    {
        var found = new List<ToolchainStatus>();
        foreach (var name in Toolchains.Names)
        {
            if (Volatile.Read(ref _toolchains)?.Find(name) is { } parser)
            {
                found.Add(await parser.DescribeAsync(cancellation));
            }
            else
            {
                found.Add(new ToolchainStatus(name, IsAvailable: false, "off: the workspace is not trusted, or the layer is set lower"));
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ForbidToolchains();
}
