using System.Net.Http.Headers;
using Alba;
using JasperFx.CommandLine;
using Marten;
using Marten.Events;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Import;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Wolverine;

namespace Relations.App.Tests.Import;

/// <summary>The application as it starts on an empty database, with the shipped seed.</summary>
public sealed class SeededApp : IAsyncLifetime
{
    private const string Officer = "oficial";
    private IAlbaHost? host;

    public IAlbaHost Host => host ?? throw new InvalidOperationException("Not started.");

    /// <summary>A client with the officer's token.</summary>
    public HttpClient Http { get; private set; } = null!;

    public ApiClient Api => new(Http);

    public IDocumentStore Documents => Host.Services.GetRequiredService<IDocumentStore>();

    public string ConnectionString { get; private set; } = "";

    /// <summary>Waits until the views across records have taken in every event.</summary>
    public Task ViewsAsync() => Documents.WaitForNonStaleProjectionDataAsync(TimeSpan.FromSeconds(30));

    public async Task InitializeAsync()
    {
        ConnectionString = await TestServer.NewDatabaseAsync();
        JasperFxEnvironment.AutoStartHost = true;
        host = await AlbaHost.For<Program>(builder =>
        {
            builder.UseDatabase(ConnectionString);
            builder.UseSetting("Relations:LocalUser", Officer);
            builder.ConfigureServices(services => services.RunWolverineInSoloMode());
        });
        Http = await new TestAccounts(Host.Server).SignInAsync("lectora", new(Role.Officer), new(Role.Auditor));
    }

    public async Task<ImportResult> ImportAsync(string path, IProgress<ImportProgress>? progress = null)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RecordImporter>().ImportAsync(path, Actor.Operator(Officer), progress);
    }

    public async Task<IReadOnlyList<JasperFx.Events.IEvent>> EventsAsync()
    {
        await using var session = Documents.QuerySession();
        return await session.Events.QueryAllRawEvents().OrderBy(e => e.Sequence).ToListAsync();
    }

    public async Task DisposeAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
    }
}

