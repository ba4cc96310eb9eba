using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Relations.App.Tests.Briefings;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Network;

/// <summary>The network over HTTP: for those who may read all of it, for others, on any day.</summary>
[Collection(AppCollection.Name)]
public sealed class NetworkTests(AppFixture app)
{
    [Fact]
    public async Task the_list_and_the_drawing_say_the_same()
    {
        var (one, other, _) = await TiedAsync("red");
        var page = await BriefTests.PageAsync(app.Http, $"/network?organisation={one}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Convenio de red", page.Html, StringComparison.Ordinal);
        Assert.Contains("/partnerships/enlace-red", page.Html, StringComparison.Ordinal);

        var drawing = await DrawingAsync(app.Http, $"?organisation={one}");
        Assert.Equal([one, other], drawing["nodes"]!.AsArray().Select(n => n!["id"]!.GetValue<Guid>()));
        Assert.Equal([true, false], drawing["nodes"]!.AsArray().Select(n => n!["isChosen"]!.GetValue<bool>()));
        Assert.Equal(2, Assert.Single(drawing["edges"]!.AsArray())!["weight"]!.GetValue<int>()); // partnership and agreement

        var before = await DrawingAsync(app.Http, $"?organisation={one}&on=1991-12-31");
        Assert.Empty(before["edges"]!.AsArray());
    }

    [Fact]
    public async Task what_is_kept_from_somebody_ties_nobody_for_them()
    {
        var (one, _, agreement) = await TiedAsync("velada");
        var other = await app.Accounts.SignInAsync("otra.lectora.red", new Grant(Role.Officer));
        Assert.Equal(2, await WeightAsync(other));

        await app.Api.AddAsync($"/api/agreements/{agreement}/classify", new ClassifyRecord(Classification.Restricted, [AppFixture.Officer]));
        await app.ViewsAsync();
        Assert.Equal(1, await WeightAsync(other));
        Assert.Equal(2, await WeightAsync(app.Http));

        var partnership = (await app.Api.GetAsync("/api/partnerships/enlace-velada")).Body["partnership"]!["id"]!.GetValue<Guid>();
        await app.Api.AddAsync($"/api/partnerships/{partnership}/classify", new ClassifyRecord(Classification.Restricted, [AppFixture.Officer]));
        Assert.Empty((await DrawingAsync(other, $"?organisation={one}"))["nodes"]!.AsArray());
        Assert.DoesNotContain("enlace-velada", (await BriefTests.PageAsync(other, "/network")).Html, StringComparison.Ordinal);

        async Task<int> WeightAsync(HttpClient reader) =>
            (await DrawingAsync(reader, $"?organisation={one}"))["edges"]!.AsArray().Sum(e => e!["weight"]!.GetValue<int>());
    }

    [Fact]
    public async Task reading_a_restricted_tie_is_noted()
    {
        var (one, _, agreement) = await TiedAsync("anotada");
        await app.Api.AddAsync($"/api/agreements/{agreement}/classify", new ClassifyRecord(Classification.Restricted, [AppFixture.Officer]));
        await app.ViewsAsync();
        var reader = await app.Accounts.SignInAsync("auditora.red", new Grant(Role.Auditor));
        await DrawingAsync(reader, $"?organisation={one}");
        var trail = await app.Api.GetAsync("/api/access-log?account=auditora.red&size=200");
        Assert.Contains(agreement.ToString(), trail.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?on=x", HttpStatusCode.BadRequest)]
    [InlineData("?organisation=CAN", HttpStatusCode.BadRequest)]
    [InlineData("?steps=3", HttpStatusCode.BadRequest)]
    [InlineData("?kind=friendship", HttpStatusCode.BadRequest)]
    [InlineData("?kind=agreement&kind=project", HttpStatusCode.OK)]
    [InlineData("?on=0001-01-01", HttpStatusCode.OK)]
    [InlineData("?on=9990-12-31", HttpStatusCode.OK)]
    [InlineData("?on=9999-12-31", HttpStatusCode.BadRequest)]
    [InlineData("?theme=no-such&organisation=&steps=2&on=", HttpStatusCode.OK)]
    public async Task an_address_that_makes_no_sense_is_told_so(string query, HttpStatusCode status)
    {
        Assert.Equal(status, (await BriefTests.PageAsync(app.Http, "/network" + query)).Status);
        Assert.Equal(status, (await BriefTests.PageAsync(app.Http, "/network/drawing" + query)).Status);
    }

    [Fact]
    public async Task a_theme_that_is_too_long_is_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await BriefTests.PageAsync(app.Http, $"/network?theme={new string('x', 301)}")).Status);

    private async Task<(Guid One, Guid Other, Guid Agreement)> TiedAsync(string name)
    {
        OrganisationId one = new(await app.Api.OpenAsync(
            "/api/organisations", new RegisterOrganisation([new("es", $"Primera {name}", $"1{name}")], OrganisationKind.Ngo)));
        OrganisationId other = new(await app.Api.OpenAsync(
            "/api/organisations", new RegisterOrganisation([new("es", $"Segunda {name}", $"2{name}")], OrganisationKind.Ngo)));
        PartnershipId partnership = new(await app.Api.OpenAsync(
            "/api/partnerships", new EstablishPartnership($"enlace-{name}", [one, other], null, EdtfDate.Parse("1992"))));
        var agreement = await app.Api.OpenAsync("/api/agreements/attest", new AttestAgreement(
            [partnership], AgreementType.CooperationAgreement, $"Convenio de {name}", null, [one, other], AgreementStatus.InForce, EdtfDate.Parse("1992")));
        await app.ViewsAsync();
        return (one.Value, other.Value, agreement);
    }

    private static async Task<JsonNode> DrawingAsync(HttpClient http, string query) =>
        (await http.GetFromJsonAsync<JsonNode>("/network/drawing" + query))!;
}
