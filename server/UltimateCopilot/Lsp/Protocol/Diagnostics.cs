using System.Text.Json;
using System.Text.Json.Serialization;

namespace UltimateCopilot.Lsp.Protocol;

internal sealed record Diagnostic
{
    public required Range Range { get; init; }

    /// <summary>A value of <see cref="DiagnosticSeverity"/>.</summary>
    public required int Severity { get; init; }

    public string? Code { get; init; }

    public CodeDescription? CodeDescription { get; init; }

    public string? Source { get; init; }

    public required string Message { get; init; }

    public IReadOnlyList<DiagnosticRelatedInformation>? RelatedInformation { get; init; }
}

/// <summary>How bad a diagnostic is.</summary>
internal static class DiagnosticSeverity
{
    public const int Error = 1;
    public const int Warning = 2;
    public const int Information = 3;
}

internal sealed record CodeDescription(string Href);

internal sealed record DiagnosticRelatedInformation(Location Location, string Message);

internal sealed record PublishDiagnosticsParams(string Uri, IReadOnlyList<Diagnostic> Diagnostics)
{
    public int? Version { get; init; }
}

internal sealed record DocumentDiagnosticParams(TextDocumentIdentifier TextDocument)
{
    public string? PreviousResultId { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RelatedFullDocumentDiagnosticReport), "full")]
[JsonDerivedType(typeof(RelatedUnchangedDocumentDiagnosticReport), "unchanged")]
internal abstract record DocumentDiagnosticReport;

internal sealed record RelatedFullDocumentDiagnosticReport(IReadOnlyList<Diagnostic> Items) : DocumentDiagnosticReport
{
    public string? ResultId { get; init; }
}

internal sealed record RelatedUnchangedDocumentDiagnosticReport(string ResultId) : DocumentDiagnosticReport;

internal sealed record WorkspaceDiagnosticParams(IReadOnlyList<PreviousResultId> PreviousResultIds)
{
    public JsonElement? PartialResultToken { get; init; }

    public JsonElement? WorkDoneToken { get; init; }
}

internal sealed record PreviousResultId(string Uri, string Value);

internal sealed record WorkspaceDiagnosticReport(IReadOnlyList<WorkspaceDocumentDiagnosticReport> Items);

internal sealed record WorkspaceDiagnosticReportPartialResult(IReadOnlyList<WorkspaceDocumentDiagnosticReport> Items);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(WorkspaceFullDocumentDiagnosticReport), "full")]
[JsonDerivedType(typeof(WorkspaceUnchangedDocumentDiagnosticReport), "unchanged")]
internal abstract record WorkspaceDocumentDiagnosticReport(string Uri)
{
    /// <summary>The version that was checked; written as null for a file that is not open.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Version { get; init; }
}

internal sealed record WorkspaceFullDocumentDiagnosticReport(string Uri, IReadOnlyList<Diagnostic> Items) : WorkspaceDocumentDiagnosticReport(Uri)
{
    public string? ResultId { get; init; }
}

internal sealed record WorkspaceUnchangedDocumentDiagnosticReport(string Uri, string ResultId) : WorkspaceDocumentDiagnosticReport(Uri);

internal sealed record DiagnosticServerCancellationData(bool RetriggerRequest);
