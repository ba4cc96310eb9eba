using Marten;
using Microsoft.AspNetCore.Identity;
using Relations.Domain.Access;

namespace Relations.App.Access.Accounts;

/// <summary>Identity asks it before anybody signs in, by whatever means: a closed account lets nobody in.</summary>
/// <param name="store">The store.</param>
public sealed class OpenAccounts(IDocumentStore store) : IUserConfirmation<Credentials>
{
    /// <inheritdoc />
    public async Task<bool> IsConfirmedAsync(UserManager<Credentials> manager, Credentials user) => await FindAsync(user.Id) is not null;

    /// <summary>An account, unless it is closed.</summary>
    /// <param name="id">The account.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Account?> FindAsync(Guid id, CancellationToken cancellation = default)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Account>(id, cancellation) is { IsClosed: false } open ? open : null;
    }
}
