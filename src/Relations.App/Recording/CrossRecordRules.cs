using System.Text.Json;
using System.Text.Json.Nodes;
using Marten;
using Relations.App.Access;
using Relations.App.Store;
using Relations.Domain.Access;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Recording;

/// <summary>The rules that no single record can keep alone: what is referred to is on record, what must be unique is.</summary>
public static class CrossRecordRules
{
    /// <summary>The broken rules; empty where all is well.</summary>
    /// <param name="submission">The command, the record it is for, and who asks.</param>
    /// <param name="known">What the record concerned before, known to be on record; null where the command opens it.</param>
    /// <param name="concerns">What it concerns after.</param>
    /// <param name="hidden">The restricted partnerships that who asks may not read.</param>
    /// <param name="session">The store.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<IReadOnlyList<Refusal>> CheckAsync(
        Submission submission, Concerns? known, Concerns concerns, IReadOnlySet<Guid> hidden, IQuerySession session, CancellationToken cancellation)
    {
        var (recordId, command, by) = submission;
        var own = command switch
        {
            EstablishPartnership c => await SlugAsync(c, session, cancellation),
            RegisterSource c => await DocumentAsync(c, session, cancellation),
            OpenAccount c => await NameAsync(c, session, cancellation),
            RevokeRole { Role: Role.Administrator } or CloseAccount => await AdministratorAsync(recordId, session, cancellation),
            ErasePersonalData => await ErasureAsync(recordId, by.Name, session, cancellation),
            _ => null,
        };
        var unknown = await UnknownReferencesAsync(submission, known, concerns, hidden, session, cancellation);
        var readers = await UnknownReadersAsync(command, session, cancellation);
        var passages = await PassagesAsync(command.Provenance.Citations ?? [], session, cancellation);
        return [.. own is null ? [] : new[] { own }, .. unknown, .. readers, .. passages];
    }

    private static async Task<Refusal?> SlugAsync(EstablishPartnership command, IQuerySession session, CancellationToken cancellation) =>
        await session.Query<Partnership>().AnyAsync(p => p.Slug == command.Slug, cancellation)
            ? new(CommonRules.SlugTaken, "slug", command.Slug)
            : null;

    private static async Task<Refusal?> NameAsync(OpenAccount command, IQuerySession session, CancellationToken cancellation) =>
        await session.Query<Account>().AnyAsync(a => a.Name == command.Name, cancellation)
            ? new(AccountRules.NameTaken, "name", command.Name)
            : null;

    /// <summary>Without an administrator nobody could make one.</summary>
    private static async Task<Refusal?> AdministratorAsync(Guid account, IQuerySession session, CancellationToken cancellation) =>
        (await session.Query<Account>().Where(a => a.Grants.Any(g => g.Role == Role.Administrator) && !a.IsClosed).ToListAsync(cancellation))
            .Select(a => a.Id).ToList() is [var last] && last == account
            ? new(AccountRules.OneAdministrator)
            : null;

    /// <summary>An erasure is a decision of two: who asked stands beside the event, and no decider knows who asks.</summary>
    private static async Task<Refusal?> ErasureAsync(Guid person, string by, IQuerySession session, CancellationToken cancellation)
    {
        var events = await session.Events.FetchStreamAsync(person, token: cancellation);
        return events.Last(e => e.Data is PersonErasureRequested).UserName == by ? new(PersonRules.ErasureByAnother) : null;
    }

    private static async Task<Refusal?> DocumentAsync(RegisterSource command, IQuerySession session, CancellationToken cancellation) =>
        await session.Query<Source>().AnyAsync(s => s.Sha256 == command.Sha256, cancellation)
            ? new(CommonRules.DocumentAlreadyRegistered, "sha256")
            : null;

    /// <summary>Where the text of a source is on record, a passage lies within it. Where it is not, nobody can tell yet.</summary>
    private static async Task<IEnumerable<Refusal>> PassagesAsync(
        IReadOnlyList<Citation> citations, IQuerySession session, CancellationToken cancellation)
    {
        if (citations.Count == 0)
            return [];

        // A text may be a megabyte, so the database says how long it is. It counts characters, of which a text has never more
        // than UTF-16 code units: only a passage that ends beyond them needs the text itself.
        var characters = await session.SourceCharactersAsync([.. citations.Select(c => c.Source.Value).Distinct()], cancellation);
        var doubtful = citations
            .Where(c => characters.TryGetValue(c.Source.Value, out var count) && (long)c.Offset + c.Length > count).ToList();
        if (doubtful.Count == 0)
            return [];
        var sources = (await session.LoadManyAsync<Source>(cancellation, [.. doubtful.Select(c => c.Source.Value).Distinct()]))
            .ToDictionary(s => s.Id);
        return doubtful
            .Where(c => !sources[c.Source.Value].Covers(c.Offset, c.Length))
            .Select(c => new Refusal(CommonRules.PassageWithinText, "provenance.citations", c.Offset, c.Length));
    }

    private static async Task<IReadOnlyList<Refusal>> UnknownReferencesAsync(
        Submission submission, Concerns? known, Concerns concerns, IReadOnlySet<Guid> hidden, IQuerySession session, CancellationToken cancellation)
    {
        var (recordId, command, actor) = submission;
        var asked = Kinds(concerns).Except(Kinds(known ?? Concerns.None)).Where(r => r.Id != recordId).ToList();
        var cited = (command.Provenance.Citations ?? []).Select(c => (c.Source.Value, Kind: "source"));
        asked = [.. asked.Concat(cited).Distinct()];
        if (command is GrantRole { Over: { } over })
            return await UnknownPartnershipsAsync(over, session, cancellation);
        if (asked.Count == 0)
            return [];

        // What the sender may not read is for them as if it were not there: else they could try ids.
        Guid[] ids = [.. asked.Select(r => r.Id)];
        var found = await session.StreamKindsAsync(ids, cancellation);
        var readable = actor.ReadsEverything
            ? found.Keys.ToHashSet()
            : (await RecordLabel.OfAsync(session, ids, cancellation))
                .Where(label => label.IsReadableBy(actor, hidden)).Select(label => label.Id).ToHashSet();
        return [.. asked
            .Where(r => !readable.Contains(r.Id) || !found.TryGetValue(r.Id, out var kind) || (r.Kind != AnyKind && r.Kind != kind))
            .Select(r => new Refusal(CommonRules.ReferenceUnknown, FieldHolding(command, r.Id), r.Id, r.Kind))];
    }

    /// <summary>An administrator gives roles over restricted partnerships, too, without reading them.</summary>
    private static async Task<IReadOnlyList<Refusal>> UnknownPartnershipsAsync(
        IReadOnlyList<PartnershipId> over, IQuerySession session, CancellationToken cancellation)
    {
        var found = await session.StreamKindsAsync([.. over.Select(p => p.Value).Distinct()], cancellation);
        return [.. over
            .Where(p => found.GetValueOrDefault(p.Value) != "partnership")
            .Select(p => new Refusal(CommonRules.ReferenceUnknown, "over", p.Value, "partnership"))];
    }

    /// <summary>Who is named as a reader has an account.</summary>
    private static async Task<IEnumerable<Refusal>> UnknownReadersAsync(
        Command command, IQuerySession session, CancellationToken cancellation)
    {
        if (command is not ClassifyRecord { Readers: { Count: > 0 } readers })
            return [];
        string[] named = [.. readers.Distinct()];
        var known = await session.Query<Account>().Where(a => a.Name.IsOneOf(named)).Select(a => a.Name).ToListAsync(cancellation);
        return named.Except(known).Select(name => new Refusal(CommonRules.ReaderUnknown, "readers", name));
    }

    private const string AnyKind = "record";

    private static IEnumerable<(Guid Id, string Kind)> Kinds(Concerns concerns) =>
    [
        .. concerns.Partnerships.Select(id => (id, "partnership")),
        .. concerns.Organisations.Select(id => (id, "organisation")),
        .. concerns.People.Select(id => (id, "person")),
        .. concerns.Records.Select(id => (id, AnyKind)),
    ];

    /// <summary>Where in the command an id stands, as a JSON path such as <c>participants[1].person</c>.</summary>
    private static string? FieldHolding(Command command, Guid id)
    {
        var text = id.ToString();
        return Search(JsonSerializer.SerializeToNode<object>(command, RecordJson.Stored));

        string? Search(JsonNode? node) => node switch
        {
            JsonValue value when value.TryGetValue(out string? s) && s == text => value.GetPath().TrimStart('$', '.'),
            JsonObject o => o.Select(p => Search(p.Value)).FirstOrDefault(p => p is not null),
            JsonArray a => a.Select(Search).FirstOrDefault(p => p is not null),
            _ => null,
        };
    }
}
