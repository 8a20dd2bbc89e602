using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Rpc;

namespace UltimateCopilot.Lsp.Logging;

/// <summary>The server's log, shown by the client. Never holds the text of documents.</summary>
internal sealed class LspLog
{
    private RpcConnection? _connection;

    /// <summary>What is left out is beyond this level. Default: <see cref="LogLevel.Info"/>.</summary>
    public LogLevel Level { get; set; } = LogLevel.Info;

    /// <summary>The level of a name such as <c>debug</c>; null for an unknown one.</summary>
    public static LogLevel? Parse(string? name) => name switch
    {
        "off" => LogLevel.Off,
        "error" => LogLevel.Error,
        "warning" => LogLevel.Warning,
        "info" => LogLevel.Info,
        "debug" => LogLevel.Debug,
        "trace" => LogLevel.Trace,
        _ => null,
    };

    public void Attach(RpcConnection connection) => _connection = connection;

    public void Error(string message) => Write(LogLevel.Error, MessageType.Error, message);

    public void Warning(string message) => Write(LogLevel.Warning, MessageType.Warning, message);

    public void Info(string message) => Write(LogLevel.Info, MessageType.Info, message);

    public void Debug(string message) => Write(LogLevel.Debug, MessageType.Log, message);

    private void Write(LogLevel level, int type, string message)
    {
        if (level > Level || _connection is not { } connection)
        {
            return;
        }

        _ = SendAsync(connection, new LogMessageParams(type, message));
    }

    private static async Task SendAsync(RpcConnection connection, LogMessageParams entry)
    {
        try
        {
            await connection.NotifyAsync("window/logMessage", entry, LspJson.Default.LogMessageParams);
        }
        catch (RpcConnectionLostException)
        {
            // Nobody is there to read it.
        }
    }
}
