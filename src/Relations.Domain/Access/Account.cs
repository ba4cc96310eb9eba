using System.Text.Json.Serialization;
using Relations.Domain.Recording;

namespace Relations.Domain.Access;

/// <summary>Who vouches for the person behind an account.</summary>
[JsonConverter(typeof(EnumNameConverter<AccountOrigin>))]
public enum AccountOrigin
{
    /// <summary>This installation: the account signs in with a password or a passkey of its own.</summary>
    Local,

    /// <summary>The institution's identity provider, by OpenID Connect.</summary>
    Provider,
}

/// <summary>
/// Somebody, or some machine, that reads or records. What it may do is on record here, event by event; the secrets by which
/// it proves itself are not: they are kept apart, and change without leaving a trace of what they were.
/// </summary>
public sealed record Account : RecordState, IRecordKind<Account, AccountCommand>
{
    /// <summary>Its name: what it signs in with, and what everything it records stands under. Never given to another.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the person, as colleagues know it.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Who vouches for it.</summary>
    public required AccountOrigin Origin { get; init; }

    /// <summary>The roles it holds.</summary>
    public IReadOnlyList<Grant> Grants { get; init; } = [];

    /// <summary>Whether it is closed: nobody signs in with it any more.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Nothing: who holds which role is no fact of a partnership, and does not stand in its timeline.</summary>
    [JsonIgnore]
    public override Concerns Concerns => Concerns.None;

    /// <summary>Whether it keeps the accounts, now.</summary>
    [JsonIgnore]
    public bool IsAdministrator => !IsClosed && Grants.Any(g => g.Role == Role.Administrator);

    /// <summary>The account as one who reads and records.</summary>
    public Actor ToActor() => new(Name, IsClosed ? [] : Grants) { Account = new(Id) };

    /// <inheritdoc />
    public static Account? Fold(Account? state, Guid id, Event @event) => (state, @event) switch
    {
        (null, AccountOpened e) => new() { Id = id, Name = e.Name, DisplayName = e.DisplayName, Origin = e.Origin },
        (null, _) => null,
        (_, RoleGranted e) => state with { Grants = [.. state.Grants.Where(g => g.Role != e.Role), new(e.Role, e.Over)] },
        (_, RoleRevoked e) => state with { Grants = [.. state.Grants.Where(g => g.Role != e.Role)] },
        (_, AccountRenamed e) => state with { DisplayName = e.After },
        (_, AccountClosed) => state with { IsClosed = true },
        (_, AccountReopened) => state with { IsClosed = false },
        _ => (Account)state.FoldCommon(@event),
    };

    /// <inheritdoc />
    public static Decision Decide(Account? state, AccountCommand command, DateOnly today) => AccountDecider.Decide(state, command);
}
