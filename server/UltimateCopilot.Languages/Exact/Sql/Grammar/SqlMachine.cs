namespace UltimateCopilot.Languages.Exact.Sql.Grammar;

/// <summary>
/// Runs a program over tokens. Its stack is its own, so that nesting costs memory and never the thread's stack, and its steps are counted:
/// their number is bounded by that of the tokens, whatever the text.
/// </summary>
internal sealed class SqlMachine(SqlProgram program)
{
    private const int DeepestStack = 1 << 20;
    private const int StepsPerToken = 100;

    private Frame[] _stack = new Frame[256];

    /// <summary>The furthest token that did not fit on the last run.</summary>
    public int Furthest { get; private set; }

    /// <summary>Whether the last run was broken off, for depth or for the number of its steps.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>Where a rule that begins at <paramref name="start"/> ends; -1 where it does not fit.</summary>
    public int Run(ReadOnlySpan<ushort> kinds, int start, string rule) => Run(kinds, start, program.Entries[rule], watched: -1, expected: null);

    /// <summary>What would have fitted at a token that the same run has reached.</summary>
    public ExpectedKinds ExpectedAt(ReadOnlySpan<ushort> kinds, int start, string rule, int token)
    {
        var expected = new ExpectedKinds(program);
        Run(kinds, start, program.Entries[rule], token, expected);
        return expected;
    }

    private int Run(ReadOnlySpan<ushort> kinds, int start, int entry, int watched, ExpectedKinds? expected)
    {
        var code = program.Code.AsSpan();
        ReadOnlySpan<ulong> sets = program.Sets;
        var width = program.SetWidth;
        var at = start;
        var pc = entry;
        var depth = 0;
        var furthest = start;
        var looking = 0;
        var steps = 10_000L + ((long)(kinds.Length - start) * StepsPerToken);
        GaveUp = false;
        while (true)
        {
            var fails = false;
            switch ((GrammarOp)code[pc])
            {
                case GrammarOp.Kind:
                    if (kinds[at] == code[pc + 1])
                    {
                        at++;
                        pc += 2;
                        break;
                    }

                    if (at == watched && looking == 0)
                    {
                        expected!.AddKind(code[pc + 1]);
                    }

                    fails = true;
                    break;
                case GrammarOp.Set:
                    if (Contains(sets, width, code[pc + 1], kinds[at]))
                    {
                        at++;
                        pc += 2;
                        break;
                    }

                    if (at == watched && looking == 0)
                    {
                        expected!.AddSet(code[pc + 1]);
                    }

                    fails = true;
                    break;
                case GrammarOp.MayKind:
                    if (kinds[at] == code[pc + 1])
                    {
                        at++;
                    }
                    else if (at == watched && looking == 0)
                    {
                        expected!.AddKind(code[pc + 1]);
                    }

                    pc += 2;
                    break;
                case GrammarOp.MaySet:
                    if (Contains(sets, width, code[pc + 1], kinds[at]))
                    {
                        at++;
                    }
                    else if (at == watched && looking == 0)
                    {
                        expected!.AddSet(code[pc + 1]);
                    }

                    pc += 2;
                    break;
                case GrammarOp.TestKind:
                    if (at == watched && looking == 0)
                    {
                        expected!.AddKind(code[pc + 1]);
                    }

                    pc = kinds[at] == code[pc + 1] ? pc + 3 : code[pc + 2];
                    break;
                case GrammarOp.TestSet:
                    if (at == watched && looking == 0)
                    {
                        expected!.AddSet(code[pc + 1]);
                    }

                    pc = Contains(sets, width, code[pc + 1], kinds[at]) ? pc + 3 : code[pc + 2];
                    break;
                case GrammarOp.Switch:
                    if (at == watched && looking == 0)
                    {
                        expected!.AddSet(code[pc + 3]);
                    }

                    pc = program.Tables[code[pc + 1]][kinds[at]];
                    break;
                case GrammarOp.Present:
                    fails = !Contains(sets, width, code[pc + 1], kinds[at]);
                    pc += 2;
                    break;
                case GrammarOp.Absent:
                    fails = Contains(sets, width, code[pc + 1], kinds[at]);
                    pc += 2;
                    break;
                case GrammarOp.Call:
                    if (depth + 1 >= _stack.Length && !Grow())
                    {
                        GaveUp = true;
                        return -1;
                    }

                    _stack[depth++] = new Frame(pc + 2, -1, 0);
                    pc = code[pc + 1];
                    steps--;
                    break;
                case GrammarOp.Return:
                    if (depth == 0)
                    {
                        Furthest = Math.Max(furthest, at);
                        return at;
                    }

                    pc = _stack[--depth].Address;
                    break;
                case GrammarOp.Jump:
                    pc = code[pc + 1];
                    break;
                case GrammarOp.Choice:
                case GrammarOp.Look:
                    if (depth + 1 >= _stack.Length && !Grow())
                    {
                        GaveUp = true;
                        return -1;
                    }

                    _stack[depth++] = new Frame(code[pc + 1], at, looking);
                    looking += (GrammarOp)code[pc] == GrammarOp.Look ? 1 : 0;
                    pc += 2;
                    break;
                case GrammarOp.Commit:
                    depth--;
                    pc = code[pc + 1];
                    break;
                case GrammarOp.EndPresent:
                    depth--;
                    (at, looking) = (_stack[depth].Position, _stack[depth].Looking);
                    pc = code[pc + 1];
                    break;
                case GrammarOp.EndAbsent:
                    depth--;
                    looking = _stack[depth].Looking;
                    fails = true;
                    break;
                default:
                    fails = true;
                    break;
            }

            if (!fails)
            {
                continue;
            }

            if (at > furthest && looking == 0)
            {
                furthest = at;
            }

            do
            {
                if (depth == 0 || --steps < 0)
                {
                    GaveUp = steps < 0;
                    Furthest = furthest;
                    return -1;
                }

                depth--;
            }
            while (_stack[depth].Position < 0);

            (pc, at, looking) = (_stack[depth].Address, _stack[depth].Position, _stack[depth].Looking);
        }
    }

    private static bool Contains(ReadOnlySpan<ulong> sets, int width, int set, ushort kind) =>
        (sets[(set * width) + (kind >> 6)] >> (kind & 63) & 1) != 0;

    private bool Grow()
    {
        if (_stack.Length >= DeepestStack)
        {
            return false;
        }

        Array.Resize(ref _stack, _stack.Length * 2);
        return true;
    }

    /// <summary>Where to go on: behind a call (no position), or with another choice.</summary>
    private readonly record struct Frame(int Address, int Position, int Looking);
}
