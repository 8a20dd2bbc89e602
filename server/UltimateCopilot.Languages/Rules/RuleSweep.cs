using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Rules;

/// <summary>
/// Goes once over all matches of a text, knowing at each which contexts are open around it, and keeps those whose conditions are met. Takes
/// time in proportion to the matches, however deep they nest.
/// </summary>
internal sealed class RuleSweep
{
    /// <summary>Definitions are looked for in no more contexts around a name than this; behind that nothing is certain.</summary>
    private const int MostScopes = 64;

    private readonly TreeRules _rules;
    private readonly Stack<Context> _open = new();

    /// <summary>Of each label whether the file as a whole is such a context.</summary>
    private readonly bool[] _file;

    /// <summary>Of each label the number of the innermost open context, 0 where there is none. Inner contexts have larger numbers.</summary>
    private readonly int[] _innermost;

    /// <summary>The same for contexts that have a name.</summary>
    private readonly Dictionary<(int Label, string Name), int> _innermostNamed = [];

    /// <summary>Of a context and label the next one of that label around it.</summary>
    private readonly Dictionary<(int Context, int Label), int> _around = [];

    private readonly Dictionary<(int Scope, int Group, string Name), RuleMatch> _defined = [];
    private readonly List<RuleMatch> _found = [];
    private int _contexts;

    /// <summary>What can be told only when all definitions are known.</summary>
    private readonly List<(RuleMatch Match, int Scope, int Until)> _undecided = [];

    private RuleSweep(TreeRules rules, List<RuleMatch> matches)
    {
        _rules = rules;
        _innermost = new int[rules.WordCount];
        _file = new bool[rules.WordCount];
        foreach (var match in matches)
        {
            _file[rules.RoleOf(match) == RuleRole.File ? rules.Labels[match.Capture] : 0] = true;
        }
    }

    /// <summary>The matches that are mistakes, in document order; a related place may have been added.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="matches">All matches of the text, in the order of <see cref="RuleMatch.ByPlace"/>.</param>
    public static List<RuleMatch> Run(TreeRules rules, List<RuleMatch> matches)
    {
        var sweep = new RuleSweep(rules, matches);
        foreach (var match in matches)
        {
            sweep.Leave(match.Place);
            switch (rules.RoleOf(match))
            {
                case RuleRole.Context:
                    sweep.Enter(match);
                    break;
                case RuleRole.Definition:
                    sweep.Define(match);
                    break;
                case RuleRole.Finding:
                    sweep.Judge(match);
                    break;
                default:
                    break;
            }
        }

        sweep.Decide();
        return sweep.Gather();
    }

    /// <summary>Whether what ends there does not hold the next place.</summary>
    public static bool IsLeft(int end, TextSpan next) => end < next.End || end <= next.Start;

    private void Leave(TextSpan next)
    {
        while (_open.TryPeek(out var context) && IsLeft(context.End, next))
        {
            _open.Pop();
            _innermost[context.Label] = context.Before;
            if (context.Name is not null)
            {
                _innermostNamed[(context.Label, context.Name)] = context.NamedBefore;
            }
        }
    }

    private void Enter(RuleMatch match)
    {
        var label = _rules.Labels[match.Capture];
        var number = ++_contexts;
        if (_rules.IsNested[label])
        {
            _around.TryAdd((number, label), _innermost[label]);
        }

        var named = 0;
        if (match.Name is { } name)
        {
            _innermostNamed.TryGetValue((label, name), out named);
            _innermostNamed[(label, name)] = number;
        }

        _open.Push(new Context(match.Place.End, label, _innermost[label], match.Name, named));
        _innermost[label] = number;
    }

    private void Define(RuleMatch match)
    {
        var rule = _rules.RuleOf(match);
        _defined.TryAdd((rule.DefinedIn < 0 ? 0 : _innermost[rule.DefinedIn], rule.Group, match.Name!), match);
    }

    private void Judge(RuleMatch match)
    {
        var rule = _rules.RuleOf(match);
        if ((rule.Inside.Length > 0 && !IsAround(match, rule.Inside)) || (rule.Outside.Length > 0 && IsAround(match, rule.Outside)))
        {
            return;
        }

        if (rule.UniqueIn >= 0 && match.Name is { } name)
        {
            JudgeUnique(match, rule, name);
        }
        else if (rule.UndefinedIn >= 0)
        {
            _undecided.Add((match, _innermost[rule.UndefinedIn], Innermost(rule.Until)));
        }
        else
        {
            _found.Add(match);
        }
    }

    private void JudgeUnique(RuleMatch match, TreeRule rule, string name)
    {
        var key = (_innermost[rule.UniqueIn], rule.Group, name);
        if (_defined.TryAdd(key, match))
        {
            return;
        }

        var first = _defined[key];
        if (first.Shown == match.Shown)
        {
            _defined[key] = match; // another rule for the same name, which knows better
        }
        else if (!rule.IsWeak || !_rules.RuleOf(first).IsWeak)
        {
            _found.Add(match with { Related = first.Shown });
        }
    }

    private void Decide()
    {
        foreach (var (match, scope, until) in _undecided)
        {
            if (!IsDefined(match, _rules.RuleOf(match), scope, until))
            {
                _found.Add(match);
            }
        }
    }

    /// <summary>In document order; of those that have to be the innermost ones, which come first by their end, those around are left out.</summary>
    private List<RuleMatch> Gather()
    {
        _found.Sort(static (a, b) => a.Extent.End != b.Extent.End ? a.Extent.End.CompareTo(b.Extent.End) : b.Extent.Start.CompareTo(a.Extent.Start));
        var innermost = -1;
        _found.RemoveAll(match =>
        {
            var isAround = _rules.RuleOf(match).IsInnermost && match.Extent.Start <= innermost;
            innermost = _rules.RuleOf(match).IsInnermost ? match.Extent.Start : innermost;
            return isAround;
        });
        _found.Sort(static (a, b) => a.Shown.Start.CompareTo(b.Shown.Start));
        return _found;
    }

    private bool IsDefined(RuleMatch match, TreeRule rule, int scope, int until)
    {
        for (var i = 0; i < MostScopes; i++)
        {
            if (scope >= until && _defined.ContainsKey((scope, rule.Group, match.Name!)))
            {
                return true;
            }

            if (scope <= until)
            {
                return false;
            }

            scope = _around[(scope, rule.UndefinedIn)];
        }

        return true;
    }

    private bool IsAround(RuleMatch match, int[] labels)
    {
        var rule = _rules.RuleOf(match);
        var nearest = rule.SameName ? InnermostNamed(labels, match.Name!) : Innermost(labels);
        var until = Innermost(rule.Until);
        return (nearest > 0 && nearest >= until) || (until == 0 && Array.Exists(labels, label => _file[label]));
    }

    private int Innermost(int[] labels)
    {
        var nearest = 0;
        foreach (var label in labels)
        {
            nearest = Math.Max(nearest, _innermost[label]);
        }

        return nearest;
    }

    private int InnermostNamed(int[] labels, string name)
    {
        var nearest = 0;
        foreach (var label in labels)
        {
            nearest = Math.Max(nearest, _innermostNamed.GetValueOrDefault((label, name)));
        }

        return nearest;
    }

    /// <param name="End">Its last unit is before this.</param>
    /// <param name="Label">Number of its label.</param>
    /// <param name="Before">The innermost context of that label around it.</param>
    /// <param name="Name">What it is called, or null.</param>
    /// <param name="NamedBefore">The innermost context of that label and name around it.</param>
    private readonly record struct Context(int End, int Label, int Before, string? Name, int NamedBefore);
}
