using System.Reflection;
using Relations.App.Tests.Access;
using Relations.App.Tests.Agreements;
using Relations.App.Tests.Commitments;
using Relations.App.Tests.Meetings;
using Relations.App.Tests.Organisations;
using Relations.App.Tests.Partnerships;
using Relations.App.Tests.People;
using Relations.App.Tests.Projects;
using Relations.App.Tests.Sources;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Organisations;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Tests.Api;

/// <summary>
/// Every rule of every record, over HTTP: the status, the rule and its field in both languages, and no event written.
/// </summary>
[Collection(AppCollection.Name)]
public class RefusalTests(AppFixture app)
{
    /// <summary>The cases, record by record.</summary>
    private static readonly IReadOnlyList<RefusalCase> All =
    [
        .. AccountRefusals.All,
        .. AgreementRefusals.All,
        .. CommitmentRefusals.All,
        .. CommonRefusals.All,
        .. MeetingRefusals.All,
        .. OrganisationRefusals.All,
        .. PartnershipRefusals.All,
        .. PersonRefusals.All,
        .. ProjectRefusals.All,
        .. SourceRefusals.All,
    ];

    /// <summary>What a person should look at although it is recorded.</summary>
    private static readonly HashSet<Rule> Warnings =
    [
        AgreementRules.ForceRestsOnConsent,
        AgreementRules.SuccessorOverlaps,
        OrganisationRules.AnotherIdentifier,
        ProjectRules.ApprovedBeforeStart,
        ProjectRules.DisbursedWithinCommitted,
    ];

    /// <summary>
    /// Rules of the text of a source, which comes as a file and not as a command (the tests of Import/ show them), and those of
    /// who may do what (the tests of Access/).
    /// </summary>
    private static readonly HashSet<Rule> ElsewhereShown =
    [
        SourceRules.TextIsNotThisDocument,
        SourceRules.TextProvidedOnce,
        AccountRules.LocalInvited,
        AccountRules.OneAdministrator,
        AccountRules.RecentSignIn,
        AccountRules.OfficersRecord,
        AccountRules.ManagersAssign,
        AccountRules.OfficersOverAllEstablish,
        AccountRules.AdministratorsKeepAccounts,
        AccountRules.WithinToken,
        AccountRules.AuditorsReadAccess, AccountRules.AuditorsReadLedger,
    ];

    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            for (var i = 0; i < All.Count; i++)
                cases.Add(i, All[i].ToString());
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task a_broken_rule_is_named_and_nothing_is_recorded(int number, string name)
    {
        var @case = All[number];
        Assert.Equal(name, @case.ToString());
        var path = await @case.Given(app.Api, app.Cast);
        var command = @case.Command(app.Cast);
        var version = command is IOpensRecord ? (long?)null : await app.Api.VersionAsync(path);
        var before = await app.EventsAsync();

        foreach (var language in new[] { "es", "en" })
        {
            var answer = await app.Api.PostAsync(path, command, version, language: language);
            Assert.True(answer.Status == 422, $"{answer.Status} {answer.Body}");
            Assert.Equal("application/problem+json", answer.MediaType);
            Assert.Contains((@case.Rule.Code, @case.Field), answer.Broken);
        }

        Assert.Equal(before, await app.EventsAsync());
    }

    [Fact]
    public void every_rule_has_a_case()
    {
        var rules = typeof(Rule).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: true, IsSealed: true } && t != typeof(CommonRules))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(Rule))
            .Select(f => (Rule)f.GetValue(null)!);
        var missing = rules.Except(All.Select(c => c.Rule)).Except(Warnings).Except(ElsewhereShown).Select(r => r.Code);
        Assert.Empty(missing);
    }
}
