namespace UltimateCopilot.Languages.Outlines;

/// <summary>What a symbol is; the values are those of the Language Server Protocol.</summary>
public enum SymbolKind
{
    /// <summary>A module, or a table of data.</summary>
    Module = 2,

    /// <summary>A namespace or package.</summary>
    Namespace = 3,

    /// <summary>A class, or another type with members.</summary>
    Class = 5,

    /// <summary>A function of a type.</summary>
    Method = 6,

    /// <summary>A property, or a key of data.</summary>
    Property = 7,

    /// <summary>A field, or an element of markup.</summary>
    Field = 8,

    /// <summary>A constructor.</summary>
    Constructor = 9,

    /// <summary>An enumeration.</summary>
    Enum = 10,

    /// <summary>An interface, trait or protocol.</summary>
    Interface = 11,

    /// <summary>A function.</summary>
    Function = 12,

    /// <summary>A variable.</summary>
    Variable = 13,

    /// <summary>A constant.</summary>
    Constant = 14,

    /// <summary>A text value, or a heading.</summary>
    Text = 15,

    /// <summary>A number value.</summary>
    Number = 16,

    /// <summary>A truth value.</summary>
    Boolean = 17,

    /// <summary>A list of values.</summary>
    Array = 18,

    /// <summary>An absent value.</summary>
    Null = 21,

    /// <summary>A case of an enumeration.</summary>
    EnumMember = 22,

    /// <summary>A structure.</summary>
    Struct = 23,

    /// <summary>An event.</summary>
    Event = 24,

    /// <summary>An operator.</summary>
    Operator = 25,
}
