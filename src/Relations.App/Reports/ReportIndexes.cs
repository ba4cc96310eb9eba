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

    private static readonly IReadOnlyList<SchemaIndex> Indexes =
    [
        Index<ReportEntry>("days_late", "(days_late desc, id desc) where days_late is not null"),
        Index<ReportEntry>("corrections", "(id desc) where is_correction"),
        Index<ReportEntry>("contradictions", "(id desc) where is_contradiction"),
        Index<ReportEntry>("uncited", "(id desc) where is_uncited"),
        Index<ReportEntry>("by", "(recorded_by, id desc)"),
        Index<ReportEntry>("kind", "(kind, id desc)"),
        Index<ReportEntry>("tally", "(recorded_day, recorded_by, kind, is_correction, days_late, is_uncited, record)"),
        Index<ReportEntry>("partnerships", "USING gin (partnerships)"),
        Index<ReportEntry>("sources", "USING gin (sources)"),
        Index<PostFinding>("held", "(held_day desc nulls last, id desc)"),
        Index<PostFinding>("meeting", "(meeting)"),
        Index<PostFinding>("partnerships", "USING gin (partnerships)"),
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
            foreach (var index in Indexes.Where(i => i.Table == SchemaIndex.TableOf(kept.DocumentType)))
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

    private static SchemaIndex Index<T>(string what, string definition)
    {
        var table = SchemaIndex.TableOf(typeof(T));
        return new(table, $"{table}_report_{what}", definition);
    }
}
