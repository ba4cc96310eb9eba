using System.Data.Common;
using Weasel.Core;
using Weasel.Postgresql;

namespace Relations.App.Store;

/// <summary>
/// An index that the store does not make by itself. It is a part of the schema like any other, so that a store set up by migration scripts
/// has it too; the store must be told to leave it alone when it compares the table.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="name">The index's name.</param>
/// <param name="definition">What follows the table in SQL: the columns, with the method before and the condition after them.</param>
internal sealed class SchemaIndex(string table, string name, string definition) : ISchemaObject
{
    /// <summary>The table.</summary>
    public string Table { get; } = table;

    /// <summary>The index's name.</summary>
    public string Name { get; } = name;

    /// <inheritdoc />
    public DbObjectName Identifier => PostgresqlProvider.Instance.Parse($"{RelationsStore.Schema}.{Name}");

    /// <summary>The table of the documents of a type.</summary>
    /// <param name="document">The type.</param>
    public static string TableOf(Type document) => $"mt_doc_{document.Name.ToLowerInvariant()}";

    /// <inheritdoc />
    public void WriteCreateStatement(Migrator migrator, TextWriter writer) =>
        writer.WriteLine($"CREATE INDEX IF NOT EXISTS {Name} ON {RelationsStore.Schema}.{Table} {definition};");

    /// <inheritdoc />
    public void WriteDropStatement(Migrator rules, TextWriter writer) => writer.WriteLine($"DROP INDEX IF EXISTS {Identifier};");

    /// <inheritdoc />
    public void ConfigureQueryCommand(Weasel.Core.DbCommandBuilder builder) =>
        builder.Append($"select 1 from pg_indexes where schemaname = '{RelationsStore.Schema}' and indexname = '{Name}';");

    /// <inheritdoc />
    public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default) =>
        new SchemaObjectDelta(this, await reader.ReadAsync(ct) ? SchemaPatchDifference.None : SchemaPatchDifference.Create);

    /// <inheritdoc />
    public IEnumerable<DbObjectName> AllNames() => [Identifier];
}
