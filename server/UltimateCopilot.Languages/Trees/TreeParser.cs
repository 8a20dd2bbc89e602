using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Trees;

/// <summary>
/// Parses texts of one grammar, one at a time. The native parser reads the text's chunks where they lie; only the chunk being
/// read is pinned.
/// </summary>
internal sealed unsafe class TreeParser : IDisposable
{
    /// <summary>
    /// Every text is parsed as if it ended with one more line break: many grammars want their last line ended, and a break that is
    /// always there never comes or goes with an edit.
    /// </summary>
    private static readonly char[] FinalLineBreak = ['\n'];

    /// <summary>For any text: sound ones of this size take a thousandth of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>On top of it for large ones: three seconds for a million units.</summary>
    private static readonly TimeSpan PatiencePerUnit = TimeSpan.FromMicroseconds(3);

    private readonly Grammar _grammar;
    private GCHandle _self;
    private GCHandle _pinned;
    private SourceText _text = SourceText.Empty;

    public TreeParser(Grammar grammar)
    {
        _grammar = grammar;
        _self = GCHandle.Alloc(this);
        _pinned = GCHandle.Alloc(FinalLineBreak, GCHandleType.Pinned);
    }

    /// <summary>Parses <paramref name="text"/>, reusing <paramref name="old"/> after its edits where it is given.</summary>
    /// <exception cref="OperationCanceledException">The token fired meanwhile; <paramref name="old"/> is as it was.</exception>
    public SyntaxTree Parse(SourceText text, SyntaxTree? old, CancellationToken cancellation) => Parse(text, text, old, cancellation);

    /// <summary>Parses <paramref name="shown"/> in place of <paramref name="text"/>, whose tree it is: both have the same length and the same lines.</summary>
    /// <exception cref="OperationCanceledException">The token fired meanwhile; <paramref name="old"/> is as it was.</exception>
    /// <exception cref="ParserOutOfTimeException">It takes too long.</exception>
    public SyntaxTree Parse(SourceText text, SourceText shown, SyntaxTree? old, CancellationToken cancellation)
    {
        var tree = Run(text, shown, old?.Handle.DangerousGetHandle() ?? 0, part: null, cancellation);
        GC.KeepAlive(old);
        return tree;
    }

    /// <summary>Parses a part of <paramref name="shown"/> as if it were all there is; offsets mean the whole text.</summary>
    /// <exception cref="OperationCanceledException">The token fired meanwhile.</exception>
    /// <exception cref="ParserOutOfTimeException">It takes too long.</exception>
    public SyntaxTree ParsePart(SourceText text, SourceText shown, TextSpan part, CancellationToken cancellation) => Run(text, shown, 0, part, cancellation);

    private SyntaxTree Run(SourceText text, SourceText shown, nint old, TextSpan? part, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var stopped = stackalloc int[1];
        *stopped = 0;
        var flag = (nint)stopped;
        using var patience = new CancellationTokenSource(Patience + (text.Length * PatiencePerUnit));
        using var whenCancelled = cancellation.UnsafeRegister(static state => Volatile.Write(ref *(int*)(nint)state!, 1), flag);
        using var whenTooLong = patience.Token.UnsafeRegister(static state => Volatile.Write(ref *(int*)(nint)state!, 1), flag);
        _text = shown;
        var self = GCHandle.ToIntPtr(_self);
        var parser = _grammar.RentParser();
        var handle = part is { } span
            ? NativeSyntax.ParsePart(parser, &Read, self, stopped, PlaceAt(shown, span.Start), PlaceAt(shown, span.End))
            : NativeSyntax.Parse(parser, old, &Read, self, stopped);
        _grammar.Return(parser);
        _text = SourceText.Empty;
        _pinned.Target = FinalLineBreak;
        if (handle.IsInvalid)
        {
            handle.Dispose();
            cancellation.ThrowIfCancellationRequested();
            throw *stopped != 0 ? new ParserOutOfTimeException() : new NotSupportedException("The native parser gave no tree.");
        }

        return new SyntaxTree(handle, _grammar, text);
    }

    private static NativePlace PlaceAt(SourceText text, int offset)
    {
        var (row, column) = text.TreePointAt(offset);
        return new NativePlace((uint)offset, (uint)row, (uint)column);
    }

    public void Dispose()
    {
        if (_self.IsAllocated)
        {
            _self.Free();
            _pinned.Free();
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static char* Read(nint payload, uint offset, uint* units)
    {
        var parser = (TreeParser)GCHandle.FromIntPtr(payload).Target!;
        var text = parser._text;
        if (offset < (uint)text.Length)
        {
            var memory = text.MemoryAt((int)offset, out var index);
            parser._pinned.Target = memory;
            *units = (uint)(memory.Length - index);
            return (char*)Marshal.UnsafeAddrOfPinnedArrayElement(memory, index);
        }

        *units = offset == (uint)text.Length ? 1u : 0u;
        parser._pinned.Target = FinalLineBreak;
        return (char*)Marshal.UnsafeAddrOfPinnedArrayElement(FinalLineBreak, 0);
    }
}
