using System.Text.Json;
using UltimateCopilot.Doctor;
using UltimateCopilot.Lsp.Diagnostics;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Lsp.Protocol.Own;
using UltimateCopilot.Rpc;

namespace UltimateCopilot.Lsp.Workspace;

/// <summary>The commands that a client may ask for by <c>workspace/executeCommand</c>.</summary>
internal sealed class Commands(
    LspSession session, DiagnosticsPublisher publisher, WorkspaceCheck workspace, WorkspaceSync sync, WorkDoneProgress progress, TimeProvider time)
{
    private const string CheckWorkspace = "ultimateCopilot.server.checkWorkspace";
    private const string CheckFile = "ultimateCopilot.server.checkFile";
    private const string RunDoctor = "ultimateCopilot.server.doctor";

    public static IReadOnlyList<string> Names { get; } = [CheckWorkspace, CheckFile, RunDoctor];

    public void Register(RpcMethods methods) => methods.OnRequest(
        "workspace/executeCommand", static () => LspJson.Default.ExecuteCommandParams, static () => LspJson.Default.JsonElement, ExecuteAsync);

    private async ValueTask<JsonElement> ExecuteAsync(ExecuteCommandParams parameters, CancellationToken cancellation)
    {
        await Task.Yield(); // long work must not hold up the messages behind it
        return parameters.Command switch
        {
            CheckWorkspace => JsonSerializer.SerializeToElement(
                await progress.RunAsync(parameters.WorkDoneToken, "Checking the workspace", CheckWorkspaceAsync, cancellation), LspJson.Default.CheckWorkspaceResult),
            CheckFile => JsonSerializer.SerializeToElement(await CheckFileAsync(parameters, cancellation), LspJson.Default.CheckFileResult),
            RunDoctor => JsonSerializer.SerializeToElement(
                new DoctorResult(DoctorReport.ToMarkdown(await Examination.RunAsync(session.Engine, cancellation))), LspJson.Default.DoctorResult),
            _ => throw new RpcException(RpcErrorCodes.InvalidParams, "UC2102: there is no such command; the server's capabilities name those there are."),
        };
    }

    private async Task<CheckWorkspaceResult> CheckWorkspaceAsync(Func<string, ValueTask> report, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var (files, errors, warnings) = (0, 0, 0);
        var stale = new HashSet<string>(publisher.Unopened, StringComparer.Ordinal);
        await sync.SendStatusAsync("Checking the workspace");
        try
        {
            foreach (var document in session.Documents.Values)
            {
                if (await document.WaitForReportAsync(final: true, cancellation) is { } result)
                {
                    Add(publisher.ToDiagnostics(document.Uri, result));
                }
            }

            await foreach (var (uri, diagnostics) in workspace.RunAsync(cancellation))
            {
                stale.Remove(uri);
                Add(diagnostics);
                await publisher.PublishUnopenedAsync(uri, diagnostics);
                if (files % 100 == 0)
                {
                    await report($"{files} files, {errors} errors");
                }
            }

            foreach (var uri in stale)
            {
                await publisher.PublishUnopenedAsync(uri, []);
            }
        }
        finally
        {
            await sync.SendStatusAsync();
        }

        return new CheckWorkspaceResult(files, errors, warnings, (long)time.GetElapsedTime(start).TotalMilliseconds);

        void Add(IReadOnlyList<Diagnostic> diagnostics)
        {
            files++;
            errors += Count(diagnostics, DiagnosticSeverity.Error);
            warnings += Count(diagnostics, DiagnosticSeverity.Warning);
        }
    }

    private static int Count(IReadOnlyList<Diagnostic> diagnostics, int severity) => diagnostics.Count(diagnostic => diagnostic.Severity == severity);

    private async Task<CheckFileResult> CheckFileAsync(ExecuteCommandParams parameters, CancellationToken cancellation)
    {
        if (parameters.Arguments is not [{ ValueKind: JsonValueKind.String } argument] || argument.GetString() is not { } uri)
        {
            throw new RpcException(RpcErrorCodes.InvalidParams, "UC2103: this command takes one argument, the URI of the file.");
        }

        IReadOnlyList<Diagnostic> diagnostics;
        if (session.Find(uri) is { } document)
        {
            document.Recheck();
            var result = await document.WaitForReportAsync(final: true, cancellation)
                ?? throw new RpcException(RpcErrorCodes.RequestFailed, "The file was closed meanwhile, or its check failed.");
            diagnostics = publisher.ToDiagnostics(uri, result);
        }
        else
        {
            diagnostics = await workspace.CheckFileAsync(uri, cancellation);
            await publisher.PublishUnopenedAsync(uri, diagnostics);
        }

        return new CheckFileResult(Count(diagnostics, DiagnosticSeverity.Error), Count(diagnostics, DiagnosticSeverity.Warning));
    }
}
