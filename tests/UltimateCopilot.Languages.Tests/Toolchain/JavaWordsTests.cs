using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Toolchain.Java;

namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
internal sealed class JavaWordsTests
{
    [TestCase("expected", "';' expected", "", FindingCodes.MissingToken, "expected ';'")]
    [TestCase("expected", "= expected", "'x'", FindingCodes.MissingToken, "expected '='")]
    [TestCase("expected", "<identifier> expected", "'('", FindingCodes.MissingToken, "expected a name")]
    [TestCase("expected2", ": or -> expected", "';'", FindingCodes.MissingToken, "expected ':' or '->'")]
    [TestCase("expected3", "',', ')', or '[' expected", "'x'", FindingCodes.MissingToken, "expected ',', ')' or '['")]
    [TestCase("expected4", "class, interface, enum, or record expected", "'}'", FindingCodes.UnmatchedBracket, "'}' closes nothing: no bracket is open here")]
    [TestCase("expected4", "class, interface, enum, or record expected", "'x'", FindingCodes.UnexpectedToken, "unexpected 'x': only a class, an interface, an enum or a record can stand here")]
    [TestCase("illegal.start.of.expr", "illegal start of expression", "';'", FindingCodes.UnexpectedToken, "unexpected ';': expected an expression")]
    [TestCase("illegal.start.of.type", "illegal start of type", "'catch'", FindingCodes.UnexpectedToken, "'catch' belongs to nothing here")]
    [TestCase("expected", "<identifier> expected", "'class'", FindingCodes.ReservedWord, "'class' is a word of the language and cannot be a name here")]
    [TestCase("enum.as.identifier", "as of release 5, 'enum' is a keyword", "'enum'", FindingCodes.ReservedWord, "'enum' is a word of the language and cannot be a name here")]
    [TestCase("wrong.receiver", "wrong receiver parameter name", "'x'", FindingCodes.Rejected, "wrong receiver parameter name")]
    public void Translate_CompilersMessage_HasOurCodeAndWords(string kind, string message, string found, string code, string words) =>
        Assert.That(JavaWords.Translate("compiler.err." + kind, message, found, before: ' '), Is.EqualTo((code, words)));

    [TestCase('}', FindingCodes.UnclosedBracket)]
    [TestCase('x', FindingCodes.UnexpectedEnd)]
    public void Translate_EndOfFile_IsAnUnclosedBlockBehindAWholeStatement(char before, string code) =>
        Assert.That(JavaWords.Translate("compiler.err.premature.eof", "reached end of file while parsing", string.Empty, before).Code, Is.EqualTo(code));
}
