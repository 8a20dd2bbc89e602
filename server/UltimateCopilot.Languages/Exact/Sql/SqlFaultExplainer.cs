using UltimateCopilot.Languages.Exact.Sql.Grammar;
using UltimateCopilot.Languages.Exact.Sql.Lexing;
using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Sql;

/// <summary>
/// Explains one fault whose tokens are all sound in themselves: of the small changes that people would have meant, the first that makes
/// the statement sound names the cause, or else the first that gets further.
/// </summary>
internal sealed class SqlFaultExplainer
{
    /// <summary>So many words and marks that could have been lost are tried.</summary>
    private const int MostInsertions = 60;

    private readonly SourceText _text;
    private readonly SqlTokens _tokens;
    private readonly SqlProgram _program;
    private readonly SqlVocabulary _vocabulary;
    private readonly SqlFault _fault;
    private readonly ExpectedKinds _expected;
    private readonly SqlRepairs _repairs;

    /// <summary>Brackets open before the fault, the innermost last.</summary>
    private readonly List<int> _open = [];

    /// <summary>Opening brackets of the statement less the closing ones.</summary>
    private readonly int _surplus;

    public SqlFaultExplainer(SourceText text, SqlTokens tokens, SqlProgram program, SqlMachine machine, SqlFault fault)
    {
        _text = text;
        _tokens = tokens;
        _program = program;
        _vocabulary = program.Vocabulary;
        _fault = fault;
        _repairs = new SqlRepairs(tokens.Kinds[fault.Statement..(fault.End + 1)], fault.Token - fault.Statement, fault.Rule, machine);
        _expected = ExpectedAt(fault.Token);
        for (var i = fault.Statement; i < fault.End; i++)
        {
            if (tokens.Kind(i) == SqlKind.Semicolon)
            {
                if (i >= fault.Token)
                {
                    break;
                }

                _open.Clear(); // no bracket stays open over the statements of a body
                _surplus = 0;
            }

            var isOpener = tokens.Kind(i) is SqlKind.OpenParen or SqlKind.OpenBracket;
            var isCloser = tokens.Kind(i) is SqlKind.CloseParen or SqlKind.CloseBracket;
            _surplus += isOpener ? 1 : isCloser ? -1 : 0;
            if (i >= fault.Token)
            {
                continue;
            }

            if (isOpener)
            {
                _open.Add(i);
            }
            else if (isCloser && _open.Count > 0)
            {
                _open.RemoveAt(_open.Count - 1);
            }
        }
    }

    private ushort Kind => _tokens.Kind(_fault.Token);

    private bool IsFirst => _fault.Token == _fault.Statement;

    /// <summary>Whether a value has to come next.</summary>
    private bool ExpectsExpression => _expected.All.Contains(SqlKind.Word) && _expected.All.Contains(SqlKind.Number) && _expected.All.Contains(SqlKind.OpenParen);

    private int Previous => _fault.Token - 1;

    public Finding Explain()
    {
        if (_fault.Token == _fault.Statement + 1 && _expected.Fixed.Single() == SqlKind.Colon && NearTo(_fault.Statement) is null)
        {
            return NoStatement(_fault.Statement); // a label would be the only word of one's own
        }

        if (_fault.StartsAnother)
        {
            return At(FindingCodes.MissingToken, EndOf(Previous), $"expected ';' before {Quote(_fault.Token)}{Wording.OnLine(_text, Span(_fault.Token).Start, Span(Previous).Start)}");
        }

        (SqlRepair Worth, Func<Finding> Say)[] causes = [.. Causes()];
        var best = Array.FindIndex(causes, static cause => cause.Worth == SqlRepair.Sound);
        best = best >= 0 ? best : Array.FindIndex(causes, static cause => cause.Worth == SqlRepair.Further);
        return best >= 0 ? causes[best].Say() : Unexpected();
    }

