using System.Globalization;
using Relations.App.Cli;
using Relations.App.Tests.Cli;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Replay;

/// <summary>Differences, replays and the standing of agreements over HTTP, on pages and on the command line.</summary>
[Collection(AppCollection.Name)]
public sealed class when_the_past_is_asked_for_in_other_ways(AppFixture app)
{
    [Fact]
    public async Task the_command_line_answers_as_the_api_does()
    {
        var (slug, _, agreement) = await TwoMomentsAsync();

        var diff = await Verbs.RunAsync(app.ConnectionString, ["diff", slug, "--json"]);
        var standing = await Verbs.RunAsync(app.ConnectionString, ["standing", agreement.ToString(), "--on", "2040-01-01", "--json"]);

        Assert.Equal((ExitCode.Done, ExitCode.Done), (diff.Exit, standing.Exit));
        Assert.Equal((await app.Api.GetAsync($"/api/partnerships/{slug}/differences", "en")).Body.ToJsonString(), System.Text.Json.Nodes.JsonNode.Parse(diff.Output)!.ToJsonString());
        Assert.Equal(await app.TextAsync($"/api/agreements/{agreement}/standing?on=2040-01-01"), standing.Output.TrimEnd());
    }

    [Fact]
    public async Task what_differs_is_said_in_sentences_on_the_command_line()
    {
        var (slug, between, agreement) = await TwoMomentsAsync();

        var diff = await Verbs.RunAsync(app.ConnectionString, ["diff", slug, "--from-known-at", between, "--lang", "es"]);
        var standing = await Verbs.RunAsync(app.ConnectionString, ["standing", agreement.ToString(), "--on", "2040-01-01", "--lang", "en"]);

        Assert.Contains("El plazo pasó a ser 2027 (antes: 2025)", diff.Output, StringComparison.Ordinal);
        Assert.Contains("Se cumplió (2024): Informe recibido (antes: abierto)", diff.Output, StringComparison.Ordinal);
        Assert.Contains("diferencias en 2 registros", diff.Output, StringComparison.Ordinal);
        Assert.Contains("Its term ended (2027), and nobody renewed it.", standing.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fromOn=ayer", "fromOn")]
    [InlineData("fromKnownAt=2026-11-23", "fromKnownAt")]
    [InlineData("toOn=2026-13-01", "toOn")]
    [InlineData("toKnownAt=2026-11-23T12:00:00", "toKnownAt")]
    public async Task a_moment_that_cannot_be_read_is_refused_with_its_name(string moment, string field)
    {
        var answer = await app.Api.GetAsync($"/api/partnerships/can-oim/differences?{moment}", "en");
        Assert.Equal(400, answer.Status);
        Assert.Contains(field, answer.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_not_there_has_no_past_either()
    {
        Assert.Equal(404, (await app.Api.GetAsync("/api/partnerships/nobody/differences")).Status);
        Assert.Equal(404, (await app.Api.GetAsync($"/api/agreements/{Guid.NewGuid()}/standing")).Status);
        Assert.Equal(404, (int)(await app.Http.GetAsync(new Uri("/partnerships/nobody/replay", UriKind.Relative))).StatusCode);
        Assert.Equal(404, (int)(await app.Http.GetAsync(new Uri("/partnerships/nobody/differences", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task a_step_by_its_number_becomes_an_address_that_stays()
    {
        var (slug, _, _) = await TwoMomentsAsync();
        using var client = app.Host.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = app.Http.DefaultRequestHeaders.Authorization;

        var answer = await client.GetAsync(new Uri($"/partnerships/{slug}/replay?step=999", UriKind.Relative));

        Assert.Equal(302, (int)answer.StatusCode);
        Assert.Matches($"/partnerships/{slug}/replay\\?at=[0-9]+$", answer.Headers.Location!.ToString());
        var page = await client.GetStringAsync(answer.Headers.Location);
        Assert.Contains("5 de 5", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_view_as_known_at_each_moment_is_what_was_live_then()
    {
        var slug = $"viva-{Guid.NewGuid():N}"[..20];
        List<(DateTimeOffset At, string View)> live = [];
        var partnership = await app.Api.OpenAsync("/api/partnerships", new EstablishPartnership(slug, [app.Cast.Can, app.Cast.Oim]));
        await KeepAsync();
        var agreement = await app.Api.OpenAsync("/api/agreements/attest", new AttestAgreement(
            [new(partnership)], AgreementType.FrameworkAgreement, null, null, [app.Cast.Can, app.Cast.Oim], AgreementStatus.InForce, EdtfDate.Parse("1992"), AgreementTerm.EndingOn(EdtfDate.Parse("2025"))));
        await KeepAsync();
        var random = new Random(7);
        for (var i = 0; i < 6; i++)
        {
            await (random.Next(3) switch
            {
                0 => app.Api.AddAsync($"/api/partnerships/{partnership}/set-themes", new SetThemes([$"tema {i}"])),
                1 => app.Api.AddAsync($"/api/agreements/{agreement}/record-obligation", new RecordObligation($"Obligación {i}")),
                _ => app.Api.AddAsync($"/api/agreements/{agreement}/extend", new ExtendAgreement(EdtfDate.Parse("2024-03-01"), EdtfDate.Parse($"{2030 + i}"))),
            });
            await KeepAsync();
        }

        foreach (var (at, view) in live)
            Assert.Equal(view, await ViewAsync($"?asKnownAt={at.ToUniversalTime():yyyy-MM-ddTHH:mm:ss.ffffff}Z"));

        async Task KeepAsync()
        {
            await app.ViewsAsync();
            var last = (await app.Api.GetAsync($"/api/partnerships/{slug}/timeline?size=200")).Body["items"]!.AsArray().Max(f => f!["recordedAt"]!.GetValue<DateTimeOffset>());
            live.Add((last, await ViewAsync("")));
        }

        async Task<string> ViewAsync(string clocks)
        {
            var answer = (await app.Api.GetAsync($"/api/partnerships/{slug}{clocks}")).Body;
            answer.AsObject().Remove("day"); // it is judged by today, or by the day of the moment
            return answer.ToJsonString();
        }
    }

    /// <summary>A partnership with an agreement and a commitment; a moment; then the term becomes 2027 and the commitment is kept.</summary>
    private async Task<(string Slug, string Between, Guid Agreement)> TwoMomentsAsync()
    {
        var slug = $"dos-{Guid.NewGuid():N}"[..20];
        PartnershipId partnership = new(await app.Api.OpenAsync("/api/partnerships", new EstablishPartnership(slug, [app.Cast.Can, app.Cast.Oim])));
        var agreement = await app.Api.OpenAsync("/api/agreements/attest", new AttestAgreement(
            [partnership], AgreementType.FrameworkAgreement, null, null, [app.Cast.Can, app.Cast.Oim], AgreementStatus.InForce, EdtfDate.Parse("1992"), AgreementTerm.EndingOn(EdtfDate.Parse("2025"))));
        var commitment = await app.Api.OpenAsync("/api/commitments", new MakeCommitment([partnership], "Enviar el informe", app.Cast.Oim, [app.Cast.Can], EdtfDate.Parse("2023")));
        var between = (await app.Api.GetAsync($"/api/commitments/{commitment}/history")).Body["items"]![0]!["recordedAt"]!.GetValue<DateTimeOffset>();
        await app.Api.AddAsync($"/api/agreements/{agreement}/extend", new ExtendAgreement(EdtfDate.Parse("2024-03-01"), EdtfDate.Parse("2027")));
        await app.Api.AddAsync($"/api/commitments/{commitment}/keep", new KeepCommitment(EdtfDate.Parse("2024"), "Informe recibido"));
        return (slug, between.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture), agreement);
    }
}
