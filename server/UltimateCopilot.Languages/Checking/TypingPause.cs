namespace UltimateCopilot.Languages.Checking;

/// <summary>
/// The pause in typing that work waits for which takes long: until then the next key is likely to make it worthless, and it would take the cores
/// and their caches from the answer to that key.
/// </summary>
/// <param name="Length">How long nothing is typed. Fast typists press a key each 40 to 80 milliseconds.</param>
/// <param name="Time">Measures it.</param>
internal sealed record TypingPause(TimeSpan Length, TimeProvider Time)
{
    /// <summary>Waits for it; false as soon as the token fires, which is the usual end and no exception.</summary>
    public async ValueTask<bool> PassesAsync(CancellationToken typed)
    {
        await Task.Delay(Length, Time, typed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !typed.IsCancellationRequested;
    }
}
