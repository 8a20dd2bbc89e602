using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>
/// Finds out what the macros of a statement stand for: the statement is parsed by itself, with each macro as nothing, as a name, or as a
/// condition, until it parses. Every use of a word in a statement has the same role.
/// </summary>
internal sealed class MacroSearch(TreeParser parser, CSource source, char[] units, CWords words, bool isCpp)
{
    /// <summary>So many parses of one statement at most.</summary>
    private const int MostTries = 60;

    /// <summary>A statement of so many units is a table; it is not tried more than a few times.</summary>
    private const int LongStatement = 20_000;

    private const int MostNodes = 500;

    /// <summary>What a parse costs however short the text, in units.</summary>
    private const int CostOfParse = 100;

    /// <summary>What a token that is not there counts, beside the units of those that should not be there.</summary>
    private const int MissingSize = 8;

    private readonly MacroUses _uses = new(source, words);
    private int _tries;

    /// <summary>Units that may still be parsed: a text that is no C costs no more than some parses of the whole.</summary>
    private long _budget = 200_000 + (10L * units.Length);

    /// <summary>What to read in place of the macros of a statement; nothing where it parses as it is, or cannot be made to.</summary>
    public List<MacroEdit> Explain(CStatement statement)
    {
        var uses = statement.IsBalanced ? _uses.Find(statement) : [];
        if (uses.Count == 0)
        {
            return [];
        }

        _tries = ExtentOf(statement).Length > LongStatement ? MostTries - 6 : 0;
        var damage = DamageOf(statement, []);
        if (damage.Size == 0)
        {
            return [];
        }

        var options = Options(statement, uses);
        return Climb(statement, options, damage) ?? (options.Count > 1 && Together(options) is var all && DamageOf(statement, all).Size == 0 ? all : []);
    }

    /// <summary>
    /// Words that look like any other, of which one as nothing would make the statement parse. A mistake gives such a word too; but the text is
    /// full of them where it is a macro.
    /// </summary>
    public IEnumerable<MacroOption> Suspect(CStatement statement)
    {
        const int MostWords = 8;
        var words = new Dictionary<string, List<MacroEdit>>(StringComparer.Ordinal);
        for (var i = statement.Start; statement.IsBalanced && i < statement.End && words.Count < MostWords; i++)
        {
            if (source.IsWord(i) && !CWords.IsKeyword(source.TextOf(i)) && (source.IsWord(i - 1) || source.IsWord(i + 1)) && !MacroUses.IsMisspelt(source.TextOf(i).ToString()))
            {
                var word = source.TextOf(i).ToString();
                words.TryAdd(word, []);
                words[word].Add(new MacroEdit(source.Tokens[i].Span, string.Empty));
            }
        }

        if (words.Count == 0 || DamageOf(statement, []).Size == 0)
        {
            return [];
        }

        // What looks like a macro may stand beside it.
        var macros = _uses.Find(statement).Where(static use => use.Token == use.Close && use.Roles.Contains(MacroRole.Nothing)).Select(use => Edit(statement, use, MacroRole.Nothing)).ToList();
        return words.Select(pair => new MacroOption(pair.Key, pair.Value)).Concat(macros.Count == 0 ? [] : words.Select(pair => new MacroOption(pair.Key, [.. pair.Value, .. macros])))
            .Where(option => DamageOf(statement, [.. option.Edits]).Size == 0).DistinctBy(static option => option.Word);
    }

    /// <summary>Whether a word stands more than once in front of a keyword for a type: once it may be a typing error.</summary>
    public bool IsSpecifier(MacroOption option) => option.Edits.Count > 1 && option.Edits.All(edit => IsBeforeType(edit.Span.End));

    private bool IsBeforeType(int offset)
    {
        var rest = units.AsSpan(offset).TrimStart(" \t");
        var end = 0;
        while (end < rest.Length && char.IsAsciiLetter(rest[end]))
        {
            end++;
        }

        return CWords.IsType(rest[..end]);
    }

    /// <summary>Takes at each step what leaves the least damage; null where that leads nowhere.</summary>
    private List<MacroEdit>? Climb(CStatement statement, List<MacroOption> options, Damage damage)
    {
        var taken = new List<MacroEdit>();
        var open = new List<MacroOption>(options);
        while (damage.Size > 0)
        {
            var best = -1;
            var least = damage;
            for (var i = 0; i < open.Count && least.Size > 0 && _tries < MostTries; i++)
            {
                var left = DamageOf(statement, [.. taken, .. open[i].Edits]);
                if (left.IsLessThan(least))
                {
                    (best, least) = (i, left);
                }
            }

            if (best < 0)
            {
                return null;
            }

            taken.AddRange(open[best].Edits);
            var word = open[best].Word;
            open.RemoveAll(option => option.Word == word);
            damage = least;
        }

        return taken;
    }

    /// <summary>What each word may stand for, in all its uses; where it has several, also in one of them alone.</summary>
    private List<MacroOption> Options(CStatement statement, List<MacroUse> uses)
    {
        var options = new List<MacroOption>();
        var single = new List<MacroOption>();
        foreach (var group in uses.GroupBy(static use => use.Word, StringComparer.Ordinal))
        {
            foreach (var role in group.SelectMany(static use => use.Roles).Distinct())
            {
                var edits = group.Where(use => use.Roles.Contains(role)).Select(use => Edit(statement, use, role)).ToList();
                options.Add(new MacroOption(group.Key, edits));
                if (edits.Count is > 1 and < 12)
                {
                    single.AddRange(edits.Select(edit => new MacroOption(group.Key, [edit])));
                }
            }
        }

        return [.. options, .. single];
    }

