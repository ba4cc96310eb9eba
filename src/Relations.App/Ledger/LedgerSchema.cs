using System.Data.Common;
using JasperFx.Events;
using Relations.App.Store;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;

namespace Relations.App.Ledger;

/// <summary>
/// The tables of the ledger, and what the database refuses to do with them: leaves are added and stay, but for a salt that an
/// erasure takes away; tiles and the notes of checkpoints only grow; no checkpoint names a smaller tree than one before. A part
/// of the schema like any other, so that a store set up by migration scripts has it too.
/// </summary>
internal sealed class LedgerSchema() : FeatureSchemaBase("ledger", new PostgresqlMigrator())
{
    /// <summary>
    /// A row for each leaf: its dense <c>index</c> from 0, the <c>sequence</c> and id of its <c>event</c>, the <c>salts</c> of its
    /// committed values by their pointers (RFC 6901; 64 hexadecimal digits each), and what is <c>erased</c>: by pointer the
    /// commitment that stands in the leaf, whose salt is gone.
    /// </summary>
    public const string Leaves = $"{Schema}.ledger_leaves";

    /// <summary>The leaf itself as it was hashed, by its index. It holds no text that a person wrote: those stand as commitments.</summary>
    public const string Entries = $"{Schema}.ledger_entries";

    /// <summary>The hashes of the tree in the tiles of C2SP tlog-tiles: up to 256 hashes of 32 bytes, one after another.</summary>
    public const string Tiles = $"{Schema}.ledger_tiles";

    /// <summary>The checkpoints signed, each with its size, its root and the note, cosignatures included.</summary>
    public const string Checkpoints = $"{Schema}.ledger_checkpoints";

    /// <summary>The keys that checkpoints were signed with, the last one in use: the public one, and the private one protected.</summary>
    public const string Keys = $"{Schema}.ledger_keys";

    private const string Schema = RelationsStore.Schema;

    /// <summary>A salt may go, if its commitment takes its place; nothing else of a leaf changes, and nobody but the eraser does it.</summary>
    private static readonly string Erase =
        $$"""
        BEGIN
          IF current_user <> '{{DatabaseRoles.Eraser}}'
              AND coalesce(has_column_privilege(to_regrole('{{DatabaseRoles.Eraser}}')::oid, TG_RELID, 'salts', 'UPDATE'), false) THEN
            RAISE EXCEPTION 'UPDATE of a leaf is refused: only {{DatabaseRoles.Eraser}} takes salts away' USING ERRCODE = 'restrict_violation';
          END IF;
          IF (NEW.index, NEW.sequence, NEW.event) IS DISTINCT FROM (OLD.index, OLD.sequence, OLD.event)
              OR NOT OLD.salts @> NEW.salts
              OR NOT coalesce(NEW.erased, '{}') @> coalesce(OLD.erased, '{}')
              OR EXISTS (SELECT FROM jsonb_object_keys(OLD.salts) k WHERE NOT NEW.salts ? k AND NOT coalesce(NEW.erased, '{}') ? k)
              OR EXISTS (SELECT FROM jsonb_object_keys(coalesce(NEW.erased, '{}')) k
                         WHERE NOT coalesce(OLD.erased, '{}') ? k AND (NEW.salts ? k OR NOT OLD.salts ? k)) THEN
            RAISE EXCEPTION 'UPDATE of a leaf is refused: only salts are taken away, and their commitments kept' USING ERRCODE = 'restrict_violation';
          END IF;
          RETURN NEW;
        END
        """;

    private static readonly string NotSmaller =
        $"""
        BEGIN
          IF EXISTS (SELECT FROM {Checkpoints} c WHERE c.size > NEW.size) THEN
            RAISE EXCEPTION 'INSERT of a checkpoint is refused: one of a larger tree was signed' USING ERRCODE = 'restrict_violation';
          END IF;
          RETURN NEW;
        END
        """;

    /// <summary>The tables that auditors may read: all but the keys.</summary>
    public static IReadOnlyList<string> Open { get; } = [Leaves, Entries, Tiles, Checkpoints];

    /// <inheritdoc />
    public override IEnumerable<Type> DependentTypes() => [typeof(IEvent)];

