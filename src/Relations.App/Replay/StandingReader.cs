using Relations.App.Recording;
using Relations.Domain.Agreements;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Replay;

/// <summary>Where an agreement stands on a day if nobody acts, and what makes it so.</summary>
/// <param name="Day">The day, past or to come.</param>
/// <param name="Status">Where it stands; null where it was not there yet.</param>
/// <param name="Reason">The rule that makes it so; null where it was not there yet.</param>
/// <param name="Turning">The date that the rule turns on.</param>
/// <param name="By">The event that brought it where it stands as recorded.</param>
/// <param name="RuleFrom">The event that the rule rests on: it set the term, or gave notice; null without a rule.</param>
public sealed record StandingAnswer(
    DateOnly Day, AgreementStatus? Status, StandingReason? Reason, EdtfDate? Turning, HistoryEntry? By, HistoryEntry? RuleFrom)
{
    /// <summary>What the facts of an agreement make of it on a day.</summary>
    /// <param name="id">The agreement.</param>
    /// <param name="facts">Its facts in the order of recording.</param>
    /// <param name="day">The day.</param>
    public static StandingAnswer Of(Guid id, IReadOnlyList<HistoryEntry> facts, DateOnly day) =>
        AgreementOnDay.Of(id, [.. facts.Select(f => (Event)f.Data)], day) is { } stands
            ? new(day, stands.Status, stands.Reason, stands.Turning, facts[stands.By], stands.RuleFrom is { } rule ? facts[rule] : null)
            : new(day, null, null, null, null, null);
}

/// <summary>Reads where agreements stand on a day.</summary>
/// <param name="records">Reads records.</param>
/// <param name="clock">For today's date.</param>
public sealed class StandingReader(RecordReader records, TimeProvider clock)
{
    /// <summary>Where an agreement stands; null where there is none for who asks, or was none known then.</summary>
    /// <param name="id">The agreement.</param>
    /// <param name="asOf">The day, today unless said, and the moment of recording.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<StandingAnswer?> ReadAsync(Guid id, AsOf asOf, CancellationToken cancellation)
    {
        if (await records.ReadAsync<Agreement>(id, asOf with { On = null }, cancellation) is null)
            return null;
        var events = await records.EventsAsync([id], asOf with { On = null }, cancellation);
        var sources = await records.SourcesOfAsync(events, cancellation);
        return StandingAnswer.Of(
            id, [.. events.Select(e => HistoryEntry.Of(e, sources))], asOf.On ?? DateOnly.FromDateTime((asOf.KnownAt ?? clock.GetUtcNow()).UtcDateTime));
    }
}
