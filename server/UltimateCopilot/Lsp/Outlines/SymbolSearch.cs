namespace UltimateCopilot.Lsp.Outlines;

/// <summary>How well a name fits what somebody types to find it.</summary>
internal static class SymbolSearch
{
    /// <summary>The lower the better; null where the letters of <paramref name="query"/> do not stand in <paramref name="name"/> in that order.</summary>
    public static int? Rank(string name, string query)
    {
        if (name.Equals(query, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        if (name.StartsWith(query, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        if (name.Contains(query, StringComparison.OrdinalIgnoreCase))
        {
            return 2;
        }

        var at = 0;
        foreach (var letter in query)
        {
            while (at < name.Length && char.ToUpperInvariant(name[at]) != char.ToUpperInvariant(letter))
            {
                at++;
            }

            if (at++ >= name.Length)
            {
                return null;
            }
        }

        return 3;
    }
}
