using System.Data.Common;
using System.Reflection;
using System.Text.Json;
using Marten;
using Relations.App.Store;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;

namespace Relations.App.Lists;

/// <summary>
/// What the database keeps so that lists are quick: what each record is listed under, in columns beside it, and indexes on
/// those and on what records refer to.
/// </summary>
internal sealed class ListColumns() : FeatureSchemaBase("lists", new PostgresqlMigrator())
{
    private static readonly Type[] Listed =
        [typeof(Meeting), typeof(Agreement), typeof(Project), typeof(Commitment), typeof(Organisation), typeof(Person), typeof(Source)];

    private static readonly MemberInfo OfRecord = typeof(RecordState).GetProperty(nameof(RecordState.Listing))!;

    private static readonly (string Column, MemberInfo Member)[] Columns =
    [
        .. new[] { nameof(Listing.Words), nameof(Listing.StateName), nameof(Listing.From), nameof(Listing.Until), nameof(Listing.IsFirm) }
            .Select(m => ($"listing_{JsonNamingPolicy.SnakeCaseLower.ConvertName(m)}", (MemberInfo)typeof(Listing).GetProperty(m)!)),
    ];

    private static readonly IReadOnlyList<Index> Indexes =
    [
        .. Listed.SelectMany(OfEach),
        .. Listed.Where(t => t != typeof(Organisation) && t != typeof(Person)).Select(t => Holding(t, "partnerships")),
        Holding(typeof(Meeting), "participants"),
        .. new[] { typeof(Agreement), typeof(Commitment) }.Select(t => new Index(t, "listing_until", "(listing_state_name, listing_until)")),
    ];

    /// <summary>Tells the store.</summary>
    /// <param name="options">The store's options.</param>
    public static void DescribeTo(StoreOptions options)
    {
        options.Policies.ForAllDocuments(kept =>
        {
            if (!Listed.Contains(kept.DocumentType))
                return;
            foreach (var (column, member) in Columns)
                kept.DuplicateField([OfRecord, member], columnName: column);
            foreach (var index in Indexes.Where(i => i.Table == TableOf(kept.DocumentType)))
                kept.IgnoreIndex(index.Name); // the store would take away an index that it did not make
        });
        options.Storage.Add(new ListColumns());
    }

    /// <inheritdoc />
    public override IEnumerable<Type> DependentTypes() => Listed;

    /// <inheritdoc />
    protected override IEnumerable<ISchemaObject> schemaObjects() => Indexes;

    private static IEnumerable<Index> OfEach(Type type) =>
    [
        new(type, "listing_from", "(listing_from desc nulls last, id desc)"),
        new(type, "listing_words", "(listing_words, id)"),
        new(type, "listing_state", "(listing_state_name desc, listing_from desc nulls last, id desc)"),
        new(type, "listing_text", "USING gin (to_tsvector('simple', listing_words))"),
    ];

    private static Index Holding(Type type, string list) => new(type, list, $"USING gin ((data -> '{list}') jsonb_path_ops)");

    private static string TableOf(Type type) => $"mt_doc_{type.Name.ToLowerInvariant()}";

    private sealed class Index(Type type, string what, string definition) : ISchemaObject
    {
        public string Table { get; } = TableOf(type);

        public string Name { get; } = $"{TableOf(type)}_idx_{what}";

        public DbObjectName Identifier => PostgresqlProvider.Instance.Parse($"{RelationsStore.Schema}.{Name}");

        public void WriteCreateStatement(Migrator migrator, TextWriter writer) =>
            writer.WriteLine($"CREATE INDEX IF NOT EXISTS {Name} ON {RelationsStore.Schema}.{Table} {definition};");

        public void WriteDropStatement(Migrator rules, TextWriter writer) => writer.WriteLine($"DROP INDEX IF EXISTS {Identifier};");

        public void ConfigureQueryCommand(Weasel.Core.DbCommandBuilder builder) =>
            builder.Append($"select 1 from pg_indexes where schemaname = '{RelationsStore.Schema}' and indexname = '{Name}';");

        public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default) =>
            new SchemaObjectDelta(this, await reader.ReadAsync(ct) ? SchemaPatchDifference.None : SchemaPatchDifference.Create);

        public IEnumerable<DbObjectName> AllNames() => [Identifier];
    }
}
