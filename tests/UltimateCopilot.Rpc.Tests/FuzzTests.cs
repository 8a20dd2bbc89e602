using System.Text;
using System.Text.Json;
using UltimateCopilot.Rpc.Tests.Fixture;

namespace UltimateCopilot.Rpc.Tests;

/// <summary>100,000 messages, most of them damaged, always the same ones.</summary>
[TestFixture]
internal sealed class FuzzTests
{
    private const int Messages = 100_000;
    private const int Seed = 20_260;

    /// <summary>A valid request comes after so many damaged messages.</summary>
    private const int Between = 10;

    private static readonly string[] Templates =
    [
        RawPeer.Request("*", "echo", """{"text":"some text, \u00e4 and ä","number":7}"""),
        RawPeer.Request("*", "change", """{"text":"x"}"""),
        RawPeer.Request("\"s*\"", "echo", """{"text":"x","more":[1,2,{"a":null}]}"""),
        RawPeer.Notification("note", """{"text":"Content-Length: 5\r\n\r\n{}"}"""),
        RawPeer.Notification("$/cancelRequest", """{"id":*}"""),
        """{"jsonrpc":"2.0","id":*,"result":{"a":1}}""",
        """{"jsonrpc":"2.0","id":*,"error":{"code":-1,"message":"m"}}""",
        """[{"jsonrpc":"2.0","id":*,"method":"echo"}]""",
    ];

    [Test]
    public async Task Noise_OfAnyKind_NeverStopsValidRequests()
    {
        await using Server server = new(Register, _ => new RpcOptions { MaxMessageBytes = 4096 });
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Task sending = SendAllAsync(server.Peer);
        for (int expected = 0; expected < Messages / Between;)
        {
            JsonElement message = await server.Peer.ReceiveAsync();
            if (message.GetProperty("id") is { ValueKind: JsonValueKind.String } id && id.GetString() == "valid" + expected)
            {
                Assert.That(message.GetProperty("result").GetString(), Is.EqualTo("ok"));
                expected++;
            }
        }

        await sending.Within();
        await server.AssertAliveAsync();
        await Limit.Until(() => server.Inside is { RequestsInFlight: 0, PendingRequests: 0, WaitingCalls: 0, RunningCalls: 0 });
        long grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.That(grown, Is.LessThan(8 << 20), "bytes kept");
        Assert.That(server.Running.IsCompleted, Is.False);
    }

    private static void Register(RpcMethods methods)
    {
        methods.OnNotification("note", static () => TestJson.Default.Note, async (_, _) => await Task.Yield());
        methods.OnExclusiveRequest("change", static () => TestJson.Default.Note, static () => TestJson.Default.String, async (note, _) =>
        {
            await Task.Yield();
            return note.Text;
        });
    }

    private static async Task SendAllAsync(RawPeer peer)
    {
        Random random = new(Seed);
        for (int i = 0; i < Messages; i++)
        {
            string json = Templates[random.Next(Templates.Length)].Replace("*", $"{i}", StringComparison.Ordinal);
            await peer.SendBytesAsync(Damage(json, random));
            if (i % Between == Between - 1)
            {
                await peer.SendAsync(RawPeer.Request($"\"valid{i / Between}\"", "echo", """{"text":"ok"}"""));
            }
        }
    }

    private static ReadOnlyMemory<byte> Damage(string json, Random random)
    {
        byte[] frame = RawPeer.Frame(json);
        switch (random.Next(9))
        {
            case 0:
            case 1:
                for (int flips = random.Next(1, 6); flips > 0; flips--)
                {
                    frame[random.Next(frame.Length)] ^= (byte)(1 << random.Next(8));
                }

                return frame;
            case 2:
                return frame.AsMemory(0, random.Next(frame.Length));
            case 3:
                return frame.AsMemory(random.Next(frame.Length));
            case 4:
                return Lie(json, json.Length + random.Next(-json.Length, 200));
            case 5:
                return Lie(json, random.NextInt64());
            case 6:
                return Encoding.UTF8.GetBytes($"Content-Length: {(random.Next(2) == 0 ? "-" : "x")}{json.Length}\r\n\r\n{json}");
            case 7:
                byte[] noise = new byte[random.Next(6000)];
                random.NextBytes(noise);
                return noise;
            default:
                return frame;
        }
    }

    private static byte[] Lie(string json, long length) => Encoding.UTF8.GetBytes($"Content-Length: {length}\r\n\r\n{json}");
}
