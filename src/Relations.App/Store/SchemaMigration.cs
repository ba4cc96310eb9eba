using JasperFx;
using Marten;
using Medallion.Threading.Postgres;
using Npgsql;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;
using Wolverine.Persistence.Durability;

namespace Relations.App.Store;

/// <summary>
/// Makes the schema what this version needs, with the owner's rights, and grants the other roles theirs. Done before the
/// application works, which has no rights to do so itself.
/// </summary>
/// <param name="logins">The ways into the database.</param>
/// <param name="services">The application, for what it needs in the schema.</param>
internal sealed class SchemaMigration(DatabaseLogins logins, IServiceProvider services) : IHostedService
{
    // Of several nodes that start at once, one changes the schema and the others find it done.
    private static readonly PostgresAdvisoryLockKey Key = new("relations-migration", allowHashing: true);

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => RunAsync(logins, services, cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Changes what is to be changed. Where there is no way in as owner, an operator does that; where one role does everything,
    /// the store does it by itself.
    /// </summary>
    /// <param name="logins">The ways into the database.</param>
    /// <param name="services">The application, for what it needs in the schema.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task RunAsync(DatabaseLogins logins, IServiceProvider services, CancellationToken cancellation)
    {
        if (logins.Owner is not { } owner || !logins.AreSeparate)
            return;

        var store = (DocumentStore)services.GetRequiredService<IDocumentStore>();
        IDatabase[] parts = [store.Storage.Database, (IDatabase)services.GetRequiredService<IMessageStore>()];

        // Not pooled: when this is done, no connection with the owner's rights is left in the process.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var alone = await new PostgresDistributedLock(Key, connection).AcquireAsync(cancellationToken: cancellation);
        foreach (var part in parts)
        {
            var migration = await Weasel.Core.SchemaMigration.DetermineAsync(connection, cancellation, [.. part.AllObjects()]);
            if (migration.Difference != SchemaPatchDifference.None)
                await new PostgresqlMigrator().ApplyAllAsync(connection, migration, AutoCreate.CreateOrUpdate, store.Options, cancellation);
        }

        await DatabaseRoles.GrantAsync(store, connection, cancellation);
    }
}
