using System.Diagnostics.CodeAnalysis;
using Marten;
using MimeKit;
using Relations.App.Access.Accounts;
using Relations.Domain.Recording;
using static Relations.App.Pages.Texts;

namespace Relations.App.Reminders;

/// <summary>Keeps what everybody wants to be reminded of, and asks whether an address is theirs.</summary>
/// <param name="store">The store.</param>
/// <param name="mailer">Sends the questions.</param>
/// <param name="clock">What time it is.</param>
public sealed class ReminderBook(IDocumentStore store, Mailer mailer, TimeProvider clock)
{
    /// <summary>The page that confirms an address.</summary>
    public const string ConfirmAddress = "/mail/confirm";

    /// <summary>The longest address (RFC 5321).</summary>
    public const int LongestAddress = 254;

    /// <summary>Questions a day: nobody fills another's mailbox from here.</summary>
    public const int MostAsked = 5;

    /// <summary>How long a question stands.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>What somebody wants; the defaults where they never said.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ReminderSettings> FindAsync(Guid account, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<ReminderSettings>(account, cancellation) ?? new() { Id = account };
    }

    /// <summary>The day of the last mail that somebody got; null where there was none.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<DateOnly?> ToldAsync(Guid account, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return (await session.LoadAsync<DigestMark>(account, cancellation))?.Told;
    }

    /// <summary>What stands against some settings, by field.</summary>
    /// <param name="wanted">The settings.</param>
    public static IReadOnlyDictionary<string, string> MistakesIn(ReminderSettings wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        Dictionary<string, string> mistakes = [];
        if (wanted.Address.Length > 0 && !IsAddress(wanted.Address))
            mistakes["address"] = Say("Reminders.AddressWrong");
        else if (wanted.Address.Length == 0 && wanted.Rhythm != DigestRhythm.Off)
            mistakes["address"] = Say("Reminders.AddressMissing");
        Bound("ends", wanted.Days.Ends, ReminderDays.MostAhead);
        Bound("notice", wanted.Days.Notice, ReminderDays.MostAhead);
        Bound("due", wanted.Days.Due, ReminderDays.MostAhead);
        Bound("quiet", wanted.Days.Quiet, ReminderDays.MostQuiet);
        if (wanted.Scope == DigestScope.Chosen && wanted.Partnerships.Count is 0 or > Limits.Items)
            mistakes["partnerships"] = Say("Reminders.ChooseSome", Limits.Items);
        return mistakes;

        void Bound(string field, int days, int most)
        {
            if (days < 1 || days > most)
                mistakes[field] = Say("Reminders.DaysBetween", most);
        }
    }

    /// <summary>Keeps what somebody wants. A new address is asked whether it is theirs before anything else goes there.</summary>
    /// <param name="wanted">What they want, without <see cref="MistakesIn"/>.</param>
    /// <param name="name">The name of their account.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>What became of the question, where one was due.</returns>
    public async Task<AddressQuestion> SaveAsync(ReminderSettings wanted, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        await using var session = store.LightweightSession();
        var kept = await session.LoadAsync<ReminderSettings>(wanted.Id, cancellation) ?? new() { Id = wanted.Id };
        var isSame = kept.Address.Equals(wanted.Address, StringComparison.OrdinalIgnoreCase);
        var next = wanted with
        {
            Version = kept.Version,
            StopKey = isSame && kept.StopKey.Length > 0 ? kept.StopKey : Secret.New(),
            Confirmation = isSame ? kept.Confirmation : null,
            AskedOn = kept.AskedOn,
            Asked = kept.Asked,

            // Whoever turns mails on today gets the first one for a period that begins after today.
            Since = !isSame || kept.Since is null ? null : kept.Rhythm == DigestRhythm.Off ? Today : kept.Since,
        };
        var (asked, key) = next is { Address.Length: > 0, Since: null } && !(isSame && IsOpen(kept.Confirmation)) ? Asked(next) : (next, null);
        Keep(session, asked);
        await session.SaveChangesAsync(cancellation);
        return next is not { Address.Length: > 0, Since: null } ? AddressQuestion.None
            : key is not null ? await AskAsync(asked, name, key, cancellation)
            : isSame && IsOpen(kept.Confirmation) ? AddressQuestion.Waiting : AddressQuestion.TooMany;
    }

    /// <summary>Asks once more whether an address is theirs; the question before is dead.</summary>
    /// <param name="account">The account.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<AddressQuestion> AskAgainAsync(Guid account, string name, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<ReminderSettings>(account, cancellation) is not { Address.Length: > 0, Since: null } kept)
            return AddressQuestion.None;
        if (Asked(kept) is not (var asked, { } key))
            return AddressQuestion.TooMany;
        Keep(session, asked);
        await session.SaveChangesAsync(cancellation);
        return await AskAsync(asked, name, key, cancellation);
    }

    /// <summary>The settings that a link confirms; null where it is not good, or no longer.</summary>
    /// <param name="account">The account in the link.</param>
    /// <param name="key">The key in it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ReminderSettings?> FindAsync(Guid account, string? key, CancellationToken cancellation) =>
        await FindAsync(account, cancellation) is { Confirmation: { } open } found && IsOpen(open) && Secret.IsOf(key, open.Hash) ? found : null;

    /// <summary>Confirms an address; mails go there from tomorrow.</summary>
    /// <param name="account">The account in the link.</param>
    /// <param name="key">The key in it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<bool> ConfirmAsync(Guid account, string? key, CancellationToken cancellation)
    {
        if (await FindAsync(account, key, cancellation) is not { } found)
            return false;
        await KeepAsync(found with { Confirmation = null, Since = Today }, cancellation);
        return true;
    }

    /// <summary>The settings that a key stops; null where there are none.</summary>
    /// <param name="key">The key in a mail.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ReminderSettings?> FindAsync(string? key, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(key))
            return null;
        await using var session = store.QuerySession();
        return await session.Query<ReminderSettings>().FirstOrDefaultAsync(s => s.StopKey == key, cancellation);
    }

    /// <summary>Stops the mails.</summary>
    /// <param name="key">The key in a mail.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Whether there is such a key.</returns>
    public async Task<bool> StopAsync(string? key, CancellationToken cancellation)
    {
        if (await FindAsync(key, cancellation) is not { } found)
            return false;
        if (found.Rhythm != DigestRhythm.Off)
            await KeepAsync(found with { Rhythm = DigestRhythm.Off }, cancellation);
        return true;
    }

    private static bool IsAddress(string written) =>
        written.Length <= LongestAddress && !written.Any(char.IsControl)
        && MailboxAddress.TryParse(written, out var box) && box.Address == written && box.Domain.Contains('.', StringComparison.Ordinal);

    private bool IsOpen([NotNullWhen(true)] Confirmation? confirmation) => confirmation is not null && clock.GetUtcNow() < confirmation.Expires;

    private (ReminderSettings Settings, string? Key) Asked(ReminderSettings settings)
    {
        var before = settings.AskedOn == Today ? settings.Asked : 0;
        if (before >= MostAsked)
            return (settings, null);
        var key = Secret.New();
        return (settings with { Confirmation = new(Secret.HashOf(key), clock.GetUtcNow() + Lifetime), AskedOn = Today, Asked = before + 1 }, key);
    }

    private async Task<AddressQuestion> AskAsync(ReminderSettings settings, string name, string key, CancellationToken cancellation)
    {
        var link = mailer.Settings?.Whole($"{ConfirmAddress}?account={settings.Id}&key={key}");
        try
        {
            await mailer.SendAsync(
                new(
                    $"confirmation-{settings.Id:N}-{Secret.HashOf(key)[..16]}", settings.Address, settings.Language, Say("Mail.ConfirmSubject"),
                    Say("Mail.ConfirmText", name, link, (int)Lifetime.TotalHours)),
                cancellation);
            return AddressQuestion.Sent;
        }
        catch (MailNotSentException)
        {
            return AddressQuestion.NotSent;
        }
    }

    private async Task KeepAsync(ReminderSettings settings, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        Keep(session, settings);
        await session.SaveChangesAsync(cancellation);
    }

    private static void Keep(IDocumentSession session, ReminderSettings settings)
    {
        if (settings.Version == 0)
            session.Insert(settings);
        else
            session.UpdateRevision(settings, settings.Version + 1);
    }
}

/// <summary>What became of the question whether an address is somebody's.</summary>
public enum AddressQuestion
{
    /// <summary>None was due.</summary>
    None,

    /// <summary>It went out.</summary>
    Sent,

    /// <summary>One is under way already.</summary>
    Waiting,

    /// <summary>The mail server did not take it.</summary>
    NotSent,

    /// <summary>There were enough today.</summary>
    TooMany,
}
