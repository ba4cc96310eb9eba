using JasperFx.Events;
using Marten;
using Relations.App.Recording;
using Relations.Domain.People;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;

namespace Relations.App.Store;

/// <summary>
/// The indexes through which events are found among all others: the facts of a partnership, an organisation or a person; what was
/// recorded in the last days; what an erasure masked.
/// </summary>
internal sealed class EventIndexes() : FeatureSchemaBase("event_indexes", new PostgresqlMigrator())
{
    private static readonly IReadOnlyList<SchemaIndex> All =
    [
        Index("concerns", $"gin ((headers -> '{EventMetadata.ConcernsHeader}') jsonb_path_ops)"),
        Index("time", "btree (timestamp)"),
        Index("masked", $"gin (data jsonb_path_ops) WHERE type = '{EventTypes.All[typeof(PersonDataMasked)]}'"),
    ];

    /// <summary>Has the store make them, and leave them alone when it compares the table of events.</summary>
    /// <param name="options">The store's options.</param>
    public static void AddTo(StoreOptions options)
    {
        foreach (var index in All)
            options.Events.IgnoreIndex(index.Name);
        options.Storage.Add(new EventIndexes());
    }

    /// <inheritdoc />
    public override IEnumerable<Type> DependentTypes() => [typeof(IEvent)];

    /// <inheritdoc />
    protected override IEnumerable<ISchemaObject> schemaObjects() => All;

    private static SchemaIndex Index(string what, string definition) => new("mt_events", $"idx_mt_events_{what}", $"USING {definition}");
}
