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

    private readonly Grammar _grammar;
    private readonly ParserHandle _parser;
    private GCHandle _self;
    private GCHandle _pinned;
    private SourceText _text = SourceText.Empty;

    public TreeParser(Grammar grammar)
    {
        _grammar = grammar;
        _parser = NativeSyntax.ParserNew(grammar.Language);
        if (_parser.IsInvalid)
        {
            throw new NotSupportedException("The native syntax library cannot parse with this grammar; build it again from grammars/.");
        }

        _self = GCHandle.Alloc(this);
        _pinned = GCHandle.Alloc(FinalLineBreak, GCHandleType.Pinned);
    }

    /// <summary>Parses <paramref name="text"/>, reusing <paramref name="old"/> after its edits where it is given.</summary>
    /// <exception cref="OperationCanceledException">The token fired meanwhile; <paramref name="old"/> is as it was.</exception>
    public SyntaxTree Parse(SourceText text, SyntaxTree? old, CancellationToken cancellation) => Parse(text, text, old, cancellation);

    /// <summary>Parses <paramref name="shown"/> in place of <paramref name="text"/>, whose tree it is: both have the same length and the same lines.</summary>
    /// <exception cref="OperationCanceledException">The token fired meanwhile; <paramref name="old"/> is as it was.</exception>
    public SyntaxTree Parse(SourceText text, SourceText shown, SyntaxTree? old, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var cancelled = stackalloc int[1];
        *cancelled = 0;
        var flag = (nint)cancelled;
        using var registration = cancellation.UnsafeRegister(static state => Volatile.Write(ref *(int*)(nint)state!, 1), flag);
        _text = shown;
        var handle = NativeSyntax.Parse(_parser, old?.Handle.DangerousGetHandle() ?? 0, &Read, GCHandle.ToIntPtr(_self), cancelled);
        GC.KeepAlive(old);
        _text = SourceText.Empty;
        _pinned.Target = FinalLineBreak;
        if (handle.IsInvalid)
        {
            handle.Dispose();
            cancellation.ThrowIfCancellationRequested();
            throw new NotSupportedException("The native parser gave no tree.");
        }

        return new SyntaxTree(handle, _grammar, text);
    }

    public void Dispose()
    {
        _parser.Dispose();
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
