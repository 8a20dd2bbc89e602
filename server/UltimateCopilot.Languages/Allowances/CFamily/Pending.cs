namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>A statement that is being read, and what of it tells what its brace will open.</summary>
internal readonly record struct Pending()
{
    /// <summary>Its first token; -1 where there is none yet.</summary>
    public int Start { get; init; } = -1;

    /// <summary>What <c>struct</c>, <c>enum</c> or <c>namespace</c> announces.</summary>
    public CContext? Kind { get; init; }

    /// <summary>Angle brackets that <c>template</c> has opened.</summary>
    public int Angles { get; init; }

    public bool IsAssigned { get; init; }

    public bool HasCall { get; init; }

    public bool HasMemberInitialisers { get; init; }

    public bool IsBroken { get; init; }
}
