using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using JasperFx.Events;
using Relations.App.Store;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;

namespace Relations.App.Search;

/// <summary>
/// What the search stands on in the database: the extensions, how words are read, and the table of entries. A part of the schema
/// like any other, so that a store set up by migration scripts has it too. The table is a view: where a new version needs another
/// one, the old is dropped and made again from the events.
/// </summary>
internal sealed class SearchSchema() : FeatureSchemaBase("search", new PostgresqlMigrator())
{
    /// <summary>The table of entries.</summary>
    public const string Table = $"{Schema}.search";

    /// <summary>How Spanish is read: without accents, in stems.</summary>
    public const string Spanish = $"{Schema}.es";

    /// <summary>How English is read.</summary>
    public const string English = $"{Schema}.en";

    /// <summary>The kinds whose names stand for other records, which refer to them by id alone.</summary>
    public const string NamedKinds = "kind in ('organisation', 'person', 'partnership')";

    private const string Schema = RelationsStore.Schema;

    /// <summary>
    /// Words of either language that say nothing are left out of both, or half of them would stand for all records. Accents go
    /// after that: without its accent «más» is another word.
    /// </summary>
    private const string Dictionaries =
        $"""
        DROP TABLE IF EXISTS {Table};
        DROP TEXT SEARCH CONFIGURATION IF EXISTS {Spanish}, {English};
        DROP TEXT SEARCH DICTIONARY IF EXISTS {Schema}.es_silent, {Schema}.en_silent;
        CREATE TEXT SEARCH DICTIONARY {Schema}.es_silent (TEMPLATE = pg_catalog.simple, STOPWORDS = spanish, ACCEPT = false);
        CREATE TEXT SEARCH DICTIONARY {Schema}.en_silent (TEMPLATE = pg_catalog.simple, STOPWORDS = english, ACCEPT = false);
        CREATE TEXT SEARCH CONFIGURATION {Spanish} (COPY = pg_catalog.spanish);
        CREATE TEXT SEARCH CONFIGURATION {English} (COPY = pg_catalog.english);
        ALTER TEXT SEARCH CONFIGURATION {Spanish} ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part
          WITH {Schema}.es_silent, {Schema}.en_silent, {Schema}.unaccent, pg_catalog.spanish_stem;
        ALTER TEXT SEARCH CONFIGURATION {English} ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part
          WITH {Schema}.es_silent, {Schema}.en_silent, {Schema}.unaccent, pg_catalog.english_stem;
        """;

    private static readonly string Entries =
        $"""
        CREATE TABLE {Table} (
          record uuid NOT NULL,
          part integer NOT NULL,
          kind text NOT NULL,
          title text,
          title_en text,
          names text NOT NULL,
          matter text NOT NULL,
          said text NOT NULL,
          passage text NOT NULL,
          starts integer NOT NULL,
          folded text NOT NULL,
          terms text[] NOT NULL,
          day date,
          dated text,
          state text,
          classification text NOT NULL,
          partnerships uuid[] NOT NULL,
          organisations uuid[] NOT NULL,
          people uuid[] NOT NULL,
          words tsvector NOT NULL GENERATED ALWAYS AS (
            {Weighted("names", 'A')} || {Weighted("matter", 'B')} || {Weighted("said", 'C')} || {Weighted("passage", 'D')} || array_to_tsvector(terms)) STORED,
          named tsvector GENERATED ALWAYS AS (CASE WHEN {NamedKinds} AND part = 0 THEN {Weighted("names", 'A')} || array_to_tsvector(terms) END) STORED,
          PRIMARY KEY (record, part)
        );
        ALTER TABLE {Table} ALTER words SET STATISTICS 1000;
        CREATE INDEX search_words ON {Table} USING gin (words) WITH (fastupdate = off);
        CREATE INDEX search_named ON {Table} USING gin (named) WITH (fastupdate = off) WHERE {NamedKinds};
        CREATE INDEX search_day ON {Table} (day DESC NULLS LAST);
        CREATE INDEX search_names_alike ON {Table} USING gin (folded {Schema}.gin_trgm_ops) WHERE {NamedKinds};
        CREATE INDEX search_titles_alike ON {Table} USING gin (folded {Schema}.gin_trgm_ops);
        """;

    /// <inheritdoc />
    public override IEnumerable<Type> DependentTypes() => [typeof(IEvent)];

    /// <inheritdoc />
    protected override IEnumerable<ISchemaObject> schemaObjects() => [new Whole()];

    private static string Weighted(string column, char weight) =>
        $"setweight(to_tsvector('{Spanish}', {column}) || to_tsvector('{English}', {column}), '{weight}')";

    private sealed class Whole : ISchemaObject
    {
        private static readonly string Make = (Dictionaries + "\n" + Entries).ReplaceLineEndings("\n");

        /// <summary>What the table was made by stands with it, so that a version that needs another one sees so.</summary>
        private static readonly string Mark = "Search " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Make)));

        public DbObjectName Identifier { get; } = PostgresqlProvider.Instance.Parse(Table);

        public void WriteCreateStatement(Migrator migrator, TextWriter writer) => writer.WriteLine(
            $"""
            {Extension("unaccent")}
            {Extension("pg_trgm")}
            {Make}
            COMMENT ON TABLE {Table} IS '{Mark}';
            DELETE FROM {Schema}.mt_event_progression WHERE name LIKE '{SearchProjection.ViewName}:%';
            """);

        public void WriteDropStatement(Migrator rules, TextWriter writer) => writer.WriteLine($"DROP TABLE IF EXISTS {Table};");

        public void ConfigureQueryCommand(Weasel.Core.DbCommandBuilder builder) =>
            builder.Append($"select 1 where obj_description(to_regclass('{Table}'), 'pg_class') = '{Mark}';");

        public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default) =>
            new SchemaObjectDelta(this, await reader.ReadAsync(ct) ? SchemaPatchDifference.None : SchemaPatchDifference.Create);

        public IEnumerable<DbObjectName> AllNames() => [Identifier];

        /// <summary>Both are trusted: who owns the database may make them. Where they are missing, who operates the server is told how to get them.</summary>
        private static string Extension(string name) =>
            $"""
            DO $make$ BEGIN
              IF NOT EXISTS (SELECT FROM pg_available_extensions WHERE name = '{name}') THEN
                RAISE EXCEPTION 'PostgreSQL lacks its extension {name}, which the search needs: install the server''s contrib package (on Debian it comes with the server; elsewhere postgresql-contrib)';
              END IF;
              CREATE EXTENSION IF NOT EXISTS {name} WITH SCHEMA {Schema};
              IF (SELECT extnamespace FROM pg_extension WHERE extname = '{name}') <> '{Schema}'::regnamespace THEN
                RAISE EXCEPTION 'The extension {name} is in another schema than {Schema}: run ALTER EXTENSION {name} SET SCHEMA {Schema}';
              END IF;
            END $make$;
            """;
    }
}
