using System.Diagnostics;

namespace Relations.App.Store;

/// <summary>A moment until which something is tried again.</summary>
internal readonly struct Deadline
{
    private readonly long _start;
    private readonly TimeSpan _patience;

    private Deadline(TimeSpan patience) => (_start, _patience) = (Stopwatch.GetTimestamp(), patience);

    /// <summary>A deadline so much from now.</summary>
    public static Deadline In(TimeSpan patience) => new(patience);

    /// <summary>Waits before the next attempt, or throws when there is no time for one.</summary>
    public async Task WaitAsync(TimeSpan interval, Func<Exception> tooLate, CancellationToken ct)
    {
        if (Stopwatch.GetElapsedTime(_start) >= _patience)
            throw tooLate();
        await Task.Delay(interval, ct);
    }
}
