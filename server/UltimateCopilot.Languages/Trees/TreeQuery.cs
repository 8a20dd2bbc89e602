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
    private readonly List<QueryPredicate>[] _predicates;
    private readonly Dictionary<string, string>[] _properties;

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
            throw new FormatException($"The query is wrong from here on: {Encoding.UTF8.GetString(bytes.AsSpan((int)Math.Min(offset, bytes.Length)))}");
        }

        _names = [.. Enumerable.Range(0, (int)NativeSyntax.QueryCaptureCount(_query)).Select(i => Marshal.PtrToStringUTF8(NativeSyntax.QueryCaptureName(_query, (uint)i))!)];
        var patterns = (int)NativeSyntax.QueryPatternCount(_query);
        _predicates = new List<QueryPredicate>[patterns];
        _properties = new Dictionary<string, string>[patterns];
        for (var pattern = 0; pattern < patterns; pattern++)
        {
            ReadPredicates(pattern, _predicates[pattern] = [], _properties[pattern] = []);
        }
    }

    /// <summary>The matches that touch <paramref name="range"/>, in document order.</summary>
    public IReadOnlyList<QueryMatch> Run(SyntaxTree tree, TextSpan range)
    {
        var captures = RunNative(tree, range);
        var matches = new List<QueryMatch>();
        for (int start = 0, end; start < captures.Length; start = end)
        {
            end = start + 1;
            while (end < captures.Length && captures[end].Match == captures[start].Match)
            {
                end++;
            }

            var pattern = captures[start].Pattern;
            var match = captures[start..end];
            if (_predicates[pattern].TrueForAll(predicate => IsMet(predicate, match, tree.Text)))
            {
                matches.Add(new QueryMatch(pattern, [.. match.Select(capture => new QueryCapture(_names[capture.Capture], SpanOf(capture, tree.Text)))], _properties[pattern]));
            }
        }

        return matches;
    }

    private NativeCapture[] RunNative(SyntaxTree tree, TextSpan range)
    {
        for (var capacity = 256; ; capacity *= 8)
        {
            var captures = new NativeCapture[capacity];
            fixed (NativeCapture* target = captures)
            {
                var count = NativeSyntax.QueryRun(_query, tree.Handle, (uint)range.Start, (uint)range.End, target, (uint)capacity);
                if (count < capacity)
                {
                    return captures[..(int)count];
                }
            }
        }
    }

    private static bool IsMet(QueryPredicate predicate, NativeCapture[] match, SourceText text)
    {
        var other = predicate.OtherCapture < 0 ? null : TextOf(Array.Find(match, capture => capture.Capture == predicate.OtherCapture), text);
        return Array.TrueForAll(match, capture => capture.Capture != predicate.Capture || predicate.Accepts(TextOf(capture, text), other));
    }

    private static string TextOf(NativeCapture capture, SourceText text) => text.ToString(SpanOf(capture, text));

    /// <summary>The parser sees one more line break than the text has.</summary>
    private static TextSpan SpanOf(NativeCapture capture, SourceText text) =>
        new(Math.Min((int)capture.Start, text.Length), Math.Min((int)capture.End, text.Length));

    private void ReadPredicates(int pattern, List<QueryPredicate> predicates, Dictionary<string, string> properties)
    {
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

            AddPredicate(words, predicates, properties);
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
