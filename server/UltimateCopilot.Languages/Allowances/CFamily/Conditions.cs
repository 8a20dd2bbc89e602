namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>
/// Takes the conditions of a text for true or false, the same one always alike, so that what <c>#ifdef A</c> opens in one place another
/// <c>#ifdef A</c> closes.
/// </summary>
internal sealed class Conditions
{
    private readonly Dictionary<string, bool> _taken;

    private readonly bool _isCpp;

    public Conditions(bool isCpp)
    {
        _isCpp = isCpp;
        _taken = new(StringComparer.Ordinal) { ["0"] = false, ["1"] = true, ["__cplusplus"] = isCpp, ["__OBJC__"] = false };
    }

    /// <summary>The branch whose condition holds, the first one that may; the last where none does.</summary>
    public int Choose(CSource source, ConditionalGroup group)
    {
        for (var branch = 0; branch < group.BranchCount; branch++)
        {
            if (Holds(source, group.Directives[branch]))
            {
                return branch;
            }
        }

        return -1;
    }

    /// <summary>Whether a group's first branch is for another language, or for nobody.</summary>
    public bool IsNeverRead(CSource source, ConditionalGroup group) =>
        source.TextOf(group.Directives[0]) is var directive && (directive.TrimEnd().EndsWith("if 0") || directive.Contains("__OBJC__", StringComparison.Ordinal) || (!_isCpp && directive.Contains("__cplusplus", StringComparison.Ordinal)))
        && !directive.StartsWith("#ifndef");

    /// <summary>
    /// Whether the brackets that a group leaves open are closed whatever its conditions are: each branch leaves as many open, or the groups of
    /// the same conditions make up for each other.
    /// </summary>
    /// <returns>Those groups, each with its conditions.</returns>
    public static Dictionary<ConditionalGroup, string> FindEven(CSource source)
    {
        var sums = new Dictionary<string, (int Taken, int Left)>(StringComparer.Ordinal);
        var keys = new Dictionary<ConditionalGroup, string>();
        foreach (var group in source.Groups.Values.Where(static group => group.CutsBrackets))
        {
            var (key, isNegated) = KeyOf(source, group);
            var hasElse = source.DirectiveOf(group.Directives[^2]) is "else";
            var (taken, left) = (group.DepthOf(0), hasElse ? group.DepthOf(group.BranchCount - 1) : 0);
            var (sumTaken, sumLeft) = sums.GetValueOrDefault(key);
            sums[key] = isNegated ? (sumTaken + left, sumLeft + taken) : (sumTaken + taken, sumLeft + left);
            keys.Add(group, key);
        }

        return keys.Where(pair => pair.Value is "0" or "1" || sums[pair.Value] is var (taken, left) && taken == left).ToDictionary();
    }

    private static (string Key, bool IsNegated) KeyOf(CSource source, ConditionalGroup group)
    {
        const int MostBranches = 20;
        var (key, isNegated) = Read(source, group.Directives[0]);
        for (var branch = 1; branch < Math.Min(group.BranchCount, MostBranches) && source.DirectiveOf(group.Directives[branch]) is not "else"; branch++)
        {
            key += " " + Read(source, group.Directives[branch]).Condition;
        }

        return (key, isNegated);
    }

    private bool Holds(CSource source, int directive)
    {
        if (source.DirectiveOf(directive) is "else")
        {
            return true;
        }

        var (condition, isNegated) = Read(source, directive);
        if (!_isCpp && condition.Contains("__cplusplus", StringComparison.Ordinal))
        {
            return isNegated;
        }

        if (!_taken.TryGetValue(condition, out var holds))
        {
            _taken.Add(condition, holds = !isNegated);
        }

        return holds != isNegated;
    }

    /// <summary>What a directive asks for, in the same words however it is written.</summary>
    private static (string Condition, bool IsNegated) Read(CSource source, int directive)
    {
        var name = source.DirectiveOf(directive).ToString();
        var text = source.TextOf(directive).ToString();
        var condition = text[(text.IndexOf(name, StringComparison.Ordinal) + name.Length)..];
        var comment = condition.IndexOf("/*", StringComparison.Ordinal) is >= 0 and var block ? block : condition.IndexOf("//", StringComparison.Ordinal);
        condition = string.Concat((comment < 0 ? condition : condition[..comment]).Where(static unit => !char.IsWhiteSpace(unit) && unit != '\\'));
        var isNegated = name is "ifndef" or "elifndef";
        while (condition.StartsWith('!') && !condition.AsSpan().ContainsAny('&', '|'))
        {
            (condition, isNegated) = (condition[1..], !isNegated);
        }

        return condition.StartsWith("defined", StringComparison.Ordinal) && !condition.AsSpan().ContainsAny('&', '|')
            ? (condition["defined".Length..].Trim('(', ')'), isNegated)
            : (condition, isNegated);
    }
}
