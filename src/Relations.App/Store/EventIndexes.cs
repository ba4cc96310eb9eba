using System.Data.Common;
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
/// recorded in the last days; what an erasure masked. They are a part of the schema like any other, so that a store set up by
/// migration scripts has them too.
/// </summary>
internal sealed class EventIndexes() : FeatureSchemaBase("event_indexes", new PostgresqlMigrator())
{
    private static readonly IReadOnlyList<Index> All =
    [
        new("concerns", $"gin ((headers -> '{EventMetadata.ConcernsHeader}') jsonb_path_ops)"),
        new("time", "btree (timestamp)"),
        new("masked", $"gin (data jsonb_path_ops) WHERE type = '{EventTypes.All[typeof(PersonDataMasked)]}'"),
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

    private sealed class Index(string what, string definition) : ISchemaObject
    {
        public string Name { get; } = $"idx_mt_events_{what}";

        public DbObjectName Identifier => PostgresqlProvider.Instance.Parse($"{RelationsStore.Schema}.{Name}");

        public void WriteCreateStatement(Migrator migrator, TextWriter writer) =>
            writer.WriteLine($"CREATE INDEX IF NOT EXISTS {Name} ON {RelationsStore.Schema}.mt_events USING {definition};");

        public void WriteDropStatement(Migrator rules, TextWriter writer) => writer.WriteLine($"DROP INDEX IF EXISTS {Identifier};");

        public void ConfigureQueryCommand(Weasel.Core.DbCommandBuilder builder) =>
            builder.Append($"select 1 from pg_indexes where schemaname = '{RelationsStore.Schema}' and indexname = '{Name}';");

        public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default) =>
            new SchemaObjectDelta(this, await reader.ReadAsync(ct) ? SchemaPatchDifference.None : SchemaPatchDifference.Create);

        public IEnumerable<DbObjectName> AllNames() => [Identifier];
    }
}
