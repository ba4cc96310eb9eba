using System.Text.Json.Serialization;
using Relations.Domain.Recording;

namespace Relations.Domain.Access;

/// <summary>What an account may do. One account may hold several.</summary>
[JsonConverter(typeof(EnumNameConverter<Role>))]
public enum Role
{
    /// <summary>A liaison officer: reads and records in the partnerships given.</summary>
    Officer,

    /// <summary>A manager: reads the partnerships given, and assigns who answers for what.</summary>
    Manager,

    /// <summary>An auditor: reads everything with its history and records nothing.</summary>
    Auditor,

    /// <summary>An administrator: keeps the accounts. Reads no restricted record by that alone.</summary>
    Administrator,
}

/// <summary>A role, and over what it is held.</summary>
/// <param name="Role">The role.</param>
/// <param name="Over">
/// The partnerships it is held over; null for all, those of the future included. Only officers and managers are held to
/// partnerships.
/// </param>
public sealed record Grant(Role Role, IReadOnlyList<PartnershipId>? Over = null)
{
    /// <summary>Whether it is held over all partnerships.</summary>
    [JsonIgnore]
    public bool IsOverAll => Over is null;

    /// <summary>Whether it is held over a partnership.</summary>
    /// <param name="partnership">The partnership.</param>
    public bool Covers(Guid partnership) => Over is null || Over.Any(p => p.Value == partnership);
}

/// <summary>What a token of an account is good for. It never opens more than the account itself may do.</summary>
[JsonConverter(typeof(EnumNameConverter<TokenScope>))]
public enum TokenScope
{
    /// <summary>Reads what the account reads.</summary>
    Read,

    /// <summary>Records what the account may record.</summary>
    Record,

    /// <summary>Keeps accounts, where the account is an administrator's.</summary>
    Administer,

    /// <summary>Reads the calendar by a key in an address, as calendar programs do. Alone it opens nothing else.</summary>
    Calendar,
}
