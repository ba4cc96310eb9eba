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

    private static readonly IReadOnlyList<SchemaIndex> Indexes =
    [
        .. Listed.SelectMany(OfEach),
        .. Listed.Where(t => t != typeof(Organisation) && t != typeof(Person)).Select(t => Holding(t, "partnerships")),
        Holding(typeof(Meeting), "participants"),
        .. new[] { typeof(Agreement), typeof(Commitment) }.Select(t => Index(t, "listing_until", "(listing_state_name, listing_until)")),
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
            foreach (var index in Indexes.Where(i => i.Table == SchemaIndex.TableOf(kept.DocumentType)))
                kept.IgnoreIndex(index.Name); // the store would take away an index that it did not make
        });
        options.Storage.Add(new ListColumns());
    }

    /// <inheritdoc />
    public override IEnumerable<Type> DependentTypes() => Listed;

    /// <inheritdoc />
    protected override IEnumerable<ISchemaObject> schemaObjects() => Indexes;

    private static IEnumerable<SchemaIndex> OfEach(Type type) =>
    [
        Index(type, "listing_from", "(listing_from desc nulls last, id desc)"),
        Index(type, "listing_words", "(listing_words, id)"),
        Index(type, "listing_state", "(listing_state_name desc, listing_from desc nulls last, id desc)"),
        Index(type, "listing_text", "USING gin (to_tsvector('simple', listing_words))"),
    ];

    private static SchemaIndex Holding(Type type, string list) => Index(type, list, $"USING gin ((data -> '{list}') jsonb_path_ops)");

    private static SchemaIndex Index(Type type, string what, string definition)
    {
        var table = SchemaIndex.TableOf(type);
        return new(table, $"{table}_idx_{what}", definition);
    }
}
