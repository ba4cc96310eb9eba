using Relations.Domain.Agreements;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Agreements;

public class when_consents_are_awaited
{
    [Fact]
    public void those_who_have_not_signed_are_named()
    {
        Assert.Equal([Some.Can, Some.Oim], Proposed(ConsentKind.Signature).AwaitedSignatures());
        Assert.Equal([Some.Oim], Signed(ConsentKind.Signature, Some.Can).AwaitedSignatures());
        Assert.Empty(Signed(ConsentKind.Signature, Some.Can, Some.Oim).AwaitedSignatures());
    }

    [Fact]
    public void a_signature_ad_referendum_is_still_missing() =>
        Assert.Equal([Some.Can, Some.Oim], Fold(Proposed(ConsentKind.Signature), new AgreementSigned(Some.Can, null, AdReferendum: true, Some.Day("2016"))).AwaitedSignatures());

    [Fact]
    public void those_who_have_not_ratified_are_named_where_the_instrument_asks_for_it()
    {
        Assert.Empty(Signed(ConsentKind.Signature, Some.Can, Some.Oim).AwaitedRatifications());
        var signed = Signed(ConsentKind.Ratification, Some.Can, Some.Oim);
        Assert.Equal([Some.Can, Some.Oim], signed.AwaitedRatifications());
        Assert.Equal([Some.Oim], Fold(signed, new AgreementRatified(Some.Can, RatificationForm.Ratification, Some.Day("2017"))).AwaitedRatifications());
    }

    [Fact]
    public void nothing_is_awaited_once_it_is_in_force_or_withdrawn()
    {
        Assert.Empty(Fold(Proposed(ConsentKind.Ratification), new AgreementEnteredIntoForce(Some.Day("2018"))).AwaitedRatifications());
        Assert.Empty(Fold(Proposed(ConsentKind.Signature), new AgreementWithdrawnBeforeForce(Some.Day("2018"), "Given up")).AwaitedSignatures());
    }

    [Fact]
    public void of_one_that_is_only_known_to_exist_nobody_knows() =>
        Assert.Empty((Proposed(ConsentKind.Signature) with { Status = AgreementStatus.Recorded }).AwaitedSignatures());

    private static Agreement Proposed(ConsentKind requires) => Agreement.Fold(null, Guid.CreateVersion7(), new AgreementProposed(
        [Some.CanOim], AgreementType.Treaty, "Treaty", null, [Some.Can, Some.Oim], Some.Day("2015"), new(AgreementTerm.Unknown), requires, null, null, null))!;

    private static Agreement Signed(ConsentKind requires, params IEnumerable<OrganisationId> parties) =>
        parties.Aggregate(Proposed(requires), (a, party) => Fold(a, new AgreementSigned(party, null, AdReferendum: false, Some.Day("2016"))));

    private static Agreement Fold(Agreement agreement, Event @event) => Agreement.Fold(agreement, agreement.Id, @event)!;
}
