namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>The directives from an <c>#if</c> to its <c>#endif</c>, and what lies between them.</summary>
internal sealed class ConditionalGroup
{
    private readonly List<int> _directives = [];
    private readonly List<(int Depth, int Lowest)> _branches = [];
    private int _depth;
    private int _lowest;

    /// <summary>The tokens of the directives, from <c>#if</c> to <c>#endif</c>; branch n lies between the nth and the next.</summary>
    public IReadOnlyList<int> Directives => _directives;

    public int BranchCount => _directives.Count - 1;

    /// <summary>Whether a branch opens brackets that it does not close, or closes some that it has not opened.</summary>
    public bool CutsBrackets => _branches.Exists(static branch => branch.Depth != 0 || branch.Lowest < 0);

    /// <summary>How many brackets a branch leaves open.</summary>
    public int DepthOf(int branch) => _branches[branch].Depth;

    /// <summary>All groups that have their end, by the token of their first directive.</summary>
    public static Dictionary<int, ConditionalGroup> Find(CSource source)
    {
        var groups = new Dictionary<int, ConditionalGroup>();
        var open = new Stack<ConditionalGroup>();
        for (var i = 0; i < source.Tokens.Count; i++)
        {
            if (!source.IsDirective(i))
            {
                if (open.TryPeek(out var inner))
                {
                    inner.Count(source.SignOf(i));
                }

                continue;
            }

            switch (source.DirectiveOf(i))
            {
                case "if" or "ifdef" or "ifndef":
                    open.Push(new ConditionalGroup());
                    open.Peek()._directives.Add(i);
                    break;
                case "elif" or "else" or "elifdef" or "elifndef" when open.TryPeek(out var group):
                    group.EndBranch(i);
                    break;
                case "endif" when open.TryPop(out var group):
                    group.EndBranch(i);
                    groups.Add(group._directives[0], group);
                    if (open.TryPeek(out var outer))
                    {
                        outer.Take(group._branches[0]);
                    }

                    break;
                default:
                    break;
            }
        }

        return groups;
    }

    /// <summary>First token of a branch, and the directive that ends it.</summary>
    public (int Start, int End) Branch(int number) => (_directives[number] + 1, _directives[number + 1]);

    private void Count(char sign)
    {
        _depth += sign is '(' or '[' or '{' ? 1 : sign is ')' or ']' or '}' ? -1 : 0;
        _lowest = Math.Min(_lowest, _depth);
    }

    private void Take((int Depth, int Lowest) inner)
    {
        _lowest = Math.Min(_lowest, _depth + inner.Lowest);
        _depth += inner.Depth;
    }

    private void EndBranch(int directive)
    {
        _directives.Add(directive);
        _branches.Add((_depth, _lowest));
        (_depth, _lowest) = (0, 0);
    }
}
