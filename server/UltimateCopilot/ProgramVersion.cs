namespace UltimateCopilot;

/// <summary>The program's own version.</summary>
internal static class ProgramVersion
{
    /// <summary>Such as <c>0.1.0</c>, without build metadata.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetName().Version is { } version ? version.ToString(fieldCount: 3) : "0.0.0";
}
