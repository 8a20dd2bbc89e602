using UltimateCopilot.Languages.Exact.Sql.Grammar;

namespace UltimateCopilot.Languages.Exact.Sql;

/// <summary>Tells the likeliest cause of a fault: the small change after which the rules go on furthest.</summary>
internal sealed class SqlRepairs
{
    /// <summary>In a longer statement each try would cost too much.</summary>
    private const int LongestStatement = 20_000;

    private readonly SqlMachine _machine;
    private readonly string _rule;
    private readonly ushort[] _kinds;
    private readonly int _fault;

    /// <param name="kinds">The statement's tokens up to what ends it, included.</param>
    /// <param name="fault">The token among them that did not fit.</param>
    /// <param name="rule">What the statement is read by.</param>
    /// <param name="machine">Runs the tries.</param>
    public SqlRepairs(ReadOnlySpan<ushort> kinds, int fault, string rule, SqlMachine machine)
    {
        _machine = machine;
        _rule = rule;
        IsTooLong = fault > LongestStatement;
        _kinds = kinds[..Math.Min(kinds.Length, fault + LongestStatement)].ToArray();
        _kinds[^1] = Lexing.SqlKind.End;
        _fault = fault;
    }

    /// <summary>Whether so much stands before the fault that nothing is tried: every change then seems to help a bit.</summary>
    public bool IsTooLong { get; }

    /// <summary>Whether the statement is sound, or goes on well behind the fault, with <paramref name="kind"/> in place of the token at <paramref name="at"/>.</summary>
    public SqlRepair Replace(int at, ushort kind)
    {
        var before = _kinds[at];
        _kinds[at] = kind;
        var result = Try(_kinds, 0);
        _kinds[at] = before;
        return result;
    }

    public SqlRepair Insert(int at, params ReadOnlySpan<ushort> kinds) => Try([.. _kinds.AsSpan(0, at), .. kinds, .. _kinds.AsSpan(at)], kinds.Length);

    public SqlRepair Delete(int at) => Try([.. _kinds.AsSpan(0, at), .. _kinds.AsSpan(at + 1)], -1);

    /// <summary>What would have fitted in place of the token at <paramref name="at"/>, whether that fitted or not.</summary>
    public ExpectedKinds ExpectedAt(int at)
    {
        var before = _kinds[at];
        _kinds[at] = Lexing.SqlKind.Stray;
        var expected = _machine.ExpectedAt(_kinds, 0, _rule, at);
        _kinds[at] = before;
        return expected;
    }

    private SqlRepair Try(ReadOnlySpan<ushort> kinds, int shift)
    {
        if (IsTooLong)
        {
            return SqlRepair.Further;
        }

        var end = _machine.Run(kinds, 0, _rule);
        var reached = Math.Max(_machine.Furthest, end) - shift;
        return end == kinds.Length - 1 ? SqlRepair.Sound : reached > _fault + 1 ? SqlRepair.Further : SqlRepair.Useless;
    }
}
