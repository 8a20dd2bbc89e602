namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>One thing that a word may stand for in a statement.</summary>
internal readonly record struct MacroOption(string Word, IReadOnlyList<MacroEdit> Edits);
