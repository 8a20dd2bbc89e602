using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Checking;

/// <summary>One change of a document and the text after it.</summary>
public readonly record struct DocumentEdit(TextChange Change, SourceText After);
