using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Docker;

/// <summary>
/// Dockerfiles as in https://docs.docker.com/reference/dockerfile/, where that is silent as BuildKit reads them. What shells are told to
/// do is theirs to judge.
/// </summary>
internal sealed class DockerParser : IExactParser
{
    public bool OverrulesGrammar => true;

    public bool ReplacesGrammar => true;

    public bool IsInstant => true;

    public IReadOnlyList<Finding> Check(SourceText text, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var flat = new FlatText(text);
        var reader = new DockerReader(text, flat.Units);
        reader.Run(cancellation);
        return reader.Findings;
    }
}
