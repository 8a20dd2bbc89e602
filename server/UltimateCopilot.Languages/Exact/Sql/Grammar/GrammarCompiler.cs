using UltimateCopilot.Languages.Exact.Sql.Lexing;

namespace UltimateCopilot.Languages.Exact.Sql.Grammar;

/// <summary>
/// Turns rules into the instructions of a parsing machine (Medeiros and Ierusalimschy, "A Parsing Machine for PEGs", 2008). Alternatives
/// that start with different tokens are told apart by a look at the token; only others are tried one after another.
/// </summary>
internal sealed partial class GrammarCompiler
{
    private readonly GrammarAnalysis _analysis;
    private readonly SqlVocabulary _vocabulary;
    private readonly List<int> _code = [(int)GrammarOp.Fail];
    private readonly List<KindSet> _sets = [];
    private readonly List<int[]> _tables = [];
    private readonly Dictionary<string, int> _entries = new(StringComparer.Ordinal);
    private readonly List<(int Operand, string Rule)> _calls = [];
    private readonly Queue<string> _wanted = new();

    private GrammarCompiler(GrammarAnalysis analysis, SqlVocabulary vocabulary)
    {
        _analysis = analysis;
        _vocabulary = vocabulary;
    }

    public static SqlProgram Compile(GrammarAnalysis analysis, SqlVocabulary vocabulary, string nameQuotes, IEnumerable<string> starts)
    {
        var compiler = new GrammarCompiler(analysis, vocabulary);
        foreach (var rule in starts)
        {
            compiler.Want(rule);
        }

        while (compiler._wanted.TryDequeue(out var rule))
        {
            compiler._entries[rule] = compiler._code.Count;
            compiler.Emit(analysis.Rule(rule));
            compiler.Put(GrammarOp.Return);
        }

        foreach (var (operand, rule) in compiler._calls)
        {
            compiler._code[operand] = compiler._entries[rule];
        }

        var width = (vocabulary.KindCount + 63) / 64;
        var sets = new ulong[compiler._sets.Count * width];
        var fixedSets = new ulong[sets.Length];
        for (var i = 0; i < compiler._sets.Count; i++)
        {
            compiler._sets[i].Bits.CopyTo(sets.AsSpan(i * width));
            compiler._sets[i].Without(analysis.NameClasses.Where(compiler._sets[i].ContainsAll)).Bits.CopyTo(fixedSets.AsSpan(i * width));
        }

        return new SqlProgram(vocabulary, [.. compiler._code], sets, width, [.. compiler._tables], fixedSets, analysis.NameClasses[0], nameQuotes, compiler._entries);
    }

    private void Want(string rule)
    {
        if (_entries.TryAdd(rule, 0))
        {
            _wanted.Enqueue(rule);
        }
    }

    private void Put(GrammarOp op, params ReadOnlySpan<int> operands)
    {
        _code.Add((int)op);
        foreach (var operand in operands)
        {
            _code.Add(operand);
        }
    }

    /// <summary>Puts an instruction whose last operand, an address, is filled in by <see cref="Land"/>.</summary>
    private int PutForward(GrammarOp op, params ReadOnlySpan<int> operands)
    {
        Put(op, [.. operands, 0]);
        return _code.Count - 1;
    }

    private void Land(int operand) => _code[operand] = _code.Count;

    private int Index(KindSet set)
    {
        var index = _sets.FindIndex(known => known.Bits.SequenceEqual(set.Bits));
        if (index >= 0)
        {
            return index;
        }

        _sets.Add(set);
        return _sets.Count - 1;
    }

    private void Emit(GrammarNode node)
    {
        switch (node)
        {
            case GrammarNode.Token token:
                Put(GrammarOp.Kind, _vocabulary.KindOf(token.Text));
                break;
            case GrammarNode.Reference reference:
                EmitReference(reference.Name);
                break;
            case GrammarNode.Sequence sequence:
                foreach (var item in sequence.Items)
                {
                    Emit(item);
                }

                break;
            case GrammarNode.Choice choice:
                EmitChoice(choice);
                break;
            case GrammarNode.Optional optional:
                EmitOptional(optional.Inner);
                break;
            case GrammarNode.Repeated repeated:
                EmitRepeated(repeated);
                break;
            case GrammarNode.Separated separated:
                EmitSeparated(separated);
                break;
            case GrammarNode.Look look:
                EmitLook(look);
                break;
            default:
                throw new FormatException($"The grammar holds a {node.GetType().Name} at an unlikely place.");
        }
    }

    private void EmitReference(string name)
    {
        if (_analysis.Class(name) is { } kinds)
        {
            Put(GrammarOp.Set, Index(kinds));
        }
        else if (_analysis.IsUsedOnce(name) && !_entries.ContainsKey(name))
        {
            Emit(_analysis.Rule(name));
        }
        else
        {
            Want(name);
            Put(GrammarOp.Call, 0);
            _calls.Add((_code.Count - 1, name));
        }
    }

    /// <summary>A test that the token is of a set; answers the operand for where to go on if it is not.</summary>
    private int PutTest(KindSet first) =>
        first.Single() is >= 0 and var kind ? PutForward(GrammarOp.TestKind, kind) : PutForward(GrammarOp.TestSet, Index(first));

    private bool IsOneToken(GrammarNode node) =>
        node is GrammarNode.Token || (node is GrammarNode.Reference reference && _analysis.Class(reference.Name) is not null)
        || (node is GrammarNode.Choice choice && choice.Alternatives.All(IsOneToken));

    private void EmitOptional(GrammarNode inner)
    {
        if (IsOneToken(inner))
        {
            var one = _analysis.StartOf(inner).First;
            if (one.Single() is >= 0 and var kind)
            {
                Put(GrammarOp.MayKind, kind);
            }
            else
            {
                Put(GrammarOp.MaySet, Index(one));
            }

            return;
        }

        var skip = PutTest(_analysis.StartOf(inner).First);
        var retry = PutForward(GrammarOp.Choice);
        Emit(inner);
        var end = PutForward(GrammarOp.Commit);
        Land(skip);
        Land(retry);
        Land(end);
    }

    private void EmitRepeated(GrammarNode.Repeated repeated)
    {
        if (repeated.AtLeastOnce)
        {
            Emit(repeated.Inner);
        }

        var start = _code.Count;
        var skip = PutTest(_analysis.StartOf(repeated.Inner).First);
        var retry = PutForward(GrammarOp.Choice);
        Emit(repeated.Inner);
        Put(GrammarOp.Commit, start);
        Land(skip);
        Land(retry);
    }

    private void EmitSeparated(GrammarNode.Separated separated)
    {
        var start = _code.Count;
        Emit(separated.Inner);
        var end = PutTest(_analysis.StartOf(separated.Separator).First);
        Emit(separated.Separator);
        Put(GrammarOp.Jump, start);
        Land(end);
    }

    private void EmitLook(GrammarNode.Look look)
    {
        var (first, _) = _analysis.StartOf(look.Inner);
        if (IsOneToken(look.Inner))
        {
            Put(look.Absent ? GrammarOp.Absent : GrammarOp.Present, Index(first));
            return;
        }

        var other = PutForward(GrammarOp.Look);
        Emit(look.Inner);
        if (look.Absent)
        {
            Put(GrammarOp.EndAbsent);
            Land(other);
        }
        else
        {
            var end = PutForward(GrammarOp.EndPresent);
            Land(other);
            Put(GrammarOp.Fail);
            Land(end);
        }
    }
}
