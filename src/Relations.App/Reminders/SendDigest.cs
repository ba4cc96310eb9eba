using System.Globalization;
using Marten;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Relations.App.Access;
using Relations.App.Access.Accounts;
using Relations.App.Pages.Calendar;
using Relations.App.Pages.Reminders;
using Relations.App.Recording;
using Relations.Domain.Recording;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Relations.App.Reminders;

/// <summary>Somebody's digest is due.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Period">The day that it is for, or the first of the week.</param>
public sealed record SendDigest(AccountId Account, DateOnly Period);

/// <summary>Finds whose digest is due, and sends the messages with the marks, in the transaction of the day's work.</summary>
/// <param name="mailer">Says whether mails are sent at all.</param>
public sealed class DueDigests(Mailer mailer)
{
    /// <summary>Sends a message for everybody whose period has begun: one for all the days that were slept through.</summary>
    /// <param name="today">The day.</param>
    /// <param name="session">The unit of work.</param>
    /// <param name="bus">Sends the messages when it is committed.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task QueueAsync(DateOnly today, IDocumentSession session, IMessageContext bus, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(bus);
        if (mailer.Settings is null)
            return;
        var wanted = await session.Query<ReminderSettings>().Where(s => s.Rhythm != DigestRhythm.Off && s.Since != null).ToListAsync(cancellation);
        var marks = (await session.LoadManyAsync<DigestMark>(cancellation, wanted.Select(s => s.Id))).ToDictionary(m => m.Id);
        foreach (var settings in wanted)
        {
            var mark = marks.GetValueOrDefault(settings.Id);
            if (settings.PeriodOn(today) is not { } period || period <= settings.Since || period <= mark?.Queued)
                continue;
            if (mark is null)
                session.Insert(new DigestMark { Id = settings.Id, Queued = period, Waiting = period });
            else
                session.UpdateRevision(mark with { Queued = period, Waiting = period }, mark.Version + 1);
            await bus.PublishAsync(new SendDigest(new(settings.Id), period));
        }
    }
}

/// <summary>Sends a digest, once for its period.</summary>
public static class SendDigestHandler
{
    private const string Held = $"select 1 from {Store.RelationsStore.Schema}.mt_doc_digestmark where id = ? for update";

    /// <summary>A mail server that is away for an hour loses no digest. What still fails then is in the dead letters.</summary>
    /// <param name="chain">How the message is handled.</param>
    public static void Configure(HandlerChain chain) => chain.OnAnyException()
        .ScheduleRetry(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1));

    /// <summary>Sends it, unless it was sent, or a later one is under way.</summary>
    /// <param name="due">The digest.</param>
    /// <param name="session">The unit of work; committed by the transactional middleware after the mail server took the mail.</param>
    /// <param name="digests">Writes and sends it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task Handle(SendDigest due, IDocumentSession session, Digests digests, CancellationToken cancellation)
    {
        // Held until the end: a twin that is delivered meanwhile waits, and then finds nothing to do.
        await session.BeginTransactionAsync(cancellation);
        await session.AdvancedSql.QueryAsync<int>(Held, cancellation, due.Account.Value);
        if (await session.LoadAsync<DigestMark>(due.Account.Value, cancellation) is not { } mark || mark.Waiting != due.Period)
            return;
        var told = await digests.SendAsync(due, mark.Told, cancellation) ?? mark.Told;
        session.UpdateRevision(mark with { Waiting = null, Told = told }, mark.Version + 1);
    }
}

/// <summary>Writes digests, for the mail and for its preview, and sends them.</summary>
/// <param name="accounts">Says who still has an account.</param>
/// <param name="book">Knows what they want.</param>
/// <param name="mailer">Hands mails over.</param>
/// <param name="scopes">Each digest is read in a scope of its own, for its reader.</param>
/// <param name="clock">What day it is.</param>
public sealed class Digests(OpenAccounts accounts, ReminderBook book, Mailer mailer, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>The page that the reading is done for, in the trail of access.</summary>
    private const string Path = "/account/reminders";

    /// <summary>Sends a digest, where there is anything to tell to somebody who still wants it.</summary>
    /// <param name="due">The digest.</param>
    /// <param name="told">The day of the one before.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The day of the mail; null where none was sent.</returns>
    /// <exception cref="MailNotSentException">The mail server did not take it.</exception>
    public async Task<DateOnly?> SendAsync(SendDigest due, DateOnly? told, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(due);
        var settings = await book.FindAsync(due.Account.Value, cancellation);
        if (!settings.IsOn || mailer.Settings is not { } mail || await accounts.FindAsync(settings.Id, cancellation) is not { } account)
            return null;
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(settings.Language);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Is(account.ToActor(), Path);
        var digest = await scope.ServiceProvider.GetRequiredService<DigestReader>().ReadAsync(settings, told, cancellation);
        if (!digest.IsWorth(settings.Rhythm))
            return null;
        var words = await WordsAsync(digest, scope.ServiceProvider.GetRequiredService<RecordReader>(), cancellation);
        await mailer.SendAsync(
            new(
                string.Create(CultureInfo.InvariantCulture, $"digest-{settings.Id:N}-{due.Period:yyyyMMdd}"),
                settings.Address,
                settings.Language,
                words.Subject,
                words.ToText(mail, StopLink(settings)),
                await HtmlAsync(scope.ServiceProvider, words, mail, settings),
                StopLink(settings)),
            cancellation);
        return DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>What a digest says, in the language of this moment.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="records">Reads names, for whoever it is told to.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<DigestWords> WordsAsync(Digest digest, RecordReader records, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(digest);
        List<Coming.ComingDate> dates = [.. digest.Overdue.Items.Concat(digest.Notices.Items).Concat(digest.Ends.Items).Concat(digest.Due.Items).Select(d => d.Date)];
        return DigestWords.Of(digest, await ComingNames.OfAsync(dates, records, CultureInfo.CurrentUICulture, cancellation));
    }

    private static string StopLink(ReminderSettings settings) => $"{MailStop.Address}?key={settings.StopKey}";

    private static async Task<string> HtmlAsync(IServiceProvider services, DigestWords words, MailSettings mail, ReminderSettings settings)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(DigestMail.Words)] = words,
                [nameof(DigestMail.Site)] = mail.Whole(""),
                [nameof(DigestMail.StopLink)] = StopLink(settings),
            });
            return (await renderer.RenderComponentAsync<DigestMail>(parameters)).ToHtmlString();
        });
    }
}
