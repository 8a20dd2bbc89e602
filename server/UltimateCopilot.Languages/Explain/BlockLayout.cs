using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Explain;

/// <summary>
/// Looks at the layout of blocks that words begin and end, such as <c>def</c> and <c>end</c>. The parser meets the end of a block that was
/// never begun only where all others are closed, often at the end of the file; in formatted code the first closing word that is indented like
/// no open block is the one, and the line before it that is indented alike may hold a misspelt opening word. Likewise a block that lost its end
/// takes that of an outer one; the first that is indented deeper than the end it takes is the one.
/// </summary>
internal sealed class BlockLayout
{
    /// <summary>Behind these a statement starts in the middle of a line.</summary>
    private static readonly HashSet<string> StatementStarters = ["=", "(", ";", "|", "||", "&&", "!", "then", "else", "do", "private", "protected", "public", "time"];

    /// <summary>A longer block is not read at every keystroke.</summary>
    private const int MostLines = 2_000;

    private readonly SourceText _text;
    private readonly IReadOnlyList<BlockWords> _blocks;
    private readonly BlockLines _lines;
    private readonly Stack<OpenBlock> _open = new();

    /// <summary>Of each indentation the last line that has it and neither ends nor divides a block.</summary>
    private readonly Dictionary<int, int> _lastLine = [];

    /// <summary>The first block that lost its end or a word that it needs.</summary>
    private IncompleteBlock? _incomplete;

    private BlockLayout(SourceText text, LanguageDefinition language)
    {
        _text = text;
        _blocks = language.Blocks;
        _lines = new BlockLines(text, language.LineComment ?? "#");
    }

    /// <summary>
    /// The first word, up to the one at <paramref name="last"/> where the parser found no block open, that ends or divides a block although none
    /// is open that is indented like it; null where the layout knows a block for each, and so the parser may err.
    /// </summary>
    public static StrayBlockWord? FindStray(SourceText text, LanguageDefinition language, TextSpan last)
    {
        var layout = new BlockLayout(text, language);
        for (var line = 0; line <= text.LineAt(last.Start); line++)
        {
            if (layout.ReadLine(line) is { } stray)
            {
                return layout.FindMisspelt(line, stray);
            }

            line = layout._lines.EndOfHereDocument(line);
        }

        return layout.IsOpenBefore(last) ? null : new StrayBlockWord(last, default, null);
    }

    /// <summary>The first block, from <paramref name="start"/> on, that lacks its end or a word that it needs; null where the layout knows of none.</summary>
    public static IncompleteBlock? FindIncomplete(SourceText text, LanguageDefinition language, int start)
    {
        var layout = new BlockLayout(text, language);
        var first = text.LineAt(start);
        for (var line = first; line < text.LineCount; line++)
        {
            if (line - first > MostLines || layout.ReadLine(line) is not null)
            {
                return layout._incomplete; // an end too many is another mistake
            }

            if (layout._incomplete is not null)
            {
                return layout._incomplete;
            }

            line = layout._lines.EndOfHereDocument(line);
        }

        return layout._open.TryPeek(out var last) ? layout.WithoutEnd(last) : null;
    }

    private IEnumerable<string> Openers => _blocks.SelectMany(static block => block.Open);

    /// <summary>Whether the word ends or divides a block.</summary>
    public static bool IsInnerWord(string word, IReadOnlyList<BlockWords> blocks) => blocks.Any(block => IsInnerWord(word, block));

    private static bool IsInnerWord(string word, BlockWords block) => block.Close == word || block.Middle?.Contains(word) == true;

