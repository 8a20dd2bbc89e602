namespace UltimateCopilot.Rpc.Tests.Fixture;

/// <summary>The one limit of every wait: long enough for a busy machine, short enough to fail instead of hanging.</summary>
internal static class Limit
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static Task Within(this Task task) => task.WaitAsync(Longest);

    public static Task<T> Within<T>(this Task<T> task) => task.WaitAsync(Longest);

    public static Task Within(this ValueTask task) => task.AsTask().WaitAsync(Longest);

    /// <summary>Yields until the condition holds.</summary>
    public static async Task Until(Func<bool> condition)
    {
        using CancellationTokenSource limit = new(Longest);
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
