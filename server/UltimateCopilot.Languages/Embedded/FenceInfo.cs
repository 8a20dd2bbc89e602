using System.Buffers;

namespace UltimateCopilot.Languages.Embedded;

/// <summary>Reads the words behind the opening fence of a code block.</summary>
internal static class FenceInfo
{
    /// <summary>Words that say that the code is no example of how to write it, or only of what comes out.</summary>
    private static readonly string[] Doubts = ["fail", "error", "invalid", "ignore", "wrong", "broken", "bad", "output", "diff", "partial", "pseudo", "template", "incorrect"];

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t{},:");

    /// <summary>
    /// The name of the language, as in <c>js</c>, <c>js title="a"</c>, <c>js{1,3}</c>, <c>{.js .numbered}</c> and <c>{js, echo=false}</c>; empty where
    /// there is none, or where the words give a reason not to check the code.
    /// </summary>
    public static string LanguageOf(string info)
    {
        var words = info.AsSpan().Trim().TrimStart("{ .");
        var length = words.IndexOfAny(NameEnds);
        var name = length < 0 ? words : words[..length];
        var rest = words[name.Length..].ToString();
        return Doubts.Any(doubt => rest.Contains(doubt, StringComparison.OrdinalIgnoreCase)) ? string.Empty : name.ToString();
    }
}
