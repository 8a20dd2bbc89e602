namespace UltimateCopilot.Languages.Exact.Sql.Grammar;

// Alternatives.
internal sealed partial class GrammarCompiler
{
    /// <summary>From so many alternatives on a table is quicker than one test after another.</summary>
    private const int FewestForSwitch = 4;

    private void EmitChoice(GrammarNode.Choice choice)
    {
        var alternatives = choice.Alternatives.Where(alternative => _analysis.StartOf(alternative) is var start && (start.IsNullable || !start.First.IsEmpty)).ToList();
        if (alternatives.Count == 0)
        {
            Put(GrammarOp.Fail);
            return;
        }

        if (alternatives.TrueForAll(IsOneToken))
        {
            Put(GrammarOp.Set, Index(_analysis.StartOf(choice).First));
            return;
        }

        var hasSwitch = alternatives.Count >= FewestForSwitch && alternatives.TrueForAll(alternative => !_analysis.StartOf(alternative).IsNullable);
        if (hasSwitch)
        {
            Put(GrammarOp.Switch, _tables.Count);
            _tables.Add([]);
            Put(GrammarOp.Fail, Index(_analysis.StartOf(choice).First)); // not reached: tells what would have fitted
        }

        var table = hasSwitch ? _tables.Count - 1 : -1;
        var starts = new int[alternatives.Count];
        var ends = new List<int>();
        for (var i = 0; i < alternatives.Count; i++)
        {
            starts[i] = _code.Count;
            var (first, isNullable) = _analysis.StartOf(alternatives[i]);
            if (i == alternatives.Count - 1)
            {
                Emit(alternatives[i]);
                break;
            }

            var next = isNullable ? -1 : PutTest(first);
            var mayFitLater = isNullable || alternatives.Skip(i + 1).Any(later => _analysis.StartOf(later) is var start && (start.IsNullable || start.First.Overlaps(first)));
            if (mayFitLater)
            {
                var retry = PutForward(GrammarOp.Choice);
                Emit(alternatives[i]);
                ends.Add(PutForward(GrammarOp.Commit));
                Land(retry);
            }
            else
            {
                Emit(alternatives[i]);
                ends.Add(PutForward(GrammarOp.Jump));
            }

            if (next >= 0)
            {
                Land(next);
            }
        }

        ends.ForEach(Land);
        if (table >= 0)
        {
            var byKind = new int[_vocabulary.KindCount];
            for (var i = alternatives.Count - 1; i >= 0; i--)
            {
                foreach (var kind in _analysis.StartOf(alternatives[i]).First.Members())
                {
                    byKind[kind] = starts[i];
                }
            }

            _tables[table] = byKind;
        }
    }
}
