using System.Collections.Immutable;
using Relations.App.Network;
using Relations.App.Tests.Briefings;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using static Relations.App.Tests.Briefings.APartnership;

namespace Relations.App.Tests.Network;

public sealed class when_a_network_is_drawn
{
    private static readonly NetworkQuestion Everything = new(Today, null, 1, null, new HashSet<TieKind>());
    private static readonly Guid Sgcan = Guid.CreateVersion7();
    private static readonly Guid Peru = Guid.CreateVersion7();

    private static readonly Affiliated[] Register =
    [
        new(Can.Value, []),
        new(Oim.Value, []),
        new(Sgcan, [new(OrganisationRelation.OrganOf, Can, On("1997"))]),
        new(Peru, [new(OrganisationRelation.MemberOf, Can, On("1969"), On("2020"))]),
    ];

    [Fact]
    public void each_tie_says_what_it_is_and_since_when()
    {
        var agreement = Agreement(AgreementStatus.InForce, "1992");
        var project = Running("2024/2027");
        var network = RelationNetwork.Of([Row(agreement, project, Held("2026-02-12"), Held("2024"), Held("2023"))], Register, Everything);

        Assert.Equal(
            [
                new(Can.Value, Oim.Value, TieKind.Partnership, View.Id, On("1992"), Weight: 3),
                new(Can.Value, Oim.Value, TieKind.Agreement, agreement.Id, On("1992"), Type: agreement.Type),
                new(Can.Value, Oim.Value, TieKind.Project, project.Id, On("2024/2027"), Title: "Movilidad"),
                new Tie(Sgcan, Can.Value, TieKind.Affiliation, Sgcan, On("1997"), Relation: OrganisationRelation.OrganOf),
            ],
            network.Ties);
        Assert.Equal([(Can.Value, 6), (Oim.Value, 5), (Sgcan, 1)], network.Organisations);
    }

    [Theory]
    [InlineData("1968-12-31", 0)]
    [InlineData("1991-12-31", 1)] // the member
    [InlineData("1992-06-01", 3)] // with partnership and agreement
    [InlineData("1998-01-01", 4)] // with the organ
    [InlineData("2015-12-31", 4)]
    [InlineData("2016-01-01", 3)] // the agreement was terminated
    [InlineData("2021-01-01", 2)] // the member left
    public void any_day_can_be_asked_for(string day, int ties)
    {
        var ended = Agreement(AgreementStatus.Terminated, "2016-01-01") with { InForceOn = On("1992") };
        Assert.Equal(ties, RelationNetwork.Of([Row(ended)], Register, Everything with { Day = DateOnly.Parse(day, null) }).Ties.Count);
    }

    [Fact]
    public void what_is_not_in_force_or_not_under_way_ties_nobody()
    {
        var row = Row(
            Agreement(AgreementStatus.Signed, "2020"), Agreement(AgreementStatus.Suspended, "2020") with { InForceOn = On("2010") },
            Agreement(AgreementStatus.Expired, "2020"), Running(null) with { Status = ProjectStatus.Pipeline },
            Running("2010/2012") with { Status = ProjectStatus.Closed });
        Assert.Equal([TieKind.Partnership], RelationNetwork.Of([row], [.. Register.Take(2)], Everything).Ties.Select(t => t.Kind));
        Assert.Contains(
            TieKind.Project, RelationNetwork.Of([row], Register, Everything with { Day = new(2011, 1, 1) }).Ties.Select(t => t.Kind));
    }

    [Fact]
    public void a_closed_partnership_ties_nobody_from_the_day_it_was_closed()
    {
        var row = Row() with { Span = new(On("1992"), On("2020-05-05"), HasEnded: true) };
        Assert.Empty(RelationNetwork.Of([row], Register[..2], Everything).Ties);
        Assert.Single(RelationNetwork.Of([row], Register[..2], Everything with { Day = new(2020, 5, 4) }).Ties);
    }

    [Fact]
    public void an_organisation_that_may_not_be_read_is_not_there_nor_is_a_tie_to_it()
    {
        var network = RelationNetwork.Of([Row(Agreement(AgreementStatus.InForce, "1992"))], Register[1..], Everything);
        Assert.Empty(network.Ties);
        Assert.Equal((0, 0), (network.AllOrganisations, network.AllTies));
    }

    [Fact]
    public void a_question_narrows_it()
    {
        var row = Row(Agreement(AgreementStatus.InForce, "1992")) with { Themes = ["Migración"] };
        Assert.Equal(3, Count(Everything with { Theme = "Migración" }));
        Assert.Equal(1, Count(Everything with { Theme = "Comercio" })); // the organ is one whatever the theme
        Assert.Equal(1, Count(Everything with { Kinds = new HashSet<TieKind> { TieKind.Agreement } }));
        Assert.Equal(1, Count(Everything with { Organisation = Sgcan }));
        Assert.Equal(3, Count(Everything with { Organisation = Sgcan, Steps = 2 }));
        Assert.Equal(0, Count(Everything with { Organisation = Guid.CreateVersion7() }));

        int Count(NetworkQuestion question) => RelationNetwork.Of([row], Register, question).Ties.Count;
    }

    [Fact]
    public void more_than_can_be_looked_at_is_said_and_not_shown()
    {
        var many = Enumerable.Range(0, 200).Select(_ => Guid.CreateVersion7()).ToList();
        var record = new TyingRecord(Guid.CreateVersion7(), "Todos", AgreementType.Treaty, many, new(On("2000"), null, false), false);
        var row = Row() with { Parties = [], Agreements = [record] };
        var network = RelationNetwork.Of([row], [.. many.Select(id => new Affiliated(id, []))], Everything);

        Assert.Equal(RelationNetwork.MostOrganisations, network.Organisations.Count);
        Assert.Equal((200, 199), (network.AllOrganisations, network.AllTies)); // each to the first, not each to each
        Assert.Equal(many[0], network.Organisations[0].Id);
        Assert.Equal(RelationNetwork.MostOrganisations - 1, network.Ties.Count);
    }

    [Fact]
    public void one_record_in_two_partnerships_ties_once()
    {
        var agreement = Agreement(AgreementStatus.InForce, "1992");
        var other = Row(agreement) with { Id = Guid.CreateVersion7(), Parties = [] };
        Assert.Single(RelationNetwork.Of([Row(agreement), other], Register[..2], Everything).Ties, t => t.Kind == TieKind.Agreement);
    }

    private static NetworkRow Row(params IEnumerable<RecordState> records) => NetworkRow.Fold(View.With(records))!;
}
