using System.Buffers;
using System.Text;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Npgsql;
using NpgsqlTypes;
using Relations.App.Access;
using Relations.App.Access.Web;
using Relations.App.Api;
using Relations.App.Partnerships;
using Relations.Domain.Access;
using Relations.Ledger.Notes;
using Relations.Ledger.Tree;

namespace Relations.App.Ledger;

/// <summary>
/// The log over HTTP, as C2SP tlog-tiles has it, so that a stranger's monitor can follow it. Checkpoint and hashes are for everybody: they
/// say nothing of what is recorded. Leaves, proofs of events and bundles name records and people, and are for auditors.
/// </summary>
internal static class LedgerEndpoints
{
    /// <summary>The prefix of the log.</summary>
    public const string Prefix = "/ledger";

    /// <summary>Where bundles are.</summary>
    public const string Bundle = $"{Prefix}/bundle";

    /// <summary>Where the proof of an event is.</summary>
    public const string Inclusion = "/api/ledger/proofs/inclusion";

    private const string Immutable = "public, max-age=31536000, immutable";

    /// <summary>Maps it.</summary>
    /// <param name="app">The application.</param>
    public static void MapLedger(this WebApplication app)
    {
        app.MapGet($"{Prefix}/checkpoint", CheckpointAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet($"{Prefix}/tile/{{**tile}}", TileAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet($"{Prefix}/tile/entries/{{**tile}}", EntriesAsync).ExcludeFromDescription();
        app.MapGet(Bundle, BundleAsync).RequireRateLimiting(RateLimits.Expensive).ExcludeFromDescription();
        app.MapGet(Inclusion, InclusionAsync).ExcludeFromDescription();
        app.MapGet("/api/ledger/proofs/consistency", ConsistencyAsync).ExcludeFromDescription();
    }

    /// <summary>Whether somebody may look at the ledger's state and sign checkpoints.</summary>
    /// <param name="actor">Who asks.</param>
    public static bool IsOpenTo(Actor actor) => actor.ReadsEverything || AccessPolicy.ForbidsKeepingAccounts(actor) is null;

    private static async Task<IResult> CheckpointAsync(HttpContext http, CheckpointSigner signer)
    {
        if (await signer.LastAsync(http.RequestAborted) is not { } last)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Text(last.Note, "text/plain", Encoding.UTF8);
    }

    private static async Task<IResult> TileAsync(string tile, HttpContext http, IDocumentStore store)
    {
        if (!TileId.TryParse($"tile/{tile}", out var id, out var isOfEntries) || isOfEntries)
            return Results.NotFound();
        await using var connection = await OpenAsync(store, http.RequestAborted);
        if (await new TileTable(connection).ReadAsync(id, http.RequestAborted) is not { } hashes || hashes.Length < id.Width * Relations.Ledger.Bytes32.Length)
            return Results.NotFound();
        http.Response.Headers.CacheControl = Immutable; // a tile of a width never changes
        return Results.Bytes(hashes[..(id.Width * Relations.Ledger.Bytes32.Length)]);
    }

    private static async Task<IResult> EntriesAsync(string tile, HttpContext http, IDocumentStore store, CurrentActor current)
    {
        if (!current.Actor.ReadsEverything)
            return Problems.Forbidden(AccountRules.AuditorsReadLedger);
        if (!TileId.TryParse($"tile/entries/{tile}", out var id, out _))
            return Results.NotFound();
        await using var connection = await OpenAsync(store, http.RequestAborted);
        await using var command = new NpgsqlCommand($"SELECT leaf FROM {LedgerSchema.Entries} WHERE index >= $1 AND index < $2 ORDER BY index", connection)
        {
            Parameters =
            {
                new() { Value = id.Index * TileId.FullWidth, NpgsqlDbType = NpgsqlDbType.Bigint },
                new() { Value = (id.Index * TileId.FullWidth) + id.Width, NpgsqlDbType = NpgsqlDbType.Bigint },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(http.RequestAborted);
        var (bundle, entries) = (new ArrayBufferWriter<byte>(), 0);
        for (; await reader.ReadAsync(http.RequestAborted); entries++)
            EntryBundle.Write(Encoding.UTF8.GetBytes(reader.GetString(0)), bundle);
        if (entries < id.Width)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.Bytes(bundle.WrittenMemory);
    }

    private static async Task<IResult> BundleAsync(string? partnership, HttpContext http, AuditBundles bundles, CheckpointSigner signer, PartnershipReader partnerships, CurrentActor current)
    {
        if (!current.Actor.ReadsEverything)
            return Problems.Forbidden(AccountRules.AuditorsReadLedger);
        var found = string.IsNullOrEmpty(partnership) ? null : await partnerships.FindAsync(partnership, http.RequestAborted);
        if (await signer.LastAsync(http.RequestAborted) is null || (found is null && !string.IsNullOrEmpty(partnership)))
            return Results.NotFound();
        return Results.Stream(output => bundles.WriteAsync(output, found?.Id, http.RequestAborted), "application/zip", $"audit-{found?.Slug ?? "bundle"}.zip");
    }

    private static async Task<IResult> InclusionAsync([FromQuery(Name = "event")] string? @event, HttpContext http, LedgerProofs proofs, CurrentActor current)
    {
        if (!current.Actor.ReadsEverything)
            return Problems.Forbidden(AccountRules.AuditorsReadLedger);
        return Guid.TryParse(@event, out var id) && await proofs.InclusionAsync(id, http.RequestAborted) is { } proof ? Results.Ok(proof) : Results.NotFound();
    }

    private static async Task<IResult> ConsistencyAsync(long? from, long? to, HttpContext http, LedgerProofs proofs, CurrentActor current)
    {
        if (!current.Actor.ReadsEverything)
            return Problems.Forbidden(AccountRules.AuditorsReadLedger);
        return from is { } size && await proofs.ConsistencyAsync(size, to, http.RequestAborted) is { } proof ? Results.Ok(proof) : Results.NotFound();
    }

    private static async Task<NpgsqlConnection> OpenAsync(IDocumentStore store, CancellationToken cancellation)
    {
        var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
