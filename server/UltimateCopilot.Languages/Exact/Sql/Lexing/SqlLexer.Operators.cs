using System.Buffers;

namespace UltimateCopilot.Languages.Exact.Sql.Lexing;

// Operators.
internal ref partial struct SqlLexer
{
    private static readonly SearchValues<char> OperatorUnits = SearchValues.Create("+-*/<>=~!@#%^&|`?");

    /// <summary>With one of these an operator of PostgreSQL may end with a sign.</summary>
    private static readonly SearchValues<char> RareUnits = SearchValues.Create("~!@#%^&|`?");

    /// <summary>Operators of more than one unit in the dialects that do not let one make up new ones; the longest first.</summary>
    private static readonly string[] LongOperators =
        ["<=>", "->>", "=>", "<<", ">>", "!<", "!>", "<=", ">=", "<>", "!=", "^=", "~=", "||", "&&", "**", "->", "+=", "-=", "*=", "/=", "%=", "&=", "|="];

    private void ReadOperator()
    {
        var next = Peek(1);
        switch (_text[_at])
        {
            case '.':
                Add(next == '.' ? SqlKind.DotDot : SqlKind.Dot, next == '.' ? 2 : 1);
                return;
            case ':' when next == ':':
                Add(SqlKind.Cast, 2);
                return;
            case ':' when next == '=':
                Add(SqlKind.Assign, 2);
                return;
            case ':':
                ReadColon();
                return;
            case '@' when _traits.IsPostgres && MeasureExtensionName() is > 0 and var name:
                Add(SqlKind.Parameter, name);
                return;
            case '@' when _traits.Variables:
                ReadVariable();
                return;
            case '&' when _traits.IsOracle && (IsNameStart(next) || next == '&'):
                ReadSubstitution();
                return;
            case '?' when _traits.IsSqlite && char.IsAsciiDigit(next):
                Add(SqlKind.Parameter, SkipDigits(_at + 1) - _at);
                return;
            case '%' when IsPlaceForValue(out var length):
                Add(SqlKind.Parameter, length);
                return;
            case '\\':
                ReadBackslash();
                return;
            default:
                break;
        }

        var run = MeasureOperator();
        if (run == 0)
        {
            Add(SqlKind.Stray, char.IsHighSurrogate(_text[_at]) && char.IsLowSurrogate(next) ? 2 : 1);
            return;
        }

        Add(KindOfOperator(_text.Slice(_at, run), _traits.IsPostgres), run);
    }

    private readonly int MeasureOperator()
    {
        var rest = Near();
        var end = rest.IndexOfAnyExcept(OperatorUnits);
        var run = end < 0 ? rest : rest[..end];
        if (run.Length <= 1)
        {
            return run.Length;
        }

        if (!_traits.IsPostgres)
        {
            foreach (var one in LongOperators)
            {
                if (run.StartsWith(one))
                {
                    return one.Length;
                }
            }

            return 1;
        }

        // PostgreSQL takes all, but no comment's start, and no sign at the end unless a rare character marks it as one's own operator.
        for (var i = 1; i < run.Length; i++)
        {
            if ((run[i - 1] == '-' && run[i] == '-') || (run[i - 1] == '/' && run[i] == '*'))
            {
                run = run[..(i - 1)];
                break;
            }
        }

        return run.IndexOfAny(RareUnits) >= 0 ? run.Length : Math.Max(run.TrimEnd("+-").Length, 1);
    }

    private static ushort KindOfOperator(ReadOnlySpan<char> run, bool isPostgres) => run switch
    {
        "=" => SqlKind.Equal,
        "+" => SqlKind.Plus,
        "-" => SqlKind.Minus,
        "*" => SqlKind.Star,
        "/" => SqlKind.Slash,
        "%" => SqlKind.Percent,
        "?" => SqlKind.Question,
        "@" => SqlKind.At,
        "<<" => SqlKind.OpenLabel,
        ">>" => SqlKind.CloseLabel,
        "=>" => SqlKind.Arrow,
        "<" or ">" or "<=" or ">=" or "<>" or "!=" or "^" or "^=" or "~=" => SqlKind.Comparison,
        "+=" or "-=" or "*=" or "/=" or "%=" or "&=" or "|=" when !isPostgres => SqlKind.Assign,
        _ => SqlKind.Operator,
    };
}
