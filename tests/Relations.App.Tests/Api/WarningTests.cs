using Relations.App.Tests.Agreements;
using Relations.App.Tests.Projects;
using Relations.Domain.Agreements;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using static Relations.App.Tests.Api.Story;

namespace Relations.App.Tests.Api;

/// <summary>What is unusual without being forbidden: it is recorded, and the answer says what a person should look at.</summary>
[Collection(AppCollection.Name)]
public class WarningTests(AppFixture app)
{
    [Fact]
    public async Task a_successor_may_overlap()
    {
        var successor = new AgreementId(await app.Api.OpenAsync(AgreementRefusals.Attest, AgreementRefusals.Attested(app.Cast)));
        await WarnsAsync(
            AgreementRules.SuccessorOverlaps,
            "on",
            Tell(AgreementRefusals.Attest, c => AgreementRefusals.Attested(c) with { Term = AgreementTerm.EndingOn(On("2030")) }, "supersede", []),
            new SupersedeAgreement(successor, On("2025")));
    }

    [Fact]
    public Task a_consent_that_force_rests_on_may_be_retracted() => WarnsAsync(
        AgreementRules.ForceRestsOnConsent,
        "party",
        Tell(
            AgreementRefusals.Attest,
            c => AgreementRefusals.Attested(c) with { Status = AgreementStatus.Proposed },
            "retract-consent",
            [
                ("sign", AgreementRefusals.Sign),
                ("sign", c => AgreementRefusals.Sign(c) with { Party = c.Oim }),
                ("enter-into-force", _ => new EnterIntoForce(On("1994"))),
            ]),
        new RetractConsent(app.Cast.Oim, ConsentKind.Signature) { Provenance = Mistake });

    [Fact]
    public Task work_may_start_without_an_approval() => WarnsAsync(
        ProjectRules.ApprovedBeforeStart,
        null,
        Tell(ProjectRefusals.Propose, ProjectRefusals.Proposed, "start", []),
        new StartProject(On("2012")));

    [Fact]
    public Task more_may_be_disbursed_than_was_committed() => WarnsAsync(
        ProjectRules.DisbursedWithinCommitted,
        "amount",
        Tell(ProjectRefusals.Propose, ProjectRefusals.Proposed, "disburse-funds", []),
        new DisburseFunds(app.Cast.Oim, 100, "USD", On("2012")));

    private async Task WarnsAsync(Rule rule, string? field, Func<ApiClient, Cast, Task<string>> given, Command command)
    {
        var path = await given(app.Api, app.Cast);
        var before = await app.EventsAsync();
        var answer = await app.Api.AddAsync(path, command);
        var warning = Assert.Single(answer.Body["warnings"]!.AsArray())!;
        Assert.Equal((rule.Code, field), (warning["rule"]!.GetValue<string>(), warning["field"]?.GetValue<string>()));
        Assert.NotEmpty(warning["detail"]!.GetValue<string>());
        Assert.Equal(before + 1, await app.EventsAsync());
    }
}
