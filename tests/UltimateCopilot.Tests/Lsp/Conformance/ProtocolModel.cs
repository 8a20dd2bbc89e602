using System.Diagnostics;
using System.Text.Json;
using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp.Conformance;

/// <summary>The Language Server Protocol as its official package declares it.</summary>
internal sealed class ProtocolModel
{
    private static readonly Lazy<ProtocolModel> Loaded = new(static () => new ProtocolModel(Read()));

    private readonly JsonElement _model;

    private ProtocolModel(JsonElement model) => _model = model;

    public static ProtocolModel Instance => Loaded.Value;

    /// <summary>A type by its name in the protocol; null where there is none.</summary>
    public JsonElement? Type(string name) => _model.Find("types", name);

    /// <summary>The values of an enumeration by their names; null where there is none.</summary>
    public JsonElement? Values(string name) => _model.Find("values", name);

    /// <summary>A request or notification; null where there is none.</summary>
    public JsonElement? Method(string name) => _model.Find("methods", name);

    /// <summary>Follows a reference.</summary>
    public JsonElement Resolve(JsonElement type)
    {
        while (type.Text("kind") == "ref")
        {
            var name = type.Text("name")!;
            type = Type(name) ?? throw new AssertionException($"The model names {name}, and does not have it.");
        }

        return type;
    }

    /// <summary>A property of an object, or of one of the objects of a union; null where there is none. Optional where it may be missing.</summary>
    public (JsonElement Type, bool IsOptional)? Property(JsonElement type, string name)
    {
        type = Resolve(type);
        if (type.Text("kind") == "union")
        {
            var found = Alternatives(type).Where(one => Resolve(one).Text("kind") == "object").Select(one => Property(one, name)).ToList();
            return found.Exists(static one => one is not null)
                ? (found.First(static one => one is not null)!.Value.Type, found.Exists(static one => one is null or { IsOptional: true }))
                : null;
        }

        return type.Find("properties", name) is { } property ? (property.GetProperty("type"), property.GetProperty("optional").GetBoolean()) : null;
    }

    /// <summary>What an object, or every object of a union, must have.</summary>
    public IEnumerable<string> Required(JsonElement type)
    {
        type = Resolve(type);
        return type.Text("kind") == "union"
            ? Alternatives(type).Select(Required).Aggregate(static (all, some) => all.Intersect(some))
            : type.Find("properties") is { } properties
                ? properties.EnumerateObject().Where(static property => !property.Value.GetProperty("optional").GetBoolean()).Select(static property => property.Name)
                : [];
    }

    public static IEnumerable<JsonElement> Alternatives(JsonElement union) => union.GetProperty("of").EnumerateArray();

    private static JsonElement Read()
    {
        Assert.That(
            Directory.Exists(Path.Combine(Repository.Root, "node_modules", "vscode-languageserver-protocol")), Is.True,
            "The protocol's official declarations are not there: run 'npm ci' in the repository.");
        var script = Path.Combine(Repository.Root, "tests", "UltimateCopilot.Tests", "Lsp", "Conformance", "protocol-model.mjs");
        var start = new ProcessStartInfo("node") { ArgumentList = { script, Repository.Root }, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var json = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, "The protocol's declarations could not be read; what node says is above.");
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
