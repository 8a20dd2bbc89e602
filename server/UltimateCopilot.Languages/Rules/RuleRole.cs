namespace UltimateCopilot.Languages.Rules;

/// <summary>What a rule wants of a node.</summary>
internal enum RuleRole
{
    /// <summary>Nothing but its text or place.</summary>
    Part,

    /// <summary>Something that others are to lie in, or not.</summary>
    Context,

    /// <summary>Something that makes the whole file a context.</summary>
    File,

    /// <summary>Something that others may refer to.</summary>
    Definition,

    /// <summary>Where the finding stands.</summary>
    Finding,
}
