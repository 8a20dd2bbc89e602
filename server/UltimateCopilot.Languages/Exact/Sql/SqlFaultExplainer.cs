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
    private const int MostInsertions = 24;

    private readonly SourceText _text;
    private readonly SqlTokens _tokens;
    private readonly SqlProgram _program;
    private readonly SqlVocabulary _vocabulary;
    private readonly SqlFault _fault;
    private readonly KindSet _expected;
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

    private int Previous => _fault.Token - 1;

    public Finding Explain()
    {
        if (_fault.Token == _fault.Statement + 1 && Fixed(_expected).SequenceEqual([SqlKind.Colon]) && NearTo(_fault.Statement) is null)
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

        if (!IsFirst && _expected.Contains(SqlKind.Comma))
        {
            yield return (TryInsert(_fault.Token, SqlKind.Comma), () => Missing("','"));
        }

        if (!IsFirst && _expected.Contains(SqlKind.Word) && Kind >= SqlKind.FirstKeyword)
        {
            yield return (TryReplace(_fault.Token, SqlKind.Word), () => At(
                FindingCodes.ReservedWord, Span(_fault.Token), $"{Quote(_fault.Token)} is a reserved word: write it in {_program.NameQuotes} to use it as a name"));
        }

        if (IsFirst)
        {
            yield break;
        }

        foreach (var kind in Fixed(_expected).Where(static kind => kind >= SqlKind.FirstPunctuation && kind != SqlKind.Question).Take(MostInsertions))
        {
            yield return (TryInsert(_fault.Token, (ushort)kind), () => Missing(IsOperator(kind) ? "an operator" : $"'{_vocabulary.NameOf((ushort)kind)}'"));
        }

        foreach (var kind in Fixed(_expected).Where(static kind => kind >= SqlKind.FirstKeyword).Take(MostInsertions))
        {
            var withWhatFollows = TryInsert(_fault.Token, (ushort)kind, SqlKind.Word) == SqlRepair.Sound ? SqlRepair.Sound : SqlRepair.Useless;
            yield return (withWhatFollows, () => Missing($"'{_vocabulary.NameOf((ushort)kind)}'"));
        }
    }

    private KindSet ExpectedAt(int token) => _repairs.ExpectedAt(token - _fault.Statement);

    private SqlRepair TryReplace(int token, ushort kind) => _repairs.Replace(token - _fault.Statement, kind);

    private SqlRepair TryInsert(int token, params ReadOnlySpan<ushort> kinds) => _repairs.Insert(token - _fault.Statement, kinds);

    private SqlRepair TryDelete(int token) => _repairs.Delete(token - _fault.Statement);

    /// <summary>The keyword that would have fitted in place of a word, and that is one slip of the fingers away from it.</summary>
    private string? NearTo(int token)
    {
        var fitting = Fixed(token == _fault.Token ? _expected : ExpectedAt(token)).Where(static kind => kind >= SqlKind.FirstKeyword);
        return Misspelling.KeywordNear(_text.ToString(Span(token)).ToUpperInvariant(), fitting.Select(kind => _vocabulary.NameOf((ushort)kind)));
    }

    /// <summary>The kinds that stand for themselves: not the words that would only be taken for a name.</summary>
    private IEnumerable<int> Fixed(KindSet expected)
    {
        var names = _program.NameClasses.Where(expected.ContainsAll).ToList();
        return expected.Members().Where(kind => !names.Exists(set => set.Contains(kind)));
    }

    private bool IsOperator(int kind) => kind is SqlKind.Equal or SqlKind.Plus or SqlKind.Minus && _expected.Contains(SqlKind.Equal) && _expected.Contains(SqlKind.Plus);

    private ushort CloserOf(int opener) => _tokens.Kind(opener) == SqlKind.OpenParen ? SqlKind.CloseParen : SqlKind.CloseBracket;

    private Finding Misspelt(int token, string keyword) => At(FindingCodes.UnexpectedToken, Span(token), $"unexpected {Quote(token)}: was '{keyword}' meant?");

    private Finding Missing(string what) =>
        At(FindingCodes.MissingToken, EndOf(Previous), SqlKind.EndsStatement(Kind) ? $"expected {what} after {Quote(Previous)}" : $"expected {what} between {Quote(Previous)} and {Quote(_fault.Token)}");

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

        var expected = SqlWords.Describe(_expected, _vocabulary);
        if (SqlKind.EndsStatement(Kind))
        {
            return _open.Count > 0 && _expected.Contains(CloserOf(_open[^1])) ? Unclosed(Previous) : At(
                FindingCodes.UnexpectedEnd, EndOf(Previous), expected is null ? $"the statement ends too soon, after {Quote(Previous)}" : $"the statement ends too soon: expected {expected} after {Quote(Previous)}");
        }

        return expected is null
            ? At(FindingCodes.UnexpectedToken, Span(_fault.Token), $"unexpected {Quote(_fault.Token)} after {Quote(Previous)}")
            : At(FindingCodes.MissingToken, Span(_fault.Token), $"expected {expected} after {Quote(Previous)}, found {Quote(_fault.Token)}");
    }

    private Finding NoStatement(int token) => At(FindingCodes.UnexpectedToken, Span(token), $"unexpected {Quote(token)}: no statement starts like this");

    private string QuoteOrEnd() => SqlKind.EndsStatement(Kind) ? "the end of the statement" : Quote(_fault.Token);

    private string Quote(int token) => Wording.Quote(_text, Span(token));

    private TextSpan Span(int token) => _tokens.Span(token);

    /// <summary>The last unit of a token.</summary>
    private TextSpan EndOf(int token) => new(Span(token).End - 1, Span(token).End);

    private static Finding At(string code, TextSpan span, string message) => new() { Code = code, Span = span, Message = message, Layer = Layer.Exact };
}
