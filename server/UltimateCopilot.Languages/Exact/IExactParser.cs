using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact;

/// <summary>A managed parser that follows a language's own rules. Safe to call from several threads.</summary>
internal interface IExactParser
{
    /// <summary>
    /// Whether text that this parser accepts is fine whatever the grammar says. False where either alone lets mistakes through.
    /// </summary>
    bool OverrulesGrammar { get; }

    /// <summary>
    /// Whether it sees more than the grammar, and explains it as well: its findings then stand alone. Elsewhere those of the grammar are
    /// joined with them.
    /// </summary>
    bool ReplacesGrammar => false;

    /// <summary>
    /// Whether the markers of a merge conflict, where it accepts them, stand in a string or a comment and may be meant. It is different where
    /// any text is fine.
    /// </summary>
    bool ClearsMarkers => true;

    /// <summary>Whether it is so quick that the first report waits for it.</summary>
    bool IsInstant => false;

    /// <summary>The mistakes in document order; a parser that stops at the first one reports that.</summary>
    IReadOnlyList<Finding> Check(SourceText text, CancellationToken cancellation);
}
