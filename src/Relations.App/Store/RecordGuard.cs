using System.Data.Common;
using JasperFx.Events;
using Relations.App.People;
using Relations.Domain.People;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;

namespace Relations.App.Store;

/// <summary>
/// What the database itself refuses to whoever asks, the owner of the tables too: events are added and never changed or
/// removed, but for the masking of erased data; streams only grow. It also stamps the moment of recording, so that no
/// client's clock counts. A part of the schema like any other, so that a store set up by migration scripts has it too.
/// </summary>
internal sealed class RecordGuard() : FeatureSchemaBase("guard", new PostgresqlMigrator())
{
    private const string Schema = RelationsStore.Schema;

    /// <summary>What a function looks names up in: nothing that somebody else may have put in the way.</summary>
    private const string Path = "pg_catalog, pg_temp";

    /// <summary>When rows are removed.</summary>
    internal const string Keep = "BEFORE DELETE OR TRUNCATE ON {0} FOR EACH STATEMENT";

    /// <summary>Refuses whatever is tried.</summary>
    internal static readonly string Refuse =
        $"""
        BEGIN
          RAISE EXCEPTION '% of %.% is refused: the record is only added to', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END
        """;

    private static readonly string Stamp =
        """
        BEGIN
          NEW.timestamp := transaction_timestamp();
          RETURN NEW;
        END
        """;

    /// <summary>
    /// Where the eraser has its rights in this database, nobody else masks; where one role does everything, there is nobody else.
    /// </summary>
    private static readonly string Mask =
        $"""
        BEGIN
          IF current_user <> '{DatabaseRoles.Eraser}'
              AND coalesce(has_column_privilege(to_regrole('{DatabaseRoles.Eraser}')::oid, TG_RELID, 'data', 'UPDATE'), false) THEN
            RAISE EXCEPTION 'UPDATE of an event is refused: only {DatabaseRoles.Eraser} masks events' USING ERRCODE = 'restrict_violation';
          END IF;
          IF to_jsonb(NEW) - 'data' - 'headers' IS DISTINCT FROM to_jsonb(OLD) - 'data' - 'headers' THEN
            RAISE EXCEPTION 'UPDATE of an event is refused: only its data are masked' USING ERRCODE = 'restrict_violation';
          END IF;
          IF NOT EXISTS (
              SELECT FROM {Schema}.mt_events m WHERE m.type = '{EventTypes.All[typeof(PersonDataMasked)]}'
                AND m.data @> jsonb_build_object('events', jsonb_build_array(jsonb_build_object('sequence', OLD.seq_id, 'event', OLD.id)))) THEN
            RAISE EXCEPTION 'UPDATE of an event is refused: no erasure of it is on record' USING ERRCODE = 'restrict_violation';
          END IF;
          RETURN NEW;
        END
        """;

    /// <summary>The condition is in the trigger and not in its function, so that a stream that grows pays for no call.</summary>
    private const string Backwards =
        """
        BEFORE UPDATE ON {0} FOR EACH ROW WHEN (NEW.version < OLD.version OR NEW.id <> OLD.id OR NEW.type IS DISTINCT FROM OLD.type
          OR NEW.created IS DISTINCT FROM OLD.created OR NEW.is_archived)
        """;

    /// <inheritdoc />
    public override IEnumerable<Type> DependentTypes() => [typeof(IEvent)];

    /// <inheritdoc />
    protected override IEnumerable<ISchemaObject> schemaObjects() =>
    [
        new Guard("mt_events", "stamp", "BEFORE INSERT ON {0} FOR EACH ROW", Stamp),
        new Guard("mt_events", "mask", "BEFORE UPDATE ON {0} FOR EACH ROW", Mask),
        new Guard("mt_events", "keep", Keep, Refuse),
        new Guard("mt_streams", "forward", Backwards, Refuse),
        new Guard("mt_streams", "keep", Keep, Refuse),
    ];

    /// <summary>A trigger and its function, of one name.</summary>
    internal sealed class Guard(string table, string name, string when, string body) : ISchemaObject
    {
        private readonly string table = $"{Schema}.{table}";
        private readonly string trigger = $"{table}_{name}";
        private readonly string when = string.Format(null, when.ReplaceLineEndings("\n"), $"{Schema}.{table}");
        private readonly string body = body.ReplaceLineEndings("\n");

        public DbObjectName Identifier => PostgresqlProvider.Instance.Parse($"{Schema}.{trigger}");

        /// <summary>The comment keeps the condition as it is written here: PostgreSQL keeps it in words of its own.</summary>
        public void WriteCreateStatement(Migrator migrator, TextWriter writer) => writer.WriteLine(
            $"""
            CREATE OR REPLACE FUNCTION {Schema}.{trigger}() RETURNS trigger LANGUAGE plpgsql SET search_path = {Path} AS {Quoted(body)};
            DROP TRIGGER IF EXISTS {trigger} ON {table};
            CREATE TRIGGER {trigger} {when} EXECUTE FUNCTION {Schema}.{trigger}();
            COMMENT ON TRIGGER {trigger} ON {table} IS {Quoted(when)};
            """);

        public void WriteDropStatement(Migrator rules, TextWriter writer) =>
            writer.WriteLine($"DROP FUNCTION IF EXISTS {Schema}.{trigger}() CASCADE;");

        public void ConfigureQueryCommand(Weasel.Core.DbCommandBuilder builder) => builder.Append(
            $"""
            select 1 from pg_trigger t join pg_proc p on p.oid = t.tgfoid
            where t.tgrelid = to_regclass('{table}') and t.tgname = '{trigger}' and t.tgenabled = 'O'
              and p.prosrc = {Quoted(body)} and p.proconfig = array['search_path={Path}'] and obj_description(t.oid, 'pg_trigger') = {Quoted(when)};
            """);

        public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default) =>
            new SchemaObjectDelta(this, await reader.ReadAsync(ct) ? SchemaPatchDifference.None : SchemaPatchDifference.Create);

        public IEnumerable<DbObjectName> AllNames() => [Identifier];

        private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }
}
