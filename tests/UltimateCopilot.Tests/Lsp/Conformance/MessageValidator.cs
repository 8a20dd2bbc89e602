using System.Text.Json;
using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp.Conformance;

/// <summary>Holds a server's messages against the protocol, and its own ones against their schemas.</summary>
internal static class MessageValidator
{
    private static readonly string[] ProgressValues =
        ["WorkDoneProgressBegin", "WorkDoneProgressReport", "WorkDoneProgressEnd", "WorkspaceDiagnosticReportPartialResult"];

    /// <summary>What is wrong with what the server has said.</summary>
    public static IReadOnlyList<string> Validate(IReadOnlyList<Message> messages)
    {
        var asked = new Dictionary<string, string>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var message in messages)
        {
            var id = message.Body.Find("id")?.GetRawText();
            if (message.IsFromServer)
            {
                problems.AddRange(message.Method is { } method ? ValidateCall(method, message) : ValidateAnswer(message.Body, id is null ? null : asked.GetValueOrDefault(id)));
            }
            else if (id is not null && message.Method is { } request)
            {
                asked[id] = request;
            }
        }

        return problems;
    }

    private static IReadOnlyList<string> ValidateCall(string method, Message message)
    {
        var model = ProtocolModel.Instance;
        if (method.StartsWith("ultimateCopilot/", StringComparison.Ordinal))
        {
            return ProtocolSchema.Load(method["ultimateCopilot/".Length..]).Validate(message.Parameters, method);
        }

        if (method == "$/progress")
        {
            var value = message.Parameters.GetProperty("value");
            return ProgressValues.Any(name => new InstanceValidator(model).Validate(value, model.Type(name)!.Value, method).Count == 0)
                ? [] : [$"$/progress: no kind of progress is {value.GetRawText()}"];
        }

        if (method == "$/cancelRequest")
        {
            return [];
        }

        if (model.Method(method) is not { } known)
        {
            return [$"{method}: the protocol does not have it"];
        }

        if (known.Text("direction") == "clientToServer" || known.GetProperty("isRequest").GetBoolean() != message.Body.TryGetProperty("id", out _))
        {
            return [$"{method}: not for a server to send like this"];
        }

        return known.Find("params") is { } type
            ? new InstanceValidator(model).Validate(message.Parameters, type, method)
            : message.Parameters.ValueKind == JsonValueKind.Undefined ? [] : [$"{method}: takes no parameters"];
    }

    private static IReadOnlyList<string> ValidateAnswer(JsonElement body, string? method)
    {
        if (body.TryGetProperty("error", out var error))
        {
            return error.Number("code") is not null && error.Text("message") is { Length: > 0 } ? [] : [$"{method}: an error without code or message"];
        }

        return method is not null && ProtocolModel.Instance.Method(method)?.Find("result") is { } type
            ? new InstanceValidator(ProtocolModel.Instance).Validate(body.GetProperty("result"), type, $"{method} result")
            : [$"{method}: answered, and the protocol does not have it"];
    }
}
