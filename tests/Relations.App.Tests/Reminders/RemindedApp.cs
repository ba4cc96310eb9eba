using System.Net;
using System.Text.RegularExpressions;
using Marten;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Relations.App.Coming;
using Relations.App.Reminders;
using Relations.App.Tests.Coming;
using Relations.App.Tests.Reminders.Smtp;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using HostServer = Microsoft.AspNetCore.TestHost.TestServer;

namespace Relations.App.Tests.Reminders;

/// <summary>An application that sends mails, an officer who answers for a partnership there, and a clock that the test moves.</summary>
internal sealed partial class RemindedApp : IAsyncDisposable
{
    /// <summary>The officer's account.</summary>
    public const string Officer = "lucia.ramos";

    /// <summary>The day it starts on, a Monday.</summary>
    public static readonly DateOnly Today = new(2031, 3, 10);

    /// <summary>The day of this machine: the keys that sign people in are made by its clock, and facts are stamped by the database's.</summary>
    public static DateOnly Now { get; } = DateOnly.FromDateTime(DateTime.UtcNow);

    private readonly string database;

    private RemindedApp(string database, SmtpServer smtp, ScheduledApp app) => (this.database, Smtp, App) = (database, smtp, app);

    public SmtpServer Smtp { get; }

    public ScheduledApp App { get; private set; }

    public AccountId Account { get; private set; }

    public PartnershipId Partnership { get; private set; }

    private OrganisationId Can { get; set; }

    private OrganisationId Oim { get; set; }

    /// <summary>Where the officer's mails go: one mail server serves many tests.</summary>
    public string Address { get; } = $"{Guid.CreateVersion7():N}@example.org";

    public TestAccounts Accounts => new((HostServer)App.Services.GetRequiredService<IServer>());

    private ReminderBook Book => App.Services.GetRequiredService<ReminderBook>();

    public static async Task<RemindedApp> StartAsync(SmtpServer smtp, DateOnly? today = null)
    {
        var database = await TestServer.NewDatabaseAsync();
        var it = new RemindedApp(database, smtp, await ScheduledApp.StartAsync(database, today ?? Today, smtp.Settings));
        it.Can = new(await it.OpenAsync(Organisation("CAN")));
        it.Oim = new(await it.OpenAsync(Organisation("OIM")));
        it.Partnership = new(await it.OpenAsync(new EstablishPartnership("can-oim", [it.Can, it.Oim])));
        await it.RecordAsync(it.Partnership.Value, new AssignFocalPoint(Officer), 1);
        await it.OpenAsync(new LogMeeting([it.Partnership], EdtfDate.Parse("2026-01-10"))); // heard of within the longest time that may be asked for
        await it.Accounts.OpenAsync("administradora", new Grant(Role.Administrator)); // without one, nobody signs in
        it.Account = await it.Accounts.OpenWithPasswordAsync(Officer, new Grant(Role.Officer, [it.Partnership]));
        return it;
    }

    /// <summary>Says what the officer wants, and confirms the address by the link in the mail.</summary>
    public async Task WantsAsync(Func<ReminderSettings, ReminderSettings> change)
    {
        Assert.Equal(AddressQuestion.Sent, await Book.SaveAsync(change(Daily), Officer, default));
        var link = Link().Match((await MailsAsync()).Single().Text);
        Assert.True(await Book.ConfirmAsync(Guid.Parse(link.Groups["account"].Value), link.Groups["key"].Value, default));
    }

    /// <summary>A daily digest in Spanish; nothing is quiet, so that a test tells of what it recorded alone.</summary>
    public ReminderSettings Daily => new() { Id = Account.Value, Address = Address, Rhythm = DigestRhythm.Daily, Days = new(Quiet: ReminderDays.MostQuiet) };

    public Task<ReminderSettings> SettingsAsync() => Book.FindAsync(Account.Value, default);

