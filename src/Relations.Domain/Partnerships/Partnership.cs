using System.Text.Json.Serialization;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Partnerships;

/// <summary>Where a partnership stands.</summary>
[JsonConverter(typeof(EnumNameConverter<PartnershipStatus>))]
public enum PartnershipStatus
{
    /// <summary>The parties keep it up.</summary>
    Active,

    /// <summary>Laid to rest for a time.</summary>
    Suspended,

    /// <summary>Ended.</summary>
    Closed,
}

/// <summary>An organisation's time as a party.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Since">When it joined; null where nobody knows.</param>
/// <param name="Founding">Whether it was a party from the beginning.</param>
/// <param name="Until">When it withdrew; null for a present party.</param>
/// <param name="Why">Why it withdrew, where that is known.</param>
public sealed record PartnershipParty(
    OrganisationId Organisation,
    EdtfDate? Since,
    bool Founding = false,
    EdtfDate? Until = null,
    string? Why = null);

/// <summary>The continuing relation between two or more organisations: the unit that a manager follows.</summary>
public sealed record Partnership : RecordState, IRecordKind<Partnership, PartnershipCommand>
{
    /// <summary>Its permanent address, such as <c>can-oim</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>Its name where it has one; otherwise it goes by its parties.</summary>
    public string? Name { get; init; }

    /// <summary>The present parties, always two or more.</summary>
    public required IReadOnlyList<PartnershipParty> Parties { get; init; }

    /// <summary>Those that withdrew, in the order recorded. One that came back stands in both lists.</summary>
    public IReadOnlyList<PartnershipParty> FormerParties { get; init; } = [];

    /// <summary>What it works on.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>The account name of the liaison officer who answers for it on our side.</summary>
    public string? FocalPoint { get; init; }

    /// <summary>When it began; null where nobody knows.</summary>
    public EdtfDate? Since { get; init; }

    /// <summary>Where it stands.</summary>
    public PartnershipStatus Status { get; init; }

    /// <summary>When it was last suspended, resumed or closed.</summary>
    public EdtfDate? StatusSince { get; init; }

    /// <summary>Why it is suspended or closed.</summary>
    public string? StatusReason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Concerns Concerns => Concerns.Of([new PartnershipId(Id), .. Parties.Select(p => p.Organisation)]);

    /// <summary>Whether an organisation is a party now.</summary>
    /// <param name="organisation">The organisation.</param>
    public bool HasParty(OrganisationId organisation) => Parties.Any(p => p.Organisation == organisation);

    /// <summary>An organisation's time as a party: the present one, else the last one, else null.</summary>
    /// <param name="organisation">The organisation.</param>
    public PartnershipParty? Party(OrganisationId organisation) =>
        Parties.FirstOrDefault(p => p.Organisation == organisation) ?? FormerParty(organisation);

    /// <summary>The last time as a party that an organisation ended by withdrawing, or null.</summary>
    /// <param name="organisation">The organisation.</param>
    public PartnershipParty? FormerParty(OrganisationId organisation) =>
        FormerParties.LastOrDefault(p => p.Organisation == organisation);

    /// <inheritdoc />
    public static Partnership? Fold(Partnership? state, Guid id, Event @event) => (state, @event) switch
    {
        (null, PartnershipEstablished e) => new()
        {
            Id = id,
            Slug = e.Slug,
            Name = e.Name,
            Parties = [.. e.Parties.Select(p => new PartnershipParty(p, e.On, Founding: true))],
            Since = e.On,
        },
        (null, _) => null,
        (_, PartnershipPartyJoined e) => state with { Parties = [.. state.Parties, new(e.Party, e.On)] },
        (_, PartnershipPartyWithdrew e) => state.Withdraw(e),
        (_, PartnershipThemesSet e) => state with { Themes = e.Themes },
        (_, PartnershipFocalPointAssigned e) => state with { FocalPoint = e.User },
        (_, PartnershipSuspended e) => state.Stand(PartnershipStatus.Suspended, e.On, e.Why),
        (_, PartnershipResumed e) => state.Stand(PartnershipStatus.Active, e.On),
        (_, PartnershipClosed e) => state.Stand(PartnershipStatus.Closed, e.On, e.Why),
        (_, PartnershipCorrected { After: var after }) => state.Correct(after),
        (_, PartnershipPartyCorrected e) => state.Correct(e.Party, e.After),
        (_, PartnershipPartyRetracted e) => state.Replace(e.Party, []),
        (_, PartnershipWithdrawalRetracted e) => state.Restore(e.Party),
        _ => (Partnership)state.FoldCommon(@event),
    };

    /// <inheritdoc />
    public static Decision Decide(Partnership? state, PartnershipCommand command, DateOnly today) =>
        PartnershipDecider.Decide(state, command, today);

    private Partnership Stand(PartnershipStatus status, EdtfDate? on, string? why = null) =>
        this with { Status = status, StatusSince = on, StatusReason = why };

    private Partnership Withdraw(PartnershipPartyWithdrew e) => this with
    {
        Parties = [.. Parties.Where(p => p.Organisation != e.Party)],
        FormerParties =
        [
            .. FormerParties,
            .. Parties.Where(p => p.Organisation == e.Party).Select(p => p with { Until = e.On, Why = e.Why }),
        ],
    };

    private Partnership Restore(OrganisationId organisation)
    {
        var former = FormerParty(organisation)!;
        return this with
        {
            Parties = [.. Parties, former with { Until = null, Why = null }],
            FormerParties = [.. FormerParties.Where(p => p != former)],
        };
    }

    private Partnership Correct(PartnershipFacts after)
    {
        var standing = after.Status is { } status ? Stand(status, after.StatusSince) : this;
        return standing with
        {
            Name = after.Name ?? Name,
            Since = after.Since ?? Since,
            Themes = after.Themes ?? Themes,
            FocalPoint = after.FocalPoint ?? FocalPoint,
            StatusSince = after.StatusSince ?? standing.StatusSince,
            Parties = SinceTheBeginning(Parties, after.Since),
            FormerParties = SinceTheBeginning(FormerParties, after.Since),
        };
    }

    private Partnership Correct(OrganisationId organisation, PartnershipPartyFacts after)
    {
        var party = Party(organisation)!;
        return Replace(organisation, [party with
        {
            Organisation = after.Organisation ?? party.Organisation,
            Since = after.Since ?? party.Since,
            Founding = party.Founding && after.Since is null,
        }]);
    }

    private Partnership Replace(OrganisationId organisation, IReadOnlyList<PartnershipParty> by)
    {
        var party = Party(organisation);
        return this with
        {
            Parties = [.. Parties.SelectMany(p => p == party ? by : [p])],
            FormerParties = [.. FormerParties.SelectMany(p => p == party ? by : [p])],
        };
    }

    private static IReadOnlyList<PartnershipParty> SinceTheBeginning(IReadOnlyList<PartnershipParty> parties, EdtfDate? since) =>
        since is null ? parties : [.. parties.Select(p => p.Founding ? p with { Since = since } : p)];
}
