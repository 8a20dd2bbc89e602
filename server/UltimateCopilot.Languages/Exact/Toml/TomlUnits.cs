using System.Buffers;

namespace UltimateCopilot.Languages.Exact.Toml;

/// <summary>Sets of units that strings and comments are searched for.</summary>
internal static class TomlUnits
{
    private const string Controls =
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\v\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F";

    /// <summary>Letters.</summary>
    public static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>What keys without quotes are made of.</summary>
    public static readonly SearchValues<char> Bare = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>What simple keys are made of, dotted and quoted ones among them.</summary>
    public static readonly SearchValues<char> Key = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.\"' ");

    /// <summary>What no comment holds, its line break aside.</summary>
    public static readonly SearchValues<char> ControlsButTab = SearchValues.Create(Controls + "\r");

    /// <summary>What ends or interrupts a string in double quotes.</summary>
    public static readonly SearchValues<char> InBasic = SearchValues.Create(Controls + "\r\n\"\\");

    /// <summary>What ends or interrupts a string in single quotes.</summary>
    public static readonly SearchValues<char> InLiteral = SearchValues.Create(Controls + "\r\n'");

    /// <summary>The same, over several lines.</summary>
    public static readonly SearchValues<char> InLongBasic = SearchValues.Create(Controls + "\r\"\\");

    /// <summary>The same, over several lines.</summary>
    public static readonly SearchValues<char> InLongLiteral = SearchValues.Create(Controls + "\r'");
}
