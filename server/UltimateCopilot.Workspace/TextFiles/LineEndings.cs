namespace UltimateCopilot.Workspace.TextFiles;

/// <summary>How often each kind of line end occurs in a text.</summary>
/// <param name="CrLf">Carriage return and line feed.</param>
/// <param name="Lf">Line feed alone.</param>
/// <param name="Cr">Carriage return alone.</param>
/// <param name="EndsWithOne">Whether the last line is ended.</param>
public readonly record struct LineEndings(int CrLf, int Lf, int Cr, bool EndsWithOne)
{
    /// <summary>Whether more than one kind occurs.</summary>
    public bool AreMixed => Math.Sign(CrLf) + Math.Sign(Lf) + Math.Sign(Cr) > 1;

    /// <summary>The kind that occurs most often; a line feed in a text of one line.</summary>
    public string Dominant => CrLf > Lf && CrLf >= Cr ? "\r\n" : Cr > Lf ? "\r" : "\n";

    /// <summary>Counts the line ends of a text.</summary>
    public static LineEndings Count(ReadOnlySpan<char> text)
    {
        var (crLf, lf, cr) = (0, 0, 0);
        var rest = text;
        for (var at = rest.IndexOfAny('\r', '\n'); at >= 0; at = rest.IndexOfAny('\r', '\n'))
        {
            var isPair = rest[at] == '\r' && at + 1 < rest.Length && rest[at + 1] == '\n';
            if (isPair)
            {
                crLf++;
            }
            else if (rest[at] == '\n')
            {
                lf++;
            }
            else
            {
                cr++;
            }

            rest = rest[(at + (isPair ? 2 : 1))..];
        }

        return new LineEndings(crLf, lf, cr, !text.IsEmpty && text[^1] is '\r' or '\n');
    }
}
