using System.Buffers;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact;

/// <summary>Keeps text from parsers whose time grows with the square of its nesting, or worse.</summary>
internal static class Nesting
{
    /// <summary>Deeper than any hand-written text.</summary>
    private const int Deepest = 500;

    private static readonly SearchValues<char> Indents = SearchValues.Create(" \t-?");

    private static readonly SearchValues<char> Brackets = SearchValues.Create("()[]{}");

    /// <summary>Whether a line starts with so many blanks and marks of block sequences, each of which may open a block.</summary>
    public static bool IsIndentedBeyond(SourceText text, int columns)
    {
        var start = 0;
        foreach (var chunk in text.Chunks)
        {
            foreach (var end in chunk.LineStarts)
            {
                if (end - start > columns && IsIndent(chunk.Units[Math.Max(start, 0)..end], columns))
                {
                    return true;
                }

                start = end;
            }

            if (chunk.Length - start > columns && IsIndent(chunk.Units[Math.Max(start, 0)..], columns))
            {
                return true;
            }

            start -= chunk.Length; // the line goes on in the next chunk
        }

        return false;

        // Of a line that a chunk's end divides, the second half is looked at as if it began there.
        static bool IsIndent(ReadOnlySpan<char> line, int columns) => line.Length > columns && line[..columns].IndexOfAnyExcept(Indents) < 0;
    }

    /// <summary>Says that the text is not checked where its brackets nest too deeply; null where they do not. Strings and comments are not told apart.</summary>
    public static Finding? FindTooDeep(SourceText text)
    {
        var depth = 0;
        var chunkStart = 0;
        foreach (var chunk in text.Chunks)
        {
            for (var at = 0; chunk.Units[at..].IndexOfAny(Brackets) is >= 0 and var next; at++)
            {
                at += next;
                depth = chunk.Units[at] is '(' or '[' or '{' ? depth + 1 : Math.Max(depth - 1, 0);
                if (depth > Deepest)
                {
                    return new Finding
                    {
                        Code = FindingCodes.Rejected,
                        Span = new TextSpan(chunkStart + at, chunkStart + at + 1),
                        Message = $"brackets are nested more than {Deepest} deep: the file is checked by its grammar alone",
                        Severity = Severity.Information,
                        Layer = Layer.Exact,
                    };
                }
            }

            chunkStart += chunk.Length;
        }

        return null;
    }
}
