namespace UltimateCopilot.Languages.Exact.Docker;

/// <summary>What follows an instruction.</summary>
internal enum DockerArguments : byte
{
    /// <summary>An image, and perhaps 'AS' and a name.</summary>
    Image,

    /// <summary>A command, as a JSON array or for a shell.</summary>
    Command,

    /// <summary>Two paths or more, as a JSON array or as words.</summary>
    Paths,

    /// <summary>'name=value' any number of times, or 'name value'.</summary>
    Pairs,

    /// <summary>'name' or 'name=value' any number of times.</summary>
    Names,

    /// <summary>One text.</summary>
    Text,

    /// <summary>One text, of which nothing is replaced.</summary>
    RawText,

    /// <summary>A word or more.</summary>
    Words,

    /// <summary>A word or more, or a JSON array.</summary>
    WordsOrArray,

    /// <summary>A JSON array.</summary>
    Array,

    /// <summary>'NONE', or 'CMD' and a command.</summary>
    Check,

    /// <summary>Another instruction.</summary>
    Instruction,
}
