using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Agreements;

/// <summary>A state that an agreement reached, and when.</summary>
/// <param name="Status">The state.</param>
/// <param name="Since">When it reached it; null where nobody knows.</param>
public sealed record AgreementStage(AgreementStatus Status, EdtfDate? Since);

/// <summary>A party's signature.</summary>
/// <param name="Party">The party.</param>
/// <param name="Signatory">Who signed for it.</param>
/// <param name="AdReferendum">Whether it needs the party's confirmation.</param>
/// <param name="On">When it was made.</param>
/// <param name="Confirmed">Whether it was confirmed.</param>
/// <param name="ConfirmedOn">When it was confirmed.</param>
public sealed record AgreementSignature(
    OrganisationId Party, PersonId? Signatory, bool AdReferendum, EdtfDate? On, bool Confirmed = false, EdtfDate? ConfirmedOn = null)
{
    /// <summary>Whether it is a full signature: definitive, or ad referendum and confirmed (VCLT 1969, art. 12(2)(b)).</summary>
    public bool Counts => !AdReferendum || Confirmed;
}

/// <summary>A party's ratification or the act in its place.</summary>
/// <param name="Party">The party.</param>
/// <param name="Form">Which act.</param>
/// <param name="On">When.</param>
public sealed record AgreementRatification(OrganisationId Party, RatificationForm Form, EdtfDate? On);

/// <summary>A party that joined later.</summary>
/// <param name="Party">The party.</param>
/// <param name="On">When.</param>
public sealed record AgreementAccession(OrganisationId Party, EdtfDate? On);

/// <summary>A party that left.</summary>
/// <param name="Party">The party.</param>
/// <param name="On">When it said so.</param>
/// <param name="EffectiveOn">When it takes effect; null is at once.</param>
public sealed record AgreementWithdrawal(OrganisationId Party, EdtfDate? On, EdtfDate? EffectiveOn);

/// <summary>A registration or deposit.</summary>
/// <param name="Number">The entry's number in the agreement.</param>
/// <param name="Where">The depositary or register.</param>
/// <param name="NumberThere">The agreement's number there.</param>
/// <param name="On">When.</param>
public sealed record AgreementRegistration(int Number, string Where, string? NumberThere, EdtfDate? On);

/// <summary>A reservation or declaration.</summary>
/// <param name="Number">The entry's number in the agreement.</param>
/// <param name="Party">The party that made it.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Text">Its words.</param>
/// <param name="On">When.</param>
public sealed record AgreementReservation(int Number, OrganisationId Party, ReservationKind Kind, string Text, EdtfDate? On);

/// <summary>An obligation.</summary>
/// <param name="Number">The entry's number in the agreement.</param>
/// <param name="Text">The obligation.</param>
/// <param name="Party">The party that it binds; null where it binds all.</param>
public sealed record AgreementObligation(int Number, string Text, OrganisationId? Party);

/// <summary>An amendment, a renewal or an extension.</summary>
/// <param name="Number">The entry's number in the agreement.</param>
/// <param name="Kind">Which of the three.</param>
/// <param name="On">When.</param>
/// <param name="Summary">What an amendment changed.</param>
/// <param name="Before">The conditions that held before it.</param>
/// <param name="After">The conditions that held after it.</param>
public sealed record AgreementChange(
    int Number,
    AgreementChangeKind Kind,
    EdtfDate? On,
    string? Summary,
    AgreementConditions Before,
    AgreementConditions After);

/// <summary>A notice of termination.</summary>
/// <param name="Party">The party that gave it.</param>
/// <param name="On">When.</param>
/// <param name="EffectiveOn">When it takes effect.</param>
public sealed record AgreementNotice(OrganisationId Party, EdtfDate? On, EdtfDate EffectiveOn);