    private IEnumerable<(SqlRepair Worth, Func<Finding> Say)> Causes()
    {
        if (_open.Count > 0 && Kind is SqlKind.CloseParen or SqlKind.CloseBracket && Kind != CloserOf(_open[^1]))
        {
            yield return (TryReplace(_fault.Token, CloserOf(_open[^1])), Mismatched);
        }

        foreach (var token in new[] { _fault.Token, Previous, Previous - 1 })
        {
            if (!_repairs.IsTooLong && token >= _fault.Statement && SqlWords.IsWord(_tokens.Kind(token)) && NearTo(token) is { } keyword)
            {
                yield return (TryReplace(token, _vocabulary.KindOf(keyword)), () => Misspelt(token, keyword));
            }
        }

        if (_open.Count > 0 && _surplus > 0)
        {
            yield return (TryInsert(_fault.Token, CloserOf(_open[^1])), () => Unclosed(Previous));
            if (Previous > _open[^1] + 1)
            {
                yield return (TryInsert(Previous, CloserOf(_open[^1])), () => Unclosed(Previous - 1)); // behind 'NOT' others would have fitted
            }
        }

        if (_surplus < 0 && Kind is SqlKind.CloseParen or SqlKind.CloseBracket)
        {
            yield return (TryDelete(_fault.Token), () => At(FindingCodes.UnmatchedBracket, Span(_fault.Token), $"{Quote(_fault.Token)} closes nothing: no {(_open.Count == 0 ? "bracket" : Kind == SqlKind.CloseParen ? "'('" : "'['")} is open here"));
        }

        if (_surplus < 0 && !IsFirst && _tokens.Kind(Previous) is SqlKind.CloseParen or SqlKind.CloseBracket)
        {
            yield return (TryDelete(Previous), () => At(FindingCodes.UnmatchedBracket, Span(Previous), $"{Quote(Previous)} is one too many: what it closes is not yet complete"));
        }

        if (!IsFirst && _tokens.Kind(Previous) == SqlKind.Comma)
        {
            yield return (TryDelete(Previous), () => At(
                FindingCodes.UnexpectedToken, Span(Previous),
                Kind == SqlKind.Comma ? "two commas in a row: nothing stands between them" : $"nothing follows this comma before {QuoteOrEnd()}"));
        }

        if (Kind == SqlKind.Comma && !IsFirst)
        {
            yield return (TryDelete(_fault.Token), () => At(FindingCodes.UnexpectedToken, Span(_fault.Token), $"unexpected ',' after {Quote(Previous)}"));
        }

        if (!IsFirst && _expected.All.Contains(SqlKind.OpenParen) && !_expected.All.Contains(SqlKind.Word) && !_expected.All.Contains(SqlKind.Comma))
        {
            yield return (TryInsert(_fault.Token, SqlKind.OpenParen) == SqlRepair.Useless ? SqlRepair.Useless : SqlRepair.Sound, () => Missing("'('"));
        }

        if (!IsFirst && _expected.All.Contains(SqlKind.Comma))
        {
            yield return (TryInsert(_fault.Token, SqlKind.Comma), () => Missing("','"));
        }

        // What would have begun a new element can go on with the one before: only behind it nothing fits.
        for (var token = Previous; token > _fault.Statement && token >= Previous - 1 && !_repairs.IsTooLong; token--)
        {
            var place = token;
            yield return (TryInsert(place, SqlKind.Comma) == SqlRepair.Sound ? SqlRepair.Sound : SqlRepair.Useless, () => MissingBefore(place, "','"));
        }

        if (!IsFirst && _expected.All.Contains(SqlKind.Word) && Kind >= SqlKind.FirstKeyword)
        {
            yield return (TryReplace(_fault.Token, SqlKind.Word), () => At(
                FindingCodes.ReservedWord, Span(_fault.Token), $"{Quote(_fault.Token)} is a reserved word: write it in {_program.NameQuotes} to use it as a name"));
        }

        if (IsFirst)
        {
            yield break;
        }

        var end = _vocabulary.KindOf("END");
        if (_expected.Fixed.Contains(end))
        {
            yield return (TryInsert(_fault.Token, end), () => _tokens.Kind(Previous) != end ? Missing("'END'") : At(
                FindingCodes.MissingToken, EndOf(Previous), $"expected another 'END' after {Quote(Previous)}: of the blocks before, one is never closed"));
        }

        var marks = _expected.Fixed.Members().Where(kind => kind >= SqlKind.FirstPunctuation && kind != SqlKind.Question && !(_expected.All.Contains(SqlKind.Word) && _program.Names.Contains(kind)));
        foreach (var kind in marks.Where(kind => kind < SqlKind.FirstKeyword || !ExpectsExpression).Take(MostInsertions))
        {
            yield return (TryInsert(_fault.Token, (ushort)kind), () => Missing(IsOperator(kind) ? "an operator" : $"'{_vocabulary.NameOf((ushort)kind)}'"));
        }

        foreach (var kind in marks.Where(kind => kind >= SqlKind.FirstKeyword && !ExpectsExpression).Take(MostInsertions))
        {
            var withWhatFollows = TryInsert(_fault.Token, (ushort)kind, SqlKind.Word) == SqlRepair.Sound ? SqlRepair.Sound : SqlRepair.Useless;
            yield return (withWhatFollows, () => Missing($"'{_vocabulary.NameOf((ushort)kind)}'"));
        }
    }

    private ExpectedKinds ExpectedAt(int token) => _repairs.ExpectedAt(token - _fault.Statement);

    private SqlRepair TryReplace(int token, ushort kind) => _repairs.Replace(token - _fault.Statement, kind);

