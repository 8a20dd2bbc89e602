using System.Text;
using UltimateCopilot.Rpc.Messages;

namespace UltimateCopilot.Rpc.Tests.Messages;

[TestFixture]
internal sealed class EnvelopeTests
{
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":[1]}}""", "Request 1 m {\"a\":[1]}")]
    [TestCase(""" { "params" : [ ] , "method":"m", "id":"x", "jsonrpc":"2.0" } """, "Request x m [ ]")]
    [TestCase("""{"jsonrpc":"2.0","id":null,"method":"m"}""", "Request null m ")]
    [TestCase("""{"jsonrpc":"2.0","id":1.5,"method":"a\/b","params":null}""", "Request 1.5 a/b ")]
    [TestCase("""{"jsonrpc":"2.0","method":"m","other":{"id":7}}""", "Notification null m ")]
    [TestCase("""{"jsonrpc":"2.0","id":1,"result":null}""", "Result 1  ")]
    [TestCase("""{"jsonrpc":"2.0","id":1,"error":null,"result":5}""", "Result 1  5")]
    [TestCase("""{"jsonrpc":"2.0","id":1,"error":{"code":1}}""", "Error 1  {\"code\":1}")]
    [TestCase("""{"jsonrpc":"2.0","id":1}""", "Invalid 1  ")]
    [TestCase("""{"jsonrpc":"2.0"}""", "Invalid null  ")]
    [TestCase("""{"jsonrpc":"1.0","id":1,"method":"m"}""", "Invalid 1  ")]
    [TestCase("""{"id":1,"method":"m"}""", "Invalid 1  ")]
    [TestCase("""{"jsonrpc":"2.0","id":{"a":1},"method":"m"}""", "Invalid null  ")]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":{"a":5}}""", "Invalid 1  ")]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":""}""", "Invalid 1  ")]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":"\ud800"}""", "Invalid 1  ")]
    [TestCase("""{"jsonrpc":"2.0","id":"\ud800","method":"m"}""", "Invalid null  ")]
    [TestCase("[]", "Invalid null  ")]
    [TestCase("""[{"jsonrpc":"2.0","id":1,"method":"m"}]""", "Invalid null  ")]
    [TestCase("5", "Invalid null  ")]
    [TestCase("null", "Invalid null  ")]
    [TestCase("", "NotJson null  ")]
    [TestCase("{", "NotJson null  ")]
    [TestCase("[1", "NotJson null  ")]
    [TestCase("{}{}", "NotJson null  ")]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":}}""", "NotJson null  ")]
    [TestCase("""{"jsonrpc":"2.0","id":1,"method":"m",}""", "NotJson null  ")]
    public void Parse_AnyBody_IsTakenApart(string body, string expected) =>
        Assert.That(Describe(Envelope.Parse(Encoding.UTF8.GetBytes(body))), Is.EqualTo(expected));

    [Test]
    public void Parse_BadUtf8_IsNotJson() =>
        Assert.That(Envelope.Parse([.. "{\"jsonrpc\":\"2.0\",\"method\":\"m"u8, 0xC3, .. "\"}"u8]).Kind, Is.EqualTo(MessageKind.NotJson));

    [Test]
    public void Parse_NestedTooDeep_IsNotJson()
    {
        byte[] deep = Encoding.UTF8.GetBytes(new string('[', 65) + new string(']', 65));
        Assert.That(Envelope.Parse(deep).Kind, Is.EqualTo(MessageKind.NotJson));
    }

    [TestCase("""{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":[1,""", "Request 1 m ")]
    [TestCase("""{"jsonrpc":"2.0","method":"m","params":"aaaaaa""", "Notification null m ")]
    [TestCase("""{"jsonrpc":"2.0","id":1,"result":"aaaa""", "Result 1  ")]
    [TestCase("""{"jsonrpc":"2.0","result":"aaaa""", "Invalid null  ")]
    [TestCase("""{"jsonrpc":"2.0","id":"aaaa""", "Invalid null  ")]
    [TestCase("nonsense", "Invalid null  ")]
    [TestCase("", "Invalid null  ")]
    public void Peek_FirstBytes_TellsWhatIsKnown(string start, string expected) =>
        Assert.That(Describe(Envelope.Peek(Encoding.UTF8.GetBytes(start))), Is.EqualTo(expected));

    private static string Describe(Envelope e) =>
        $"{e.Kind} {e.Id} {Encoding.UTF8.GetString(e.Method)} {Encoding.UTF8.GetString(e.Payload)}";
}
