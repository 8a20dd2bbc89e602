using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Allowances;

/// <summary>Knows constructs of a language that its grammar does not know.</summary>
internal interface IAllowances
{
    /// <summary>Masks for what is not masked yet in the damaged lines.</summary>
    IReadOnlyList<Mask> Find(MaskedText text, IReadOnlyList<TextSpan> damage, CancellationToken cancellation);

    /// <summary>Whether an edit of <paramref name="before"/> may make masks wrong that stand on other lines.</summary>
    bool MayUnsettle(SourceText before, DocumentEdit edit);
}
