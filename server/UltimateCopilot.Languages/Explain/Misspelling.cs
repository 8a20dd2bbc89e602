using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Explain;

/// <summary>Tells a misspelt keyword: a word that is one slip of the fingers away from one.</summary>
internal static class Misspelling
{
    private const int ShortestWord = 3;

    /// <summary>The keyword that <paramref name="word"/> was probably meant to be; null where none is that near, or it is one.</summary>
    public static string? KeywordNear(string word, IEnumerable<string> keywords)
    {
        string? near = null;
        foreach (var keyword in keywords)
        {
            if (keyword == word)
            {
                return null;
            }

            if (word.Length >= ShortestWord && IsOneSlipAway(word, keyword, mayBeName: true) && (near is null || keyword.Length > near.Length))
            {
                near = keyword;
            }
        }

        return near;
    }

    /// <summary>The same of a word that stands where a keyword has to be: then short ones count too.</summary>
    public static string? KeywordMeantBy(string word, IEnumerable<string> keywords) =>
        word.Length > 1 ? keywords.FirstOrDefault(keyword => keyword != word && keyword.Length > 1 && IsOneSlipAway(word, keyword, mayBeName: false)) : null;

    /// <summary>The word at an offset; empty where none starts there.</summary>
    public static string WordAt(SourceText text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return text.ToString(new TextSpan(start, end));
    }

    /// <summary>Two letters swapped, or one too many, missing, or wrong.</summary>
    private static bool IsOneSlipAway(string word, string keyword, bool mayBeName)
    {
        var start = 0;
        while (start < word.Length && start < keyword.Length && word[start] == keyword[start])
        {
            start++;
        }

        var left = word.AsSpan(start);
        var right = keyword.AsSpan(start);
        if (left.Length == right.Length)
        {
            var isSwap = left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]);
            return isSwap || ((!mayBeName || keyword.Length > ShortestWord) && left[1..].SequenceEqual(right[1..]));
        }

        if (mayBeName && Math.Min(word.Length, keyword.Length) <= ShortestWord)
        {
            return false; // so short a word is too often a name
        }

        return left.Length == right.Length + 1 ? left[1..].SequenceEqual(right) : left.Length + 1 == right.Length && left.SequenceEqual(right[1..]);
    }
}
