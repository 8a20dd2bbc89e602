using System.Text;

namespace UltimateCopilot.Languages.Toolchain.Cpp;

/// <summary>Takes a line for a shell apart into its words, by the rules of POSIX for quotes; nothing is expanded.</summary>
internal static class ShellWords
{
    public static List<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var inWord = false;
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            var unit = line[i];
            if (quote == '\0' && char.IsWhiteSpace(unit))
            {
                if (inWord)
                {
                    words.Add(word.ToString());
                    word.Clear();
                }

                inWord = false;
                continue;
            }

            inWord = true;
            if (unit == '\\' && quote != '\'' && i + 1 < line.Length && Escapes(line[i + 1], quote))
            {
                word.Append(line[++i]);
            }
            else if (unit == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && (unit is '"' or '\''))
            {
                quote = unit;
            }
            else
            {
                word.Append(unit);
            }
        }

        if (inWord)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    /// <summary>On Windows a backslash parts folders, unless it stands before a quote.</summary>
    private static bool Escapes(char next, char quote) =>
        next is '"' or '\\' || (!OperatingSystem.IsWindows() && (quote == '\0' || next is '$' or '`'));
}