    public Task<Guid> CommitmentAsync(string what, DateOnly due) =>
        OpenAsync(new MakeCommitment([Partnership], what, Can, [Oim], EdtfDate.Parse("2026-01-10"), EdtfDate.Of(due)));

    public Task<Guid> AgreementAsync(string title, DateOnly end) => OpenAsync(new AttestAgreement(
        [Partnership], AgreementType.CooperationAgreement, title, null, [Can, Oim], AgreementStatus.InForce, EdtfDate.Parse("2016-01-01"),
        AgreementTerm.EndingOn(EdtfDate.Of(end)), RenewalMode.ByExchangeOfLetters, NoticeMonths: 1));

    public async Task RecordAsync(Guid id, Command command, long seen) =>
        Assert.IsType<Recording.Outcome.Recorded>(await App.SendAsync(id, command, seen));

    /// <summary>Days pass, and the schedule runs once; then every digest that was due is sent, or waits for its next try.</summary>
    public async Task PassAsync(int days)
    {
        await App.ViewsAsync();
        App.Clock.Advance(TimeSpan.FromDays(days));
        await App.DeliverAsync(new RecordPassedTerms((await App.NextAsync())!.Value));
        await ScheduledApp.UntilAsync(async () => await MarkAsync() is not { Waiting: not null } || await App.WaitingAsync(typeof(SendDigest)) > 0);
    }

    /// <summary>The application ends, sleeps and starts again.</summary>
    public async Task SleepAsync(int days)
    {
        await App.ViewsAsync();
        var wakes = DateOnly.FromDateTime(App.Clock.GetUtcNow().UtcDateTime).AddDays(days);
        await App.DisposeAsync();
        App = await ScheduledApp.StartAsync(database, wakes, Smtp.Settings);
        await ScheduledApp.UntilAsync(async () => await MarkAsync() is not { Waiting: not null });
    }

    /// <summary>Brings what waits for another try at once.</summary>
    public async Task HurryAsync()
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "update relations.wolverine_incoming_envelopes set execution_time = now() where status = 'Scheduled' and message_type = $1", connection);
        command.Parameters.Add(new() { Value = typeof(SendDigest).FullName! });
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    /// <summary>The messages that nobody tries again.</summary>
    public async Task<long> GivenUpAsync()
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from relations.wolverine_dead_letters where message_type = $1", connection);
        command.Parameters.Add(new() { Value = typeof(SendDigest).FullName! });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task<DigestMark?> MarkAsync()
    {
        await using var session = App.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.LoadAsync<DigestMark>(Account.Value);
    }

    /// <summary>The mails to the officer, the oldest first.</summary>
    public async Task<IReadOnlyList<SmtpServer.Taken>> MailsAsync() => [.. (await Smtp.MailsAsync()).Where(m => m.To == Address)];

    /// <summary>The digests among them.</summary>
    public async Task<IReadOnlyList<SmtpServer.Taken>> DigestsAsync() =>
        [.. (await MailsAsync()).Where(m => m.Message.MessageId!.StartsWith("digest-", StringComparison.Ordinal))];

    /// <summary>A browser in which the officer has signed in.</summary>
    public async Task<HttpClient> SignedInAsync()
    {
        var browser = Accounts.Browser();
        using var answer = await TestAccounts.SignInAsync(browser, Officer);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <summary>The link in a mail that leads to an address, as a path.</summary>
    public static string LinkIn(string text, string address) =>
        Regex.Match(text, $@"https://relations\.example\.org(?<path>{Regex.Escape(address)}\S*)").Groups["path"].Value;

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static RegisterOrganisation Organisation(string acronym) =>
        new([new("es", acronym, acronym)], OrganisationKind.IntergovernmentalOrganisation);

    private async Task<Guid> OpenAsync(Command command)
    {
        var id = Guid.CreateVersion7();
        Assert.IsType<Recording.Outcome.Recorded>(await App.SendAsync(id, command));
        return id;
    }

    [GeneratedRegex(@"account=(?<account>\S+)&key=(?<key>\S+)")]
    private static partial Regex Link();
}
