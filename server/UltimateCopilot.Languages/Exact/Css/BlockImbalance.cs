namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>How many blocks are not closed, and how many closing brackets have no block.</summary>
/// <param name="Unclosed">Blocks that are open at the end.</param>
/// <param name="Unmatched">Closing brackets too many, as far as one can tell.</param>
/// <param name="HasAlignedClosers">Most closing brackets, those too many aside, stand below the line that their block starts on, not below its contents.</param>
internal readonly record struct BlockImbalance(int Unclosed, int Unmatched, bool HasAlignedClosers)
{
    public bool IsAny => Unclosed > 0 || Unmatched > 0;
}
