using System.Runtime.CompilerServices;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Embedded;
using UltimateCopilot.Languages.Exact;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Outlines;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Textual;
using UltimateCopilot.Languages.Toolchain;

namespace UltimateCopilot.Languages.Checking;

/// <summary>
/// Checks one document over its texts: each layer refines one list. One check at a time; cancel it before the next.
/// </summary>
public sealed class DocumentChecker : IDisposable
{
    /// <summary>A larger text waits for the pause with its exact layer too, which takes tens of milliseconds and the processor's caches.</summary>
    private const int LargestParsedWhileTyping = 1 << 16;

    private readonly FastLayer _fast;
    private readonly Refinement _byExact = new();
    private readonly Refinement _byToolchain = new();
    private readonly List<DocumentEdit> _unseen = [];
    private readonly LanguageDefinition _language;
    private readonly string? _path;
    private readonly ExactParsers _exact;
    private readonly Func<Toolchains?> _toolchains;
    private readonly Func<EmbeddedLanguages?> _embedded;
    private readonly TypingPause? _pause;
    private EmbeddedChecks? _pieces;
    private bool _anew = true;

    /// <param name="language">What to check it as.</param>
    /// <param name="path">Where it lies, if anywhere.</param>
    /// <param name="exact">The parsers of the exact layer.</param>
    /// <param name="toolchains">Those of the toolchain layer, while it is allowed.</param>
    /// <param name="embedded">What code within the document is checked as, while it is.</param>
    /// <param name="pause">What layers wait for that take long; null where nobody types.</param>
    internal DocumentChecker(
        LanguageDefinition language, string? path, ExactParsers exact, Func<Toolchains?> toolchains, Func<EmbeddedLanguages?> embedded, TypingPause? pause = null)
    {
        _language = language;
        _path = path;
        _exact = exact;
        _toolchains = toolchains;
        _embedded = embedded;
        _pause = pause;
        _fast = new FastLayer(language, isLive: pause is not null);
    }

    /// <summary>The language that the document is checked as.</summary>
    public LanguageDefinition Language => _language;

    /// <summary>
    /// Reports after each layer up to <paramref name="deepest"/>, the fast one at once, unless the text so far had mistakes that only a finer
    /// layer can see. Where a person types, what takes long waits for a pause; when a newer text comes first, the reports just end.
    /// </summary>
    /// <param name="text">The whole text.</param>
    /// <param name="edits">What led here from the text of the call before, cancelled or not; null for an unrelated text.</param>
    /// <param name="deepest">Finer layers are not asked.</param>
    /// <param name="cancellation">Fires when a newer text is there; nothing is reported afterwards.</param>
    public IAsyncEnumerable<SyntaxReport> CheckAsync(
        SourceText text, IReadOnlyList<DocumentEdit>? edits, Layer deepest, CancellationToken cancellation) =>
        FindPieces() is { } pieces ? CheckWithPiecesAsync(pieces, text, edits, deepest, cancellation) : CheckOwnAsync(text, edits, deepest, cancellation);

    private EmbeddedChecks? FindPieces()
    {
        if (_embedded() is not { } languages)
        {
            _pieces?.Dispose();
            return _pieces = null;
        }

        return _pieces ??= EmbeddedQuery.Of(_language) is { } query ? new EmbeddedChecks(query, languages) : null;
    }

    /// <summary>Checks the pieces of other languages when the document's own language has had its say.</summary>
    private async IAsyncEnumerable<SyntaxReport> CheckWithPiecesAsync(
        EmbeddedChecks pieces, SourceText text, IReadOnlyList<DocumentEdit>? edits, Layer deepest, [EnumeratorCancellation] CancellationToken cancellation)
    {
        pieces.Follow(edits);
        var deepestOfPieces = deepest < Layer.Exact ? deepest : Layer.Exact;
        SyntaxReport? own = null;
        await foreach (var report in CheckOwnAsync(text, edits, deepest, cancellation))
        {
            own = report;
            if (pieces.AreTouched)
            {
                await pieces.CheckAsync(_fast.TakeTree(text, cancellation), deepestOfPieces, cancellation);
            }

            if (pieces.AreKnown || !_language.IsProse || report.Findings.Count == 0)
            {
                // What prose shows in a block of code is no mistake; before the blocks are known nothing is said.
                yield return report with { Findings = pieces.Join(report.Findings, text), IsFinal = false };
            }
        }

        if (!cancellation.IsCancellationRequested)
        {
            await pieces.CheckAsync(_fast.TakeTree(text, cancellation), deepestOfPieces, cancellation);
            yield return own! with { Findings = pieces.Join(own.Findings, text), IsFinal = true };
        }
    }

