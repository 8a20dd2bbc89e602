namespace UltimateCopilot.Languages.Toolchain;

/// <summary>
/// After several requests in a row without an answer a toolchain counts as broken and is left alone for a while, so that a machine with a
/// broken one pays nothing. Safe to use from several threads.
/// </summary>
internal sealed class FailureRest(TimeProvider time)
{
    private const int FailuresUntilRest = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private int _failures;
    private long _until = long.MinValue;

    /// <summary>Whether the toolchain is left alone now.</summary>
    public bool IsOn => time.GetTimestamp() < Volatile.Read(ref _until);

    /// <summary>Takes note of how a request went.</summary>
    public void Note(bool answered)
    {
        if (answered)
        {
            Volatile.Write(ref _failures, 0);
        }
        else if (Interlocked.Increment(ref _failures) >= FailuresUntilRest)
        {
            Volatile.Write(ref _failures, 0);
            Volatile.Write(ref _until, time.GetTimestamp() + (long)(Rest.TotalSeconds * time.TimestampFrequency));
        }
    }
}
