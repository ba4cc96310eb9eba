using System.Diagnostics;
using System.Text.RegularExpressions;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Partnerships;

/// <summary>Every rule of a partnership, on one screen.</summary>
public static partial class PartnershipDecider
{
    /// <inheritdoc cref="IRecordKind{TState, TCommand}.Decide" />
    public static Decision Decide(Partnership? state, PartnershipCommand command, DateOnly today) => (state, command) switch
    {
        (null, EstablishPartnership c) => Establish(c, today),
        ({ } s, JoinPartnership c) => Join(s, c, today),
        ({ } s, LeavePartnership c) => Leave(s, c, today),
        ({ } s, SetThemes c) => Themes(Open(s), c.Themes)
            .Record(() => new PartnershipThemesSet([.. c.Themes.Distinct()])),
        ({ } s, AssignFocalPoint c) => Dated(s, c.On, today).Text(c.User, nameof(c.User), Limits.Name)
            .Record(() => new PartnershipFocalPointAssigned(c.User, c.On)),
        ({ } s, SuspendPartnership c) => Step(s, c.On, today).Text(c.Why, nameof(c.Why), Limits.Text)
            .Require(s.Status != PartnershipStatus.Suspended, PartnershipRules.OnlyActiveIsSuspended, null, s.Status)
            .Record(() => new PartnershipSuspended(c.On, c.Why)),
        ({ } s, ResumePartnership c) => Step(s, c.On, today)
            .Require(s.Status != PartnershipStatus.Active, PartnershipRules.OnlySuspendedIsResumed, null, s.Status)
            .Record(() => new PartnershipResumed(c.On)),
        ({ } s, ClosePartnership c) => Step(s, c.On, today).Text(c.Why, nameof(c.Why), Limits.Text)
            .Record(() => new PartnershipClosed(c.On, c.Why)),
        ({ } s, CorrectPartnership c) => Correct(s, c, today),
        ({ } s, CorrectPartnershipParty c) => CorrectParty(s, c, today),
        ({ } s, RetractPartnershipParty c) => RetractParty(s, c),
        ({ } s, RetractPartnershipWithdrawal c) => new Deciding()
            .Require(s.FormerParty(c.Party) is not null, PartnershipRules.OnlyAFormerParty, nameof(c.Party))
            .Require(!s.HasParty(c.Party), PartnershipRules.JoinsOnce, nameof(c.Party))
            .Record(() => new PartnershipWithdrawalRetracted(c.Party)),
        _ => throw new UnreachableException($"{command.GetType().Name} on {(state is null ? "nothing" : "a partnership")}"),
    };

