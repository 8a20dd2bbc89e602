using UltimateCopilot.Languages.Exact.Sql.Grammar;
using UltimateCopilot.Languages.Exact.Sql.Lexing;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Sql;

/// <summary>The body of a routine, in dollar quotes within the statement that makes or runs it.</summary>
/// <param name="Span">Between the quotes.</param>
/// <param name="IsPlPgSql">Whether it is PL/pgSQL; else SQL.</param>
internal readonly record struct SqlBody(TextSpan Span, bool IsPlPgSql)
{
    /// <summary>The rule that a body in PL/pgSQL follows as a whole.</summary>
    public const string Rule = "plpgsql_body";

    private static readonly ushort Create = SqlGrammars.Vocabulary.KindOf("CREATE");
    private static readonly ushort Do = SqlGrammars.Vocabulary.KindOf("DO");
    private static readonly ushort Function = SqlGrammars.Vocabulary.KindOf("FUNCTION");
    private static readonly ushort Procedure = SqlGrammars.Vocabulary.KindOf("PROCEDURE");
    private static readonly ushort End = SqlGrammars.Vocabulary.KindOf("END");
    private static readonly ushort[] Blocks = [SqlGrammars.Vocabulary.KindOf("BEGIN"), SqlGrammars.Vocabulary.KindOf("DECLARE")];
    private static readonly ushort[] Routines = [.. "PROCEDURE FUNCTION TRIGGER PACKAGE TYPE EVENT PROC".Split(' ').Select(SqlGrammars.Vocabulary.KindOf)];
    private static readonly ushort Language = SqlGrammars.Vocabulary.KindOf("LANGUAGE");

    public static bool IsEnd(ushort kind) => kind == End;

    /// <summary>Whether a statement that begins at a token is a block, or makes a routine.</summary>
    public static bool StartsBlock(SqlTokens tokens, int start) =>
        Blocks.Contains(tokens.Kind(start)) || (tokens.Kind(start) == Create && tokens.Kinds[start..Math.Min(start + 6, tokens.Count)].IndexOfAny(Routines) > 0);

    /// <summary>The body within a statement; null where there is none, or one in another language.</summary>
    public static SqlBody? Find(ReadOnlySpan<char> text, SqlTokens tokens, int start, int end)
    {
        var kinds = tokens.Kinds[start..end];
        var isRoutine = kinds[0] == Create && kinds[..Math.Min(kinds.Length, 4)].IndexOfAny(Function, Procedure) > 0;
        var body = kinds.LastIndexOf(SqlKind.DollarString);
        if (body < 0 || (kinds[0] != Do && !isRoutine))
        {
            return null;
        }

        var named = kinds.LastIndexOf(Language);
        var language = named < 0 || start + named + 1 >= end ? "plpgsql" : Slice(text, tokens.Span(start + named + 1)).Trim("'\"");
        var isPlPgSql = language.Equals("plpgsql", StringComparison.OrdinalIgnoreCase);
        if (!isPlPgSql && !language.Equals("sql", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var quoted = tokens.Span(start + body);
        var tag = Slice(text, quoted)[1..].IndexOf('$') + 2;
        return new SqlBody(new TextSpan(quoted.Start + tag, quoted.End - tag), isPlPgSql);
    }

    private static ReadOnlySpan<char> Slice(ReadOnlySpan<char> text, TextSpan span) => text[span.Start..span.End];
}
