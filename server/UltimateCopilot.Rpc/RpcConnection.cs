using System.IO.Pipelines;
using UltimateCopilot.Rpc.Asking;
using UltimateCopilot.Rpc.Dispatch;
using UltimateCopilot.Rpc.Framing;
using UltimateCopilot.Rpc.Sending;

namespace UltimateCopilot.Rpc;

/// <summary>One end of a JSON-RPC 2.0 connection with <c>Content-Length</c> framing, over any pair of streams.</summary>
/// <remarks>
/// <para>Order: notifications and exclusive requests run in arrival order and alone. A reading request starts in its turn, and its
/// synchronous part ends, before the next message is looked at; the rest runs beside later messages. Answers and cancellations are taken
/// as soon as they arrive, also while a state-changing handler waits.</para>
/// <para>What comes in wrong is answered like this, and never ends the connection:</para>
/// <list type="table">
/// <listheader><term>Received</term><description>Answer</description></listheader>
/// <item><term>a line that is no header; a missing, negative, non-numeric, contradictory or overflowing length; a header block of 4 KiB or
/// more</term><description>ParseError with a null id; then bytes are skipped up to the next <c>Content-Length</c> line, which may
/// begin right after a body</description></item>
/// <item><term>unknown headers, <c>Content-Type</c></term><description>ignored; a body is always UTF-8</description></item>
/// <item><term>a header line inside a body</term><description>the stated length was too large: ParseError with a null id; goes on at that
/// header</description></item>
/// <item><term>bad UTF-8, bad JSON, JSON nested deeper than 64</term><description>ParseError with a null id; goes on at the first header
/// from the body's start</description></item>
/// <item><term>JSON of a wrong shape, a batch array, an id that is no number, string or null</term><description>InvalidRequest, with the id
/// where there is a valid one, else null</description></item>
/// <item><term>a body over <see cref="RpcOptions.MaxMessageBytes"/></term><description>skipped without keeping it; a request
/// is answered with InvalidRequest, with its id when that stands before the parameters, else null; an answer fails the request it belongs
/// to</description></item>
/// <item><term>parameters of a wrong type</term><description>InvalidParams; for a notification, <see cref="RpcOptions.OnError"/>
/// </description></item>
/// <item><term>an unknown request</term><description>MethodNotFound</description></item>
/// <item><term>an unknown notification, <c>$/</c> or not</term><description>ignored, and traced unless <c>$/</c></description></item>
/// <item><term>the id of a request still in flight</term><description>InvalidRequest for the second; the first goes on</description></item>
/// <item><term>an answer to no request of ours, or of a wrong shape</term><description>ignored and traced, since answering an answer could go
/// on forever</description></item>
/// <item><term><c>$/cancelRequest</c></term><description>the request's token fires; RequestCancelled when its handler gives up, or had no
/// turn yet; ignored when there is no such request</description></item>
/// <item><term>half a message, then the end</term><description>traced; what came before is still answered</description></item>
/// <item><term>more waiting messages than <see cref="RpcOptions.MaxWaitingBytes"/></term><description>reading pauses; since answers can then
/// not arrive, our own requests fail with RequestFailed meanwhile, so that a handler cannot wait for ever</description></item>
/// <item><term>nothing: the peer stops reading</term><description>senders are suspended beyond
/// <see cref="RpcOptions.MaxOutgoingBytes"/>; the end gives up after <see cref="RpcOptions.DrainTimeout"/></description></item>
/// </list>
/// <para>The streams stay open; their owner closes them. A read or write that ignores its cancellation token is abandoned at the end,
/// not waited for.</para>
/// </remarks>
public sealed partial class RpcConnection : IAsyncDisposable
{
    internal const string CancelMethod = "$/cancelRequest";

    private readonly RpcOptions _options;
    private readonly PipeReader _input;
    private readonly FrameParser _frames;
    private readonly MethodTable _methods;
    private readonly IncomingRequests _requests = new();
    private readonly PendingRequests _pending = new();
    private readonly OutgoingQueue _outgoing;
    private readonly CallRunner _runner;
    private readonly Dispatcher _dispatcher;

    /// <summary>Fires when reading and handlers are to stop. Never disposed: abandoned handlers may still look at it.</summary>
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Ends when <see cref="_stop"/> fires.</summary>
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly Lock _lock = new();

    /// <summary>The one way to the end. Guarded by the lock.</summary>
    private Task? _ending;

    private int _isStarted;

    /// <summary>Joins two streams, which may be one, to the methods that this side answers, and freezes these.</summary>
    /// <param name="input">Where the peer's messages come from.</param>
    /// <param name="output">Where this side's messages go.</param>
    /// <param name="methods">What this side answers.</param>
    /// <param name="options">Limits and hooks; defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not positive, or too large.</exception>
    public RpcConnection(Stream input, Stream output, RpcMethods methods, RpcOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(methods);
        _options = options ?? new RpcOptions();
        _options.Validate();
        _input = PipeReader.Create(
            input,
            new StreamPipeReaderOptions(bufferSize: ReadBytes, minimumReadSize: MinReadBytes, leaveOpen: true));
        _frames = new FrameParser(_options.MaxMessageBytes);
        _methods = methods.Freeze();
        _outgoing = new OutgoingQueue(output, _options.MaxOutgoingBytes, Stop);
        _runner = new CallRunner(_options, _outgoing, _requests, _stop.Token);
        _dispatcher = new Dispatcher(_runner, _options.MaxWaitingBytes);
    }

    /// <summary>
    /// Reads and answers until the input ends, the token fires or the connection is disposed; then lets running handlers finish (after the
    /// end of the input) or cancels them, sends what is queued, and returns. It never throws for what a peer does.
    /// </summary>
    /// <param name="cancellation">Ends the connection when it fires; this is no failure.</param>
    /// <exception cref="InvalidOperationException">It was called before.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _isStarted, 1) != 0)
        {
            throw new InvalidOperationException("A connection runs once.");
        }

        using CancellationTokenRegistration registration = cancellation.UnsafeRegister(static self => ((RpcConnection)self!).Stop(), this);
        // On a thread of its own: a stream may read on the thread that asks, and then blocks it.
        Task reading = Task.Run(ReadAsync, CancellationToken.None);
        await Task.WhenAny(reading, _stopped.Task);
        await EndAsync();
    }
}
