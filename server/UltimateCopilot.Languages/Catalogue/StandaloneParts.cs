namespace UltimateCopilot.Languages.Catalogue;

/// <summary>That the children of the root may be parsed one by one, and where else parts lie that may.</summary>
public sealed record StandaloneParts
{
    /// <summary>Rules whose children are such parts instead of themselves.</summary>
    public IReadOnlyList<string> Containers { get; init => field = value ?? []; } = [];
}