    /// <summary>Whether a block that a word in the middle of its line may belong to is open there, on this line or from one before.</summary>
    private bool IsOpenBefore(TextSpan word)
    {
        var (_, words) = _lines.Read(_text.LineAt(word.Start));
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
        var (indent, words) = _lines.Read(line);
        if (words.Count == 0)
        {
            return null;
        }

        var (first, place) = words[0];
        if (_open.TryPeek(out var header) && header.Needed is not null && words.Exists(word => word.Word == header.Needed))
        {
            _open.Pop();
            _open.Push(header with { Needed = null });
        }

        var isClosing = _blocks.Any(block => block.Close == first);
        var isDividing = !isClosing && IsInnerWord(first, _blocks) && !(IsOpening(first) && !Divides(indent, first));
        if (!isClosing && !isDividing)
        {
            _lastLine[indent] = line;
            Open(indent, line, words);
            return null;
        }

        while (_open.TryPeek(out var inner) && inner.Indent > indent)
        {
            _open.Pop();
            _incomplete ??= WithoutEnd(inner);
        }

        if (!_open.TryPeek(out var open) || open.Indent != indent || !(isClosing ? open.Block.Close == first : open.Block.Middle!.Contains(first)))
        {
            return place;
        }

        if (open.Needed is { } needed)
        {
            _incomplete ??= new IncompleteBlock(open.Opener, needed, BehindCode(_text.LineAt(open.Opener.Start)));
        }

        _open.Pop();
        if (isClosing)
        {
            Open(indent, line, words[1..]);
        }
        else
        {
            _open.Push(open with { LastLine = line });
        }

        return null;
    }

    private bool IsOpening(string word) => _blocks.Any(block => block.Open.Contains(word));

    /// <summary>Whether the block that is open at an indentation is one that the word divides.</summary>
    private bool Divides(int indent, string word) => _open.Any(open => open.Indent == indent && open.Block.Middle?.Contains(word) == true);

    /// <summary>Keeps the block that a line leaves open, if any.</summary>
    private void Open(int indent, int line, List<(string Word, TextSpan Place)> words)
    {
        var open = new List<(BlockWords Block, int Word)>();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Word;
            if (open.FindLastIndex(outer => outer.Block.Close == word) is >= 0 and var closed)
            {
                open.RemoveAt(closed);
            }
            else if (_blocks.FirstOrDefault(block => IsOpening(block, words, i, open)) is { } block)
            {
                open.Add((block, i));
            }
        }

        if (open.Count > 0)
        {
            var (block, word) = open[0];
            _open.Push(new OpenBlock(indent, block, words[word].Place, line, words.Exists(other => other.Word == block.Needs) ? null : block.Needs));
        }
    }

    private static bool IsOpening(BlockWords block, List<(string Word, TextSpan Place)> words, int index, List<(BlockWords Block, int Word)> open)
    {
        var word = words[index].Word;
        if (block.Trailing?.Contains(word) == true)
        {
            // Behind 'while' the same word only ends the condition.
            return !open.Exists(outer => outer.Block.Close == block.Close && outer.Block.Middle?.Contains(word) == true);
        }

        var isName = index > 0 && index + 1 < words.Count && words[index + 1].Word is ")" or "," or "=";
        return block.Open.Contains(word) && !isName && (index == 0 || StatementStarters.Contains(words[index - 1].Word) || IsHead(words, index - 1));
    }

    /// <summary>Whether a parenthesis ends the pattern of a case rather than closing another one, or the head of a function before its brace.</summary>
    private static bool IsHead(List<(string Word, TextSpan Place)> words, int index) =>
        words[index].Word == ")" && (words[index + 1].Word == "{" || words.Take(index + 1).Sum(static word => word.Word switch { "(" => -1, ")" => 1, _ => 0 }) > 0);

    private IncompleteBlock WithoutEnd(OpenBlock block) =>
        new(block.Opener, block.Block.Close, BracketLayout.EndOfBlock(_text, _text.LineEnd(block.LastLine) - 1, block.Indent));

    /// <summary>Behind the last word of a line, before a comment.</summary>
    private int BehindCode(int line)
    {
        var (_, words) = _lines.Read(line);
        return words[^1].Place.End;
    }

    /// <summary>Looks at the nearest line before that is indented like the stray word's: it may start with the opening word, misspelt.</summary>
    private StrayBlockWord FindMisspelt(int line, TextSpan stray)
    {
        var (indent, words) = _lines.Read(line);
        if (_lastLine.TryGetValue(indent, out var candidate))
        {
            var (word, place) = _lines.Read(candidate).Words[0];
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

    /// <param name="Indent">How far its line is indented, in units.</param>
    /// <param name="Block">What ends and divides it.</param>
    /// <param name="Opener">The word that began it.</param>
    /// <param name="LastLine">The last of its lines that begins or divides it.</param>
    /// <param name="Needed">The word that it needs and that has not come yet.</param>
    private readonly record struct OpenBlock(int Indent, BlockWords Block, TextSpan Opener, int LastLine, string? Needed);
}
