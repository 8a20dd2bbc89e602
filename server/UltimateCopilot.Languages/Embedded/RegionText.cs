using System.Buffers;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Embedded;

/// <summary>
/// The text of a region as its own language sees it, in borrowed memory: without the indentation and the quote marks of the lists and quotes
/// that a fence stands in. Knows where each place of it lies in the document.
/// </summary>
internal sealed class RegionText : IDisposable
{
    private readonly SourceText _host;
    private readonly char[] _units;

    /// <summary>Where each run of units that lie together starts, here and in the document.</summary>
    private readonly List<(int Start, int Host)> _runs = [];

    private RegionText(SourceText host, int capacity)
    {
        _host = host;
        _units = ArrayPool<char>.Shared.Rent(capacity);
    }

    public int Length { get; private set; }

    public Span<char> Units => _units.AsSpan(0, Length);

    /// <summary>Offset in the document where the text begins.</summary>
    public int HostStart => _runs.Count > 0 ? _runs[0].Host : 0;

    /// <summary>Reads a region.</summary>
    public static RegionText Read(SourceText host, in EmbeddedRegion region)
    {
        var text = new RegionText(host, region.Extent.Length);
        switch (region.Form)
        {
            case EmbeddedForm.Fence:
                var fence = new Fence(host, region);
                for (var line = fence.FirstLine; line < fence.EndLine; line++)
                {
                    text.Add(fence.ContentOf(line));
                }

                break;
            case EmbeddedForm.FrontMatter:
                var first = host.LineAt(region.Content.Start) + 1;
                var last = host.LineAt(Math.Max(region.Content.End - 1, region.Content.Start));
                text.Add(new TextSpan(host.LineStart(first), Math.Max(host.LineStart(last), host.LineStart(first))));
                break;
            default:
                text.Add(region.Content);
                break;
        }

        return text;
    }

    /// <summary>Where a stretch of this text lies in the document.</summary>
    public TextSpan ToHost(TextSpan span)
    {
        var start = ToHost(span.Start);
        return new TextSpan(start, span.Length == 0 ? start : Math.Max(start, ToHost(span.End - 1) + 1));
    }

    public void Dispose() => ArrayPool<char>.Shared.Return(_units);

    private int ToHost(int offset)
    {
        var at = _runs.BinarySearch((offset, int.MaxValue));
        var run = _runs[Math.Max(at >= 0 ? at : ~at - 1, 0)];
        return run.Host + offset - run.Start;
    }

    private void Add(TextSpan span)
    {
        _runs.Add((Length, span.Start));
        _host.CopyTo(span.Start, _units.AsSpan(Length, span.Length));
        Length += span.Length;
    }
}
