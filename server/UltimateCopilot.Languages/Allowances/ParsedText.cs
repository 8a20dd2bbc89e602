using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Allowances;

/// <summary>What <see cref="TolerantParser"/> made of a text.</summary>
/// <param name="Tree">The tree, which lives until the next text is parsed.</param>
/// <param name="Shown">The text as the grammar read it, with what it does not know masked.</param>
/// <param name="IsIncremental">Whether it was built from a tree before it.</param>
/// <param name="Changes">Where a sound tree differs from the sound one before it; null where there was none.</param>
/// <param name="IsStale">Whether masks stand in it that an edit elsewhere may have made wrong.</param>
/// <param name="Part">The edited part, where the tree is that of it alone; what lies around it was sound.</param>
internal readonly record struct ParsedText(SyntaxTree Tree, SourceText Shown, bool IsIncremental, TextSpan[]? Changes, bool IsStale = false, TextSpan? Part = null);
