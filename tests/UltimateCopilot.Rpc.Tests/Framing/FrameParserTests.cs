using System.Buffers;
using System.Text;
using UltimateCopilot.Rpc.Framing;

namespace UltimateCopilot.Rpc.Tests.Framing;

[TestFixture]
internal sealed class FrameParserTests
{
    private const int MaxBytes = 100;

    // Each piece of the expectation is a status and, for a message, its body.
    private static readonly TestCaseData[] Streams =
    [
        new("Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]", "{} [1]"),
        new("Content-Length: 0\r\n\r\nContent-Length: 1\r\n\r\n1", " 1"),
        new("Content-Length: x\r\n\r\n{}Content-Length: 1\r\n\r\n1", "! 1"),
        new("noise\r\n\r\nnoise Content-Length: 1\r\n\r\n1", "! 1"),
        new("Content-Length: 1\r\nbad\r\n\r\n{}Content-Length: 1\r\n\r\n1", "! 1"),
        new("Content-Length: 90\r\n\r\n{}Content-Length: 1\r\n\r\n1", "! 1"),
        new("Content-Length: 101\r\n\r\n" + "{\"text\":\"Content-Length: 5\"}Content-Length: 1\r\n\r\n1", "> 1"),
        new("Content-Length: 99999999999\r\n\r\n{\n\n}Content-Length: 1\r\n\r\n1", "> 1"),
        new("Content-Length: 99999999999999999999999999\r\n\r\n{}content-length: 1\r\n\r\n1", "! 1"),
        new("Content-Length: 2\r\n\r\n{", ""),
    ];

    [TestCaseSource(nameof(Streams))]
    public void Next_InPiecesOfAnySize_CutsTheSame(string stream, string expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(stream);
        for (int size = 1; size <= bytes.Length; size++)
        {
            Assert.That(Cut(bytes, size), Is.EqualTo(expected), $"pieces of {size}");
        }
    }

    [Test]
    public void Next_AfterResynchronise_FindsHeaderInsideBody()
    {
        ReadOnlySequence<byte> buffer = new("Content-Length: 30\r\n\r\n{}Content-Length: 1\r\n\r\n1234567890"u8.ToArray());
        FrameParser parser = new(MaxBytes);
        Assert.That(parser.Next(ref buffer, out ReadOnlySequence<byte> body), Is.EqualTo(FrameStatus.Message));

        parser.Resynchronise();
        buffer = body;

        Assert.That(parser.Next(ref buffer, out body), Is.EqualTo(FrameStatus.Message));
        Assert.That(Encoding.UTF8.GetString(body), Is.EqualTo("1"));
    }

    [Test]
    public void Next_OversizedBody_KeepsNothingOfIt()
    {
        FrameParser parser = new(MaxBytes);
        ReadOnlySequence<byte> buffer = new("Content-Length: 99999999999\r\n\r\n"u8.ToArray());
        Assert.That(parser.Next(ref buffer, out _), Is.EqualTo(FrameStatus.NeedMore));
        buffer = new(new byte[100_000]);
        Assert.That(parser.Next(ref buffer, out _), Is.EqualTo(FrameStatus.Oversized));
        Assert.That(parser.Next(ref buffer, out _), Is.EqualTo(FrameStatus.NeedMore));
        Assert.That(buffer.Length, Is.LessThanOrEqualTo(HeaderScan.WindowBytes));
    }

    private static string Cut(byte[] bytes, int size)
    {
        FrameParser parser = new(MaxBytes);
        List<string> pieces = [];
        int start = 0;
        for (int end = Math.Min(size, bytes.Length); ; end = Math.Min(end + size, bytes.Length))
        {
            ReadOnlySequence<byte> buffer = Segments.Of(bytes.AsMemory(start..end), size);
            FrameStatus status;
            while ((status = parser.Next(ref buffer, out ReadOnlySequence<byte> body)) != FrameStatus.NeedMore)
            {
                pieces.Add(status switch
                {
                    FrameStatus.Message => Encoding.UTF8.GetString(body),
                    FrameStatus.Oversized => ">",
                    _ => "!",
                });
            }

            start = end - (int)buffer.Length;
            if (end == bytes.Length)
            {
                return string.Join(' ', pieces);
            }
        }
    }
}