    private static Decision Establish(EstablishPartnership c, DateOnly today) => new Deciding()
        .Require(IsSlug(c.Slug), PartnershipRules.SlugShape, nameof(c.Slug))
        .Items(c.Parties, nameof(c.Parties), 2, Limits.Items)
        .OptionalText(c.Name, nameof(c.Name), Limits.Name)
        .Require(c.On is null || c.On.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.On))
        .Record(() => new PartnershipEstablished(c.Slug, [.. c.Parties.Distinct()], c.Name, c.On));

    private static Decision Join(Partnership s, JoinPartnership c, DateOnly today)
    {
        var left = s.FormerParty(c.Party)?.Until;
        return Dated(s, c.On, today)
            .Require(!s.HasParty(c.Party), PartnershipRules.JoinsOnce, nameof(c.Party))
            .Require(s.Parties.Count < Limits.Items, CommonRules.TooManyItems, nameof(c.Party), Limits.Items)
            .Require(!IsBefore(c.On, left), PartnershipRules.ReturnsAfterLeaving, nameof(c.On), left)
            .Record(() => new PartnershipPartyJoined(c.Party, c.On));
    }

    private static Decision Leave(Partnership s, LeavePartnership c, DateOnly today)
    {
        var joined = s.HasParty(c.Party) ? s.Party(c.Party)!.Since : null;
        return Dated(s, c.On, today)
            .OptionalText(c.Why, nameof(c.Why), Limits.Text)
            .Require(s.HasParty(c.Party), PartnershipRules.OnlyAParty, nameof(c.Party))
            .Require(!s.HasParty(c.Party) || s.Parties.Count > 2, PartnershipRules.TwoPartiesRemain, nameof(c.Party))
            .Require(!IsBefore(c.On, joined), PartnershipRules.LeavesAfterJoining, nameof(c.On), joined)
            .Record(() => new PartnershipPartyWithdrew(c.Party, c.On, c.Why));
    }

    private static Decision Correct(Partnership s, CorrectPartnership c, DateOnly today)
    {
        var since = c.Since ?? s.Since;
        var restated = c.Status is not null && c.Status != s.Status;
        var statusSince = c.StatusSince ?? (restated ? null : s.StatusSince);
        var after = new PartnershipFacts(
            c.Name == s.Name ? null : c.Name,
            c.Since == s.Since ? null : c.Since,
            c.Themes is null || c.Themes.SequenceEqual(s.Themes) ? null : c.Themes,
            c.FocalPoint == s.FocalPoint ? null : c.FocalPoint,
            restated ? c.Status : null,
            statusSince == s.StatusSince && !restated ? null : statusSince);
        var before = new PartnershipFacts(
            after.Name is null ? null : s.Name,
            after.Since is null ? null : s.Since,
            after.Themes is null ? null : s.Themes,
            after.FocalPoint is null ? null : s.FocalPoint,
            restated ? s.Status : null,
            restated || after.StatusSince is not null ? s.StatusSince : null);
        return Themes(new(), c.Themes ?? [])
            .OptionalText(c.Name, nameof(c.Name), Limits.Name)
            .OptionalText(c.FocalPoint, nameof(c.FocalPoint), Limits.Name)
            .Require(c.Since is null || c.Since.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.Since))
            .Require(c.StatusSince is null || c.StatusSince.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.StatusSince))
            .Require(!IsBefore(statusSince, since), PartnershipRules.NotBeforeItBegan, nameof(c.StatusSince), since)
            .Require(!AnyPartyBefore(s, since), PartnershipRules.NotBeforeItBegan, nameof(c.Since), since)
            .Require(after != new PartnershipFacts(), CommonRules.NothingChanged)
            .Record(() => new PartnershipCorrected(before, after));
    }

    private static Decision CorrectParty(Partnership s, CorrectPartnershipParty c, DateOnly today)
    {
        var party = s.Party(c.Party);
        var after = new PartnershipPartyFacts(
            c.Organisation == party?.Organisation ? null : c.Organisation,
            c.Since == party?.Since ? null : c.Since);
        var before = new PartnershipPartyFacts(
            after.Organisation is null ? null : party?.Organisation,
            after.Since is null ? null : party?.Since);
        return new Deciding()
            .Require(party is not null, PartnershipRules.OnlyAParty, nameof(c.Party))
            .Require(after.Organisation is not { } other || !s.HasParty(c.Party) || !s.HasParty(other),
                PartnershipRules.JoinsOnce, nameof(c.Organisation))
            .Require(c.Since is null || c.Since.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.Since))
            .Require(!IsBefore(c.Since, s.Since), PartnershipRules.NotBeforeItBegan, nameof(c.Since), s.Since)
            .Require(!IsBefore(party?.Until, c.Since), PartnershipRules.LeavesAfterJoining, nameof(c.Since), c.Since)
            .Require(after != new PartnershipPartyFacts(), CommonRules.NothingChanged)
            .Record(() => new PartnershipPartyCorrected(c.Party, before, after));
    }

    private static Decision RetractParty(Partnership s, RetractPartnershipParty c) => new Deciding()
        .Require(s.Party(c.Party) is not null, PartnershipRules.OnlyAParty, nameof(c.Party))
        .Require(!s.HasParty(c.Party) || s.Parties.Count > 2, PartnershipRules.TwoPartiesRemain, nameof(c.Party))
        .Record(() => new PartnershipPartyRetracted(c.Party));

    private static Deciding Open(Partnership s) => new Deciding()
        .Require(s.Status != PartnershipStatus.Closed, PartnershipRules.NothingAfterClosing);

    private static Deciding Dated(Partnership s, EdtfDate? on, DateOnly today) => Open(s)
        .Require(on is null || on.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(on))
        .Require(!IsBefore(on, s.Since), PartnershipRules.NotBeforeItBegan, nameof(on), s.Since);

    private static Deciding Step(Partnership s, EdtfDate on, DateOnly today) => Dated(s, on, today)
        .Require(!IsBefore(on, s.StatusSince), PartnershipRules.InOrder, nameof(on), s.StatusSince);

    private static Deciding Themes(Deciding deciding, IReadOnlyList<string> themes)
    {
        deciding.Items(themes, nameof(themes), 0, Limits.Items);
        foreach (var theme in themes.Take(Limits.Items))
            deciding.Text(theme, nameof(themes), Limits.Subject);
        return deciding;
    }

    private static bool AnyPartyBefore(Partnership s, EdtfDate? since) => s.Parties.Concat(s.FormerParties)
        .Any(p => IsBefore(p.Founding ? null : p.Since, since) || IsBefore(p.Until, since));

    private static bool IsBefore(EdtfDate? one, EdtfDate? other) =>
        one is not null && other is not null && one.CertainlyBefore(other);

    private static bool IsSlug(string? slug) => slug is { Length: >= 2 and <= Limits.Code } && SlugPattern().IsMatch(slug);

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex SlugPattern();
}
