using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>A token as the preprocessor sees it. Comments and blanks are none.</summary>
internal readonly record struct CToken(CTokenKind Kind, int Start, int End)
{
    public TextSpan Span => new(Start, End);
}
