using UltimateCopilot.Languages.Exact.Sql.Lexing;

namespace UltimateCopilot.Languages.Exact.Sql.Grammar;

/// <summary>The grammar of one dialect, compiled for the <see cref="SqlMachine"/>.</summary>
/// <param name="Vocabulary">The kinds of tokens.</param>
/// <param name="Code">Instructions of <see cref="GrammarOp"/> with their operands.</param>
/// <param name="Sets">All sets one after another, <paramref name="SetWidth"/> words each.</param>
/// <param name="SetWidth">Words of a set.</param>
/// <param name="Tables">For each switch the address by kind.</param>
/// <param name="FixedSets">As <paramref name="Sets"/>, without the words that only stand for a name.</param>
/// <param name="Names">The words that can name a column.</param>
/// <param name="NameQuotes">What people put around a name to have it taken as one.</param>
/// <param name="Entries">Addresses of the rules that a text starts with.</param>
internal sealed record SqlProgram(
    SqlVocabulary Vocabulary, int[] Code, ulong[] Sets, int SetWidth, int[][] Tables, ulong[] FixedSets, KindSet Names, string NameQuotes,
    IReadOnlyDictionary<string, int> Entries)
{
    /// <summary>For each rule that a text starts with what is known to fit it.</summary>
    public IReadOnlyDictionary<string, SoundStatements> Sound { get; } = Entries.Keys.ToDictionary(static rule => rule, static _ => new SoundStatements());

    /// <summary>The kinds of a set.</summary>
    public ReadOnlySpan<ulong> Set(int index) => Sets.AsSpan(index * SetWidth, SetWidth);

    /// <summary>The kinds of a set that stand for themselves.</summary>
    public ReadOnlySpan<ulong> FixedSet(int index) => FixedSets.AsSpan(index * SetWidth, SetWidth);
}
