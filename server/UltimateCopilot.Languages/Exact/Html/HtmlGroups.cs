namespace UltimateCopilot.Languages.Exact.Html;

/// <summary>The elements that the start tag of another one ends, one bit for each.</summary>
[Flags]
internal enum HtmlGroups
{
    None = 0,
    Paragraph = 1,
    ListItem = 1 << 1,
    Term = 1 << 2,
    Option = 1 << 3,
    OptionGroup = 1 << 4,
    RubyText = 1 << 5,
    RubyContainer = 1 << 6,
    Head = 1 << 7,
    Caption = 1 << 8,
    Columns = 1 << 9,
    RowGroup = 1 << 10,
    Row = 1 << 11,
    Cell = 1 << 12,
    Heading = 1 << 13,
}
