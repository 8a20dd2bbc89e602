namespace UltimateCopilot.Lsp.Logging;

/// <summary>How much is logged; each level includes those before it.</summary>
internal enum LogLevel
{
    Off,
    Error,
    Warning,
    Info,
    Debug,
    Trace,
}
