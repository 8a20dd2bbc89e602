using System.Text.Json;
using UltimateCopilot.Doctor;
using UltimateCopilot.Languages.Findings;
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
                Count(publisher.ToDiagnostics(document.Uri, await document.WaitForReportAsync(final: true, cancellation)));
            }

            await foreach (var (uri, diagnostics) in workspace.RunAsync(cancellation))
            {
                stale.Remove(uri);
                Count(diagnostics);
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

        void Count(IReadOnlyList<Diagnostic> diagnostics)
        {
            files++;
            errors += diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            warnings += diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
        }
    }

    private async Task<CheckFileResult> CheckFileAsync(ExecuteCommandParams parameters, CancellationToken cancellation)
    {
        if (parameters.Arguments is not [{ ValueKind: JsonValueKind.String } argument] || argument.GetString() is not { } uri)
        {
            throw new RpcException(RpcErrorCodes.InvalidParams, "UC2103: this command takes one argument, the URI of the file.");
        }

        if (session.Documents.TryGetValue(uri, out var document))
        {
            document.Recheck();
            var findings = (await document.WaitForReportAsync(final: true, cancellation)).Report.Findings;
            return new CheckFileResult(findings.Count(static f => f.Severity == Severity.Error), findings.Count(static f => f.Severity == Severity.Warning));
        }

        var diagnostics = await workspace.CheckFileAsync(uri, cancellation);
        await publisher.PublishUnopenedAsync(uri, diagnostics);
        return new CheckFileResult(
            diagnostics.Count(static d => d.Severity == DiagnosticSeverity.Error), diagnostics.Count(static d => d.Severity == DiagnosticSeverity.Warning));
    }
}
