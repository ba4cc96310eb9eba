using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using JasperFx.Events.Projections;
using Marten;
using Relations.App.Access;
using Relations.App.Access.Accounts;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.App.Views;
using Relations.Domain.Access;
using static Relations.App.Pages.Texts;

namespace Relations.App.Live;

/// <summary>Tells whoever has a partnership open how many facts were recorded since.</summary>
/// <param name="store">Says how far the timelines have come.</param>
/// <param name="accounts">Says what somebody may still read.</param>
/// <param name="scopes">Each look at the record has a scope of its own: what may be read may have changed since the last.</param>
/// <param name="clock">For the time between two looks.</param>
public sealed class LiveTimeline(IDocumentStore store, OpenAccounts accounts, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>The name of the message that facts were recorded.</summary>
    public const string Facts = "facts";

    /// <summary>How often it looks whether there is anything new.</summary>
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(2);

    /// <summary>After this the browser asks again, and shows its session again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private static readonly ShardName Timelines = new(nameof(TimelineEntry));

    /// <summary>Follows a partnership until the reader leaves, or may not read it any more.</summary>
    /// <param name="reader">Who follows.</param>
    /// <param name="key">The partnership's slug or id.</param>
    /// <param name="seen">How many facts their page counts.</param>
    /// <param name="cancellation">The reader has left, or the application stops.</param>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(
        Actor reader, string key, long seen, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return new("", "open") { ReconnectionInterval = Often };
        using var often = new PeriodicTimer(Often, clock);
        var (looked, told, until) = (-1L, seen, clock.GetUtcNow() + Longest);
        while (clock.GetUtcNow() < until)
        {
            var progress = await store.Advanced.ProjectionProgressFor(Timelines, token: cancellation);
            if (progress > looked)
            {
                looked = progress;
                if (await CountAsync(reader, key, cancellation) is not { } count)
                    yield break;
                if (count > told)
                {
                    told = count;
                    yield return new(count - seen == 1 ? Say("Live.One") : Say("Live.Many", count - seen), Facts);
                }
            }

            await often.WaitForNextTickAsync(cancellation);
        }
    }

    /// <summary>How many facts of the partnership they may read at this moment; null where they may read none any more.</summary>
    private async Task<long?> CountAsync(Actor reader, string key, CancellationToken cancellation)
    {
        if (reader.Account is not { } id || await accounts.FindAsync(id.Value, cancellation) is not { } account)
            return null;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Is(account.ToActor() with { Token = reader.Token }, LiveEndpoint.Route);
        var partnerships = scope.ServiceProvider.GetRequiredService<PartnershipReader>();
        return await partnerships.FindAsync(key, cancellation) is { } partnership
            ? (await partnerships.TimelineAsync(partnership, AsOf.Now, 0, 0, cancellation)).Total
            : null;
    }
}
