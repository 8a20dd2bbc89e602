using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>
/// Expressions of Sass (https://sass-lang.com/documentation/syntax/structure/#expressions): operands, of which several in a row make a
/// list, with operators and commas between them. Nesting is counted, not entered, so that no depth is too much.
/// </summary>
internal ref partial struct StyleReader
{
    private enum Expect : byte
    {
        /// <summary>An operand, or the end.</summary>
        Perhaps,

        /// <summary>An operand.</summary>
        Operand,

        /// <summary>Anything.</summary>
        More,

        /// <summary>Another flag, or the end.</summary>
        Flag,
    }

    /// <summary>Where the next statement starts, if one starts before <paramref name="to"/> for want of an end.</summary>
    private int JudgeExpression(int from, int to)
    {
        _nests.Clear();
        _nests.Add(new SassBracket { Opener = -1, WithoutColon = -1, Entry = from });
        var expect = Expect.Perhaps;
        for (var i = from; i < to; i++)
        {
            var token = _tokens[i];
            if (expect == Expect.Flag && !token.Is('!'))
            {
                return token.IsFirstOnLine ? i : Reject(FindingCodes.UnexpectedToken, i, $"unexpected {Quote(token)} behind a flag");
            }

            switch (token.Kind)
            {
                case StyleTokenKind.Function when IsFunction(token, "if") && HasConditions(i):
                    if (!JudgeConditions(i))
                    {
                        return _count;
                    }

                    i = token.Partner;
                    expect = Expect.More;
                    break;
                case StyleTokenKind.Function when IsRaw(token):
                    i = Math.Max(i, token.Partner);
                    expect = Expect.More;
                    break;
                case StyleTokenKind.Open or StyleTokenKind.Function:
                    _nests.Add(new SassBracket { Opener = i, WithoutColon = -1, Entry = i + 1 });
                    expect = Expect.Perhaps;
                    break;
                case StyleTokenKind.Close when _nests.Count == 1:
                    return to; // nothing opens it
                case StyleTokenKind.Close:
                    if (expect == Expect.Operand)
                    {
                        return Reject(FindingCodes.MissingToken, i - 1, $"expected a value after {Quote(_tokens[i - 1])}");
                    }

                    if (!EndEntry(i))
                    {
                        return _count;
                    }

                    _nests.RemoveAt(_nests.Count - 1);
                    expect = Expect.More;
                    break;
                case StyleTokenKind.Comma:
                    if (expect != Expect.More)
                    {
                        return Reject(FindingCodes.UnexpectedToken, i, "expected a value before ','");
                    }

                    if (!EndEntry(i))
                    {
                        return _count;
                    }

                    expect = Expect.Perhaps;
                    break;
                case StyleTokenKind.Colon:
                    if (_nests.Count == 1)
                    {
                        return ColonOutside(from, i);
                    }

                    if (!AddColon(i))
                    {
                        return _count;
                    }

                    expect = Expect.Operand;
                    break;
                case StyleTokenKind.AtKeyword:
                    return token.IsFirstOnLine && _nests.Count == 1 ? i : Reject(FindingCodes.UnexpectedToken, i, $"unexpected {Quote(token)} in an expression");
                case StyleTokenKind.Ident when RangeEnd(token) is var end && end != 0:
                    if (end < 0)
                    {
                        return Reject(FindingCodes.InvalidLiteral, i, "a range of characters is written as 'U+0-7F' or 'U+4??', with at most six digits");
                    }

                    while (i + 1 < to && _tokens[i + 1].Start < end)
                    {
                        i++;
                    }

                    expect = Expect.More;
                    break;
                case StyleTokenKind.Ident when IsWordAt(i, "not"):
                case StyleTokenKind.Ident when expect == Expect.More && (IsWordAt(i, "and") || IsWordAt(i, "or")):
                    expect = Expect.Operand;
                    break;
                case StyleTokenKind.Delimiter when token.IsFirstOnLine && _nests.Count == 1 && token.Unit == '.' && IsNameAt(i + 1):
                    return i; // a rule
                case StyleTokenKind.Delimiter:
                    if (Operator(ref i, ref expect) is { } message)
                    {
                        return Reject(FindingCodes.UnexpectedToken, i, message);
                    }

                    break;
                default:
                    expect = Expect.More;
                    break;
            }
        }

        return expect == Expect.Operand ? Reject(FindingCodes.MissingToken, to - 1, $"expected a value after {Quote(_tokens[to - 1])}") : to;
    }

    private int Reject(string code, int at, string message)
    {
        Add(code, _tokens[at], message);
        _isBroken = true;
        return _count;
    }

    /// <summary>Functions that Sass hands on as they are.</summary>
    private readonly bool IsRaw(in StyleToken function)
    {
        var name = _text[function.Start..(function.End - 1)];
        return name.Equals("expression", StringComparison.OrdinalIgnoreCase) || name.Equals("url", StringComparison.OrdinalIgnoreCase)
            || name.Equals("element", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Outside of brackets a colon belongs to the next declaration.</summary>
    private int ColonOutside(int from, int colon)
    {
        var start = colon - 1;
        if (start > from && _tokens[start].IsFirstOnLine && IsDeclarationStart(start))
        {
            return start;
        }

        if (start > from && IsVariable(start) && _tokens[start].IsFirstOnLine)
        {
            return start;
        }

        return Reject(FindingCodes.UnexpectedToken, colon, "unexpected ':' in an expression");
    }

    /// <summary>A key of a map, or the name of an argument.</summary>
    private bool AddColon(int at)
    {
        var nest = _nests[^1];
        if (_tokens[at - 1].Kind == StyleTokenKind.Colon)
        {
            Reject(FindingCodes.UnexpectedToken, at, "a second ':': one too many");
            return false;
        }

        if (nest.EntryHasColon)
        {
            var key = at - 1;
            AddMissing(_tokens[Math.Max(key - 1, 0)], $"expected ',' before {Quote(_tokens[key])}");
            _isBroken = true;
            return false;
        }

        if (at == nest.Entry)
        {
            Reject(FindingCodes.UnexpectedToken, at, "expected a key before ':'");
            return false;
        }

        nest.EntryHasColon = true;
        nest.IsMap = true;
        _nests[^1] = nest;
        return true;
    }

    /// <summary>Of a map, each entry has a key.</summary>
    private bool EndEntry(int at)
    {
        var nest = _nests[^1];
        if (nest.Opener >= 0 && nest.Opener != _arguments && _tokens[nest.Opener].Kind == StyleTokenKind.Open && _tokens[nest.Opener].Unit == '(')
        {
            if (!nest.EntryHasColon && at > nest.Entry && nest.WithoutColon < 0)
            {
                nest.WithoutColon = nest.Entry;
            }

            if (nest.IsMap && nest.WithoutColon >= 0)
            {
                AddMissing(_tokens[nest.WithoutColon], $"expected ':' after {Quote(_tokens[nest.WithoutColon])}, as in the other entries of the map");
                _isBroken = true;
                return false;
            }
        }

        if (nest.Opener >= 0 && (nest.Opener == _arguments || _tokens[nest.Opener].Kind == StyleTokenKind.Function))
        {
            if (nest.HasNamed && !IsSignature(nest) && !nest.EntryHasColon && at > nest.Entry && !(_tokens[at - 1].Is('.') && _tokens[at - 2].Is('.')))
            {
                Reject(FindingCodes.UnexpectedToken, nest.Entry, "arguments without a name stand before those with one");
                return false;
            }

            if (IsRepeated(nest, at))
            {
                Reject(FindingCodes.DuplicateKey, nest.Entry, $"{Quote(_tokens[nest.Entry])} is given twice");
                return false;
            }

            nest.HasNamed |= nest.EntryHasColon && _tokens[nest.Entry].Kind == StyleTokenKind.Variable;
        }

        (nest.EntryHasColon, nest.Entry) = (false, at + 1);
        _nests[^1] = nest;
        return true;
    }

    private readonly bool IsSignature(in SassBracket nest) => _isSignature && nest.Opener == _arguments;

    /// <summary>Whether the entry that ends there has the name of one before it. Nobody writes so many that it is worth to look further back.</summary>
    private readonly bool IsRepeated(in SassBracket nest, int end)
    {
        const int MostTokens = 256;
        if (nest.Entry >= end || _tokens[nest.Entry].Kind != StyleTokenKind.Variable || !(nest.EntryHasColon || IsSignature(nest)))
        {
            return false;
        }

        for (var i = Math.Max(nest.Opener + 1, nest.Entry - MostTokens); i < nest.Entry; i++)
        {
            if (_tokens[i - 1].Kind is StyleTokenKind.Comma or StyleTokenKind.Open or StyleTokenKind.Function && _tokens[i].Kind == StyleTokenKind.Variable
                && (_tokens[i + 1].Kind == StyleTokenKind.Colon || IsSignature(nest)) && IsSameName(TextOf(_tokens[i]), TextOf(_tokens[nest.Entry])))
            {
                return true;
            }

            i = Math.Max(i, _tokens[i].Partner);
        }

        return false;
    }

    /// <summary>Whether two names are one for Sass, which takes '_' for '-'.</summary>
    private static bool IsSameName(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var isSame = one.Length == other.Length;
        for (var i = 0; isSame && i < one.Length; i++)
        {
            isSame = one[i] == other[i] || (one[i] is '-' or '_' && other[i] is '-' or '_');
        }

        return isSame;
    }

    private static bool IsFlag(ReadOnlySpan<char> word)
    {
        foreach (var flag in Flags)
        {
            if (word.Equals(flag, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads an operator, which may be several tokens; answers with what is wrong, or null.</summary>
    private readonly string? Operator(ref int at, ref Expect expect)
    {
        var token = _tokens[at];
        var isPair = at + 1 < _count && _tokens[at + 1].Is('=') && !_tokens[at + 1].IsSpaced;
        switch (token.Unit)
        {
            case '+' or '-' or '/':
                expect = Expect.Operand;
                return null;
            case '%' or '&':
                expect = Expect.More; // a modulo, whose operand may follow, or a value of its own
                return null;
            case '!' when isPair:
            case '=' when isPair:
                at++;
                break;
            case '!' when at + 1 < _count && IsFlag(TextOf(_tokens[at + 1])):
                at++;
                expect = _nests.Count == 1 ? Expect.Flag : Expect.More;
                return null;
            case '=' when _nests.Count == 1:
                return "a single '=' compares nothing: write '=='";
            case '<' or '>':
                at += isPair ? 1 : 0;
                break;
            case '*' or '=':
                break;
            case '.':
                return Member(ref at, ref expect);
            case '?':
                return null; // unicode-range
            default:
                return $"unexpected {Quote(token)} in an expression";
        }

        if (expect != Expect.More)
        {
            return $"expected a value before {Quote(token)}";
        }

        expect = Expect.Operand;
        return null;
    }

    /// <summary>The '.' of 'module.$variable' or 'module.function()', or the dots behind a rest argument.</summary>
    private readonly string? Member(ref int at, ref Expect expect)
    {
        if (at + 2 < _count && _tokens[at + 1].Is('.') && _tokens[at + 2].Is('.') && expect == Expect.More && _nests.Count > 1)
        {
            at += 2;
            return null;
        }

        if (at > 0 && at + 1 < _count && !_tokens[at].IsSpaced && !_tokens[at + 1].IsSpaced && _tokens[at - 1].Kind == StyleTokenKind.Ident
            && _tokens[at + 1].Kind is StyleTokenKind.Variable or StyleTokenKind.Function)
        {
            expect = Expect.Operand;
            return _text[_tokens[at + 1].Start + (_tokens[at + 1].Kind == StyleTokenKind.Variable ? 1 : 0)] is '_' or '-'
                ? $"{Quote(_tokens[at + 1].Start, NameEnd(_tokens[at + 1]))} is private: its module alone can use a name that starts so"
                : null;
        }

        return "unexpected '.' in an expression";
    }
}
