using System.Security.Claims;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Relations.App.Access.Accounts;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using UUIDNext;

namespace Relations.App.Access.OpenIdConnect;

/// <summary>
/// Lets somebody in whom the provider vouches for. Who they are is the provider's subject, never a name or an address: those
/// can be given to another. What they may do is what the provider says at each sign-in, recorded like any other change of roles.
/// </summary>
/// <param name="settings">The provider.</param>
/// <param name="store">The store.</param>
/// <param name="recorder">The way into the record.</param>
/// <param name="users">The accounts' secrets.</param>
/// <param name="signIn">Signs in.</param>
/// <param name="log">The trail of access.</param>
/// <param name="logger">Told what goes wrong.</param>
public sealed class ProviderSignIn(
    ProviderSettings settings,
    IDocumentStore store,
    Recorder recorder,
    UserManager<Credentials> users,
    SignInManager<Credentials> signIn,
    AccessLog log,
    ILogger<ProviderSignIn> logger)
{
    private static readonly Guid Subjects = Guid.Parse("0c6fd3c5-7a5b-4b51-8c7e-5a8b0b8f2f61");

    /// <summary>In whose name accounts are opened and roles recorded. No account can have this name.</summary>
    private static readonly Actor Provider = Actor.Operator("OpenID Connect");

    /// <summary>Signs somebody in, or says why not.</summary>
    /// <param name="person">What the provider says of them, validated.</param>
    /// <param name="idToken">The token it was said in, kept for signing out.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Why they are not signed in; null where they are.</returns>
    public async Task<ProviderRefusal?> TryAsync(ClaimsPrincipal person, string idToken, CancellationToken cancellation)
    {
        var login = new UserLoginInfo(
            person.FindFirstValue(JwtRegisteredClaimNames.Iss)!, person.FindFirstValue(JwtRegisteredClaimNames.Sub)!, settings.Authority.Host);
        var due = settings.Roles.GrantsOf([.. person.FindAll(settings.RoleClaim).Select(c => c.Value)], await PartnershipsAsync(cancellation));
        var user = await users.FindByLoginAsync(login.LoginProvider, login.ProviderKey);
        if (user is null && due.Count == 0 && !settings.AdmitWithoutRole)
            return await RefuseAsync(AccessLog.Nobody, ProviderRefusal.NoRole, cancellation);
        if (user is null)
        {
            (user, var refusal) = await EnrolAsync(login, person, cancellation);
            if (user is null)
                return await RefuseAsync(AccessLog.Nobody, refusal, cancellation);
        }

        if (!await signIn.CanSignInAsync(user))
            return await RefuseAsync(user.Name, ProviderRefusal.Closed, cancellation);
        var account = await AccountAsync(user.Id, cancellation);
        if (settings.Roles.Count > 0)
            account = await GiveAsync(account!, due, cancellation);
        if (account!.Grants.Count == 0 && !settings.AdmitWithoutRole)
            return await RefuseAsync(user.Name, ProviderRefusal.NoRole, cancellation);

        var session = new AuthenticationProperties();
        session.StoreTokens([new() { Name = OpenIdConnectParameterNames.IdToken, Value = idToken }]);
        await signIn.SignInAsync(user, session, IdentityProvider.Scheme);
        await log.WriteAsync(user.Name, new SignedIn(Proof.Provider, Address), cancellation);
        return null;
    }

    private string? Address => signIn.Context.Connection.RemoteIpAddress?.ToString();

    private async Task<ProviderRefusal?> RefuseAsync(string name, ProviderRefusal refusal, CancellationToken cancellation)
    {
        await log.WriteAsync(name, new SignInRefused(Proof.Provider, Address: Address), cancellation);
        return refusal;
    }

    /// <summary>
    /// Opens the account of somebody who was never here. Its id follows from the subject: were the work cut off in the middle,
    /// the next sign-in finds what there is already and goes on.
    /// </summary>
    private async Task<(Credentials? User, ProviderRefusal Refusal)> EnrolAsync(
        UserLoginInfo login, ClaimsPrincipal person, CancellationToken cancellation)
    {
        var id = Uuid.NewNameBased(Subjects, $"{login.LoginProvider}\n{login.ProviderKey}");
        var name = users.NormalizeName(person.FindFirstValue(settings.NameClaim)) ?? "";
        if (await AccountAsync(id, cancellation) is { } cutOff)
            name = cutOff.Name;
        else if (await OpenAsync(id, name, person.FindFirstValue(settings.DisplayNameClaim) ?? name, cancellation) is { } refusal)
            return (null, refusal);

        var user = new Credentials
        {
            Id = id,
            Name = name,
            Logins = [new(login.LoginProvider, login.ProviderKey, login.ProviderDisplayName)],
        };
        (await users.CreateAsync(user)).MustSucceed();
        await log.WriteAsync(name, new CredentialSet(Proof.Provider, login.ProviderDisplayName), cancellation);
        return (user, default);
    }

    private async Task<ProviderRefusal?> OpenAsync(Guid id, string name, string displayName, CancellationToken cancellation) =>
        await recorder.RecordAsync(new(id, new OpenAccount(name, displayName, AccountOrigin.Provider), Provider), cancellation) switch
        {
            Outcome.Recorded => null,
            Outcome.Refused { Refusals: var rules } when rules.Any(r => r.Rule == AccountRules.NameTaken) => ProviderRefusal.NameTaken,
            Outcome.Refused => ProviderRefusal.Name,
            var other => throw new InvalidOperationException(other.GetType().Name),
        };

    /// <summary>Records what changed between the roles held and those due. Only accounts that the provider vouches for follow it.</summary>
    private async Task<Account> GiveAsync(Account account, IReadOnlyList<Grant> due, CancellationToken cancellation)
    {
        if (account.Origin != AccountOrigin.Provider)
            return account;
        long version = account.Version;
        foreach (var change in account.Grants.ChangesTo(due))
        {
            switch (await recorder.RecordAsync(new(account.Id, change, Provider) { SeenVersion = version }, cancellation))
            {
                case Outcome.Recorded recorded:
                    version = recorded.Version;
                    break;
                case Outcome.Refused refused: // the last administrator stays one, whatever the provider says
                    ProviderLog.NotRecorded(logger, change.GetType().Name, refused.Refusals[0].Rule.Code);
                    break;
                case var other:
                    throw new InvalidOperationException(other.GetType().Name);
            }
        }

        return (await AccountAsync(account.Id, cancellation))!;
    }

    private async Task<Account?> AccountAsync(Guid id, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Account>(id, cancellation);
    }

    private async Task<IReadOnlyDictionary<string, PartnershipId>> PartnershipsAsync(CancellationToken cancellation)
    {
        string[] slugs = [.. settings.Roles.SelectMany(rule => rule.Over ?? []).Distinct()];
        if (slugs.Length == 0)
            return new Dictionary<string, PartnershipId>();
        await using var session = store.QuerySession();
        return (await session.Query<Partnership>().Where(p => p.Slug.IsOneOf(slugs)).ToListAsync(cancellation))
            .ToDictionary(p => p.Slug, p => new PartnershipId(p.Id));
    }
}
