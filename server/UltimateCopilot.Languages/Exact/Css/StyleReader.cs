using System.Buffers;
using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>
/// Reads a style sheet once, statement by statement: a statement's tokens up to its ';', '{' or '}' are collected, then judged by what
/// they can be where they stand. After a mistake the next statement is read as if nothing had been.
/// </summary>
internal ref partial struct StyleReader : IDisposable
{
    /// <summary>With more than these, the text is no style sheet.</summary>
    private const int MostFindings = 100;

    private const int StatementsBetweenLooks = 256;

    private readonly SourceText _source;
    private readonly ReadOnlySpan<char> _text;
    private readonly bool _isSass;

    private readonly BlockImbalance _repair;

    private readonly List<StyleBlock> _blocks = [];

    /// <summary>Indices of the brackets that are open in the statement.</summary>
    private readonly List<int> _open = [];

    /// <summary>Brackets of the expression that is being judged.</summary>
    private readonly List<SassBracket> _nests = [];

    private StyleScanner _scanner;
    private StyleToken[] _tokens = ArrayPool<StyleToken>.Shared.Rent(256);
    private int _count;

    /// <summary>What ends the statement; not one of its tokens.</summary>
    private StyleToken _end;

    /// <summary>A mistake has been found in the tokens, so the statement says nothing certain any more.</summary>
    private bool _isBroken;

    /// <summary>How many of the open brackets hold a script, as old style sheets have them.</summary>
    private int _openScripts;

    private int _lastColon;

    /// <summary>Index of the first closing bracket of the statement that nothing opens; -1 where there is none.</summary>
    private int _stray;

    /// <summary>Index of the bracket that opens the arguments or parameters being judged.</summary>
    private int _arguments = -1;

    /// <summary>These are parameters.</summary>
    private bool _isSignature;

    /// <summary>What the block behind the statement holds.</summary>
    private StyleBlockKind _blockKind;

    private bool _isIfBlock;

    /// <summary>What the block behind the statement lies within, in addition to the block that it stands in.</summary>
    private SassContext _blockContext;

    /// <summary>Something else than modules and variables has been seen, so that '@use' comes too late.</summary>
    private bool _isBehindModules;

    /// <summary>The statement is one that '@use' may follow.</summary>
    private bool _isOfModules;

    /// <summary>The last statement started with something that was pasted along, like a line number: those behind it are no news.</summary>
    private bool _isBehindResidue;

    /// <summary>Line breaks stand in the text as escapes, which has been said.</summary>
    private bool _isBehindEscape;

    /// <summary>The last statement was a '}' too many: what follows at once is part of the same mistake.</summary>
    private bool _isBehindUnmatched;

    /// <summary>Behind the last statement or bracket.</summary>
    private int _lastEnd;

    private int _unclosed;
    private int _unmatched;
    private int _alignedClosers;
    private int _deeperClosers;

    private int _indentLine = -1;
    private int _indent;

    public StyleReader(SourceText source, ReadOnlySpan<char> text, bool isSass, BlockImbalance repair)
    {
        _source = source;
        _text = text;
        _isSass = isSass;
        _repair = repair;
        _scanner = new StyleScanner(text, isSass);
        _scanner.SkipFrontMatter();
        _blocks.Add(new StyleBlock { Kind = StyleBlockKind.Root, InnerIndent = -1 });
    }

    public List<Finding> Findings { get; } = [];

    public void Run(CancellationToken cancellation)
    {
        for (var statements = 1; Findings.Count < MostFindings; statements++)
        {
            var first = _scanner.Next();
            if (first.Kind == StyleTokenKind.End)
            {
                break;
            }

            ReadStatement(first);
            if (statements % StatementsBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }

        Finish();
    }

    public readonly void Dispose() => ArrayPool<StyleToken>.Shared.Return(_tokens);

    private void ReadStatement(StyleToken first)
    {
        EnterStatement(first);
        switch (first.Kind)
        {
            case StyleTokenKind.CloseBrace:
            case StyleTokenKind.Close when ClosesBlock(first):
                CloseBlock(first);
                break;
            case StyleTokenKind.Semicolon:
                if (!_isSass && Kind is StyleBlockKind.Root or StyleBlockKind.Rules)
                {
                    Add(FindingCodes.UnexpectedToken, first, "no ';' may stand between rules");
                }

                break;
            case StyleTokenKind.PageComment when Kind == StyleBlockKind.Root:
                break;
            default:
                if (SkipForeignLine(first))
                {
                    break;
                }

                ReadTokens(first);
                JudgeStatement();
                if (_end.Kind == StyleTokenKind.CloseBrace)
                {
                    CloseBlock(_end);
                }

                break;
        }
    }

    /// <summary>Passes over a line that starts as no statement does: a tag, a fence, a piece of a patch, a comment of other languages.</summary>
    private bool SkipForeignLine(StyleToken first)
    {
        var isComment = first.Is('/') && _scanner.Position < _text.Length && _text[_scanner.Position] == '/';
        if (!isComment && !first.Is('<') && !first.Is('`') && !first.Is('@') && !first.Is('='))
        {
            return false;
        }

        _scanner.SkipLine();
        var line = first with { End = _scanner.Position };
        Add(FindingCodes.UnexpectedToken, line, isComment ? "CSS has no comments with '//': write '/* … */'" : $"unexpected {Quote(first.Start, line.End)}");
        return true;
    }

    private void Finish()
    {
        if (_scanner.UnclosedComment >= 0)
        {
            Add(FindingCodes.UnclosedComment, _scanner.UnclosedComment, _scanner.UnclosedComment + 2, "this comment is never closed: expected '*/'");
        }
        else if (Findings.Count < MostFindings && !(_isBroken && _end.Kind == StyleTokenKind.End))
        {
            FinishBlocks();
        }
    }

    private readonly ReadOnlySpan<char> TextOf(in StyleToken token) => _text[token.Start..token.End];

    private readonly string Quote(in StyleToken token) => Quote(token.Start, token.End);

    private readonly string Quote(int start, int end) => Wording.Quote(_source, new TextSpan(start, end));

    private readonly void Add(string code, in StyleToken token, string message) => Add(code, token.Start, token.End, message);

    /// <summary>Behind a token: something is missing there.</summary>
    private readonly void AddMissing(in StyleToken before, string message, Severity severity = Severity.Error) =>
        Add(FindingCodes.MissingToken, before.End - 1, before.End, message, severity: severity);

    private readonly void Add(string code, int start, int end, string message, RelatedPlace? related = null, Severity severity = Severity.Error) => Findings.Add(new Finding
    {
        Code = code,
        Span = new TextSpan(start, end),
        Message = message,
        Severity = severity,
        Layer = Layer.Exact,
        Related = related is null ? [] : [related],
    });
}
