using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Explain;

/// <summary>
/// Looks at the layout of blocks that words begin and end, such as <c>def</c> and <c>end</c>. The parser meets the end of a block that was
/// never begun only where all others are closed, often at the end of the file; in formatted code the first closing word that is indented like
/// no open block is the one, and the line before it that is indented alike may hold a misspelt opening word.
/// </summary>
internal sealed class BlockLayout
{
    /// <summary>Behind these a statement starts in the middle of a line.</summary>
    private static readonly HashSet<string> StatementStarters = ["=", "(", ")", ";", "|", "||", "&&", "!", "then", "else", "do", "private", "protected", "public", "time"];

    private readonly SourceText _text;
    private readonly IReadOnlyList<BlockWords> _blocks;
    private readonly Stack<(int Indent, BlockWords Block)> _open = new();

    /// <summary>Of each indentation the last line that has it and neither ends nor divides a block.</summary>
    private readonly Dictionary<int, int> _lastLine = [];

    private BlockLayout(SourceText text, IReadOnlyList<BlockWords> blocks)
    {
        _text = text;
        _blocks = blocks;
    }

    /// <summary>
    /// The first word, up to the one at <paramref name="last"/> where the parser found no block open, that ends or divides a block although none
    /// is open that is indented like it; null where the layout knows a block for each, and so the parser may err.
    /// </summary>
    public static StrayBlockWord? FindStray(SourceText text, IReadOnlyList<BlockWords> blocks, TextSpan last)
    {
        var layout = new BlockLayout(text, blocks);
        for (var line = 0; line <= text.LineAt(last.Start); line++)
        {
            if (layout.ReadLine(line) is { } stray)
            {
                return layout.FindMisspelt(line, stray);
            }
        }

        return layout.IsOpenBefore(last) ? null : new StrayBlockWord(last, default, null);
    }

    private IEnumerable<string> Openers => _blocks.SelectMany(static block => block.Open);

    /// <summary>Whether the word ends or divides a block.</summary>
    public static bool IsInnerWord(string word, IReadOnlyList<BlockWords> blocks) => blocks.Any(block => IsInnerWord(word, block));

    private static bool IsInnerWord(string word, BlockWords block) => block.Close == word || block.Middle?.Contains(word) == true;

    /// <summary>Whether a block that a word in the middle of its line may belong to is open there, on this line or from one before.</summary>
    private bool IsOpenBefore(TextSpan word)
    {
        var (_, words) = WordsOf(_text.LineAt(word.Start));
        var content = _text.ToString(word);
        var balance = _open.Count(open => IsInnerWord(content, open.Block));
        foreach (var (before, place) in words.Where(other => other.Place.Start < word.Start))
        {
            balance += _blocks.Any(block => IsInnerWord(content, block) && block.Open.Contains(before)) ? 1 : 0;
            balance -= _blocks.Any(block => IsInnerWord(content, block) && block.Close == before) && place.Start > words[0].Place.Start ? 1 : 0;
        }

        return balance > 0 || words.Count == 0 || words[0].Place == word;
    }

    /// <summary>The line's closing or dividing word, where it fits no open block.</summary>
    private TextSpan? ReadLine(int line)
    {
        var (indent, words) = WordsOf(line);
        if (words.Count == 0)
        {
            return null;
        }

        var (first, place) = words[0];
        var isClosing = _blocks.Any(block => block.Close == first);
        var isDividing = !isClosing && IsInnerWord(first, _blocks);
        if (!isClosing && !isDividing)
        {
            _lastLine[indent] = line;
            Open(indent, words);
            return null;
        }

        while (_open.TryPeek(out var inner) && inner.Indent > indent)
        {
            _open.Pop(); // never closed, which the parser says itself
        }

        if (!_open.TryPeek(out var open) || open.Indent != indent || !(isClosing ? open.Block.Close == first : open.Block.Middle!.Contains(first)))
        {
            return place;
        }

        if (isClosing)
        {
            _open.Pop();
            Open(indent, words[1..]);
        }

        return null;
    }

    /// <summary>Keeps the block that a line leaves open, if any.</summary>
    private void Open(int indent, List<(string Word, TextSpan Place)> words)
    {
        var open = new List<BlockWords>();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Word;
            if (open.FindLastIndex(block => block.Close == word) is >= 0 and var closed)
            {
                open.RemoveAt(closed);
            }
            else if (_blocks.FirstOrDefault(block => IsOpening(block, words, i, open)) is { } block)
            {
                open.Add(block);
            }
        }

        if (open.Count > 0)
        {
            _open.Push((indent, open[0]));
        }
    }

    private static bool IsOpening(BlockWords block, List<(string Word, TextSpan Place)> words, int index, List<BlockWords> open)
    {
        var word = words[index].Word;
        if (block.Trailing?.Contains(word) == true)
        {
            // Behind 'while' the same word only ends the condition.
            return !open.Exists(outer => outer.Close == block.Close && outer.Middle?.Contains(word) == true);
        }

        return block.Open.Contains(word) && (index == 0 || StatementStarters.Contains(words[index - 1].Word));
    }

    /// <summary>Looks at the nearest line before that is indented like the stray word's: it may start with the opening word, misspelt.</summary>
    private StrayBlockWord FindMisspelt(int line, TextSpan stray)
    {
        var (indent, words) = WordsOf(line);
        if (_lastLine.TryGetValue(indent, out var candidate))
        {
            var (word, place) = WordsOf(candidate).Words[0];
            if (Misspelling.KeywordMeantBy(word, Openers) is { } keyword)
            {
                return new StrayBlockWord(stray, place, keyword);
            }
        }

        // 'fi' for 'if': nothing but a sign follows the end of a block.
        var goesOn = words.Count > 1 && (words[1].Word.Any(char.IsLetter) || words[1].Word is "[" or "(");
        return goesOn && Misspelling.KeywordMeantBy(words[0].Word, Openers) is { } meant
            ? new StrayBlockWord(stray, stray, meant)
            : new StrayBlockWord(stray, default, null);
    }

    /// <summary>The words of a line and single signs between them, but neither strings nor a comment; roughly, since only layout is looked at.</summary>
    private (int Indent, List<(string Word, TextSpan Place)> Words) WordsOf(int line)
    {
        var span = _text.Line(line);
        var content = _text.ToString(span);
        var words = new List<(string, TextSpan)>();
        var at = 0;
        while (at < content.Length)
        {
            var unit = content[at];
            if (unit is ' ' or '\t')
            {
                at++;
                continue;
            }

            if (unit == '#' && (at == 0 || content[at - 1] is ' ' or '\t'))
            {
                break;
            }

            var start = at;
            if (unit is '"' or '\'' && content.IndexOf(unit, at + 1) is > 0 and var end)
            {
                at = end + 1;
                continue;
            }

            while (at < content.Length && IsWordUnit(content[at]))
            {
                at++;
            }

            at = Math.Max(at, start + (content.AsSpan(start).StartsWith("||") || content.AsSpan(start).StartsWith("&&") ? 2 : 1));
            words.Add((content[start..at], new TextSpan(span.Start + start, span.Start + at)));
        }

        return (content.Length - content.TrimStart(' ', '\t').Length, words);
    }

    /// <summary>A dot, colon or dollar sign belongs to the word: <c>self.class</c> and <c>:end</c> begin and end nothing.</summary>
    private static bool IsWordUnit(char unit) => char.IsLetterOrDigit(unit) || unit is '_' or '.' or ':' or '$' or '@' or '-' or '?';
}
