using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Exceptions;
using Npgsql;
using Relations.Domain.Access;
using Relations.Domain.Recording;
using UUIDNext;

namespace Relations.App.Access;

/// <summary>Writes the trail of access: one stream of events for each account, and one for those who are nobody yet.</summary>
/// <param name="store">The store. Each entry is its own transaction, so that it stays whatever becomes of the work it is about.</param>
public sealed class AccessLog(IDocumentStore store)
{
    /// <summary>Under whose name stands what nobody known did.</summary>
    public const string Nobody = "anonymous";

    /// <summary>Each attempt that fails has let another entry pass: this is how many may be made at once.</summary>
    private const int MostAttempts = 20;

    private static readonly Guid Trails = Guid.Parse("6f2f4a34-5f0c-4d6b-9f7e-2a1f3f6f5b10");

    /// <summary>The stream with the trail of an account.</summary>
    /// <param name="name">The account's name.</param>
    public static Guid TrailOf(string name) => Uuid.NewNameBased(Trails, name);

    /// <summary>Writes an entry.</summary>
    /// <param name="name">The account's name; <see cref="Nobody"/> where there is none.</param>
    /// <param name="entry">What happened.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task WriteAsync(string name, AccessEvent entry, CancellationToken cancellation = default) =>
        WriteAsync(name, name, entry, cancellation);

    /// <summary>Writes an entry about an account that somebody else's doing is the cause of.</summary>
    /// <param name="name">The name of the account with the trail.</param>
    /// <param name="by">The name of the account that did it.</param>
    /// <param name="entry">What happened.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task WriteAsync(string name, string by, AccessEvent entry, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var session = store.LightweightSession();
            session.LastModifiedBy = by;
            session.Events.Append(TrailOf(name), entry);
            try
            {
                await session.SaveChangesAsync(cancellation);
                return;
            }
            catch (Exception e) when (attempt < MostAttempts && LostItsPlace(e))
            {
                // Somebody who asks for several things at once has several entries made at once, which take the next place in
                // the trail one after the other.
            }
        }
    }

    /// <summary>Whether another entry took the place in the trail; the very first one shows as a trail that is there already.</summary>
    private static bool LostItsPlace(Exception e) => e is ConcurrencyException
        or MartenCommandException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } };

    /// <summary>The last entries in the trail of an account, the newest first.</summary>
    /// <param name="name">The account's name.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<IEvent>> ReadAsync(string name, int most, CancellationToken cancellation = default)
    {
        var trail = TrailOf(name);
        await using var session = store.QuerySession();
        return await session.Events.QueryAllRawEvents()
            .Where(e => e.StreamId == trail).OrderByDescending(e => e.Sequence).Take(most).ToListAsync(cancellation);
    }

    /// <summary>A path as it is kept: not longer than a name, and without the query, which may hold what was searched for.</summary>
    /// <param name="path">The path.</param>
    public static string Shortened(string path) => path.Length <= Limits.Name ? path : path[..Limits.Name];
}
