using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Toolchain.Java;

/// <summary>The messages of the JDK's compiler with our codes, by its own names for them (<c>compiler.properties</c> of the JDK).</summary>
internal static class JavaWords
{
    /// <summary>What is said of a text that ends within a block.</summary>
    public const string UnclosedBlock = "expected '}': a '{' before is never closed";

    private const string Prefix = "compiler.err.";

    /// <summary>Those that people take for names (Java Language Specification, 3.9).</summary>
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "assert", "break", "case", "catch", "class", "const", "continue", "default", "do", "else", "enum", "extends", "final", "finally", "for", "goto", "if",
        "implements", "import", "instanceof", "interface", "native", "new", "package", "private", "protected", "public", "return", "static", "super", "switch", "synchronized",
        "this", "throw", "throws", "transient", "try", "volatile", "while",
    ];

    /// <summary>Whether the compiler is outside of all classes, where nothing that follows is what it seems.</summary>
    public static bool IsOutside(string? kind) => kind == Prefix + "expected4";

    /// <param name="kind">The compiler's name for the mistake.</param>
    /// <param name="message">What it says.</param>
    /// <param name="found">What stands at the place, in quotes; empty where nothing does.</param>
    /// <param name="before">The character of code before the place.</param>
    public static (string Code, string Message) Translate(string kind, string message, string found, char before)
    {
        kind = kind.StartsWith(Prefix, StringComparison.Ordinal) ? kind[Prefix.Length..] : kind;
        return kind switch
        {
            "expected4" when found == "'}'" => (FindingCodes.UnmatchedBracket, "'}' closes nothing: no bracket is open here"),
            "expected4" => (FindingCodes.UnexpectedToken, $"unexpected {Or(found, "end")}: {(before == '}' ? "a '}' before is one too many, or " : string.Empty)}only a class, an interface, an enum or a record can stand here"),
            "illegal.start.of.type" or "illegal.start.of.expr" when found is "'else'" or "'catch'" or "'finally'" or "'case'" => (FindingCodes.UnexpectedToken, $"{found} belongs to nothing here"),
            "expected" when message == "<identifier> expected" && Keywords.Contains(found.Trim('\'')) => (FindingCodes.ReservedWord, $"{found} is a word of the language and cannot be a name here"),
            "expected" or "expected2" or "expected3" or "expected.str" or "expected.module" or "expected.module.or.open" or "dot.class.expected"
                => (FindingCodes.MissingToken, Expected(message)),
            "illegal.start.of.expr" => (FindingCodes.UnexpectedToken, $"unexpected {Or(found, "end")}: expected an expression"),
            "illegal.start.of.type" => (FindingCodes.UnexpectedToken, $"unexpected {Or(found, "end")}: expected a type"),
            "illegal.start.of.stmt" => (FindingCodes.UnexpectedToken, $"unexpected {Or(found, "end")}: expected a statement"),
            "premature.eof" when before is ';' or '}' or '{' => (FindingCodes.UnclosedBracket, UnclosedBlock),
            "premature.eof" => (FindingCodes.UnexpectedEnd, "the file ends in the middle of a construct"),
            "unclosed.str.lit" => (FindingCodes.UnclosedString, "this string is never closed: expected '\"'"),
            "unclosed.text.block" => (FindingCodes.UnclosedString, "this text block is never closed: expected '\"\"\"'"),
            "unclosed.comment" => (FindingCodes.UnclosedComment, "this comment is never closed: expected '*/'"),
            "unclosed.char.lit" or "empty.char.lit" => (FindingCodes.InvalidLiteral, "a character literal holds exactly one character between quotes"),
            "illegal.char" => (FindingCodes.UnexpectedCharacter, message),
            "illegal.esc.char" => (FindingCodes.InvalidLiteral, "a string has no such escape"),
            "int.number.too.large" or "fp.number.too.large" or "fp.number.too.small" or "malformed.fp.lit" or "invalid.hex.number" or "invalid.binary.number"
                or "illegal.underscore" or "illegal.unicode.esc" or "illegal.text.block.open" or "illegal.line.end.in.char.lit" or "illegal.nonascii.digit"
                => (FindingCodes.InvalidLiteral, message),
            "enum.as.identifier" or "assert.as.identifier" or "underscore.as.identifier" or "underscore.as.identifier.in.lambda" or "this.as.identifier"
                or "restricted.type.not.allowed" or "restricted.type.not.allowed.here"
                => (FindingCodes.ReservedWord, found.Length > 0 ? $"{found} is a word of the language and cannot be a name here" : message),
            "else.without.if" => (FindingCodes.UnexpectedToken, "'else' belongs to no 'if'"),
            "catch.without.try" => (FindingCodes.UnexpectedToken, "'catch' belongs to no 'try'"),
            "finally.without.try" => (FindingCodes.UnexpectedToken, "'finally' belongs to no 'try'"),
            "orphaned" => (FindingCodes.UnexpectedToken, $"{Or(found, "this")} belongs to no 'switch'"),
            "try.without.catch.finally.or.resource.decls" => (FindingCodes.MissingToken, "this 'try' has no 'catch', no 'finally' and no resources"),
            "invalid.meth.decl.ret.type.req" => (FindingCodes.MissingToken, "expected a return type before the method's name"),
            "not.stmt" => (FindingCodes.Rejected, "this is no statement: it does nothing"),
            "variable.not.allowed" or "class.not.allowed" => (FindingCodes.UnexpectedToken, "a declaration cannot stand here alone: put it in '{ }'"),
            _ => (FindingCodes.Rejected, message),
        };
    }

    /// <summary>": or -> expected" as "expected ':' or '->'".</summary>
    private static string Expected(string message)
    {
        const string End = " expected";
        message = message.EndsWith(End, StringComparison.Ordinal) ? message[..^End.Length] : message;
        var alternatives = message.Replace(", or ", ", ", StringComparison.Ordinal).Replace(" or ", ", ", StringComparison.Ordinal).Split(", ");
        var last = alternatives.Length - 1;
        return $"expected {string.Join(", ", alternatives[..last].Select(Name))}{(last > 0 ? " or " : string.Empty)}{Name(alternatives[last])}";
    }

    private static string Name(string token) => token switch
    {
        "<identifier>" => "a name",
        ['\'', ..] => token,
        _ => $"'{token}'",
    };

    private static string Or(string found, string otherwise) => found.Length > 0 ? found : otherwise;
}