public sealed class SeededAppTests(SeededApp app) : IClassFixture<SeededApp>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("relations-import-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task the_partnership_is_there_with_the_first_request()
    {
        var answer = await app.Api.GetAsync("/api/partnerships/can-oim");
        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task imported_twice_is_recorded_once()
    {
        var before = (await app.EventsAsync()).Count;
        var progress = new LastProgress();

        var result = await app.ImportAsync(ShippedSeed.File, progress);

        Assert.Null(result.Problem);
        Assert.Equal(("can-oim", 0, result.Steps), (result.Import, result.Recorded, result.AlreadyRecorded));
        Assert.Equal(new ImportProgress(result.Steps, result.Steps), progress.Last);
        Assert.Equal(before, (await app.EventsAsync()).Count);
    }

    [Fact]
    public async Task the_agreement_is_in_force_since_1992_for_a_term_nobody_knows()
    {
        var agreement = await OneAsync<Agreement>();
        Assert.Equal((AgreementStatus.InForce, "1992"), (agreement.Status, agreement.Since?.ToString()));
        Assert.Equal(TermKind.Unknown, agreement.Conditions.Term.Kind);
        Assert.Equal(AgreementType.CooperationAgreement, agreement.Type);
        Assert.DoesNotContain(await app.EventsAsync(), e => e.Data is AgreementRenewed);
    }

    [Fact]
    public async Task the_meeting_is_whole_and_its_date_is_inferred()
    {
        var meeting = await OneAsync<Meeting>();
        Assert.Equal((4, 5, 2, 2, 1), (
            meeting.Participants.Count, meeting.Topics.Count, meeting.Statements.Count, meeting.Outcomes.Count, meeting.Sources.Count));
        Assert.All(meeting.Outcomes, o => Assert.Equal(OutcomeKind.Reaffirmation, o.Kind));
        var held = (await app.EventsAsync()).Single(e => e.Data is MeetingHeld);
        Assert.Equal(["on"], held.Provenance().Inferred!);
    }

    [Fact]
    public async Task the_organs_the_posts_and_the_projects_are_on_record()
    {
        var events = await app.EventsAsync();
        Assert.Equal(
            [OrganisationRelation.OrganOf, OrganisationRelation.OfficeOf],
            events.Select(e => e.Data).OfType<OrganisationPlaced>().Select(p => p.Relation));
        var posts = events.Select(e => e.Data).OfType<Domain.People.PersonAppointed>().ToList();
        Assert.Equal(4, posts.Count);
        Assert.All(posts, p => Assert.Equal((null, "2016-02-12"), (p.From, p.Before?.ToString())));
        var projects = events.Select(e => e.Data).OfType<ProjectRecorded>().ToList();
        Assert.Equal(2, projects.Count);
        Assert.All(projects, p => Assert.Equal((null, "2010/2015"), (p.Title, p.Period?.ToString())));
    }

    [Fact]
    public async Task with_the_text_of_the_original_every_citation_shows_its_words()
    {
        await using var session = app.Documents.QuerySession();
        var source = await session.Query<Source>().SingleAsync(s => s.Summarises == null);
        var path = $"/api/sources/{source.Id}/text";

        Assert.Equal(415, await PostAsync(path, Communique.Bytes, "application/json", source.Version));
        Assert.Equal(415, await PostAsync(path, Communique.Bytes, "text/plain; charset=iso-8859-1", source.Version));
        Assert.Equal(400, await PostAsync(path, [0x41, 0xE9], "text/plain; charset=utf-8", source.Version));
        Assert.Equal(413, await PostAsync(path, new byte[SourceLimit + 1], "text/plain", source.Version));
        var before = (await app.EventsAsync()).Count;
        Assert.Equal((422, SourceRules.TextIsNotThisDocument.Code), await RefusedAsync(path, [.. Communique.Bytes, 0x0A], source.Version));
        Assert.Equal(428, await PostAsync(path, Communique.Bytes, "text/plain; charset=utf-8", null));
        Assert.Equal(before, (await app.EventsAsync()).Count);
        Assert.Equal(200, await PostAsync(path, Communique.Bytes, "text/plain; charset=utf-8", source.Version));
        Assert.Equal((422, SourceRules.TextProvidedOnce.Code), await RefusedAsync(path, Communique.Bytes, source.Version + 1));
        Assert.Equal(before + 1, (await app.EventsAsync()).Count);

        var sources = (await session.Query<Source>().ToListAsync()).ToDictionary(s => s.Id);
        var file = await RecordFile.ReadAsync(ShippedSeed.File);
        foreach (var ((_, words), (_, citation)) in Communique.Cited.Zip(file.CitationsOf("comunicado")))
            Communique.AssertIs(words, CitedPassage.Of(citation, sources).Passage!);
        var cited = (await app.EventsAsync()).SelectMany(e => e.Provenance().Citations ?? []).Select(c => CitedPassage.Of(c, sources)).ToList();
        Assert.All(cited, c => Assert.False(string.IsNullOrWhiteSpace(c.Passage)));
    }

    [Fact]
    public async Task an_import_stops_at_the_first_refusal_and_goes_on_from_there()
    {
        var stopped = await ImportAsync("goes-on", "Paz", "");
        Assert.Equal((1, 0, 2), (stopped.Recorded, stopped.AlreadyRecorded, stopped.Problem!.Place!.Step));
        Assert.Equal(CommonRules.TextRequired, stopped.Problem.Refusals[0].Rule);

        var complete = await ImportAsync("goes-on", "Paz", "Sol");
        Assert.Null(complete.Problem);
        Assert.Equal((1, 1), (complete.Recorded, complete.AlreadyRecorded));

        var changed = await ImportAsync("goes-on", "Paz Vega", "Sol");
        Assert.Equal(ImportRules.StepUnchanged, changed.Problem!.Refusals[0].Rule);
    }

    private const int SourceLimit = App.Sources.SourceDocument.MostBytes;

    private async Task<ImportResult> ImportAsync(string name, params string[] families)
    {
        var path = Path.Combine(folder.FullName, $"{name}.json");
        var steps = families.Select((f, i) =>
            $$"""{ "key": "p{{i}}", "do": "RegisterPerson", "with": { "name": { "given": "Ana", "family": "{{f}}" } } }""");
        await File.WriteAllTextAsync(path, $$"""{ "import": "{{name}}", "records": [ {{string.Join(",\n", steps)}} ] }""");
        return await app.ImportAsync(path);
    }

    private async Task<T> OneAsync<T>() where T : RecordState
    {
        await using var session = app.Documents.QuerySession();
        return await session.Query<T>().SingleAsync();
    }

    private async Task<int> PostAsync(string path, byte[] body, string contentType, long? version) =>
        (await SendAsync(path, body, contentType, version)).Status;

    private async Task<(int Status, string Rule)> RefusedAsync(string path, byte[] body, long version)
    {
        var answer = await SendAsync(path, body, "text/plain; charset=utf-8", version);
        return (answer.Status, Assert.Single(answer.Broken).Rule);
    }

    private async Task<Answer> SendAsync(string path, byte[] body, string contentType, long? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (version is not null)
            request.Headers.IfMatch.ParseAdd($"\"{version}\"");
        using var response = await app.Http.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    private sealed class LastProgress : IProgress<ImportProgress>
    {
        public ImportProgress Last { get; private set; }

        public void Report(ImportProgress value) => Last = value;
    }
}
