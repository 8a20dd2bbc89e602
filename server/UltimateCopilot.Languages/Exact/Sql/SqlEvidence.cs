using UltimateCopilot.Languages.Exact.Sql.Lexing;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Sql;

/// <summary>What in a text shows its dialect.</summary>
internal sealed class SqlEvidence
{
    /// <summary>Weight of what no other dialect has.</summary>
    public const int Strong = 3;

    /// <summary>Weight of what is rare in others.</summary>
    public const int Weak = 1;

    private static readonly int DialectCount = Enum.GetValues<SqlDialect>().Length;

    private readonly int[] _scores = new int[DialectCount];
    private readonly TextSpan?[] _first = new TextSpan?[DialectCount];

    /// <summary>The dialect that the text shows most clearly; <see cref="SqlDialect.Auto"/> where nothing shows one.</summary>
    public SqlDialect Dialect { get; private set; }

    /// <summary>Dialects that something points to, the likeliest first.</summary>
    public IEnumerable<SqlDialect> Candidates => Enum.GetValues<SqlDialect>().Where(dialect => ScoreOf(dialect) > 0).OrderByDescending(ScoreOf);

    public int ScoreOf(SqlDialect dialect) => _scores[(int)dialect];

    /// <summary>The first thing that shows a dialect, the clearest kind of things first.</summary>
    public TextSpan? FirstOf(SqlDialect dialect) => _first[(int)dialect];

    /// <summary>Gathers it from tokens that were read as no dialect's in particular.</summary>
    public static SqlEvidence In(ReadOnlySpan<char> text, SqlTokens tokens)
    {
        var evidence = new SqlEvidence();
        var kinds = tokens.Kinds;
        var words = SqlEvidenceWords.Instance;
        var seen = new HashSet<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var kind = kinds[i];
            if (kind >= SqlKind.FirstKeyword)
            {
                var (alone, inPlace) = words.Of(i == 0 ? SqlKind.Semicolon : kinds[i - 1], kind);
                evidence.NoteWord(alone, kind, tokens.Span(i), seen);
                evidence.NoteWord(inPlace, (kinds[Math.Max(i - 1, 0)] << 16) + kind, tokens.Span(i), seen);
            }
            else if (kind is not (SqlKind.Word or SqlKind.Comma or SqlKind.Number or SqlKind.OpenParen or SqlKind.CloseParen or SqlKind.Dot or SqlKind.Semicolon))
            {
                evidence.NoteMark(text, tokens, i, seen);
            }
        }

        evidence.Decide();
        return evidence;
    }

    /// <summary>A word, counted once in each place.</summary>
    private void NoteWord(IReadOnlyList<SqlEvidenceWords.Weight>? weights, int place, TextSpan span, HashSet<int> seen)
    {
        if (weights is null || !seen.Add(place))
        {
            return;
        }

        foreach (var (dialect, weight) in weights)
        {
            Note(dialect, weight, span);
        }
    }

    /// <summary>Marks, each kind of them counted once.</summary>
    private void NoteMark(ReadOnlySpan<char> text, SqlTokens tokens, int at, HashSet<int> seen)
    {
        var span = tokens.Span(at);
        var next = tokens.Kind(at + 1);
        var (dialect, weight) = tokens.Kind(at) switch
        {
            SqlKind.Cast or SqlKind.DollarString => (SqlDialect.PostgreSql, Strong),
            SqlKind.String when text[span.Start] is 'e' or 'E' => (SqlDialect.PostgreSql, Strong),
            SqlKind.QuotedName when text[span.Start] == '`' => (SqlDialect.MySql, Strong),
            SqlKind.Terminator when text[span.Start] is 'g' or 'G' => (SqlDialect.TSql, Strong),
            SqlKind.Terminator when text[span.Start] is 'd' or 'D' => (SqlDialect.MySql, Strong),
            SqlKind.Terminator when text[span.Start] == '\\' => (SqlDialect.PostgreSql, Strong),
            SqlKind.OpenBracket when SqlWords.IsWord(next) && tokens.Kind(at + 2) == SqlKind.CloseBracket && !IsOperand(tokens, at - 1) => (SqlDialect.TSql, Strong),
            SqlKind.At or SqlKind.Operator when text[span.Start] == '@' && IsFirstOnLine(text, span) && (at == 0 || SqlKind.EndsStatement(tokens.Kind(at - 1))) => (SqlDialect.Oracle, Strong),
            SqlKind.At when SqlWords.IsWord(next) && tokens.Span(at + 1).Start == span.End => (SqlDialect.TSql, Weak),
            SqlKind.Slash when next is SqlKind.End or >= SqlKind.FirstKeyword && IsAlone(text, span) => (SqlDialect.Oracle, Strong),
            SqlKind.Operator when text[span.Start] == '#' && IsFirstOnLine(text, span) => (SqlDialect.MySql, 2 * Weak),
            SqlKind.Assign => (SqlDialect.Oracle, Weak),
            _ => default,
        };
        if (weight > 0 && seen.Add(-tokens.Kind(at) - (tokens.Kind(at) == SqlKind.Terminator ? 64 + text[span.Start] : 0)))
        {
            Note(dialect, weight, span);
        }
    }

    private static bool IsOperand(SqlTokens tokens, int at) =>
        at >= 0 && tokens.Kind(at) is SqlKind.Word or SqlKind.QuotedName or SqlKind.CloseParen or SqlKind.CloseBracket or SqlKind.Parameter;

    private static bool IsAlone(ReadOnlySpan<char> text, TextSpan span)
    {
        var after = text[span.End..].TrimStart(" \t");
        return IsFirstOnLine(text, span) && (after.IsEmpty || after[0] is '\r' or '\n');
    }

    private static bool IsFirstOnLine(ReadOnlySpan<char> text, TextSpan span)
    {
        var before = text[..span.Start].TrimEnd(" \t");
        return before.IsEmpty || before[^1] == '\n';
    }

    private void Note(SqlDialect dialect, int weight, TextSpan span)
    {
        _scores[(int)dialect] += weight;
        if (weight == Strong || _first[(int)dialect] is null)
        {
            _first[(int)dialect] = weight == Strong && _scores[(int)dialect] > weight && _first[(int)dialect] is { } known && known.Start < span.Start ? known : span;
        }
    }

    private void Decide()
    {
        var best = Enum.GetValues<SqlDialect>().MaxBy(ScoreOf);
        Dialect = ScoreOf(best) >= Strong ? best : SqlDialect.Auto;
    }
}
