using System.Data.Common;
using JasperFx.Events;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;

namespace Relations.App.Store;

/// <summary>
/// The index through which what was recorded in the last days is found. Like <see cref="ConcernsIndex"/> it is a part of the schema.
/// </summary>
internal sealed class EventTimeIndex() : FeatureSchemaBase("event_times", new PostgresqlMigrator())
{
    /// <summary>Its name; the store leaves it alone when it compares the table of events.</summary>
    public const string Name = "idx_mt_events_time";

    /// <inheritdoc />
    public override IEnumerable<Type> DependentTypes() => [typeof(IEvent)];

    /// <inheritdoc />
    protected override IEnumerable<ISchemaObject> schemaObjects() => [new Index()];

    private sealed class Index : ISchemaObject
    {
        public DbObjectName Identifier { get; } = PostgresqlProvider.Instance.Parse($"{RelationsStore.Schema}.{Name}");

        public void WriteCreateStatement(Migrator migrator, TextWriter writer) =>
            writer.WriteLine($"CREATE INDEX IF NOT EXISTS {Name} ON {RelationsStore.Schema}.mt_events (timestamp);");

        public void WriteDropStatement(Migrator rules, TextWriter writer) => writer.WriteLine($"DROP INDEX IF EXISTS {Identifier};");

        public void ConfigureQueryCommand(Weasel.Core.DbCommandBuilder builder) =>
            builder.Append($"select 1 from pg_indexes where schemaname = '{RelationsStore.Schema}' and indexname = '{Name}';");

        public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default) =>
            new SchemaObjectDelta(this, await reader.ReadAsync(ct) ? SchemaPatchDifference.None : SchemaPatchDifference.Create);

        public IEnumerable<DbObjectName> AllNames() => [Identifier];
    }
}