    private async IAsyncEnumerable<SyntaxReport> CheckOwnAsync(
        SourceText text, IReadOnlyList<DocumentEdit>? edits, Layer deepest, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Note(edits);
        var exact = deepest >= Layer.Exact ? _exact.Find(_language.Exact) : null;
        var toolchain = deepest >= Layer.Toolchain ? _toolchains()?.Find(_language.Toolchain) : null;
        var fast = _fast.ReadLines(text, edits);
        var verdict = exact is { IsInstant: true } ? exact.Check(text, cancellation) : null;
        var needsGrammar = verdict is null || !(exact!.ReplacesGrammar || (exact.OverrulesGrammar && verdict.Count == 0));
        if (needsGrammar)
        {
            fast = _fast.Parse(text, cancellation);
        }

        // What was pasted along far from a mistake is looked for in all lines.
        var isTyped = _pause is not null && edits is not null;
        var looksFar = !isTyped || text.Length <= LargestParsedWhileTyping;
        var managed = _byExact.AfterFast(fast, _anew || exact is null ? null : _unseen);
        var shown = _byToolchain.AfterFast([.. managed], _anew || toolchain is null ? null : _unseen);
        _anew = false;
        _unseen.Clear();
        if (verdict is not null)
        {
            Refine();
        }

        var waits = (exact is not null && verdict is null && _byExact.IsFastLayerBlind) || _byToolchain.IsFastLayerBlind;
        var isRefined = exact is null || verdict is not null;
        var isNearOnly = !looksFar && verdict is { Count: > 0 };
        if (!waits)
        {
            yield return new SyntaxReport(verdict is null ? Layer.Fast : Layer.Exact, shown, IsFinal: isRefined && !isNearOnly && !_fast.IsProvisional && toolchain is null);
        }

        if (isTyped && !waits)
        {
            if (!isRefined && text.Length <= LargestParsedWhileTyping)
            {
                verdict = exact!.Check(text, cancellation);
                Refine();
                isRefined = true;
                yield return new SyntaxReport(Layer.Exact, shown, IsFinal: !_fast.IsProvisional && toolchain is null);
            }

            if ((!isRefined || _fast.IsProvisional || isNearOnly || toolchain is not null || !needsGrammar) && !await _pause!.PassesAsync(cancellation))
            {
                yield break;
            }
        }

        looksFar = true;
        if (_pause is not null && !needsGrammar)
        {
            _fast.FollowTree(text, cancellation); // for those who ask how the text is built up
        }

        if (_fast.IsProvisional || !isRefined || isNearOnly)
        {
            fast = _fast.IsProvisional ? _fast.Settle(text, cancellation) : fast;
            verdict ??= exact?.Check(text, cancellation);
            Refine();
            if (!_byToolchain.IsFastLayerBlind)
            {
                yield return new SyntaxReport(exact is null ? Layer.Fast : Layer.Exact, shown, IsFinal: toolchain is null);
            }
        }

        if (toolchain is not null)
        {
            var judgement = await toolchain.CheckAsync(new ToolchainDocument(text, _language.Id, _path), cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (judgement is null)
            {
                yield return new SyntaxReport(exact is null ? Layer.Fast : Layer.Exact, shown, IsFinal: true);
            }
            else
            {
                judgement = Causes.Explain(text, _language, [.. judgement]);
                shown = exact is null ? _byToolchain.AfterFiner(fast, judgement, overrules: true, text) : _byToolchain.AfterJudge([.. managed], judgement, text);
                yield return new SyntaxReport(Layer.Toolchain, shown, IsFinal: true);
            }
        }

        void Refine()
        {
            managed = verdict is null ? fast : Refined(exact!, fast, verdict, text, looksFar);
            shown = _byToolchain.AfterFast([.. managed], toolchain is null ? null : []);
        }
    }

    /// <summary>
    /// How a text is built up: from the tree that its check has left where it is the text checked last, else parsed anew. Safe to call while a
    /// check runs.
    /// </summary>
    public DocumentStructure ReadStructure(SourceText text, CancellationToken cancellation) =>
        _fast.Latest.Take(text) is { } tree ? new DocumentStructure(_language, text, tree) : SyntaxEngine.ReadStructure(_language, text, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _pieces?.Dispose();
        _fast.Dispose();
    }

    private IReadOnlyList<Finding> Refined(IExactParser exact, List<Finding> fast, IReadOnlyList<Finding> verdict, SourceText text, bool looksFar)
    {
        verdict = Causes.Explain(text, _language, [.. verdict], looksFar);
        return exact.ReplacesGrammar ? _byExact.AfterReplacing(fast, verdict, exact.ClearsMarkers) : _byExact.AfterFiner(fast, verdict, exact.OverrulesGrammar, text);
    }

    /// <summary>Keeps the edits of cancelled calls until one of them comes through.</summary>
    private void Note(IReadOnlyList<DocumentEdit>? edits)
    {
        if (edits is null)
        {
            _anew = true;
            _unseen.Clear();
        }
        else
        {
            _unseen.AddRange(edits);
        }
    }
}
