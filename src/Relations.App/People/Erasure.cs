using System.Text.Json;
using JasperFx.Events;
using Marten;
using Npgsql;
using Relations.App.Recording;
using Relations.App.Store;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Ledger;

namespace Relations.App.People;

/// <summary>
/// Carries out the erasure of a person's name: finds where it stands, in the person's own events and in what any other says; has that
/// recorded; masks exactly this; and has recorded that it is done. Each step is taken up again after a fall and changes nothing the second time.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="eraser">The hand that masks.</param>
/// <param name="remains">What is kept beside the events.</param>
public sealed class Erasure(IDocumentStore store, Eraser eraser, ErasedRemains remains)
{
    /// <summary>In whose name the steps are recorded: the decision is another's, and stands before them.</summary>
    public const string By = "Eraser";

    private const string Schema = RelationsStore.Schema;

    /// <summary>Carries out a decision.</summary>
    /// <param name="erased">The decision on record.</param>
    /// <param name="cancellation">Stops the work; it is taken up again.</param>
    public async Task CarryOutAsync(IEvent<PersonDataErased> erased, CancellationToken cancellation)
    {
        var person = erased.StreamId;
        await using var session = store.LightweightSession();
        var stream = await session.Events.FetchStreamAsync(person, token: cancellation);
        if (stream.Any(e => e.Data is PersonErasureCompleted))
            return;
        var mentions = new NameMentions(stream.SelectMany(e => NamesIn(e.Data)));
        var told = stream.Select(e => e.Data).OfType<PersonDataMasked>().SelectMany(m => m.Events).ToList();
        if (told.Count == 0)
        {
            told = await FindAsync(erased, mentions, session, cancellation);
            await RecordAsync(erased, told.Chunk(Limits.Items).Select(part => new PersonDataMasked(erased.Data.Decision, part)), cancellation);
        }

        // The events come last: after them nobody knows the name to look for.
        await remains.MaskAsync(mentions, cancellation);
        await MaskAsync(person, mentions, told, cancellation);
        var records = told.Select(m => m.Record).Distinct().Chunk(Limits.Items);
        await RecordAsync(erased, records.Select(part => new PersonErasureCompleted(erased.Data.Decision, part)), cancellation);
    }

    private static IEnumerable<PersonName> NamesIn(object @event) => @event switch
    {
        PersonRegistered e => [e.Name],
        PersonNameCorrected e => [e.Before, e.After],
        _ => [],
    };

    /// <summary>Where the name stands. The database looks for the surname in every event; what names the person is looked for in those that have it.</summary>
    private static async Task<List<MaskedEvent>> FindAsync(
        IEvent<PersonDataErased> erased, NameMentions mentions, IQuerySession session, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select {StoredEvent.Columns} from {Schema}.mt_events
            where seq_id < $1 and (stream_id = $2 or (type <> all($3) and {NameMentions.SurnamesWithin("data::text || coalesce(headers::text, '')", 4)}))
            order by seq_id
            """)
        {
            Parameters =
            {
                new() { Value = erased.Sequence },
                new() { Value = erased.StreamId },
                new() { Value = EventTypes.OfAccess },
                new() { Value = mentions.Surnames.ToArray() },
            },
        };
        List<MaskedEvent> found = [];
        await using var rows = (NpgsqlDataReader)await session.ExecuteReaderAsync(command, cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            var stored = StoredEvent.Of(rows);
            var fields = stored.MaskedFor(erased.StreamId, mentions).Select(f => new MaskedField(f.Key, LeftOf(f.Value))).ToList();
            if (fields.Count > 0)
                found.Add(new(stored.Sequence, stored.Id, stored.Record, fields));
        }

        return found;
    }

    /// <summary>Masks what was told and nothing else. Once that was done, no name is left that could be masked again.</summary>
    private Task MaskAsync(Guid person, NameMentions mentions, IReadOnlyList<MaskedEvent> told, CancellationToken cancellation)
    {
        var paths = told.ToDictionary(m => m.Sequence, m => m.Fields.Select(f => f.Path).ToHashSet(StringComparer.Ordinal));
        return eraser.MaskAsync(
            paths.Keys,
            stored => stored.MaskedFor(person, mentions).Where(f => paths[stored.Sequence].Contains(f.Key)).ToDictionary(),
            cancellation);
    }

    private static string LeftOf(string text) => CanonicalJson.Sha256(JsonSerializer.SerializeToUtf8Bytes(text)).ToString();

    private async Task RecordAsync(IEvent<PersonDataErased> erased, IEnumerable<Event> steps, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        session.LastModifiedBy = By;
        session.CausationId = erased.Id.ToString();
        session.CorrelationId = erased.CorrelationId;
        session.Events.Append(erased.StreamId, steps.Select(step =>
        {
            var built = session.Events.BuildEvent(step);
            built.Describe(Provenance.Known, erased.Concerns());
            return (object)built;
        }));
        await session.SaveChangesAsync(cancellation);
    }
}
