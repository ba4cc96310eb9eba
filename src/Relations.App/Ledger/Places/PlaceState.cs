using System.Text.Json.Serialization;

namespace Relations.App.Ledger.Places;

/// <summary>How far a place outside has been served. In the database, so that every node knows, and a restart forgets nothing.</summary>
public sealed record PlaceState
{
    /// <summary>The longest between two tries.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Failing for as long as this is told as trouble of the whole application.</summary>
    private static readonly TimeSpan Trouble = TimeSpan.FromHours(1);

    /// <summary>The place's name.</summary>
    public required string Id { get; init; }

    /// <summary>The number of the last checkpoint that it took; 0 while it took none.</summary>
    public long Checkpoint { get; init; }

    /// <summary>Leaves in the tree of that checkpoint.</summary>
    public long Size { get; init; }

    /// <summary>Characters of the note that it took: a note that was cosigned since is handed over again.</summary>
    public int NoteLength { get; init; }

    /// <summary>When it took it.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Why it did not take the next one; null where it did.</summary>
    public string? Failure { get; init; }

    /// <summary>Since when it has been failing.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>When it is tried again.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>Whether it is failing.</summary>
    [JsonIgnore]
    public bool IsFailing => Failure is not null;

    /// <summary>Whether a checkpoint is still to be handed over now.</summary>
    /// <param name="last">The last checkpoint.</param>
    /// <param name="now">The moment.</param>
    internal bool Lacks(KeptCheckpoint last, DateTimeOffset now) =>
        (Checkpoint != last.Id || NoteLength != last.Note.Length) && (NextTry is null || NextTry <= now);

    /// <summary>It took a checkpoint.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="now">The moment.</param>
    internal PlaceState Took(KeptCheckpoint checkpoint, DateTimeOffset now) =>
        new() { Id = Id, Checkpoint = checkpoint.Id, Size = checkpoint.Size, NoteLength = checkpoint.Note.Length, At = now };

    /// <summary>It did not; it is tried again, each time after twice as long.</summary>
    /// <param name="why">Why, as the place or the system says it.</param>
    /// <param name="now">The moment.</param>
    internal PlaceState Failed(string why, DateTimeOffset now)
    {
        var since = FailingSince ?? now;
        var pause = TimeSpan.FromMinutes(1) + (now - since);
        return this with { Failure = why, FailingSince = since, NextTry = now + (pause < LongestPause ? pause : LongestPause) };
    }

    /// <summary>Whether it has been failing for so long that somebody should look.</summary>
    /// <param name="now">The moment.</param>
    internal bool IsTrouble(DateTimeOffset now) => FailingSince is { } since && now - since >= Trouble;
}
