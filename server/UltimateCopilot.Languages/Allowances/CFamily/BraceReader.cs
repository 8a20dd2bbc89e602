namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>Tells what an opening brace opens, from what stands before it.</summary>
internal readonly ref struct BraceReader(CSource source, int[] partners, bool isCpp)
{
    /// <summary>What the brace opens, and whether the statement around it goes on behind its partner.</summary>
    public CContext Classify(int brace, CContext context, Pending statement, out bool interrupts)
    {
        var before = Before(brace);
        interrupts = statement.Start >= 0 && IsFunctionValue(before);
        if (interrupts || statement.Start < 0)
        {
            return CContext.Body;
        }

        if (context is not (CContext.File or CContext.Members or CContext.Body))
        {
            return CContext.List;
        }

        if (source.Tokens[before].Kind == CTokenKind.Quoted && source.Is(Before(before), "extern"))
        {
            return CContext.File;
        }

        if (source.SignOf(before) is '=' or ',' || source.Is(before, "return") || source.Is(before, "in"))
        {
            return CContext.List;
        }

        if (statement.Kind is { } kind && !statement.IsAssigned && (source.SignOf(before) != ')' || IsAttribute(before)))
        {
            return kind;
        }

        return source.SignOf(before) switch
        {
            ')' => statement.IsAssigned ? CContext.List : CContext.Body,
            '}' or ':' or ';' => CContext.Body,
            '>' or '\0' when !isCpp || (statement.HasCall && !statement.HasMemberInitialisers && !statement.IsAssigned) || IsBlockWord(before) || before == statement.Start => CContext.Body,
            _ => CContext.List,
        };
    }

    private static bool IsWordOf(ReadOnlySpan<char> word, string list) => list.AsSpan().Contains($" {word} ", StringComparison.Ordinal);

    private bool IsBlockWord(int token) => source.IsWord(token) && IsWordOf(source.TextOf(token), " else do try const override final noexcept mutable volatile ");

    /// <summary>Parentheses right behind <c>struct</c>, as in <c>struct __attribute__((packed)) {</c>.</summary>
    private bool IsAttribute(int closer) => IsWordOf(source.TextOf(Before(Before(partners[closer]))), " struct class union enum ");

    /// <summary>The body of a lambda, or a statement expression.</summary>
    private bool IsFunctionValue(int before)
    {
        if (source.SignOf(before) == '(')
        {
            return !isCpp;
        }

        while (before > 0 && (IsBlockWord(before) && !source.Is(before, "else") && !source.Is(before, "do") && !source.Is(before, "try")))
        {
            before = Before(before);
        }

        var list = SkipReturnType(before);
        if (source.SignOf(list) == ')')
        {
            list = Before(partners[list]);
        }

        return source.SignOf(list) == ']' && Before(partners[list]) is var left
            && source.SignOf(left) is not (')' or ']') && (!source.IsWord(left) || source.Is(left, "return")) && left >= 0;
    }

    private int SkipReturnType(int before)
    {
        const int Longest = 24;
        for (var (at, steps) = (before, 0); at > 0 && steps < Longest; at--, steps++)
        {
            switch (source.SignOf(at))
            {
                case '>' when source.SignOf(at - 1) == '-':
                    return Before(at - 1);
                case ')' or '(' or ';' or '{' or '}' or '=':
                    return before;
                default:
                    continue;
            }
        }

        return before;
    }

    private int Before(int token)
    {
        do
        {
            token--;
        }
        while (token >= 0 && source.IsDirective(token));
        return token;
    }
}
