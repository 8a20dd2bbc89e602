namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>What follows an at-keyword: what stands before the end of the statement, and what kind of block comes, if any.</summary>
internal enum AtRuleShape : byte
{
    /// <summary>Anything, as at-rules do that no browser knows, and those of other tools.</summary>
    Unknown,

    /// <summary>Ends with ';'.</summary>
    Statement,

    /// <summary>A string, and ';'.</summary>
    Charset,

    /// <summary>An address, perhaps with conditions, and ';'.</summary>
    Import,

    /// <summary>A condition with 'and' and 'or', and rules.</summary>
    Condition,

    /// <summary>As before, with a media type.</summary>
    MediaQuery,

    /// <summary>As before, with a name.</summary>
    ContainerQuery,

    /// <summary>Anything, and rules.</summary>
    Rules,

    /// <summary>Names, and rules or ';'.</summary>
    Layer,

    /// <summary>Anything, and declarations.</summary>
    Declarations,

    /// <summary>Nothing, and declarations.</summary>
    BareDeclarations,

    /// <summary>A name, and the steps of an animation.</summary>
    Keyframes,

    /// <summary>Anything, and declarations or rules.</summary>
    Mixed,

    /// <summary>Sass: a string, 'as', 'with' and the like.</summary>
    Module,

    /// <summary>Sass: a name and its parameters, and any block.</summary>
    Mixin,

    /// <summary>Sass: a name with parameters, and any block.</summary>
    Function,

    /// <summary>Sass: a name and its arguments, with or without a block.</summary>
    Include,

    /// <summary>Sass: an expression.</summary>
    Expression,

    /// <summary>Sass: a condition, and any block.</summary>
    If,

    /// <summary>Sass: perhaps 'if' and a condition, and any block.</summary>
    Else,

    /// <summary>Sass: an expression, and any block.</summary>
    While,

    /// <summary>Sass: variables, 'in' and an expression, and any block.</summary>
    Each,

    /// <summary>Sass: a variable, 'from', 'to' or 'through' and expressions, and any block.</summary>
    For,

    /// <summary>Sass: a selector.</summary>
    Extend,

    /// <summary>Sass: a selector or a query or nothing, and any block.</summary>
    AtRoot,

    /// <summary>Sass: perhaps arguments.</summary>
    Content,
}
