using System.Data;
using System.Security.Cryptography;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using Relations.App.Access.Web;
using Relations.Ledger;
using Relations.Ledger.Notes;
using Relations.Ledger.Tree;

namespace Relations.App.Ledger;

/// <summary>
/// Signs checkpoints of the tree. The private key is in the database under the seal of the key ring, whose certificate is not; it is opened
/// for a signature and kept nowhere else.
/// </summary>
/// <param name="store">The database.</param>
/// <param name="settings">The name of the log, where one is set.</param>
/// <param name="services">Has the key ring, in a process that signs.</param>
/// <param name="clock">The time.</param>
internal sealed class CheckpointSigner(IDocumentStore store, LedgerSettings settings, IServiceProvider services, TimeProvider clock)
{
    /// <summary>Bytes of chance in the name of a log that nobody named.</summary>
    private const int ChanceInName = 8;

    /// <summary>Of all who sign or change the key at once, one does, whatever process it is: an advisory lock until the end of the transaction.</summary>
    private const string Alone = "SELECT pg_advisory_xact_lock(hashtextextended('relations.ledger', 0))";

    /// <summary>Makes the first key, where there is none.</summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="UnusableSettingException">The log has another name than the one that is set.</exception>
    public async Task EnsureKeyAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        if (await LedgerKey.AllAsync(connection, cancellation) is [.., var inUse])
        {
            if (settings.Origin is { } other && other != inUse.Origin)
                throw new UnusableSettingException($"The ledger has been called {inUse.Origin} since its first start, and cannot be called {other}.");
            return;
        }

        await using var transaction = await AloneAsync(connection, cancellation);
        if ((await LedgerKey.AllAsync(connection, cancellation)).Count == 0)
            await Sealed(SigningKey.Create(settings.Origin ?? $"relations/{RandomNumberGenerator.GetHexString(2 * ChanceInName, lowercase: true)}"), null).AddAsync(connection, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>All keys, the one in use last.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<LedgerKey>> KeysAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        return await LedgerKey.AllAsync(connection, cancellation);
    }

    /// <summary>The last checkpoint; null where none was signed.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<KeptCheckpoint?> LastAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        return await KeptCheckpoint.LastAsync(connection, cancellation);
    }

    /// <summary>
    /// Signs the tree as it is in the database, committed and so on the disk. Where nothing was recorded since the last checkpoint,
    /// nothing is signed.
    /// </summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The checkpoint; null where none was signed.</returns>
    public async Task<KeptCheckpoint?> SignAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var transaction = await AloneAsync(connection, cancellation);
        var (head, last) = (await LedgerHead.ReadAsync(connection, cancellation), await KeptCheckpoint.LastAsync(connection, cancellation));
        if (head.Size <= (last?.Size ?? 0))
            return null;
        var signed = await SignAsync(connection, head.Size, [Opened((await LedgerKey.AllAsync(connection, cancellation))[^1])], cancellation);
        await transaction.CommitAsync(cancellation);
        return signed;
    }

    /// <summary>
    /// Puts a new key into use. A checkpoint that both sign is the change-over: who trusts the old key can trust the new one, and who has
    /// neither cannot make one.
    /// </summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task RotateAsync(CancellationToken cancellation)
    {
        await EnsureKeyAsync(cancellation);
        await using var connection = await OpenAsync(cancellation);
        await using var transaction = await AloneAsync(connection, cancellation);
        var before = Opened((await LedgerKey.AllAsync(connection, cancellation))[^1]);
        var after = SigningKey.Create(before.Verifier.Name);
        var head = await LedgerHead.ReadAsync(connection, cancellation);
        var changeover = await SignAsync(connection, head.Size, [before, after], cancellation);
        await Sealed(after, changeover.Note).AddAsync(connection, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task<KeptCheckpoint> SignAsync(NpgsqlConnection connection, long size, SigningKey[] keys, CancellationToken cancellation)
    {
        var root = (await TileEdge.ReadAsync(new TileTable(connection), size, cancellation)).Root;
        var note = new Checkpoint(keys[0].Verifier.Name, size, root).Sign(keys);
        return await KeptCheckpoint.KeepAsync(connection, size, root.ToArray(), note.ToString(), clock.GetUtcNow(), cancellation);
    }

    private LedgerKey Sealed(SigningKey key, string? changeover)
    {
        var secret = key.ExportPrivateKey();
        try
        {
            return new()
            {
                Origin = key.Verifier.Name,
                Public = key.Verifier.ToString(),
                Sealed = Convert.ToBase64String(Protector.Protect(secret)),
                Since = clock.GetUtcNow(),
                Changeover = changeover,
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private SigningKey Opened(LedgerKey key)
    {
        var secret = Protector.Unprotect(Convert.FromBase64String(key.Sealed));
        try
        {
            return new(key.Origin, secret);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private IDataProtector Protector => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Relations.Ledger.SigningKey");

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(cancellation);
        return connection;
    }

    /// <summary>The leaves are read after the lock is had, in statements of their own: nobody signs an older tree after a younger one.</summary>
    private static async Task<NpgsqlTransaction> AloneAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
        await using var command = new NpgsqlCommand(Alone, connection, transaction);
        await command.ExecuteNonQueryAsync(cancellation);
        return transaction;
    }
}
