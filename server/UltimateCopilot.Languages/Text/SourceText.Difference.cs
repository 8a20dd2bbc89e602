namespace UltimateCopilot.Languages.Text;

public sealed partial class SourceText
{
    /// <summary>The one replacement that turns this text into <paramref name="units"/>; null where they are the same.</summary>
    public TextChange? DifferenceTo(ReadOnlySpan<char> units)
    {
        var start = CommonStart(units);
        if (start == Length && start == units.Length)
        {
            return null;
        }

        var end = CommonEnd(units[start..], Length - start);
        return new TextChange(new TextSpan(start, Length - end), units.Length - end - start);
    }

    private int CommonStart(ReadOnlySpan<char> units)
    {
        var common = 0;
        foreach (var chunk in _chunks)
        {
            var same = chunk.Units.CommonPrefixLength(units[common..]);
            common += same;
            if (same < chunk.Length)
            {
                break;
            }
        }

        return common;
    }

    /// <summary>How many units are the same at the end, at most <paramref name="most"/>.</summary>
    private int CommonEnd(ReadOnlySpan<char> units, int most)
    {
        var common = 0;
        for (var i = _chunks.Length - 1; i >= 0; i--)
        {
            var chunk = _chunks[i].Units;
            for (var at = chunk.Length - 1; at >= 0; at--, common++)
            {
                if (common == most || common == units.Length || chunk[at] != units[^(common + 1)])
                {
                    return common;
                }
            }
        }

        return common;
    }
}
