namespace UltimateCopilot.Tests.Lsp.Fixture;

/// <summary>The one limit of every wait: long enough for a busy machine, short enough to fail instead of hanging.</summary>
internal static class Limit
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static Task Within(this Task task) => task.WaitAsync(Longest);

    public static Task<T> Within<T>(this Task<T> task) => task.WaitAsync(Longest);
}
