namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>Kinds of tokens of CSS Syntax 3, section 4, and of Sass; strings, addresses and interpolations that do not end are kinds of their own.</summary>
internal enum StyleTokenKind : byte
{
    End,
    Ident,

    /// <summary>A name and the '(' behind it.</summary>
    Function,
    AtKeyword,
    Hash,
    String,
    UnclosedString,
    Url,

    /// <summary>'url(' without quotes that holds what would have to stand in quotes.</summary>
    MalformedUrl,
    UnclosedUrl,

    /// <summary>With its unit or percent sign.</summary>
    Number,

    /// <summary>Sass: '$' and its name.</summary>
    Variable,

    /// <summary>Sass: '#{' without its '}', and the name it is part of.</summary>
    UnclosedInterpolation,

    /// <summary>Sass: '#{' and '}' with brackets between them that do not add up.</summary>
    UnevenInterpolation,

    /// <summary>Sass: '#{' and '}' with nothing between them.</summary>
    EmptyInterpolation,
    Colon,
    Semicolon,
    Comma,

    /// <summary>'(' or '['.</summary>
    Open,

    /// <summary>')' or ']'.</summary>
    Close,
    OpenBrace,
    CloseBrace,

    /// <summary>'&lt;!--' or '-->', which style sheets within old pages are wrapped in.</summary>
    PageComment,

    /// <summary>Any other character.</summary>
    Delimiter,
}