    private static List<MacroEdit> Together(List<MacroOption> options) => [.. options.DistinctBy(static option => option.Word).SelectMany(static option => option.Edits)];

    private MacroEdit Edit(CStatement statement, MacroUse use, MacroRole role)
    {
        var span = new TextSpan(source.Tokens[use.Token].Start, source.Tokens[use.Close].End);
        return role switch
        {
            MacroRole.Nothing when IsLabel(use) => new MacroEdit(span with { End = source.Tokens[use.Close + 1].End }, string.Empty),
            MacroRole.Nothing when source.SignOf(use.Close + 1) == ';' && HasOnlyStorage(statement.Start, use.Token) => new MacroEdit(span with { Start = source.Tokens[statement.Start].Start }, string.Empty),
            MacroRole.Nothing => new MacroEdit(span, statement.Context == CContext.Body && use.Close == statement.End - 1 ? ";" : string.Empty),
            MacroRole.Decoration => new MacroEdit(source.Tokens[use.Token].Span, string.Empty),
            MacroRole.Name => new MacroEdit(span with { Start = source.Tokens[use.Token].End }, string.Empty),
            _ => new MacroEdit(span, "if(0)"),
        };
    }

    /// <summary>As in <c>signals:</c>, not in <c>public slots:</c>.</summary>
    private bool IsLabel(MacroUse use) => source.SignOf(use.Close + 1) == ':' && source.SignOf(use.Close + 2) != ':' && !source.IsWord(use.Token - 1);

    /// <summary>As in <c>static DEFINE_TABLE(a, b);</c>.</summary>
    private bool HasOnlyStorage(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (source.TextOf(i) is not ("static" or "extern" or "const" or "inline" or "constexpr"))
            {
                return false;
            }
        }

        return true;
    }

    private TextSpan ExtentOf(CStatement statement) => new(source.Tokens[statement.Start].Start, source.Tokens[statement.End - 1].End);

    /// <summary>How much of a statement does not parse, by itself, with something else read in places.</summary>
    private Damage DamageOf(CStatement statement, List<MacroEdit> edits)
    {
        var extent = ExtentOf(statement);
        if (_budget < 0)
        {
            return new Damage(int.MaxValue, 0);
        }

        _tries++;
        _budget -= extent.Length + CostOfParse;
        var (before, after) = Surroundings(statement);
        var text = new char[before.Length + extent.Length + after.Length];
        before.CopyTo(text);
        units.AsSpan(extent.Start, extent.Length).CopyTo(text.AsSpan(before.Length));
        after.CopyTo(text.AsSpan(before.Length + extent.Length));
        foreach (var (span, content) in edits)
        {
            Overwrite(text.AsSpan(before.Length + span.Start - extent.Start, span.Length), content);
        }

        using var tree = parser.Parse(SourceText.From(text), old: null, CancellationToken.None);
        var size = 0;
        var firstEnd = 0;
        var nodes = tree.ReadDamage(MostNodes);
        for (var i = 0; i < nodes.Length; i++)
        {
            if ((nodes[i].Flags & (NodeFlags.Missing | NodeFlags.Error)) == 0)
            {
                continue;
            }

            size += MissingSize + (int)(nodes[i].End - nodes[i].Start);
            firstEnd = firstEnd == 0 ? (int)nodes[i].End : firstEnd;
            i = Math.Max(i, (int)nodes[i].SubtreeEnd - 1);
        }

        return new Damage(tree.HasError ? Math.Max(size, 1) : 0, firstEnd);
    }

    public static void Overwrite(Span<char> units, string content)
    {
        var next = 0;
        foreach (ref var unit in units)
        {
            if (unit is not ('\r' or '\n'))
            {
                unit = next < content.Length ? content[next++] : ' ';
            }
        }
    }

    /// <summary>What makes a statement a text of its own.</summary>
    private (string Before, string After) Surroundings(CStatement statement)
    {
        var first = source.TextOf(statement.Start);
        var before = statement.FollowsMembers ? "struct x{}"
            : statement.Context == CContext.Members ? isCpp ? "class x{" : "struct x{"
            : first is "else" ? "if(0);"
            : first is "catch" ? "try{}"
            : string.Empty;
        var after = statement.Opens switch
        {
            CContext.Members => "int x:3;}x;",
            CContext.Body when source.Is(statement.End - 2, "do") => "}while(0);",
            CContext.Body when source.Is(statement.End - 2, "try") => "}catch(...){}",
            null when source.SignOf(statement.End - 1) != ';' => statement.Context == CContext.Members ? " int x;" : " 0;",
            null => string.Empty,
            _ => "}",
        };
        return (before, statement.Context == CContext.Members && !statement.FollowsMembers ? after + "};" : after);
    }

    /// <summary>How much does not parse, and how far the parser came before it stumbled.</summary>
    private readonly record struct Damage(int Size, int Reached)
    {
        public bool IsLessThan(Damage other) => Size < other.Size || (Size == other.Size && Reached > other.Reached);
    }
}
