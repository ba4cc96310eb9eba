using Relations.Domain.Time;

namespace Relations.Domain.Agreements;

/// <summary>
/// How long an agreement runs. A term that nobody wrote down is <see cref="TermKind.Unknown"/>, which is not the same as
/// <see cref="TermKind.OpenEnded"/>; nothing ever turns the one into the other but a person who knows.
/// </summary>
/// <param name="Kind">How it is bounded.</param>
/// <param name="Until">Its last date; exactly where <paramref name="Kind"/> is <see cref="TermKind.Until"/>.</param>
/// <param name="Months">Its length from entry into force; exactly where <paramref name="Kind"/> is <see cref="TermKind.Months"/>.</param>
public sealed record AgreementTerm(TermKind Kind, EdtfDate? Until = null, int? Months = null)
{
    /// <summary>Nobody wrote it down.</summary>
    public static AgreementTerm Unknown { get; } = new(TermKind.Unknown);

    /// <summary>It runs without an end.</summary>
    public static AgreementTerm OpenEnded { get; } = new(TermKind.OpenEnded);

    /// <summary>It runs until a date.</summary>
    /// <param name="end">Its last date.</param>
    public static AgreementTerm EndingOn(EdtfDate end) => new(TermKind.Until, Until: end);

    /// <summary>It runs for a number of months from entry into force.</summary>
    /// <param name="months">How many, at least 1.</param>
    public static AgreementTerm Lasting(int months) => new(TermKind.Months, Months: months);
}

/// <summary>How long an agreement runs, how it goes on, and how one leaves it.</summary>
/// <param name="Term">How long it runs.</param>
/// <param name="Renewal">What happens when the term runs out.</param>
/// <param name="RenewalMonths">For how many months it is renewed; null where nobody wrote it down.</param>
/// <param name="NoticeMonths">How many months before its effect a notice is given; null where nobody wrote it down.</param>
/// <param name="GraceDays">How many days after its end it can still be renewed; null where the instrument grants none.</param>
/// <param name="ReviewOn">When the parties review it next.</param>
public sealed record AgreementConditions(
    AgreementTerm Term,
    RenewalMode Renewal = RenewalMode.Unknown,
    int? RenewalMonths = null,
    int? NoticeMonths = null,
    int? GraceDays = null,
    EdtfDate? ReviewOn = null)
{
    /// <summary>The conditions as if a change had not been: what it brought goes back, what was settled otherwise since stays.</summary>
    /// <param name="change">The change; null leaves them as they are.</param>
    internal AgreementConditions Without(AgreementChange? change)
    {
        return change is null ? this : new(
            Back(Term, c => c.Term),
            Back(Renewal, c => c.Renewal),
            Back(RenewalMonths, c => c.RenewalMonths),
            Back(NoticeMonths, c => c.NoticeMonths),
            Back(GraceDays, c => c.GraceDays),
            Back(ReviewOn, c => c.ReviewOn));

        T Back<T>(T now, Func<AgreementConditions, T> of) => Equals(now, of(change.After)) ? of(change.Before) : now;
    }
}
