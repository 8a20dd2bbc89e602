using System.Text.Json;
using UltimateCopilot.Lsp.Protocol.Own;
using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp.Conformance;

internal sealed class OwnProtocolTests
{
    /// <summary>Each schema with the type that carries it.</summary>
    private static readonly Dictionary<string, Type> Types = new()
    {
        ["checkFile.result"] = typeof(CheckFileResult),
        ["checkWorkspace.result"] = typeof(CheckWorkspaceResult),
        ["didChangeTrust"] = typeof(DidChangeTrustParams),
        ["doctor.result"] = typeof(DoctorResult),
        ["documentStatus"] = typeof(DocumentStatusParams),
        ["setLogLevel"] = typeof(SetLogLevelParams),
        ["status"] = typeof(StatusParams),
    };

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    private static IEnumerable<string> Names => ProtocolSchema.Names;

    [TestCaseSource(nameof(Names))]
    public void Example_OfASchema_FitsItAndItsType(string name)
    {
        var schema = ProtocolSchema.Load(name);
        foreach (var example in schema.Examples)
        {
            Assert.That(schema.Validate(example, name), Is.Empty);
            if (name == "checkWorkspace.result")
            {
                continue; // its time may have fractions, which the server never writes
            }

            var value = example.Deserialize(Types[name], Options);
            var written = JsonSerializer.SerializeToElement(value, Types[name], Options);
            Assert.That(JsonElement.DeepEquals(written, example), Is.True, written.GetRawText());
        }
    }

    [TestCaseSource(nameof(Names))]
    public void Type_OfASchema_HasTheSameProperties(string name)
    {
        var properties = Types[name].GetProperties().Select(static property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

        Assert.That(properties, Is.EquivalentTo(ProtocolSchema.Load(name).Root.GetProperty("properties").EnumerateObject().Select(static property => property.Name)));
    }

    [Test]
    public async Task Commands_AnswerAsTheirSchemasSay()
    {
        using var folder = new WorkFolder();
        var uri = folder.Write("a.json", Samples.BadJson);
        await using var client = await LspClient.StartAsync(ClientSetup.Own with { Folders = [folder.Uri] });

        foreach (var command in new[] { "checkWorkspace", "checkFile", "doctor" })
        {
            var result = await client.RequestAsync("workspace/executeCommand", new { command = $"ultimateCopilot.server.{command}", arguments = new[] { uri } });
            Assert.That(ProtocolSchema.Load($"{command}.result").Validate(result, command), Is.Empty);
        }

        await client.PassAsync();
        var states = client.Conversation.FromServer("ultimateCopilot/status").Select(static message => message.Parameters.Text("state"));
        Assert.That(states, Does.Contain("busy").And.Contain("idle"));
    }
}
