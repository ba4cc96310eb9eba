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

    private static readonly IReadOnlyList<(Type Kind, SchemaIndex Index)> All =
    [
        Within<Partnership>("parties"),
        Within<Meeting>("participants"),
        Where<Meeting>("minutes", MinutesNotApproved),
        Within<Agreement>("parties"),
        On<Agreement>("underAgreement"),
        Within<Project>("participants"),
        On<Project>("agreement"),
        On<Commitment>("owedBy"),
        Within<Commitment>("owedTo"),
        On<Commitment>("assignedTo"),
        On<Commitment>("meeting"),
        On<Commitment>("agreement"),
        Within<Organisation>("placements"),
        Within<Person>("appointments"),
    ];

    /// <summary>Has the store make them, and leave them alone when it compares the tables of records.</summary>
    /// <param name="options">The store's options.</param>
    public static void AddTo(StoreOptions options)
    {
        options.Policies.ForAllDocuments(kept =>
        {
            foreach (var (_, index) in All.Where(i => i.Kind == kept.DocumentType))
                kept.IgnoreIndex(index.Name);
        });
        options.Storage.Add(new RelationIndexes());
    }

    /// <inheritdoc />
    public override IEnumerable<Type> DependentTypes() => All.Select(i => i.Kind).Distinct();

    /// <inheritdoc />
    protected override IEnumerable<ISchemaObject> schemaObjects() => All.Select(i => i.Index);

    /// <summary>Finds what a list contains.</summary>
    private static (Type Kind, SchemaIndex Index) Within<T>(string list) where T : RecordState => Of<T>(list, $"gin ((data -> '{list}') jsonb_path_ops)");

    /// <summary>Finds a value; most records have none.</summary>
    private static (Type Kind, SchemaIndex Index) On<T>(string field) where T : RecordState =>
        Of<T>(field, $"btree ((data ->> '{field}')) where data ->> '{field}' is not null");

    /// <summary>Finds the few of which something is true.</summary>
    private static (Type Kind, SchemaIndex Index) Where<T>(string field, string condition) where T : RecordState =>
        Of<T>(field, $"btree (id) where {condition.Replace("d.", "", StringComparison.Ordinal)}");

    private static (Type Kind, SchemaIndex Index) Of<T>(string field, string definition) where T : RecordState
    {
        var table = SchemaIndex.TableOf(typeof(T));
        return (typeof(T), new(table, $"{table}_relation_{field.ToLowerInvariant()}", $"USING {definition}"));
    }
}
