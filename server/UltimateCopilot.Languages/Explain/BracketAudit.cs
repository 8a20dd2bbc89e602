using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Explain;

/// <summary>
/// Pairs the brackets of a damaged tree and names those without a partner. Sound parts of a tree are balanced, so only the
/// damaged part is looked at. Where a bracket is missing, indentation tells which one: people and formatters keep a closing
/// bracket at the indentation of the line that opened it.
/// </summary>
internal sealed class BracketAudit
{
    private readonly DamagedTree _tree;
    private readonly List<Bracket> _open = [];

    /// <summary>Of lines that go on with a statement the indentation of the line where that starts.</summary>
    private readonly Dictionary<int, int> _continued = [];

    private BracketAudit(DamagedTree tree) => _tree = tree;

    /// <summary>Opened and never closed, in document order.</summary>
    public List<UnclosedBracket> Unclosed { get; } = [];

    /// <summary>Nodes of closing brackets that nothing opened.</summary>
    public List<int> Unmatched { get; } = [];

    /// <summary>Opening and closing nodes that are of different kinds.</summary>
    public List<(int Opener, int Closer)> Mismatched { get; } = [];

    public static BracketAudit Of(DamagedTree tree)
    {
        var plain = new BracketAudit(tree);
        plain.Run(byIndentation: false);
        if (plain.Unclosed.Count == 0 && plain.Unmatched.Count == 0)
        {
            return plain;
        }

        // Something does not add up: pair again, now believing the indentation where it contradicts.
        var indented = new BracketAudit(tree);
        indented.Run(byIndentation: true);
        return indented.Unclosed.Count + indented.Unmatched.Count <= plain.Unclosed.Count + plain.Unmatched.Count ? indented : plain;
    }

    /// <summary>The partner's character: what closes an opener.</summary>
    public static char CloserOf(char opener) => opener switch { '(' => ')', '[' => ']', _ => '}' };

    private void Run(bool byIndentation)
    {
        for (var i = 0; i < _tree.Nodes.Length; i++)
        {
            if (_tree.Nodes[i].SubtreeEnd == i + 1)
            {
                NoteLines(LineOf(i), _tree.Text.LineAt(_tree.TrimmedEnd(_tree.SpanOf(i))));
            }

            if (!_tree.IsToken(i) || _tree.NameOf(i) is not { Length: > 0 and <= 2 } name)
            {
                continue;
            }

            if (name[^1] is '(' or '[' or '{')
            {
                _open.Add(new Bracket(i, name[^1], LineOf(i), _continued.GetValueOrDefault(LineOf(i), IndentOfLine(LineOf(i)))));
            }
            else if (name is ")" or "]" or "}")
            {
                Close(i, name[0], byIndentation);
            }
        }

        foreach (var bracket in _open)
        {
            Unclosed.Add(new UnclosedBracket(bracket.Node, bracket.Kind, bracket.Line, bracket.Indent, ClosedInstead: -1));
        }

        Unclosed.Sort((a, b) => a.Node.CompareTo(b.Node));
    }

    private void Close(int node, char closer, bool byIndentation)
    {
        var line = LineOf(node);
        if (byIndentation && BracketLayout.IndentOf(_tree.Text, line).First == _tree.SpanOf(node).Start)
        {
            DropContradicted(node, closer, line, IndentOfLine(line));
        }

        var partner = _open.FindLastIndex(bracket => CloserOf(bracket.Kind) == closer);
        if (partner < 0)
        {
            if (_open.Count > 0 && _open[^1].Line == line)
            {
                Mismatched.Add((_open[^1].Node, node));
                _open.RemoveAt(_open.Count - 1);
                return;
            }

            Unmatched.Add(node);
            return;
        }

        // A nearer opener of another kind lacks its closer, unless this closer is the stray one: `f(a]` on one line.
        if (partner < _open.Count - 1 && _open[^1].Line == line && _open[partner].Line != line)
        {
            Mismatched.Add((_open[^1].Node, node));
            _open.RemoveAt(_open.Count - 1);
            return;
        }

        for (var i = _open.Count - 1; i > partner; i--)
        {
            Unclosed.Add(new UnclosedBracket(_open[i].Node, _open[i].Kind, _open[i].Line, _open[i].Indent, ClosedInstead: node));
        }

        NoteLines(_open[partner].Line, line);
        _open.RemoveRange(partner, _open.Count - partner);
    }

    /// <summary>What starts on one line and ends on another: the rest of that one belongs to a statement that is indented like the first.</summary>
    private void NoteLines(int first, int last)
    {
        if (first < last)
        {
            _continued[last] = _continued.GetValueOrDefault(first, IndentOfLine(first));
        }
    }

    /// <summary>
    /// A closer on a line of its own belongs to an opener whose line has the same indentation. Openers in between that are
    /// indented deeper have lost theirs.
    /// </summary>
    private void DropContradicted(int node, char closer, int line, int indent)
    {
        var partner = _open.FindLastIndex(bracket => CloserOf(bracket.Kind) == closer && bracket.Indent == indent && bracket.Line < line);
        if (partner < 0 || partner == _open.Count - 1 || _open.Skip(partner + 1).Any(bracket => bracket.Indent <= indent))
        {
            return;
        }

        for (var i = _open.Count - 1; i > partner; i--)
        {
            Unclosed.Add(new UnclosedBracket(_open[i].Node, _open[i].Kind, _open[i].Line, _open[i].Indent, ClosedInstead: node));
        }

        _open.RemoveRange(partner + 1, _open.Count - partner - 1);
    }

    /// <summary>Offset where the closer should have been; at the latest where that of an outer bracket came instead.</summary>
    public int ExpectedPlace(UnclosedBracket bracket)
    {
        if (bracket.ClosedInstead < 0)
        {
            return PlaceByLayout(bracket);
        }

        var before = _tree.EndOfTextBefore(bracket.ClosedInstead);
        return bracket.Line == LineOf(bracket.ClosedInstead) ? before : Math.Min(PlaceByLayout(bracket), before);
    }

    /// <summary>
    /// Where an opener's closer should have been: for a bracket that ends its line, before the first later line that is not indented
    /// deeper; for one within a line, at the end of that line.
    /// </summary>
    private int PlaceByLayout(UnclosedBracket bracket)
    {
        var text = _tree.Text;
        var own = text.Line(bracket.Line);
        var opener = _tree.SpanOf(bracket.Node);
        var place = _tree.TrimmedEnd(own);
        if (place > opener.End)
        {
            return place;
        }

        return IsNotIndented(text.ToString(own).TrimStart()) ? _tree.TrimmedEnd(new TextSpan(opener.End, text.Length)) : BracketLayout.EndOfBlock(text, opener.End - 1, bracket.Indent);
    }

    /// <summary>Few people indent what stands in these.</summary>
    private static bool IsNotIndented(string head) =>
        head.StartsWith("namespace", StringComparison.Ordinal) || head.StartsWith("inline namespace", StringComparison.Ordinal) || head.StartsWith("extern \"C", StringComparison.Ordinal);

    private int LineOf(int node) => _tree.Text.LineAt(_tree.SpanOf(node).Start);

    private int IndentOfLine(int line) => BracketLayout.IndentOf(_tree.Text, line).Column;

    private readonly record struct Bracket(int Node, char Kind, int Line, int Indent);
}
