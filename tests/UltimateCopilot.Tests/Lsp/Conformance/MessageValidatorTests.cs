using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp.Conformance;

internal sealed class MessageValidatorTests
{
    [TestCase("""{"method":"textDocument/publishDiagnostics","params":{"uri":"a","version":1,"diagnostics":[]}}""", "")]
    [TestCase("""{"method":"textDocument/publishDiagnostics","params":{"uri":"a"}}""", "diagnostics: missing")]
    [TestCase("""{"method":"textDocument/publishDiagnostics","params":{"uri":"a","diagnostics":[],"extra":1}}""", "extra: the protocol does not have it")]
    [TestCase("""{"method":"textDocument/publishDiagnostics","params":{"uri":"a","diagnostics":[{"message":"m","range":{"start":{"line":0,"character":"0"},"end":{"line":0,"character":1}}}]}}""", "number expected")]
    [TestCase("""{"method":"window/logMessage","params":{"type":9,"message":"m"}}""", "not 9")]
    [TestCase("""{"method":"textDocument/unknown"}""", "the protocol does not have it")]
    [TestCase("""{"method":"textDocument/didOpen","params":{}}""", "not for a server")]
    [TestCase("""{"method":"window/logMessage","id":1,"params":{"type":1,"message":"m"}}""", "not for a server")]
    [TestCase("""{"method":"ultimateCopilot/status","params":{"state":"asleep","message":""}}""", "none of")]
    [TestCase("""{"method":"$/progress","params":{"token":1,"value":{"kind":"begin"}}}""", "no kind of progress")]
    public void Validate_Message_FindsWhatIsWrong(string json, string problem)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);

        var problems = MessageValidator.Validate([new Message(IsFromServer: true, document.RootElement)]);

        Assert.That(string.Join('\n', problems), problem.Length == 0 ? Is.Empty : Does.Contain(problem));
    }
}
