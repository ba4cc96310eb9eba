using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Recording;

/// <summary>
/// One command on its way to the record: from a page, the API, the command line or an import. They all send this message.
/// </summary>
/// <param name="RecordId">The record it is for; the new record's id where the command opens one.</param>
/// <param name="Command">What is asked.</param>
/// <param name="By">Who asks, with the roles they hold.</param>
public sealed record Submission(Guid RecordId, Command Command, Actor By)
{
    /// <summary>The version of the record that the sender saw; needed on every existing record.</summary>
    public long? SeenVersion { get; init; }

    /// <summary>A key of the sender's own. A command sent twice with the same key is recorded once.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>What belongs together: a request, an import.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Its name and target alone: this is what logs show, and what a command says may be confidential.</summary>
    public override string ToString() => $"{Command.GetType().Name} on {RecordId}";
}

/// <summary>What became of a submission.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>It is recorded.</summary>
    /// <param name="RecordId">The record.</param>
    /// <param name="Version">Its version now, to be sent as the version seen with the next command.</param>
    /// <param name="Events">The events recorded, by their names in the store.</param>
    /// <param name="Opened">Whether the record is new.</param>
    /// <param name="Warnings">What a person should look at.</param>
    public sealed record Recorded(
        Guid RecordId,
        long Version,
        IReadOnlyList<string> Events,
        bool Opened,
        IReadOnlyList<Refusal> Warnings) : Outcome
    {
        /// <summary>Whether this answers a command that was sent before with the same key; nothing was recorded a second time.</summary>
        public bool Replayed { get; init; }
    }

    /// <summary>It breaks rules; nothing is recorded.</summary>
    /// <param name="Refusals">Every broken rule.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : Outcome;

    /// <summary>There is no such record, or the sender may not know that there is.</summary>
    public sealed record NotFound : Outcome;

    /// <summary>The sender may not do this; nothing is recorded.</summary>
    /// <param name="Rule">The rule that stands against it.</param>
    public sealed record Forbidden(Rule Rule) : Outcome;

    /// <summary>The sender did not say which version it saw.</summary>
    /// <param name="Version">The record's version.</param>
    public sealed record VersionNotSaid(long Version) : Outcome;

    /// <summary>The record has moved on since the sender saw it.</summary>
    /// <param name="Seen">The version that the sender saw.</param>
    /// <param name="Version">The version now.</param>
    /// <param name="Since">What was recorded in between, at most the last 50.</param>
    public sealed record Conflict(long Seen, long Version, IReadOnlyList<Change> Since) : Outcome;

    /// <summary>The idempotency key was used before, for something else.</summary>
    public sealed record KeyReused : Outcome;
}

/// <summary>A fact that somebody else recorded in between.</summary>
/// <param name="Version">Its place in the record.</param>
/// <param name="Event">Its name in the store.</param>
/// <param name="Data">The event itself.</param>
/// <param name="By">The account that recorded it.</param>
/// <param name="At">When it was recorded.</param>
public sealed record Change(long Version, string Event, object Data, string? By, DateTimeOffset At);
