using System.Security.Cryptography;
using System.Text;
using Marten;
using Npgsql;
using Relations.App.Ledger;
using Relations.App.Search;

namespace Relations.App.Store;

/// <summary>
/// The roles of the database beside its owner, and what each may do. Roles belong to the whole server, so that several
/// databases of one server share them; rights belong to one database.
/// </summary>
public static class DatabaseRoles
{
    /// <summary>The application's: it adds to the record and cannot change it.</summary>
    public const string Application = "relations_app";

    /// <summary>The eraser's: it masks erased data in events, and nothing else.</summary>
    public const string Eraser = "relations_eraser";

    /// <summary>The auditor's: it reads the record.</summary>
    public const string Auditor = "relations_auditor";

    private const string Schema = RelationsStore.Schema;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Application, Eraser, Auditor];

    /// <summary>
    /// What an administrator runs on a server of one's own: makes the roles that are missing. Another may make the same role in
    /// the same instant, for another database of the server; that is no error.
    /// </summary>
    public static string Script { get; } = string.Join("\n\n", All.Select(role =>
        $"""
        DO $$ BEGIN
          CREATE ROLE {role} LOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
          NULL;
        END $$;
        """));

    /// <summary>
    /// What each role may do, as the owner grants it. The application gets the tables that there are, so that tables added later
    /// are among them at the next migration, and then loses what would change events. The auditor gets what is made of
    /// events, by name: tables added later may hold secrets and are not among them.
    /// </summary>
    /// <param name="store">The store, for the names of its tables.</param>
    public static string Rights(IDocumentStore store)
    {
        var options = ((DocumentStore)store).Options;
        var views = options.Projections.AllPublishedTypes().Select(t => store.Options.FindOrResolveDocumentType(t).TableName.QualifiedName);
        return $"""
            GRANT USAGE ON SCHEMA {Schema} TO {string.Join(", ", All)};
            REVOKE ALL ON ALL TABLES IN SCHEMA {Schema} FROM {string.Join(", ", All)};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {Schema} TO {Application};
            GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {Schema} TO {Application};
            REVOKE UPDATE, DELETE ON {Schema}.mt_events FROM {Application};
            REVOKE DELETE ON {Schema}.mt_streams FROM {Application};
            REVOKE UPDATE, DELETE ON {LedgerSchema.Leaves}, {LedgerSchema.Entries}, {LedgerSchema.Keys} FROM {Application};
            REVOKE DELETE ON {LedgerSchema.Tiles}, {LedgerSchema.Checkpoints} FROM {Application};
            GRANT SELECT, UPDATE (data, headers) ON {Schema}.mt_events TO {Eraser};
            GRANT SELECT, UPDATE (salts, erased) ON {LedgerSchema.Leaves} TO {Eraser};
            GRANT SELECT ON {string.Join(", ", views.Append(SearchSchema.Table).Concat(LedgerSchema.Open).Order(StringComparer.Ordinal).Prepend($"{Schema}.mt_streams").Prepend($"{Schema}.mt_events"))} TO {Auditor};
            """;
    }

    /// <summary>
    /// Grants the rights, where a table lacks them or they were granted by other rules than these. In one transaction: nobody sees the moment
    /// between a grant and what it takes back.
    /// </summary>
    /// <param name="store">The store, for the names of its tables.</param>
    /// <param name="owner">A connection of the owner.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static async Task GrantAsync(IDocumentStore store, NpgsqlConnection owner, CancellationToken cancellation)
    {
        var rights = Rights(store);
        var mark = "Rights " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rights)));
        await using var check = new NpgsqlCommand(
            $"""
            SELECT obj_description('{Schema}'::regnamespace, 'pg_namespace') = $1 AND NOT EXISTS (
              SELECT FROM pg_class
              WHERE relnamespace = '{Schema}'::regnamespace AND relkind IN ('r', 'p') AND NOT has_table_privilege('{Application}', oid, 'SELECT'))
            """,
            owner)
        { Parameters = { new() { Value = mark } } };
        if (await check.ExecuteScalarAsync(cancellation) is true)
            return;
        await using var grant = new NpgsqlCommand($"BEGIN; {rights} COMMENT ON SCHEMA {Schema} IS '{mark}'; COMMIT;", owner);
        await grant.ExecuteNonQueryAsync(cancellation);
    }
}
