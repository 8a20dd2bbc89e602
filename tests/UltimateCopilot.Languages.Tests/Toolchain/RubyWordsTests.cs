using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Toolchain.Ruby;

namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
internal sealed class RubyWordsTests
{
    [TestCase("syntax error, unexpected end-of-input, expecting ')'", FindingCodes.UnclosedBracket, "expected ')': a bracket before is never closed")]
    [TestCase("syntax error, unexpected end-of-input, expecting `end'", FindingCodes.UnexpectedEnd, "a block is never closed: expected 'end' here")]
    [TestCase("syntax error, unexpected `end', expecting end-of-input", FindingCodes.UnexpectedToken, "'end' closes nothing: no block is open here")]
    [TestCase("syntax error, unexpected `end', expecting ')'", FindingCodes.UnclosedBracket, "expected ')' before 'end': a bracket before is never closed")]
    [TestCase("syntax error, unexpected ')', expecting end-of-input", FindingCodes.UnmatchedBracket, "')' closes nothing: no bracket is open here")]
    [TestCase("syntax error, unexpected integer literal, expecting `do' or '{' or '('", FindingCodes.UnexpectedToken, "unexpected number")]
    [TestCase("syntax error, unexpected local variable or method, expecting '\\n'", FindingCodes.MissingToken, "unexpected name, expected the end of the line")]
    [TestCase("syntax error, unexpected `do' for lambda, expecting `end'", FindingCodes.UnexpectedToken, "unexpected 'do'")]
    [TestCase("syntax error, unexpected ')', expecting `end'", FindingCodes.UnmatchedBracket, "')' closes nothing: no bracket is open here")]
    [TestCase("syntax error, unexpected =>, expecting local variable or method", FindingCodes.MissingToken, "unexpected '=>', expected a name")]
    [TestCase("syntax error, unexpected =>", FindingCodes.UnexpectedToken, "unexpected '=>'")]
    [TestCase("can't find string \"A\" anywhere before EOF", FindingCodes.UnclosedString, "this here-document is never closed: expected 'A' on a line of its own")]
    [TestCase("Invalid octal digit", FindingCodes.InvalidLiteral, "invalid octal digit")]
    [TestCase("trailing `_' in number", FindingCodes.InvalidLiteral, "trailing '_' in number")]
    [TestCase("embedded document meets end of file", FindingCodes.UnclosedComment, "this comment is never closed: expected '=end'")]
    [TestCase("expected a `)` to close the arguments", FindingCodes.UnclosedBracket, "expected a ')' to close the arguments", Description = "Prism")]
    [TestCase("unexpected 'end', ignoring it", FindingCodes.UnexpectedToken, "unexpected 'end', ignoring it", Description = "Prism")]
    [TestCase("expected an `end` to close the `class` clause", FindingCodes.MissingToken, "expected an 'end' to close the 'class' clause", Description = "Prism")]
    public void Translate_RubysMessage_HasOurCodeAndWords(string message, string code, string words) =>
        Assert.That(RubyWords.Translate(message), Is.EqualTo((code, words)));
}
