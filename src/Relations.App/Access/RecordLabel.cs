using Marten;
using Npgsql;
using Relations.App.Recording;
using Relations.App.Store;
using Relations.Domain.Access;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Access;

/// <summary>What decides who may read a record, without the record: read for many records of any kind at once.</summary>
/// <param name="Id">The record.</param>
/// <param name="Kind">The type of its state.</param>
/// <param name="Classification">Who may read it.</param>
/// <param name="Readers">The accounts named as its readers.</param>
/// <param name="Partnerships">The partnerships it belongs to.</param>
internal sealed record RecordLabel(
    Guid Id, Type Kind, Classification Classification, IReadOnlyCollection<string> Readers, IReadOnlyCollection<Guid> Partnerships)
{
    private static readonly string LabelsOf = string.Join(
        " union all ",
        RecordKinds.All.Select((kind, i) => $"""
            select d.id, {i}, d.data ->> 'classification',
                array(select jsonb_array_elements_text(d.data -> 'readers')),
                array(select jsonb_array_elements_text({PartnershipsIn(kind.State)})::uuid)
            from {TableOf(kind.State)} d where d.id = any(${i + 1})
            """));

    private static readonly string RestrictedNotNaming = string.Join(
        " union all ",
        RecordKinds.All.Select(kind =>
            $"select d.id from {TableOf(kind.State)} d where {RestrictedAlone} and not coalesce(jsonb_exists(d.data -> 'readers', $1), false)"));

    private static readonly string PartnershipsWithRestricted = $"""
        select distinct c.value::uuid
        from ({RestrictedNotNaming}) kept
            join {RelationsStore.Schema}.mt_events e on e.stream_id = kept.id,
            jsonb_array_elements_text(e.headers -> 'concerns' -> 'partnerships') c(value)
        """;

    /// <summary>What is true of the restricted records, in SQL: each kind has an index on them alone.</summary>
    public const string RestrictedAlone = "data ->> 'classification' = 'Restricted'";

    /// <summary>Where the partnerships that a record belongs to stand, in SQL.</summary>
    /// <param name="kind">The type of its state.</param>
    public static string PartnershipsIn(Type kind) => kind switch
    {
        _ when kind == typeof(Partnership) => "jsonb_build_array(d.id)",
        _ when kind.GetProperty(nameof(Source.Partnerships)) is not null => "d.data -> 'partnerships'",
        _ => "'[]'::jsonb",
    };

    /// <summary>Whether somebody may read the record.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="hidden">The restricted partnerships that they may not read.</param>
    public bool IsReadableBy(Actor actor, IReadOnlySet<Guid> hidden) => Kind == typeof(Account)
        ? AccessPolicy.MayReadAccount(actor, Id)
        : AccessPolicy.MayRead(actor, Classification, Readers, Partnerships, hidden);

    /// <summary>The labels of some records; what is no record has none.</summary>
    /// <param name="session">The store.</param>
    /// <param name="ids">The records, of any kind.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Task<IReadOnlyList<RecordLabel>> OfAsync(
        IQuerySession session, IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        OfAsync(session, _ => ids, cancellation);

    /// <summary>The labels of some records whose kind is known, so that each is looked for in one place.</summary>
    /// <param name="session">The store.</param>
    /// <param name="ids">The records of each kind.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<IReadOnlyList<RecordLabel>> OfAsync(
        IQuerySession session, Func<RecordKind, IEnumerable<Guid>> ids, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(LabelsOf);
        foreach (var kind in RecordKinds.All)
            command.Parameters.Add(new() { Value = ids(kind).ToArray() });
        await using var row = await session.ExecuteReaderAsync(command, cancellation);
        List<RecordLabel> labels = [];
        while (await row.ReadAsync(cancellation))
        {
            labels.Add(new(
                row.GetGuid(0),
                RecordKinds.All[row.GetInt32(1)].State,
                Enum.Parse<Classification>(row.GetString(2)),
                await row.GetFieldValueAsync<string[]>(3, cancellation),
                await row.GetFieldValueAsync<Guid[]>(4, cancellation)));
        }

        return labels;
    }

    /// <summary>
    /// The partnerships whose events include those of restricted records that do not name an account. The events say so, not
    /// the records: one that was moved elsewhere has left its traces.
    /// </summary>
    /// <param name="session">The store.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<IReadOnlySet<Guid>> ObscuredFromAsync(IQuerySession session, string account, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(PartnershipsWithRestricted) { Parameters = { new() { Value = account } } };
        await using var row = await session.ExecuteReaderAsync(command, cancellation);
        HashSet<Guid> partnerships = [];
        while (await row.ReadAsync(cancellation))
            partnerships.Add(row.GetGuid(0));
        return partnerships;
    }

    /// <summary>The table of the states of a kind.</summary>
    /// <param name="kind">The type of the state.</param>
    public static string TableOf(Type kind) => $"{RelationsStore.Schema}.{SchemaIndex.TableOf(kind)}";
}
