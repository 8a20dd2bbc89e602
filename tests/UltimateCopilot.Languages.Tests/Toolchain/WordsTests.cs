using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Toolchain.Go;
using UltimateCopilot.Languages.Toolchain.Lua;
using UltimateCopilot.Languages.Toolchain.Php;
using UltimateCopilot.Languages.Toolchain.Rust;
using UltimateCopilot.Languages.Toolchain.Shell;

namespace UltimateCopilot.Languages.Tests.Toolchain;

/// <summary>What people read of what programs say, on a text with what the messages quote.</summary>
[TestFixture]
internal sealed class WordsTests
{
    private static readonly SourceText Text = SourceText.From("if (x) { 'a' fi\n  end ; } ]\n");

    [TestCase("expected ';', found 2", FindingCodes.MissingToken, "expected ';' before '2'")]
    [TestCase("expected ')', found newline", FindingCodes.MissingToken, "expected ')' before the end of the line")]
    [TestCase("expected '}', found 'EOF'", FindingCodes.UnclosedBracket, "expected '}': a bracket before is never closed")]
    [TestCase("expected 'IDENT', found 'else' (and 3 more errors)", FindingCodes.MissingToken, "expected a name before 'else'")]
    [TestCase("expected declaration, found '}'", FindingCodes.UnmatchedBracket, "'}' closes nothing: no bracket is open here")]
    [TestCase("expected declaration, found x", FindingCodes.UnexpectedToken, "unexpected 'x': only declarations can stand outside functions")]
    [TestCase("expected operand, found ')'", FindingCodes.UnexpectedToken, "unexpected ')': expected an expression")]
    [TestCase("missing ',' before newline in composite literal", FindingCodes.MissingToken, "expected ',' before newline in composite literal")]
    [TestCase("unexpected semicolon or newline before {", FindingCodes.UnexpectedToken, "'{' cannot start a line here: it belongs at the end of the line before")]
    [TestCase("rune literal not terminated", FindingCodes.InvalidLiteral, "a rune literal holds exactly one character between quotes")]
    [TestCase("illegal character U+0023 '#'", FindingCodes.UnexpectedCharacter, "illegal character U+0023 '#'")]
    [TestCase("raw string literal not terminated", FindingCodes.UnclosedString, "this string is never closed: expected '`'")]
    public void Go_Message_HasOurCodeAndWords(string message, string code, string words) => Assert.That(GoWords.Translate(message), Is.EqualTo((code, words)));

    [TestCase("Unclosed '{'", FindingCodes.UnclosedBracket, "'{' is never closed: expected '}' here")]
    [TestCase("Unclosed '(' on line 1", FindingCodes.UnclosedBracket, "'(' opened on line 1 is never closed: expected ')' here")]
    [TestCase("Unclosed '(' does not match ']'", FindingCodes.MismatchedBracket, "']' does not close '(': expected ')'")]
    [TestCase("Unmatched '}'", FindingCodes.UnmatchedBracket, "'}' closes nothing: no bracket is open here")]
    [TestCase("syntax error, unexpected token \";\", expecting \"]\"", FindingCodes.MissingToken, "unexpected ';', expected ']'")]
    [TestCase("syntax error, unexpected identifier \"end\"", FindingCodes.MissingToken, "expected ';' before 'end'", Description = "the line before is whole and not ended")]
    [TestCase("syntax error, unexpected token \"]\"", FindingCodes.UnexpectedToken, "unexpected ']'")]
    [TestCase("syntax error, unexpected token \"else\", expecting end of file", FindingCodes.UnexpectedToken, "'else' belongs to nothing here")]
    [TestCase("syntax error, unexpected end of file, expecting variable or \"${\" or \"{$\"", FindingCodes.UnclosedString, "a string before is never closed: expected its end here")]
    [TestCase("syntax error, unexpected end of file", FindingCodes.UnexpectedEnd, "the file ends in the middle of a construct")]
    [TestCase("syntax error, unexpected string content \"a\"", FindingCodes.UnclosedString, "this string is never closed: expected \"'\"")]
    [TestCase("Invalid numeric literal", FindingCodes.InvalidLiteral, "invalid numeric literal")]
    [TestCase("Cannot use 'static' as constant modifier", FindingCodes.Rejected, "cannot use 'static' as constant modifier")]
    public void Php_Message_HasOurCodeAndWords(string message, string code, string words) => AssertWords(PhpWords.Translate(message, Text, 2), code, words);

