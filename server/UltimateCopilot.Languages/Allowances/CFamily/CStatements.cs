using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>
/// Cuts a text into statements by its brackets and semicolons alone, macros or not. Of conditional directives that cut a statement in two
/// one branch is kept; elsewhere all branches are read.
/// </summary>
internal sealed class CStatements
{
    /// <summary>So many directives in a row are passed over to see what comes behind.</summary>
    private const int MostDirectives = 100;

    private readonly CSource _source;
    private readonly CWords _words;
    private readonly bool _isCpp;
    private readonly Conditions _conditions;
    private readonly Dictionary<ConditionalGroup, string> _even;
    private readonly Dictionary<int, int> _jumps = [];
    private readonly List<Frame> _open = [];
    private readonly int[] _partners;
    private readonly List<CStatement> _statements = [];
    private readonly List<CutGroup> _cuts = [];
    private Pending _pending = new();
    private bool _followsMembers;

    private CStatements(CSource source, CWords words, bool isCpp)
    {
        _words = words;
        _source = source;
        _isCpp = isCpp;
        _conditions = new Conditions(isCpp);
        _even = Conditions.FindEven(source);
        _partners = new int[source.Tokens.Count];
    }

    public static (IReadOnlyList<CStatement> Statements, IReadOnlyList<CutGroup> Cuts) Find(CSource source, CWords words, bool isCpp)
    {
        var reader = new CStatements(source, words, isCpp);
        reader.Run();
        return (reader._statements, reader._cuts);
    }

    private CContext Context => _open.Count == 0 ? CContext.File : _open[^1].Kind;

    private int Parent => _open.FindLastIndex(static frame => frame.Header >= 0) is >= 0 and var frame ? _open[frame].Header : -1;

    private static bool IsBlock(CContext context) => context is CContext.File or CContext.Members or CContext.Body;

    private void Run()
    {
        for (var i = 0; i < _source.Tokens.Count; i++)
        {
            if (_jumps.TryGetValue(i, out var next))
            {
                i = next - 1;
                continue;
            }

            if (_source.IsDirective(i))
            {
                if (_source.Groups.TryGetValue(i, out var group) && IsCut(group))
                {
                    Cut(group);
                    i--; // jumps now
                }

                continue;
            }

            switch (_source.SignOf(i))
            {
                case '{':
                    OpenBrace(i);
                    break;
                case '}':
                    CloseBrace(i);
                    break;
                case '(':
                    Take(i);
                    _open.Add(new Frame(CContext.Round, i, _pending));
                    break;
                case '[':
                    Take(i);
                    _open.Add(new Frame(CContext.Square, i, _pending));
                    break;
                case ')':
                    Close(i, CContext.Round);
                    break;
                case ']':
                    Close(i, CContext.Square);
                    break;
                case ';' when IsBlock(Context):
                    Take(i);
                    End(i + 1, opens: null);
                    break;
                default:
                    EndMacroLine(i);
                    Take(i);
                    break;
            }
        }

        End(_source.Tokens.Count, opens: null);
    }

    /// <summary>A macro on lines of its own, and then something that is not indented deeper, are two statements.</summary>
    private void EndMacroLine(int token)
    {
        var first = _pending.Start;
        if (first >= 0 && IsBlock(Context) && _source.IsWord(token) && _words.IsMacro(_source.TextOf(first)) && _source.IsFirstOnLine(first) && _source.IsFirstOnLine(token)
            && (token == first + 1 || (_source.SignOf(token - 1) == ')' && _partners[token - 1] == first + 1)) && _source.ColumnOf(token) <= _source.ColumnOf(first))
        {
            End(token, opens: null);
        }
    }

    /// <summary>Counts a token to the statement, and remembers what tells its kind.</summary>
    private void Take(int token)
    {
        if (_pending.Start < 0)
        {
            _pending = _pending with { Start = token };
        }

        if (_source.Tokens[token].Kind == CTokenKind.Quoted && !_source.IsClosed(token))
        {
            _pending = _pending with { IsBroken = true };
        }

        if (!IsBlock(Context))
        {
            return;
        }

        _pending = _source.SignOf(token) switch
        {
            '<' when _source.Is(token - 1, "template") => _pending with { Angles = 1 },
            '<' when _pending.Angles > 0 => _pending with { Angles = _pending.Angles + 1 },
            '>' when _pending.Angles > 0 => _pending with { Angles = _pending.Angles - 1 },
            '=' when _pending.Angles == 0 && IsAssignment(token) => _pending with { IsAssigned = true },
            '(' => _pending with { HasCall = true },
            ':' when _source.SignOf(token - 1) == ')' => _pending with { HasMemberInitialisers = true },
            '\0' when _pending.Angles == 0 && _source.IsWord(token) => _source.TextOf(token) switch
            {
                "struct" or "class" or "union" when _pending.Kind is null => _pending with { Kind = CContext.Members },
                "enum" => _pending with { Kind = CContext.List },
                "namespace" => _pending with { Kind = CContext.File },
                _ => _pending,
            },
            _ => _pending,
        };
    }

