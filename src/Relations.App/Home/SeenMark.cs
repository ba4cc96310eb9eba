using Marten;
using Relations.App.Access;
using Relations.App.Views;

namespace Relations.App.Home;

/// <summary>How far somebody has seen what others record. It is an account's own, under the account's id, and no fact about institutions.</summary>
public sealed record SeenMark
{
    /// <summary>After so long without a look the next one is another visit: a reload shows the same again.</summary>
    public static readonly TimeSpan Visit = TimeSpan.FromMinutes(30);

    /// <summary>Looks closer together than this are not told apart, so that not every one is written.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);

    /// <summary>The account.</summary>
    public required Guid Id { get; init; }

    /// <summary>The last place in the order of recording that was seen before this visit.</summary>
    public required long Since { get; init; }

    /// <summary>When the visit before was; null on the first.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>The last place that was seen in this visit.</summary>
    public required long Latest { get; init; }

    /// <summary>When they last looked.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The mark after one more look.</summary>
    /// <param name="mark">The mark before; null where they look for the first time.</param>
    /// <param name="account">The account.</param>
    /// <param name="latest">The last place in the order of recording.</param>
    /// <param name="now">When they look.</param>
    public static SeenMark After(SeenMark? mark, Guid account, long latest, DateTimeOffset now) => mark switch
    {
        null => new() { Id = account, Since = latest, Latest = latest, At = now },
        _ when now - mark.At > Visit => mark with { Since = mark.Latest, Before = mark.At, Latest = Math.Max(mark.Latest, latest), At = now },
        _ when latest > mark.Latest || now - mark.At > Look => mark with { Latest = Math.Max(mark.Latest, latest), At = now },
        _ => mark,
    };
}

/// <summary>Keeps how far who asks has seen what others record.</summary>
/// <param name="store">The store.</param>
/// <param name="current">Who asks.</param>
/// <param name="clock">When they look.</param>
public sealed class SeenMarks(IDocumentStore store, CurrentActor current, TimeProvider clock)
{
    /// <summary>They look: the mark as it is now.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<SeenMark> LookAsync(CancellationToken cancellation)
    {
        var account = current.Actor.Account?.Value ?? Guid.Empty;
        await using var session = store.LightweightSession();
        var mark = await session.LoadAsync<SeenMark>(account, cancellation);

        // As far as the timelines have come: what they do not show yet is shown next time.
        var last = await session.Query<TimelineEntry>().OrderByDescending(e => e.Sequence).Select(e => e.Sequence).FirstOrDefaultAsync(cancellation);
        var now = SeenMark.After(mark, account, last, clock.GetUtcNow());
        if (now != mark)
        {
            session.Store(now);
            await session.SaveChangesAsync(cancellation);
        }

        return now;
    }
}
