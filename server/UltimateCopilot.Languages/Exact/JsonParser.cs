using System.Buffers;
using System.Text;
using System.Text.Json;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact;

/// <summary>JSON as in RFC 8259, and JSON with comments and trailing commas as editors' configuration files use it.</summary>
internal sealed class JsonParser(bool allowComments) : IExactParser
{
    private const int DeepestNesting = 1_000_000;

    private readonly JsonReaderOptions _options = new()
    {
        CommentHandling = allowComments ? JsonCommentHandling.Skip : JsonCommentHandling.Disallow,
        AllowTrailingCommas = allowComments,
        MaxDepth = DeepestNesting,
    };

    public bool OverrulesGrammar => true;

    public bool IsInstant => true;

    public IReadOnlyList<Finding> Check(SourceText text, CancellationToken cancellation)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var length = Encode(text, bytes);
            return Check(text, bytes.AsSpan(0, length), cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private IReadOnlyList<Finding> Check(SourceText text, ReadOnlySpan<byte> bytes, CancellationToken cancellation)
    {
        var mark = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        if (allowComments && bytes[mark..].Trim(" \t\r\n"u8).IsEmpty)
        {
            return []; // an empty settings file is what editors write first
        }

        var reader = new Utf8JsonReader(bytes[mark..], _options);
        var open = new Stack<int>();
        var understood = 0; // behind the last token; the reader's own count runs ahead over blanks and comments
        try
        {
            for (var tokens = 0; reader.Read(); tokens++)
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push((int)reader.TokenStartIndex);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        open.Pop();
                        break;
                    case JsonTokenType.String or JsonTokenType.PropertyName when reader.ValueIsEscaped:
                        reader.GetString(); // finds halves of surrogate pairs
                        break;
                    default:
                        break;
                }

                understood = (int)reader.BytesConsumed;
                if (tokens % 4096 == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
            }

            return [];
        }
        catch (JsonException e)
        {
            var at = ByteOffset(bytes[mark..], e.LineNumber ?? 0, e.BytePositionInLine ?? 0) + mark;
            var error = new JsonError(text, bytes, mark, open, (int)reader.TokenStartIndex + mark, understood + mark, allowComments);
            return [error.Explain(e.Message, at)];
        }
        catch (InvalidOperationException)
        {
            var span = new TextSpan(CharOffset(bytes, (int)reader.TokenStartIndex + mark), CharOffset(bytes, (int)reader.BytesConsumed + mark));
            return [new Finding { Code = FindingCodes.InvalidLiteral, Span = span, Message = "this string has half of a surrogate pair ('\\uD800' to '\\uDFFF' come in twos)", Layer = Layer.Exact }];
        }
    }

    internal static int CharOffset(ReadOnlySpan<byte> bytes, int offset) => Encoding.UTF8.GetCharCount(bytes[..Math.Clamp(offset, 0, bytes.Length)]);

    private static int Encode(SourceText text, byte[] bytes)
    {
        var length = 0;
        foreach (var chunk in text.Chunks)
        {
            length += Encoding.UTF8.GetBytes(chunk.Units, bytes.AsSpan(length));
        }

        return length;
    }

    /// <summary>The reader counts lines by line feeds and columns by bytes.</summary>
    private static int ByteOffset(ReadOnlySpan<byte> bytes, long line, long column)
    {
        var offset = 0;
        for (; line > 0; line--)
        {
            offset += bytes[offset..].IndexOf((byte)'\n') + 1;
        }

        return (int)Math.Min(offset + column, bytes.Length);
    }
}
