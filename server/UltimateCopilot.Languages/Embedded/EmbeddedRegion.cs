using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Embedded;

/// <summary>A piece of a document that is written in another language.</summary>
/// <param name="Extent">All that decides that there is one, and in which language.</param>
/// <param name="Content">Its text as it lies in the document.</param>
/// <param name="Form">How it lies there.</param>
/// <param name="Language">Identifier or alias of the language; empty where none is named.</param>
internal readonly record struct EmbeddedRegion(TextSpan Extent, TextSpan Content, EmbeddedForm Form, string Language)
{
    /// <summary>Where it is after a change of the document.</summary>
    public EmbeddedRegion MovedBy(TextChange change) => this with { Extent = change.Map(Extent), Content = change.Map(Content) };
}
