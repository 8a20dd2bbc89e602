namespace UltimateCopilot.Tests.Lsp.Fixture;

/// <summary>Every message between a client and a server, in both directions, in the order in which they were written.</summary>
internal sealed class Conversation
{
    private readonly Lock _lock = new();
    private readonly List<Message> _messages = [];
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<Message> Messages
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages];
            }
        }
    }

    public void Add(Message message)
    {
        lock (_lock)
        {
            _messages.Add(message);
            _grown.TrySetResult();
            _grown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>The parameters of the server's messages of one method so far.</summary>
    public IReadOnlyList<Message> FromServer(string method) => [.. Messages.Where(message => message.IsFromServer && message.Method == method)];

    /// <summary>Waits until a look at all messages finds something.</summary>
    public async Task<T> WaitAsync<T>(Func<IReadOnlyList<Message>, T?> look, string what)
        where T : class
    {
        using var limit = new CancellationTokenSource(Limit.Longest);
        while (true)
        {
            Task grown;
            IReadOnlyList<Message> now;
            lock (_lock)
            {
                (now, grown) = ([.. _messages], _grown.Task);
            }

            if (look(now) is { } found)
            {
                return found;
            }

            try
            {
                await grown.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new AssertionException($"Waited in vain for {what}. The last messages:\n{string.Join('\n', Messages.TakeLast(12))}");
            }
        }
    }

    public MessageListener Listen(string method) => new(this, method);
}
