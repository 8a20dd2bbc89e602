using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Rules;

/// <summary>What the name of a capture in <c>checks.scm</c> stands for.</summary>
/// <param name="Role">What is wanted of the node.</param>
/// <param name="Word">Of a context or a file: the label; of a finding: its code; else the name.</param>
internal readonly record struct RuleCapture(RuleRole Role, string Word)
{
    private const string ContextPrefix = "in.";
    private const string FilePrefix = "file.";

    /// <exception cref="FormatException">The name stands for nothing.</exception>
    public static RuleCapture Parse(string name) => name switch
    {
        "definition" => new(RuleRole.Definition, name),
        "missing" => new(RuleRole.Finding, FindingCodes.MissingToken),
        "unexpected" => new(RuleRole.Finding, FindingCodes.UnexpectedToken),
        "unclosed" => new(RuleRole.Finding, FindingCodes.UnclosedString),
        "tag" => new(RuleRole.Finding, FindingCodes.UnpairedTag),
        "empty" => new(RuleRole.Finding, FindingCodes.EmptyBlock),
        "duplicate" => new(RuleRole.Finding, FindingCodes.DuplicateKey),
        "literal" => new(RuleRole.Finding, FindingCodes.InvalidLiteral),
        "reserved" => new(RuleRole.Finding, FindingCodes.ReservedWord),
        "rejected" => new(RuleRole.Finding, FindingCodes.Rejected),
        _ when name is "name" or "related" or "within" or "from" || name.StartsWith('_') => new(RuleRole.Part, name),
        _ when name.StartsWith(ContextPrefix, StringComparison.Ordinal) => new(RuleRole.Context, name[ContextPrefix.Length..]),
        _ when name.StartsWith(FilePrefix, StringComparison.Ordinal) => new(RuleRole.File, name[FilePrefix.Length..]),
        _ => throw new FormatException($"The checks use the capture @{name}, which is not known here."),
    };
}