    /// <inheritdoc />
    protected override IEnumerable<ISchemaObject> schemaObjects() =>
    [
        new Tables(),
        new RecordGuard.Guard("ledger_leaves", "erase", "BEFORE UPDATE ON {0} FOR EACH ROW", Erase),
        new RecordGuard.Guard("ledger_leaves", "keep", RecordGuard.Keep, RecordGuard.Refuse),
        new RecordGuard.Guard("ledger_entries", "keep", Still, RecordGuard.Refuse),
        new RecordGuard.Guard(
            "ledger_tiles",
            "grow",
            "BEFORE UPDATE ON {0} FOR EACH ROW WHEN ((NEW.level, NEW.tile) <> (OLD.level, OLD.tile) OR substring(NEW.hashes for length(OLD.hashes)) <> OLD.hashes)",
            RecordGuard.Refuse),
        new RecordGuard.Guard("ledger_tiles", "keep", RecordGuard.Keep, RecordGuard.Refuse),
        new RecordGuard.Guard("ledger_checkpoints", "forward", "BEFORE INSERT ON {0} FOR EACH ROW", NotSmaller),
        new RecordGuard.Guard(
            "ledger_checkpoints",
            "grow",
            """
            BEFORE UPDATE ON {0} FOR EACH ROW WHEN ((NEW.id, NEW.size, NEW.root, NEW.at) IS DISTINCT FROM (OLD.id, OLD.size, OLD.root, OLD.at)
              OR NOT starts_with(NEW.note, OLD.note))
            """,
            RecordGuard.Refuse),
        new RecordGuard.Guard("ledger_checkpoints", "keep", RecordGuard.Keep, RecordGuard.Refuse),
        new RecordGuard.Guard("ledger_keys", "keep", Still, RecordGuard.Refuse),
    ];

    private const string Still = "BEFORE UPDATE OR DELETE OR TRUNCATE ON {0} FOR EACH STATEMENT";

    /// <summary>All tables, as one: they are made together.</summary>
    private sealed class Tables : ISchemaObject
    {
        private static readonly string Make =
            $"""
            CREATE TABLE IF NOT EXISTS {Leaves} (
              index bigint PRIMARY KEY CHECK (index >= 0),
              sequence bigint NOT NULL UNIQUE,
              event uuid NOT NULL UNIQUE,
              salts jsonb NOT NULL,
              erased jsonb
            );
            CREATE TABLE IF NOT EXISTS {Entries} (
              index bigint PRIMARY KEY REFERENCES {Leaves} (index),
              leaf text NOT NULL
            );
            CREATE TABLE IF NOT EXISTS {Tiles} (
              level smallint NOT NULL CHECK (level BETWEEN 0 AND 7),
              tile bigint NOT NULL CHECK (tile >= 0),
              hashes bytea NOT NULL CHECK (length(hashes) BETWEEN 32 AND 8192 AND length(hashes) % 32 = 0),
              PRIMARY KEY (level, tile)
            );
            ALTER TABLE {Tiles} ALTER hashes SET STORAGE EXTERNAL;
            CREATE TABLE IF NOT EXISTS {Checkpoints} (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              size bigint NOT NULL CHECK (size >= 0),
              root bytea NOT NULL CHECK (length(root) = 32),
              note text NOT NULL,
              at timestamptz NOT NULL
            );
            CREATE TABLE IF NOT EXISTS {Keys} (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              origin text NOT NULL,
              public text NOT NULL UNIQUE,
              private text NOT NULL,
              since timestamptz NOT NULL,
              changeover text
            );
            """;

        public DbObjectName Identifier { get; } = PostgresqlProvider.Instance.Parse(Leaves);

        public void WriteCreateStatement(Migrator migrator, TextWriter writer) => writer.WriteLine(Make.ReplaceLineEndings("\n"));

        public void WriteDropStatement(Migrator rules, TextWriter writer) =>
            writer.WriteLine($"DROP TABLE IF EXISTS {Entries}, {Leaves}, {Tiles}, {Checkpoints}, {Keys};");

        public void ConfigureQueryCommand(Weasel.Core.DbCommandBuilder builder) => builder.Append(
            $"select 1 where {string.Join(" and ", Open.Append(Keys).Select(table => $"to_regclass('{table}') is not null"))};");

        public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default) =>
            new SchemaObjectDelta(this, await reader.ReadAsync(ct) ? SchemaPatchDifference.None : SchemaPatchDifference.Create);

        public IEnumerable<DbObjectName> AllNames() => [.. Open.Append(Keys).Select(table => PostgresqlProvider.Instance.Parse(table))];
    }
}
