using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Trees;

/// <summary>A compiled tree-sitter query of one grammar. Lives as long as the process; safe to use from several threads.</summary>
/// <remarks>Syntax: https://tree-sitter.github.io/tree-sitter/using-parsers/queries/. Predicates known are those of <see cref="QueryPredicate"/>.</remarks>
internal sealed unsafe class TreeQuery
{
    private readonly nint _query;
    private readonly string[] _names;
    private readonly List<QueryVariant> _variants = [];

    /// <summary>Index of each pattern's first variant, and at the end the number of all.</summary>
    private readonly int[] _firstVariant;

    /// <exception cref="FormatException">The query does not fit the grammar.</exception>
    public TreeQuery(Grammar grammar, string source)
    {
        var bytes = Encoding.UTF8.GetBytes(source);
        uint offset;
        fixed (byte* start = bytes)
        {
            _query = NativeSyntax.QueryNew(grammar.Language, start, (uint)bytes.Length, &offset);
        }

        if (_query == 0)
        {
            throw new FormatException($"The query is wrong here: {Encoding.UTF8.GetString(bytes.AsSpan((int)Math.Min(offset, bytes.Length))).Split('\n')[0]}");
        }

        _names = [.. Enumerable.Range(0, (int)NativeSyntax.QueryCaptureCount(_query)).Select(i => Marshal.PtrToStringUTF8(NativeSyntax.QueryCaptureName(_query, (uint)i))!)];
        var patterns = (int)NativeSyntax.QueryPatternCount(_query);
        _firstVariant = new int[patterns + 1];
        for (var pattern = 0; pattern < patterns; pattern++)
        {
            ReadVariants(pattern);
            _firstVariant[pattern + 1] = _variants.Count;
        }
    }

    /// <summary>The names of the captures, by their index.</summary>
    public IReadOnlyList<string> CaptureNames => _names;

    /// <summary>What each pattern asks for and sets; a pattern has one variant more than it has <c>#or!</c>.</summary>
    public IReadOnlyList<QueryVariant> Variants => _variants;

    /// <summary>The matches that touch <paramref name="range"/>, in document order.</summary>
    public IReadOnlyList<QueryMatch> Run(SyntaxTree tree, TextSpan range)
    {
        var matches = new List<QueryMatch>();
        Visit(tree, range, (variant, match) =>
        {
            var captures = new QueryCapture[match.Length];
            for (var i = 0; i < captures.Length; i++)
            {
                captures[i] = new QueryCapture(_names[match[i].Capture], match[i].SpanIn(tree.Text));
            }

            matches.Add(new QueryMatch(variant, captures, _variants[variant].Properties));
        });
        return matches;
    }

    /// <summary>Shows the matches that touch <paramref name="range"/> one by one, without making an object of each.</summary>
    public void Visit(SyntaxTree tree, TextSpan range, MatchVisitor visit)
    {
        var captures = RunNative(tree, range, out var count);
        for (int start = 0, end; start < count; start = end)
        {
            end = start + 1;
            while (end < count && captures[end].Match == captures[start].Match)
            {
                end++;
            }

            var pattern = captures[start].Pattern;
            var match = captures.AsSpan(start, end - start);
            for (var variant = _firstVariant[pattern]; variant < _firstVariant[pattern + 1]; variant++)
            {
                if (AreMet(_variants[variant].Predicates, match, tree.Text))
                {
                    visit(variant, match);
                }
            }
        }

        ArrayPool<NativeCapture>.Shared.Return(captures);
    }

    /// <summary>Borrowed memory; a query that overflows it has to run again, so it is measured by the text.</summary>
    private NativeCapture[] RunNative(SyntaxTree tree, TextSpan range, out int count)
    {
        const int UnitsForOneCapture = 8;
        for (var capacity = 256 + (Math.Min(range.End, tree.Text.Length) - range.Start) / UnitsForOneCapture; ; capacity *= 8)
        {
            var captures = ArrayPool<NativeCapture>.Shared.Rent(capacity);
            fixed (NativeCapture* target = captures)
            {
                count = (int)NativeSyntax.QueryRun(_query, tree.Handle, (uint)range.Start, (uint)range.End, target, (uint)captures.Length);
                if (count < captures.Length)
                {
                    return captures;
                }
            }

            ArrayPool<NativeCapture>.Shared.Return(captures);
        }
    }

    private static bool AreMet(IReadOnlyList<QueryPredicate> predicates, ReadOnlySpan<NativeCapture> match, SourceText text)
    {
        foreach (var predicate in predicates)
        {
            var other = string.Empty;
            foreach (var capture in match)
            {
                other = capture.Capture == predicate.OtherCapture ? text.ToString(capture.SpanIn(text)) : other;
            }

            foreach (var capture in match)
            {
                if (capture.Capture == predicate.Capture && !Accepts(predicate, capture.SpanIn(text), other, text))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Names are short and many: their text is looked at without making a string of each.</summary>
    [SkipLocalsInit]
    private static bool Accepts(QueryPredicate predicate, TextSpan span, string other, SourceText text)
    {
        const int Short = 256;
        var length = predicate.OtherCapture >= 0 ? span.Length : Math.Min(span.Length, QueryPredicate.LongestText);
        var content = length <= Short ? stackalloc char[Short] : new char[length];
        content = content[..length];
        text.CopyTo(span.Start, content);
        return predicate.Accepts(content, other);
    }

    private void ReadVariants(int pattern)
    {
        List<QueryPredicate> predicates = [];
        Dictionary<string, string> properties = [];
        _variants.Add(new QueryVariant(predicates, properties));
        uint* pairs;
        var count = NativeSyntax.QueryPredicates(_query, (uint)pattern, &pairs);
        var words = new List<(bool IsCapture, uint Value)>();
        for (var i = 0; i < count; i++)
        {
            if (pairs[2 * i] != 0)
            {
                words.Add((pairs[2 * i] == 1, pairs[(2 * i) + 1]));
                continue;
            }

            if (StringOf(words[0].Value) == "or!")
            {
                (predicates, properties) = ([], []);
                _variants.Add(new QueryVariant(predicates, properties));
            }
            else
            {
                AddPredicate(words, predicates, properties);
            }

            words.Clear();
        }
    }

    private void AddPredicate(List<(bool IsCapture, uint Value)> words, List<QueryPredicate> predicates, Dictionary<string, string> properties)
    {
        var name = StringOf(words[0].Value);
        if (name == "set!")
        {
            properties[StringOf(words[1].Value)] = words.Count > 2 ? StringOf(words[2].Value) : string.Empty;
            return;
        }

        var isNegated = name.StartsWith("not-", StringComparison.Ordinal);
        var bare = (isNegated ? name[4..] : name).TrimEnd('?');
        if (bare is not ("eq" or "any-of" or "match"))
        {
            throw new FormatException($"The query uses the predicate #{name}, which is not known here.");
        }

        var other = words[2].IsCapture ? (int)words[2].Value : -1;
        var texts = words.Skip(2).Where(static word => !word.IsCapture).Select(word => StringOf(word.Value));
        predicates.Add(new QueryPredicate(bare, isNegated, (int)words[1].Value, other, [.. texts]));
    }

    private string StringOf(uint value) => Marshal.PtrToStringUTF8(NativeSyntax.QueryString(_query, value)) ?? string.Empty;
}
