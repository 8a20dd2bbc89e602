using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Textual;

/// <summary>Finds lines by their first character. Of nearly every line nothing else is looked at: this runs at every keystroke.</summary>
internal static class LinesByStart
{
    /// <summary>The lines that start with one of these characters, in order.</summary>
    public static List<int> Find(SourceText text, string first)
    {
        var found = new List<int>();
        if (text.Length > 0 && first.Contains(text[0]))
        {
            found.Add(0);
        }

        var (line, offset) = (0, 0);
        foreach (var chunk in text.Chunks)
        {
            foreach (var start in chunk.LineStarts)
            {
                line++;
                var at = offset + start;
                if (start < chunk.Length ? first.Contains(chunk.Units[start]) : at < text.Length && first.Contains(text[at]))
                {
                    found.Add(line);
                }
            }

            offset += chunk.Length;
        }

        return found;
    }
}
