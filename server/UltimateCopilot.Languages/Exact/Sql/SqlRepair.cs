namespace UltimateCopilot.Languages.Exact.Sql;

/// <summary>How much a change would help a statement that is wrong.</summary>
internal enum SqlRepair
{
    /// <summary>The rules stop where they stopped before, or one token later.</summary>
    Useless,

    /// <summary>The rules go on, but not to the end.</summary>
    Further,

    /// <summary>Nothing else is wrong.</summary>
    Sound,
}
