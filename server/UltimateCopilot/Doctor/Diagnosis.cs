namespace UltimateCopilot.Doctor;

/// <summary>One part of the machine that matters to the program.</summary>
/// <param name="Part">What was looked at.</param>
/// <param name="IsFine">Whether it works.</param>
/// <param name="Detail">Its version and place, or what is wrong.</param>
/// <param name="Advice">What to do about it; null where it is fine.</param>
internal sealed record Diagnosis(string Part, bool IsFine, string Detail, string? Advice)
{
    /// <summary>Whether the program cannot do its work without it.</summary>
    /// <value>Default: true.</value>
    public bool IsRequired { get; init; } = true;
}
