using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Textual;

/// <summary>Recognises one kind of cause at a line, looking no further than the lines that belong to it.</summary>
internal delegate Cause? CauseFinder(SourceText text, LanguageDefinition language, int line);
