using System.Data.Common;
using Marten;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;

namespace Relations.App.Store;

/// <summary>
/// The indexes through which the records tied to one are found: who took part in which meeting, what was undertaken at it.
/// Like <see cref="EventIndexes"/> they are a part of the schema.
/// </summary>
internal sealed class RelationIndexes() : FeatureSchemaBase("relations", new PostgresqlMigrator())
{
    /// <summary>What is true of a meeting <c>d</c> whose minutes nobody approved, in SQL.</summary>
    public const string MinutesNotApproved = "d.data -> 'minutes' -> 'approvals' = '[]'";

    private static readonly IReadOnlyList<Index> All =
    [
        Index.Within<Partnership>("parties"),
        Index.Within<Meeting>("participants"),
        Index.Where<Meeting>("minutes", MinutesNotApproved),
        Index.Within<Agreement>("parties"),
        Index.On<Agreement>("underAgreement"),
        Index.Within<Project>("participants"),
        Index.On<Project>("agreement"),
        Index.On<Commitment>("owedBy"),
        Index.Within<Commitment>("owedTo"),
        Index.On<Commitment>("assignedTo"),
        Index.On<Commitment>("meeting"),
        Index.On<Commitment>("agreement"),
        Index.Within<Organisation>("placements"),
        Index.Within<Person>("appointments"),
    ];

    /// <summary>Has the store make them, and leave them alone when it compares the tables of records.</summary>
    /// <param name="options">The store's options.</param>
    public static void AddTo(StoreOptions options)
    {
        foreach (var index in All)
            index.LeaveAlone(options);
        options.Storage.Add(new RelationIndexes());
    }

    /// <inheritdoc />
    public override IEnumerable<Type> DependentTypes() => All.Select(i => i.Kind).Distinct();

    /// <inheritdoc />
    protected override IEnumerable<ISchemaObject> schemaObjects() => All;

    private sealed class Index(Type kind, string name, string method, Action<StoreOptions> leaveAlone) : ISchemaObject
    {
        public Type Kind { get; } = kind;

        public DbObjectName Identifier { get; } = PostgresqlProvider.Instance.Parse($"{RelationsStore.Schema}.{name}");

        /// <summary>Finds what a list contains.</summary>
        public static Index Within<T>(string list) where T : RecordState => Of<T>(list, $"gin ((data -> '{list}') jsonb_path_ops)");

        /// <summary>Finds a value; most records have none.</summary>
        public static Index On<T>(string field) where T : RecordState =>
            Of<T>(field, $"btree ((data ->> '{field}')) where data ->> '{field}' is not null");

        /// <summary>Finds the few of which something is true.</summary>
        public static Index Where<T>(string field, string condition) where T : RecordState =>
            Of<T>(field, $"btree (id) where {condition.Replace("d.", "", StringComparison.Ordinal)}");

        public void LeaveAlone(StoreOptions options) => leaveAlone(options);

        public void WriteCreateStatement(Migrator migrator, TextWriter writer) => writer.WriteLine(
            $"CREATE INDEX IF NOT EXISTS {name} ON {RelationsStore.Schema}.mt_doc_{Kind.Name.ToLowerInvariant()} USING {method};");

        public void WriteDropStatement(Migrator rules, TextWriter writer) =>
            writer.WriteLine($"DROP INDEX IF EXISTS {Identifier};");

        public void ConfigureQueryCommand(Weasel.Core.DbCommandBuilder builder) =>
            builder.Append($"select 1 from pg_indexes where schemaname = '{RelationsStore.Schema}' and indexname = '{name}';");

        public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default) =>
            new SchemaObjectDelta(this, await reader.ReadAsync(ct) ? SchemaPatchDifference.None : SchemaPatchDifference.Create);

        public IEnumerable<DbObjectName> AllNames() => [Identifier];

        private static Index Of<T>(string field, string method) where T : RecordState
        {
            var name = $"mt_doc_{typeof(T).Name.ToLowerInvariant()}_relation_{field.ToLowerInvariant()}";
            return new(typeof(T), name, method, options => options.Schema.For<T>().IgnoreIndex(name));
        }
    }
}
