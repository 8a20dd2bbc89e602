namespace UltimateCopilot.Settings;

/// <summary>Describes a setting to people; editors' settings pages and <c>docs/configuration.md</c> are generated from it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SettingAttribute(string description, string scope = "window") : Attribute
{
    /// <summary>Markdown.</summary>
    public string Description { get; } = description;

    /// <summary>VS Code's scope: <c>machine</c> keeps repositories from setting it, <c>resource</c> lets each folder differ.</summary>
    public string Scope { get; } = scope;

    /// <summary>The only values allowed, for text.</summary>
    public string[] Values { get; init; } = [];

    /// <summary>What each value means, in the same order.</summary>
    public string[] ValueDescriptions { get; init; } = [];

    /// <summary>Lowest number allowed.</summary>
    public int Minimum { get; init; }

    /// <summary>Highest number allowed; 0: no limit.</summary>
    public int Maximum { get; init; }
}