    private bool IsAssignment(int token) =>
        !_source.Is(token - 1, "operator") && _source.SignOf(token + 1) != '=' && _source.SignOf(token - 1) is not ('=' or '<' or '>' or '!' or '+' or '-' or '*' or '/' or '%' or '&' or '|' or '^');

    private void End(int end, CContext? opens)
    {
        if (_pending.Start >= 0)
        {
            _statements.Add(new CStatement(_pending.Start, end, IsBlock(Context) ? Context : CContext.Body, opens, _followsMembers, Parent, !_pending.IsBroken));
            _followsMembers = false;
        }

        _pending = new Pending();
    }

    private void Close(int token, CContext kind)
    {
        Take(token);
        if (Context == kind)
        {
            _partners[token] = _open[^1].Opener;
            _open.RemoveAt(_open.Count - 1);
        }
        else
        {
            _pending = _pending with { IsBroken = true };
        }
    }

    private void OpenBrace(int token)
    {
        var kind = new BraceReader(_source, _partners, _isCpp).Classify(token, Context, _pending, out var interrupts);
        if (kind == CContext.List)
        {
            Take(token);
            _open.Add(new Frame(kind, token, _pending));
            return;
        }

        Take(token);
        var outer = _pending;
        if (!interrupts)
        {
            End(token + 1, kind);
            outer = new Pending();
        }

        _pending = new Pending();
        _open.Add(new Frame(kind, token, outer, interrupts ? -1 : _statements.Count - 1));
    }

    private void CloseBrace(int token)
    {
        var brace = _open.FindLastIndex(static frame => frame.Kind is not (CContext.Round or CContext.Square));
        if (brace < 0)
        {
            End(token, opens: null);
            return;
        }

        var (kind, opener, outer, _) = _open[brace];
        var isBroken = brace < _open.Count - 1;
        if (kind == CContext.List)
        {
            Take(token);
            _pending = _pending with { IsBroken = _pending.IsBroken || isBroken };
        }
        else
        {
            _pending = _pending with { IsBroken = _pending.IsBroken || isBroken };
            _open.RemoveRange(brace + 1, _open.Count - brace - 1);
            End(token, opens: null);
            _pending = outer;
            _followsMembers = kind == CContext.Members;
        }

        _open.RemoveRange(brace, _open.Count - brace);
        _partners[token] = opener;
    }

    private bool IsCut(ConditionalGroup group)
    {
        if (group.CutsBrackets)
        {
            return _even.ContainsKey(group); // else a bracket is missing: that is not to be explained away
        }

        if (_pending.Start >= 0 || !IsBlock(Context) || _conditions.IsNeverRead(_source, group))
        {
            return true;
        }

        for (var branch = 0; branch < group.BranchCount; branch++)
        {
            var (start, end) = group.Branch(branch);
            var (first, last) = (Next(start, end), Before(end, start));
            if (_source.Is(first, "else") || (last >= 0 && _source.SignOf(last) is not (';' or '}' or ':')) || (last == first + 1 && _source.SignOf(last) == ':' && Context == CContext.Body))
            {
                return true;
            }
        }

        return _source.Is(Next(group.Directives[^1] + 1, _source.Tokens.Count), "else");
    }

    /// <summary>Lists of which each branch is whole elements are kept with all branches; of anything else one branch makes sense.</summary>
    private void Cut(ConditionalGroup group)
    {
        var hidden = new List<TextSpan>();
        var kept = group.CutsBrackets || IsBlock(Context) || !HoldsElements(group) ? _conditions.Choose(_source, group) : -2;
        for (var branch = 0; branch < group.BranchCount; branch++)
        {
            var (start, end) = group.Branch(branch);
            var isKept = kept == -2 || branch == kept;
            hidden.Add(isKept ? _source.Tokens[start - 1].Span : new TextSpan(_source.Tokens[start - 1].Start, _source.Tokens[end].Start));
            _jumps[start - 1] = isKept ? start : end;
        }

        hidden.Add(_source.Tokens[group.Directives[^1]].Span);
        _jumps[group.Directives[^1]] = group.Directives[^1] + 1;
        var from = _pending.Start >= 0 ? _pending.Start : group.Directives[0];
        _cuts.Add(new CutGroup(new TextSpan(_source.Tokens[from].Start, _source.Tokens[group.Directives[^1]].End), _even.GetValueOrDefault(group), hidden));
    }

    private bool HoldsElements(ConditionalGroup group)
    {
        for (var branch = 0; branch < group.BranchCount; branch++)
        {
            var (start, end) = group.Branch(branch);
            if (Before(end, start) is >= 0 and var last && _source.SignOf(last) != ',' && _source.SignOf(Next(start, end)) != ',')
            {
                return false;
            }
        }

        return true;
    }

    private int Next(int start, int end)
    {
        var last = Math.Min(end, start + MostDirectives);
        while (start < last && _source.IsDirective(start))
        {
            start++;
        }

        return start < last ? start : -1;
    }

    private int Before(int end, int start)
    {
        var first = Math.Max(start, end - MostDirectives);
        do
        {
            end--;
        }
        while (end >= first && _source.IsDirective(end));
        return end >= first ? end : -1;
    }

    private readonly record struct Frame(CContext Kind, int Opener, Pending Outer, int Header = -1);
}