    private SqlRepair TryInsert(int token, params ReadOnlySpan<ushort> kinds) => _repairs.Insert(token - _fault.Statement, kinds);

    private SqlRepair TryDelete(int token) => _repairs.Delete(token - _fault.Statement);

    /// <summary>The keyword that would have fitted in place of a word, and that is one slip of the fingers away from it.</summary>
    private string? NearTo(int token)
    {
        var expected = token == _fault.Token ? _expected : ExpectedAt(token);
        var keywords = expected.Fixed.Members().Where(static kind => kind >= SqlKind.FirstKeyword).Select(kind => _vocabulary.NameOf((ushort)kind));
        var word = _text.ToString(Span(token)).ToUpperInvariant();
        return expected.All.Contains(SqlKind.Word) ? Misspelling.KeywordNear(word, keywords) : Misspelling.KeywordMeantBy(word, keywords);
    }

    private bool IsOperator(int kind) => kind is SqlKind.Equal or SqlKind.Plus or SqlKind.Minus && _expected.All.Contains(SqlKind.Equal) && _expected.All.Contains(SqlKind.Plus);

    private ushort CloserOf(int opener) => _tokens.Kind(opener) == SqlKind.OpenParen ? SqlKind.CloseParen : SqlKind.CloseBracket;

    private Finding Misspelt(int token, string keyword) => At(FindingCodes.UnexpectedToken, Span(token), $"unexpected {Quote(token)}: was '{keyword}' meant?");

    private Finding Missing(string what) => MissingBefore(_fault.Token, what);

    private Finding MissingBefore(int token, string what) => At(
        FindingCodes.MissingToken, EndOf(token - 1),
        SqlKind.EndsStatement(_tokens.Kind(token)) ? $"expected {what} after {Quote(token - 1)}" : $"expected {what} between {Quote(token - 1)} and {Quote(token)}");

    private Finding Mismatched()
    {
        var opener = _open[^1];
        return At(
            FindingCodes.MismatchedBracket, Span(_fault.Token),
            $"{Quote(opener)}{Wording.OpenedOnLine(_text, Span(opener).Start, Span(_fault.Token).Start)} is closed by {Quote(_fault.Token)}: expected '{_vocabulary.NameOf(CloserOf(opener))}'") with
        {
            Related = [new RelatedPlace(Span(opener), $"{Quote(opener)} opened here")],
        };
    }

    private Finding Unclosed(int last)
    {
        var opener = _open[^1];
        var place = EndOf(last);
        return At(
            FindingCodes.UnclosedBracket, place,
            $"{Quote(opener)}{Wording.OpenedOnLine(_text, Span(opener).Start, place.Start)} is never closed: expected '{_vocabulary.NameOf(CloserOf(opener))}' here") with
        {
            Related = [new RelatedPlace(Span(opener), $"{Quote(opener)} opened here")],
        };
    }

    /// <summary>No small change helps.</summary>
    private Finding Unexpected()
    {
        if (IsFirst)
        {
            return NoStatement(_fault.Token);
        }

        var expected = ExpectsExpression ? "an expression" : SqlWords.Describe(_expected, _vocabulary);
        if (!SqlKind.EndsStatement(Kind))
        {
            return expected is null
                ? At(FindingCodes.UnexpectedToken, Span(_fault.Token), $"unexpected {Quote(_fault.Token)} after {Quote(Previous)}")
                : At(FindingCodes.MissingToken, Span(_fault.Token), $"expected {expected} after {Quote(Previous)}, found {Quote(_fault.Token)}");
        }

        if (_open.Count > 0 && _expected.All.Contains(CloserOf(_open[^1])))
        {
            return Unclosed(Previous);
        }

        return expected is not null && !_expected.All.Contains(SqlKind.Word)
            ? Missing(expected)
            : At(FindingCodes.UnexpectedEnd, EndOf(Previous), $"the statement ends too soon{(expected is null ? "," : $": expected {expected}")} after {Quote(Previous)}");
    }

    private Finding NoStatement(int token) => At(FindingCodes.UnexpectedToken, Span(token), $"unexpected {Quote(token)}: no statement starts like this");

    private string QuoteOrEnd() => SqlKind.EndsStatement(Kind) ? "the end of the statement" : Quote(_fault.Token);

    private string Quote(int token) => Wording.Quote(_text, Span(token));

    private TextSpan Span(int token) => _tokens.Span(token);

    /// <summary>The last unit of a token.</summary>
    private TextSpan EndOf(int token) => new(Span(token).End - 1, Span(token).End);

    private static Finding At(string code, TextSpan span, string message) => new() { Code = code, Span = span, Message = message, Layer = Layer.Exact };
}
