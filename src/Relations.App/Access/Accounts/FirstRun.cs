using System.Collections.Concurrent;
using Marten;
using Microsoft.AspNetCore.Identity;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Access.Accounts;

/// <summary>
/// The way in before anybody has one: while there is no administrator, the program prints a one-time link at each start. Its
/// key is in memory alone, and only as a hash. With the first administrator the link is dead.
/// </summary>
/// <param name="store">The store.</param>
public sealed class FirstRun(IDocumentStore store) : IDisposable
{
    /// <summary>The page that the link leads to.</summary>
    public const string Address = "/account/first-run";

    /// <summary>The page that tells everybody else where the link is.</summary>
    public const string NotSetUp = "/account/not-set-up";

    private readonly SemaphoreSlim gate = new(1);
    private volatile bool over;
    private readonly ConcurrentBag<string> hashes = [];

    /// <summary>Makes a new key; whoever brings it may make the first administrator.</summary>
    public string NewKey()
    {
        var key = Secret.New();
        hashes.Add(Secret.HashOf(key));
        return key;
    }

    /// <summary>Whether there is no administrator yet.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<bool> IsNeededAsync(CancellationToken cancellation = default)
    {
        if (over)
            return false;
        await using var session = store.QuerySession();
        over = await session.Query<Account>().AnyAsync(a => !a.IsClosed && a.Grants.Any(g => g.Role == Role.Administrator), cancellation);
        return !over;
    }

    /// <summary>Whether somebody brought the key, and it is still good.</summary>
    /// <param name="key">What they brought.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<bool> IsOpenToAsync(string? key, CancellationToken cancellation) =>
        hashes.Any(hash => Secret.IsOf(key, hash)) && await IsNeededAsync(cancellation);

    /// <summary>Does something for whoever brought the key, once at a time.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="key">What they brought.</param>
    /// <param name="work">What is done.</param>
    /// <param name="otherwise">What comes of it where the key is not, or no longer, good.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<T> WithAsync<T>(string? key, Func<Task<T>> work, T otherwise, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            return await IsOpenToAsync(key, cancellation) ? await work() : otherwise;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => gate.Dispose();
}

/// <summary>Who the first administrator is to be.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="DisplayName">The name of the person.</param>
/// <param name="Password">The password.</param>
/// <param name="Records">Whether they also record, as a liaison officer over all partnerships.</param>
public sealed record FirstAdministrator(string Name, string DisplayName, string Password, bool Records);

/// <summary>What became of an account: the secrets that came to be, or what stands against it.</summary>
/// <param name="Credentials">The secrets; null where nothing was made.</param>
/// <param name="Refusals">The rules of the record that stand against it.</param>
/// <param name="Mistake">What is wrong with the password.</param>
public sealed record Enrolment(Credentials? Credentials, IReadOnlyList<Refusal> Refusals, PasswordMistake? Mistake = null)
{
    /// <summary>The link is not good, or no longer.</summary>
    public static Enrolment DeadLink { get; } = new(null, []);
}

/// <summary>Makes the first administrator, by the commands that make every account.</summary>
/// <param name="firstRun">The link's key.</param>
/// <param name="recorder">The way into the record.</param>
/// <param name="users">The accounts' secrets.</param>
/// <param name="log">The trail of access.</param>
public sealed class FirstAdministrators(FirstRun firstRun, Recorder recorder, UserManager<Credentials> users, AccessLog log)
{
    /// <summary>Makes the first administrator.</summary>
    /// <param name="key">The key of the link.</param>
    /// <param name="first">Who it is to be.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<Enrolment> MakeAsync(string? key, FirstAdministrator first, CancellationToken cancellation) =>
        firstRun.WithAsync(key, () => MakeAsync(first, cancellation), Enrolment.DeadLink, cancellation);

    private async Task<Enrolment> MakeAsync(FirstAdministrator first, CancellationToken cancellation)
    {
        if (PasswordRules.Mistake(first.Password, first.Name) is { } mistake)
            return new(null, [], mistake);
        var id = Guid.CreateVersion7();
        var refusals = await RecordAsync(id, new OpenAccount(first.Name, first.DisplayName), first.Name, null, cancellation);
        if (refusals.Count > 0)
            return new(null, refusals);

        // The role comes last: until then the link stays good, whatever happens in between.
        var credentials = new Credentials { Id = id, Name = first.Name };
        (await users.CreateAsync(credentials, first.Password)).MustSucceed();
        await log.WriteAsync(first.Name, new CredentialSet(Proof.Password), cancellation);
        Role[] roles = first.Records ? [Role.Officer, Role.Administrator] : [Role.Administrator];
        foreach (var (i, role) in roles.Index())
            refusals = await RecordAsync(id, new GrantRole(role), first.Name, i + 1, cancellation);
        return new(credentials, refusals);
    }

    private async Task<IReadOnlyList<Refusal>> RecordAsync(
        Guid id, AccountCommand command, string name, long? seen, CancellationToken cancellation) =>
        await recorder.RecordAsync(new(id, command, Actor.Operator(name)) { SeenVersion = seen }, cancellation) switch
        {
            Outcome.Recorded => [],
            Outcome.Refused refused => refused.Refusals,
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
}
