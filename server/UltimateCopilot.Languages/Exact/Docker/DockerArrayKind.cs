namespace UltimateCopilot.Languages.Exact.Docker;

/// <summary>What a text that may be a JSON array is.</summary>
internal enum DockerArrayKind : byte
{
    /// <summary>No JSON array.</summary>
    None,

    /// <summary>One of strings.</summary>
    Strings,

    /// <summary>One that holds other values, too.</summary>
    Values,
}
