using System.Data.Common;
using Marten;
using Relations.App.Store;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;

namespace Relations.App.Reports;

/// <summary>
/// The columns beside entries and findings by which reports ask for them, and the indexes by which they are found among millions.
/// What few entries are, corrections and facts without a source, has an index on those alone; who recorded how much in which month is
/// counted in an index, without the entries.
/// </summary>
internal sealed class ReportIndexes() : FeatureSchemaBase("reports", new PostgresqlMigrator())
{
    private static readonly IReadOnlyDictionary<Type, (string Column, string Member)[]> Columns = new Dictionary<Type, (string, string)[]>
    {
        [typeof(ReportEntry)] =
        [
            ("record", nameof(ReportEntry.Record)), ("kind", nameof(ReportEntry.Kind)), ("recorded_by", nameof(ReportEntry.By)),
            ("recorded_day", nameof(ReportEntry.Day)), ("recorded_at", nameof(ReportEntry.At)), ("begins", nameof(ReportEntry.Begins)),
            ("days_late", nameof(ReportEntry.DaysLate)), ("is_correction", nameof(ReportEntry.IsCorrection)),
            ("is_uncited", nameof(ReportEntry.IsUncited)), ("is_contradiction", nameof(ReportEntry.IsContradiction)),
            ("partnerships", nameof(ReportEntry.Partnerships)), ("sources", nameof(ReportEntry.Sources)),
        ],
        [typeof(PostFinding)] =
        [
            ("meeting", nameof(PostFinding.Meeting)), ("person", nameof(PostFinding.Person)), ("recorded_by", nameof(PostFinding.By)),
            ("held_day", nameof(PostFinding.Day)), ("partnerships", nameof(PostFinding.Partnerships)),
            ("known_from", nameof(PostFinding.KnownFrom)), ("known_until", nameof(PostFinding.KnownUntil)),
        ],
    };

    private static readonly IReadOnlyList<Index> Indexes =
    [
        new(typeof(ReportEntry), "days_late", "(days_late desc, id desc) where days_late is not null"),
        new(typeof(ReportEntry), "corrections", "(id desc) where is_correction"),
        new(typeof(ReportEntry), "contradictions", "(id desc) where is_contradiction"),
        new(typeof(ReportEntry), "uncited", "(id desc) where is_uncited"),
        new(typeof(ReportEntry), "by", "(recorded_by, id desc)"),
        new(typeof(ReportEntry), "kind", "(kind, id desc)"),
        new(typeof(ReportEntry), "tally", "(recorded_day, recorded_by, kind, is_correction, days_late, is_uncited, record)"),
        new(typeof(ReportEntry), "partnerships", "USING gin (partnerships)"),
        new(typeof(ReportEntry), "sources", "USING gin (sources)"),
        new(typeof(PostFinding), "held", "(held_day desc nulls last, id desc)"),
        new(typeof(PostFinding), "meeting", "(meeting)"),
        new(typeof(PostFinding), "partnerships", "USING gin (partnerships)"),
    ];

    /// <summary>Tells the store.</summary>
    /// <param name="options">The store's options.</param>
    public static void DescribeTo(StoreOptions options)
    {
        options.Policies.ForAllDocuments(kept =>
        {
            if (!Columns.TryGetValue(kept.DocumentType, out var columns))
                return;
            foreach (var (column, member) in columns)
                kept.DuplicateField([kept.DocumentType.GetProperty(member)!], columnName: column);
            foreach (var index in Indexes.Where(i => i.Type == kept.DocumentType))
                kept.IgnoreIndex(index.Name); // the store would take away an index that it did not make
        });
        options.RegisterDocumentType<ReportEntry>();
        options.RegisterDocumentType<PostFinding>();
        options.Storage.Add(new ReportIndexes());
    }

    /// <inheritdoc />
    public override IEnumerable<Type> DependentTypes() => Columns.Keys;

    /// <inheritdoc />
    protected override IEnumerable<ISchemaObject> schemaObjects() => Indexes;

    private sealed class Index(Type type, string what, string definition) : ISchemaObject
    {
        public Type Type { get; } = type;

        public string Name { get; } = $"mt_doc_{type.Name.ToLowerInvariant()}_report_{what}";

        public DbObjectName Identifier => PostgresqlProvider.Instance.Parse($"{RelationsStore.Schema}.{Name}");

        public void WriteCreateStatement(Migrator migrator, TextWriter writer) => writer.WriteLine(
            $"CREATE INDEX IF NOT EXISTS {Name} ON {RelationsStore.Schema}.mt_doc_{Type.Name.ToLowerInvariant()} {definition};");

        public void WriteDropStatement(Migrator rules, TextWriter writer) => writer.WriteLine($"DROP INDEX IF EXISTS {Identifier};");

        public void ConfigureQueryCommand(Weasel.Core.DbCommandBuilder builder) =>
            builder.Append($"select 1 from pg_indexes where schemaname = '{RelationsStore.Schema}' and indexname = '{Name}';");

        public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default) =>
            new SchemaObjectDelta(this, await reader.ReadAsync(ct) ? SchemaPatchDifference.None : SchemaPatchDifference.Create);

        public IEnumerable<DbObjectName> AllNames() => [Identifier];
    }
}
