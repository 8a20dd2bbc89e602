using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Toml;

/// <summary>TOML 1.0 (https://toml.io/en/v1.0.0). What only TOML 1.1 allows is a warning, since few readers know it.</summary>
internal sealed class TomlParser : IExactParser
{
    public bool OverrulesGrammar => true;

    public bool ReplacesGrammar => true;

    public bool IsInstant => true;

    public IReadOnlyList<Finding> Check(SourceText text, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var flat = new FlatText(text);
        var reader = new TomlReader(text, flat.Units);
        reader.Run(cancellation);
        return reader.Findings;
    }
}
