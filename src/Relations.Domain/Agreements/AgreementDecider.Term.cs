using Relations.Domain.Recording;
using Relations.Domain.Time;
using static Relations.Domain.Agreements.AgreementStatus;

namespace Relations.Domain.Agreements;

/// <content>How long an agreement runs.</content>
public static partial class AgreementDecider
{
    private const int MostMonths = 1_200;
    private const int MostGraceDays = 3_650;

    private static Decision Amend(Agreement s, AmendAgreement c, DateOnly today)
    {
        var now = s.Conditions;
        var then = new AgreementConditions(
            c.Term ?? now.Term,
            c.Renewal ?? now.Renewal,
            c.RenewalMonths ?? now.RenewalMonths,
            c.NoticeMonths ?? now.NoticeMonths,
            c.GraceDays ?? now.GraceDays,
            c.ReviewOn ?? now.ReviewOn);
        return In(s, AgreementRules.AmendedOnceSigned, Signed, ProvisionallyApplied, InForce, Suspended, NoticeGiven)
            .Happened(c.On, today)
            .Text(c.Summary, nameof(c.Summary), Limits.Text)
            .Conditions(then, s.InForceOn)
            .Room(s.Changes)
            .Record(() => new AgreementAmended(s.LastEntry + 1, c.Summary, c.On, then == now ? null : then));
    }

    private static Decision Renew(Agreement s, RenewAgreement c, DateOnly today)
    {
        var next = s.Conditions.RenewalMonths is { } months ? s.TermEnd?.AddMonths(months) : null;
        var term = c.Term ?? (next is null ? null : AgreementTerm.EndingOn(next));
        var saysItsEnd = s.Term.Kind == TermKind.OpenEnded || term is { Kind: not TermKind.Unknown };
        return Prolonging(s, c.On, term, nameof(c.Term), today)
            .Require(saysItsEnd, AgreementRules.RenewalSaysItsEnd, nameof(c.Term))
            .Record(() => new AgreementRenewed(s.LastEntry + 1, c.On, term!));
    }

    private static Decision Extend(Agreement s, ExtendAgreement c, DateOnly today) =>
        Prolonging(s, c.On, AgreementTerm.EndingOn(c.Until), nameof(c.Until), today)
            .Record(() => new AgreementExtended(s.LastEntry + 1, c.On, c.Until));

    private static Deciding Prolonging(Agreement s, EdtfDate on, AgreementTerm? term, string field, DateOnly today) =>
        In(s, AgreementRules.RenewalInForce, InForce)
            .Follows(s.InForceOn, on, today)
            .Require(s.RenewsItself || !IsBefore(s.EndWithGrace(s.TermEnd), on), AgreementRules.RenewalInTime, nameof(on), s.TermEnd)
            .Require(!EndsEarlier(s, term), AgreementRules.NotToAnEarlierEnd, field, s.TermEnd)
            .Conditions(s.Conditions with { Term = term ?? s.Term }, s.InForceOn)
            .Room(s.Changes);

    /// <summary>Nothing lasts longer than what has no end.</summary>
    private static bool EndsEarlier(Agreement s, AgreementTerm? term) =>
        s.Term.Kind == TermKind.OpenEnded || (term is not null && IsBefore(s.EndOf(term), s.TermEnd));

    private static Decision Expire(Agreement s, ExpireAgreement c, DateOnly today) =>
        Step(s, c.On, today, AgreementRules.ExpiryOnceInForce, InForce, Suspended, NoticeGiven)
            .Require(s.Term.Kind is TermKind.Until or TermKind.Months, AgreementRules.ExpiryOfFixedTerm, null, s.Term.Kind)
            .Require(
                s.TermEnd is null || (s.TermEnd.HasBegunBy(today) && !IsBefore(c.On, s.TermEnd)),
                AgreementRules.ExpiryAfterTerm, nameof(c.On), s.TermEnd)
            .Require(!s.RenewsItself, AgreementRules.AutomaticRenewalPending)
            .Record(() => new AgreementExpired(c.On));

    private static Deciding Conditions(this Deciding deciding, AgreementConditions conditions, EdtfDate? begins)
    {
        var (term, _, renewalMonths, noticeMonths, graceDays, _) = conditions;
        var isWhole = (term.Until is not null) == (term.Kind == TermKind.Until) && (term.Months is not null) == (term.Kind == TermKind.Months);
        return deciding
            .Require(isWhole, AgreementRules.TermIsWhole, nameof(term))
            .Require(!IsBefore(term.Until, begins), AgreementRules.TermEndsAfterEntry, nameof(term))
            .Within(term.Months, nameof(term), 1, MostMonths)
            .Within(renewalMonths, nameof(renewalMonths), 1, MostMonths)
            .Within(noticeMonths, nameof(noticeMonths), 0, MostMonths)
            .Within(graceDays, nameof(graceDays), 0, MostGraceDays);
    }

    private static Deciding Within(this Deciding deciding, int? value, string field, int least, int most) =>
        deciding.Require(value is null || (value >= least && value <= most), AgreementRules.PeriodInBounds, field, least, most);
}
