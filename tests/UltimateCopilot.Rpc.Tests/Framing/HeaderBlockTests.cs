using System.Text;
using UltimateCopilot.Rpc.Framing;

namespace UltimateCopilot.Rpc.Tests.Framing;

[TestFixture]
internal sealed class HeaderBlockTests
{
    [TestCase("Content-Length: 5\r\n\r\n", 5)]
    [TestCase("content-length:5\r\n\r\n", 5)]
    [TestCase("Content-Length: \t 007 \r\n\r\n", 7)]
    [TestCase("Content-Length: 5\n\n", 5)]
    [TestCase("\r\n\r\nContent-Length: 5\r\n\r\n", 5)]
    [TestCase("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 0\r\n\r\n", 0)]
    [TestCase("X-Other: a:b\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n", 5)]
    [TestCase("Content-Length: 9223372036854775807\r\n\r\n", long.MaxValue)]
    public void Read_WellFormed_GivesLengthAndSize(string text, long expected)
    {
        HeaderStatus status = HeaderBlock.Read(Encoding.UTF8.GetBytes(text + "{}"), out int size, out long length);
        Assert.That((status, size, length), Is.EqualTo((HeaderStatus.Complete, text.Length, expected)));
    }

    [TestCase("Content-Length: \r\n\r\n")]
    [TestCase("Content-Length: -5\r\n\r\n")]
    [TestCase("Content-Length: +5\r\n\r\n")]
    [TestCase("Content-Length: five\r\n\r\n")]
    [TestCase("Content-Length: 5.0\r\n\r\n")]
    [TestCase("Content-Length: 0x5\r\n\r\n")]
    [TestCase("Content-Length: 5 5\r\n\r\n")]
    [TestCase("Content-Length: 9223372036854775808\r\n\r\n")]
    [TestCase("Content-Length: 5\r\nContent-Length: 6\r\n\r\n")]
    [TestCase("Content-Length : 5\r\n\r\n")]
    [TestCase("Content-Type: x\r\n\r\n")]
    [TestCase("no colon\r\n\r\n")]
    [TestCase(": 5\r\n\r\n")]
    [TestCase("{\"jsonrpc\": 1}\r\n\r\n")]
    public void Read_Malformed_SaysSo(string text) =>
        Assert.That(HeaderBlock.Read(Encoding.UTF8.GetBytes(text), out _, out _), Is.EqualTo(HeaderStatus.Malformed));

    [TestCase("")]
    [TestCase("\r\n")]
    [TestCase("Content-Le")]
    [TestCase("Content-Length: 5\r\n")]
    [TestCase("Content-Length: 5\r\n\r")]
    public void Read_Incomplete_SaysSo(string text) =>
        Assert.That(HeaderBlock.Read(Encoding.UTF8.GetBytes(text), out _, out _), Is.EqualTo(HeaderStatus.Incomplete));

    [TestCase(4095, HeaderStatus.Incomplete)]
    [TestCase(4096, HeaderStatus.Malformed)]
    public void Read_NoLineEnd_IsMalformedFromTheLimitOn(int count, HeaderStatus expected) =>
        Assert.That(HeaderBlock.Read(new byte[count].AsSpan(), out _, out _), Is.EqualTo(expected));
}
