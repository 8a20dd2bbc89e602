namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>What a macro may stand for.</summary>
internal enum MacroRole
{
    /// <summary>Nothing that the grammar needs: an attribute, a calling convention, a whole declaration.</summary>
    Nothing,

    /// <summary>A name: its arguments are no expressions.</summary>
    Name,

    /// <summary>Nothing, and the parentheses behind it are none of its own: <c>if LIKELY (x)</c>.</summary>
    Decoration,

    /// <summary>The head of a loop or condition.</summary>
    Condition,
}
