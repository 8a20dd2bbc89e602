using System.Text.Json;

namespace UltimateCopilot.Tests.Lsp.Fixture;

internal sealed partial class LspClient
{
    public Task OpenAsync(string uri, string language, string text, int version = 1) =>
        NotifyAsync("textDocument/didOpen", new { textDocument = new { uri, languageId = language, version, text } });

    /// <summary>Replaces the whole text.</summary>
    public Task ChangeAsync(string uri, int version, string text) =>
        NotifyAsync("textDocument/didChange", new { textDocument = new { uri, version }, contentChanges = new[] { new { text } } });

    public Task ChangeAsync(string uri, int version, params Edit[] edits) =>
        NotifyAsync("textDocument/didChange", new { textDocument = new { uri, version }, contentChanges = edits.Select(static edit => edit.ToJson()) });

    public Task CloseAsync(string uri) => NotifyAsync("textDocument/didClose", new { textDocument = new { uri } });

    /// <summary>All that has been published for a file.</summary>
    public IReadOnlyList<Publication> Published(string uri) => Published(Conversation.Messages, uri);

    /// <summary>Waits until what is published last for a file is as wanted.</summary>
    public Task<Publication> WaitForDiagnosticsAsync(string uri, Func<Publication, bool> isWanted) => Conversation.WaitAsync(
        messages => Published(messages, uri) is [.., var last] && isWanted(last) ? last : null, $"diagnostics of {uri}");

    public Task<Publication> WaitForDiagnosticsAsync(string uri, int version) => WaitForDiagnosticsAsync(uri, last => last.Version == version);

    /// <summary>Closes a document and returns all that was published for it, the clearing included: behind it nothing comes any more.</summary>
    public async Task<IReadOnlyList<Publication>> CloseAndCollectAsync(string uri)
    {
        await CloseAsync(uri);
        await PassAsync();
        return Published(uri);
    }

    /// <summary>Asks for a document's diagnostics.</summary>
    public Task<JsonElement> PullAsync(string uri, string? previousResultId = null) => RequestAsync(
        "textDocument/diagnostic", previousResultId is null ? new { textDocument = new { uri } } : new { textDocument = new { uri }, previousResultId });

    /// <summary>Pulls, again whenever the server has said something, until as many items come as wanted.</summary>
    public async Task<JsonElement> WaitForPullAsync(Func<Task<JsonElement>> pull, int items)
    {
        for (var seen = 0; ;)
        {
            var report = await pull();
            if (report.GetProperty("items").GetArrayLength() == items)
            {
                return report;
            }

            var known = seen;
            seen = Refreshes(await Conversation.WaitAsync(messages => Refreshes(messages) > known ? messages : null, $"{items} items by a refresh"));
        }

        static int Refreshes(IReadOnlyList<Message> messages) => messages.Count(static message => message.Method == "workspace/diagnostic/refresh");
    }

    public Task<JsonElement> WaitForPullAsync(string uri, int items) => WaitForPullAsync(() => PullAsync(uri), items);

    public Task<Message> WaitForLogAsync(string part) => Conversation.WaitAsync(
        messages => messages.FirstOrDefault(message => message.IsFromServer && message.Method == "window/logMessage" && message.Parameters.Text("message")!.Contains(part, StringComparison.Ordinal)),
        $"a log entry with '{part}'");

    private static List<Publication> Published(IReadOnlyList<Message> messages, string uri) =>
    [
        .. messages.Where(message => message.IsFromServer && message.Method == "textDocument/publishDiagnostics" && message.Parameters.Text("uri") == uri).Select(Publication.Of),
    ];
}
