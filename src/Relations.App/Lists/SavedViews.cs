using Marten;
using Microsoft.AspNetCore.WebUtilities;
using Relations.App.Access;
using Relations.App.Pages.Lists;
using Relations.App.Views;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Lists;

/// <summary>A name for the address of a list with its filters. It is its owner's, and no fact about institutions.</summary>
public sealed record SavedView
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The account that it is of.</summary>
    public required Guid Account { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The list, as it is named in addresses.</summary>
    public required string List { get; init; }

    /// <summary>The address, as the list itself writes it.</summary>
    public required string Address { get; init; }

    /// <summary>The role whose holders see it, too; null where it is its owner's alone.</summary>
    public Role? SharedWith { get; init; }
}

/// <summary>Keeps the views that somebody saved, and finds those that others share with them.</summary>
/// <param name="store">The store.</param>
/// <param name="current">Who asks.</param>
public sealed class SavedViews(IDocumentStore store, CurrentActor current)
{
    /// <summary>The most views of one person.</summary>
    public const int Most = 50;

    /// <summary>Characters of a name.</summary>
    public const int MostCharacters = 100;

    /// <summary>Views that are shown at most, one's own first.</summary>
    public const int MostShown = 200;

    private Guid Account => current.Actor.Account?.Value ?? Guid.Empty;

    /// <summary>Whether a view is of who asks.</summary>
    /// <param name="view">The view.</param>
    public bool IsOwn(SavedView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Account == Account;
    }

    /// <summary>One's own views and those shared with one, by name.</summary>
    /// <param name="list">Those of one list; null for all.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<SavedView>> ReadAsync(string? list, CancellationToken cancellation)
    {
        Role?[] held = [.. current.Actor.Grants.Select(g => (Role?)g.Role).Distinct()];
        await using var session = store.QuerySession();
        var seen = session.Query<SavedView>().Where(v => v.Account == Account || held.Contains(v.SharedWith));
        if (list is not null)
            seen = seen.Where(v => v.List == list);
        var found = await seen.OrderBy(v => v.Id).Take(MostShown).ToListAsync(cancellation);
        return [.. found.OrderByDescending(IsOwn).ThenBy(v => v.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>Saves a view.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="address">The address of a list.</param>
    /// <param name="sharedWith">The role whose holders see it, too.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The view, and what stands against it.</returns>
    public async Task<(SavedView? View, IReadOnlyList<Refusal> Refusals)> SaveAsync(
        string? name, string? address, Role? sharedWith, CancellationToken cancellation)
    {
        List<Refusal> refusals = [.. MistakesIn(name)];
        if (Normalised(address) is not var (list, written))
            refusals.Add(new(CommonRules.FieldUnreadable, "address", "/meetings?year=2016"));
        else if (refusals.Count == 0)
        {
            await using var session = store.LightweightSession();
            if (await session.Query<SavedView>().CountAsync(v => v.Account == Account, cancellation) >= Most)
                return (null, [new(CommonRules.TooManyItems, null, Most)]);
            var view = new SavedView
            {
                Id = Guid.CreateVersion7(),
                Account = Account,
                Name = name!.Trim(),
                List = list,
                Address = written,
                SharedWith = sharedWith,
            };
            session.Store(view);
            await session.SaveChangesAsync(cancellation);
            return (view, []);
        }

        return (null, refusals);
    }

    /// <summary>Gives one of one's own views another name.</summary>
    /// <param name="id">The view.</param>
    /// <param name="name">The name.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>What stands against it; null where there is no such view of who asks.</returns>
    public async Task<IReadOnlyList<Refusal>?> RenameAsync(Guid id, string? name, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<SavedView>(id, cancellation) is not { } view || !IsOwn(view))
            return null;
        var refusals = MistakesIn(name);
        if (refusals.Count == 0)
        {
            session.Store(view with { Name = name!.Trim() });
            await session.SaveChangesAsync(cancellation);
        }

        return refusals;
    }

    /// <summary>Removes one of one's own views.</summary>
    /// <param name="id">The view.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Whether there was such a view of who asks.</returns>
    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<SavedView>(id, cancellation) is not { } view || !IsOwn(view))
            return false;
        session.Delete(view);
        await session.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>
    /// An address as its list writes it, from the first page on: it is read into the list's own question and written back, so
    /// that nothing foreign is kept. Null where no list has it.
    /// </summary>
    /// <param name="address">The address.</param>
    internal static (string List, string Address)? Normalised(string? address)
    {
        if (address is null || address.Length > Limits.Reason)
            return null;
        var parts = address.Split('?', 2);
        var query = new QueryCollection(QueryHelpers.ParseQuery(parts.ElementAtOrDefault(1)));
        if (parts[0] == "/portfolio")
            return PortfolioQuestion.Read(query, out var asked).Count == 0 ? ("portfolio", (asked with { Page = 1 }).Address) : null;
        return RecordLists.All.FirstOrDefault(l => "/" + l.Name == parts[0]) is { } list && ListQuestion.Read(list, query, out var question).Count == 0
            ? (list.Name, (question with { Page = 1 }).AddressOf(list.Name))
            : null;
    }

    private static IReadOnlyList<Refusal> MistakesIn(string? name) => name?.Trim() switch
    {
        null or "" => [new(CommonRules.TextRequired, "name")],
        { Length: > MostCharacters } => [new(CommonRules.TextTooLong, "name", MostCharacters)],
        var given when given.Any(char.IsControl) => [new(CommonRules.TextUnreadable, "name")],
        _ => [],
    };
}
