namespace UltimateCopilot.Languages.Exact.Sql.Grammar;

/// <summary>What would have fitted at a token.</summary>
internal sealed class ExpectedKinds(SqlProgram program)
{
    /// <summary>All kinds.</summary>
    public KindSet All { get; } = new(program.Vocabulary.KindCount);

    /// <summary>Those that stand for themselves: not the words that would only be taken for a name.</summary>
    public KindSet Fixed { get; } = new(program.Vocabulary.KindCount);

    public void AddKind(int kind)
    {
        All.Add(kind);
        Fixed.Add(kind);
    }

    public void AddSet(int index)
    {
        All.Add(program.Set(index));
        Fixed.Add(program.FixedSet(index));
    }
}