    [TestCase("syntax error near unexpected token `fi'", FindingCodes.UnexpectedToken, "'fi' closes nothing here, or a word before it is missing")]
    [TestCase("syntax error near unexpected token `newline'", FindingCodes.MissingToken, "the line ends in the middle of a command")]
    [TestCase("syntax error: unexpected end of file", FindingCodes.UnexpectedEnd, "a command before is never closed: expected its 'fi', 'done', 'esac' or '}' here")]
    [TestCase("syntax error: unexpected end of file from `if' command on line 1", FindingCodes.UnexpectedEnd, "'if' on line 1 is never closed")]
    [TestCase("unexpected EOF while looking for matching `\"'", FindingCodes.UnclosedString, "this string is never closed: expected '\"'")]
    [TestCase("unexpected EOF while looking for matching `)'", FindingCodes.UnclosedBracket, "a bracket opened on this line is never closed: expected ')'")]
    [TestCase("warning: here-document at line 1 delimited by end-of-file (wanted `EOF')", FindingCodes.UnclosedString, "this here-document is never closed: expected 'EOF' on a line of its own")]
    [TestCase("conditional binary operator expected", FindingCodes.MissingToken, "conditional binary operator expected")]
    public void Bash_Message_HasOurCodeAndWords(string message, string code, string words) => AssertWords(BashWords.Translate(message, Text, 1)!, code, words);

    [TestCase("`if (x) { fi'")]
    [TestCase("warning: command substitution: ignored null byte in input")]
    public void Bash_NoMessage_IsNoFinding(string message) => Assert.That(BashWords.Translate(message, Text, 1), Is.Null);

    [TestCase("'end' expected (to close 'if' at line 1) near <eof>", FindingCodes.UnexpectedEnd, "'if' opened on line 1 is never closed: expected 'end' here")]
    [TestCase("')' expected (to close '(' at line 1) near 'end'", FindingCodes.UnclosedBracket, "'(' opened on line 1 is never closed: expected ')' here")]
    [TestCase("')' expected near 'end'", FindingCodes.MissingToken, "expected ')' before 'end'")]
    [TestCase("<name> expected near '='", FindingCodes.MissingToken, "expected a name before '='")]
    [TestCase("<eof> expected near 'end'", FindingCodes.UnexpectedToken, "'end' closes nothing: no block is open here")]
    [TestCase("<eof> expected near '}'", FindingCodes.UnmatchedBracket, "'}' closes nothing: no bracket is open here")]
    [TestCase("unexpected symbol near ';'", FindingCodes.UnexpectedToken, "unexpected ';'")]
    [TestCase("unexpected symbol near <eof>", FindingCodes.UnexpectedEnd, "the file ends in the middle of a construct")]
    [TestCase("unfinished string near '\"abc'", FindingCodes.UnclosedString, "this string is never closed")]
    [TestCase("unfinished long comment (starting at line 1) near '<eof>'", FindingCodes.UnclosedComment, "this comment is never closed: expected ']]'")]
    [TestCase("malformed number near '1x'", FindingCodes.InvalidLiteral, "malformed number")]
    [TestCase("break outside a loop at line 1 near <eof>", FindingCodes.Rejected, "break outside a loop at line 1")]
    public void Lua_Message_HasOurCodeAndWords(string message, string code, string words) => AssertWords(LuaWords.Translate(message, Text, 2), code, words);

    [TestCase("expected `;`, found keyword `let`", FindingCodes.MissingToken, "expected ';', found keyword 'let'")]
    [TestCase("expected expression, found `;`", FindingCodes.UnexpectedToken, "expected expression, found ';'")]
    [TestCase("expected identifier, found keyword `fn`", FindingCodes.ReservedWord, "'fn' is a word of the language and cannot be a name here")]
    [TestCase("unterminated double quote string", FindingCodes.UnclosedString, "this string is never closed")]
    [TestCase("character literal may only contain one codepoint", FindingCodes.InvalidLiteral, "a character literal holds exactly one character between quotes")]
    [TestCase("unknown character escape: `q`", FindingCodes.InvalidLiteral, "unknown character escape: 'q'")]
    [TestCase("Rust has no postfix increment operator", FindingCodes.Rejected, "Rust has no postfix increment operator")]
    public void Rust_Message_HasOurCodeAndWords(string message, string code, string words)
    {
        var place = new RustSpan(IsPrimary: true, 1, 4, 1, 5, null);
        AssertWords(RustWords.Translate(message, place, [place], Text), code, words);
    }

    [TestCase("this file contains an unclosed delimiter", "unclosed delimiter", FindingCodes.UnclosedBracket, "'(' opened on line 1 is never closed: expected ')' here")]
    [TestCase("mismatched closing delimiter: `}`", "unclosed delimiter", FindingCodes.UnclosedBracket, "'(' is never closed: '}' on line 2 comes before its ')'")]
    [TestCase("unexpected closing delimiter: `}`", "the nearest open delimiter", FindingCodes.UnmatchedBracket, "'}' closes nothing: no bracket is open here")]
    public void Rust_BracketMessage_NamesTheOther(string message, string label, string code, string words)
    {
        var (place, other) = (new RustSpan(IsPrimary: true, 2, 9, 2, 10, null), new RustSpan(IsPrimary: false, 1, 4, 1, 5, label));
        AssertWords(RustWords.Translate(message, place, [other, place], Text), code, words);
    }

    private static void AssertWords(Finding finding, string code, string words)
    {
        Assert.That((finding.Code, finding.Message), Is.EqualTo((code, words)));
        Assert.That(finding.Span.End, Is.InRange(finding.Span.Start, Text.Length));
    }
}
