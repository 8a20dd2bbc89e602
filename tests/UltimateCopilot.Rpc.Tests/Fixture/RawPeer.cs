using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

namespace UltimateCopilot.Rpc.Tests.Fixture;

/// <summary>The other end, byte by byte, with a framing of its own so that both sides cannot share a mistake.</summary>
internal sealed class RawPeer
{
    private readonly Pipe _toConnection;
    private readonly Pipe _fromConnection;

    public RawPeer(long pipeBytes = 1 << 20)
    {
        _toConnection = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        _fromConnection = new Pipe(new PipeOptions(pauseWriterThreshold: pipeBytes, resumeWriterThreshold: pipeBytes / 2));
        Input = _toConnection.Reader.AsStream();
        Output = _fromConnection.Writer.AsStream();
    }

    /// <summary>The connection's input.</summary>
    public Stream Input { get; }

    /// <summary>The connection's output.</summary>
    public Stream Output { get; }

    public static byte[] Frame(string json) =>
        [.. Encoding.UTF8.GetBytes($"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}")];

    public static string Request(object id, string method, string parameters = "{}") =>
        $$"""{"jsonrpc":"2.0","id":{{id}},"method":"{{method}}","params":{{parameters}}}""";

    public static string Notification(string method, string parameters = "{}") =>
        $$"""{"jsonrpc":"2.0","method":"{{method}}","params":{{parameters}}}""";

    public Task SendAsync(string json) => SendBytesAsync(Frame(json));

    public Task SendTextAsync(string text) => SendBytesAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendBytesAsync(ReadOnlyMemory<byte> bytes) => await _toConnection.Writer.WriteAsync(bytes).AsTask().Within();

    public void EndInput() => _toConnection.Writer.Complete();

    /// <summary>The peer's reading side goes away: the connection's writes fail.</summary>
    public void BreakOutput() => _fromConnection.Reader.Complete();

    public void EndOutput() => Output.Dispose();

    /// <summary>The next message; null when the connection's output ended.</summary>
    public async Task<JsonElement?> TryReceiveAsync()
    {
        while (true)
        {
            ReadResult read = await _fromConnection.Reader.ReadAsync().AsTask().Within();
            if (TryCut(read.Buffer, out JsonElement message, out SequencePosition end))
            {
                _fromConnection.Reader.AdvanceTo(end);
                return message;
            }

            _fromConnection.Reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                Assert.That(read.Buffer.Length, Is.Zero, "Half a message came out.");
                return null;
            }
        }
    }

    public async Task<JsonElement> ReceiveAsync() => await TryReceiveAsync() ?? throw new AssertionException("The output ended.");

    /// <summary>The next message in the form <c>id result</c> or <c>id code</c>.</summary>
    public async Task<string> ReceiveAnswerAsync()
    {
        JsonElement message = await ReceiveAsync();
        string answer = message.TryGetProperty("error", out JsonElement error)
            ? error.GetProperty("code").GetRawText()
            : message.GetProperty("result").GetRawText();
        return message.GetProperty("id").GetRawText() + " " + answer;
    }

    private static bool TryCut(ReadOnlySequence<byte> buffer, out JsonElement message, out SequencePosition end)
    {
        message = default;
        end = default;
        SequenceReader<byte> reader = new(buffer);
        if (!reader.TryReadTo(out ReadOnlySequence<byte> header, "\r\n\r\n"u8))
        {
            return false;
        }

        string text = Encoding.ASCII.GetString(header);
        Assert.That(text, Does.StartWith("Content-Length: "));
        int length = int.Parse(text["Content-Length: ".Length..], System.Globalization.CultureInfo.InvariantCulture);
        if (reader.Remaining < length)
        {
            return false;
        }

        using JsonDocument document = JsonDocument.Parse(reader.UnreadSequence.Slice(0, length));
        message = document.RootElement.Clone();
        reader.Advance(length);
        end = reader.Position;
        return true;
    }
}
