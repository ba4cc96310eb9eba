using System.Text.Json.Nodes;
using Relations.App.Import.Generated;
using Relations.Domain.Access;
using Relations.Domain.Meetings;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;

namespace Relations.App.Tests.Reports;

/// <summary>
/// An application with a story for the reports beside generated records: a meeting of 2016 recorded from a press release, whose date the
/// minutes give otherwise; a post outside its tenure; a fact known without a document; and a restricted meeting with all of this in it.
/// </summary>
public sealed class ReportedApp : IAsyncLifetime
{
    public const string ReleaseText = "Lima, 12 de febrero. La CAN y la OIM se reunieron en la sede de la Secretaría General.";

    private const string MinutesText = "Acta de la reunión del 11 de febrero de 2016.";

    public AppFixture App { get; } = new();

    public SourceId Release { get; private set; }

    public SourceId Minutes { get; private set; }

    /// <summary>The meeting that everybody may read who works with the partnership.</summary>
    public Guid Meeting { get; private set; }

    /// <summary>The same in a meeting that is restricted to nobody but its recorder.</summary>
    public Guid Secret { get; private set; }

    /// <summary>A moment before the date was corrected.</summary>
    public DateTimeOffset BeforeCorrection { get; private set; }

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        Release = new(await App.Api.OpenAsync("/api/sources", new RegisterSource(SourceKind.Communique, "Comunicado de febrero", "es", new string('a', 64), Text: ReleaseText)));
        Minutes = new(await App.Api.OpenAsync("/api/sources", new RegisterSource(SourceKind.Minutes, "Acta de febrero", "es", new string('b', 64), Text: MinutesText)));
        await App.Api.AddAsync(
            $"/api/people/{App.Cast.Davalos}/appoint", new AppointPerson(App.Cast.Oim, "Jefe de Misión", From: EdtfDate.Parse("2017-03-01")));
        Meeting = await TellAsync("Reunión de febrero");
        Secret = await TellAsync("Reunión secretísima");
        await App.Api.AddAsync($"/api/meetings/{Secret}/classify", new ClassifyRecord(Classification.Restricted, [AppFixture.Officer]));
        await new GeneratedLoad(App.Documents).LoadAsync(Generator.Records(new(Partnerships: 10, Meetings: 200)));
        await App.ViewsAsync();
    }

    public Task DisposeAsync() => App.DisposeAsync();

    /// <summary>A page of a report, as the API answers with it.</summary>
    public async Task<IReadOnlyList<JsonNode>> LinesAsync(string report, ApiClient? api = null)
    {
        var answer = await (api ?? App.Api).GetAsync($"/api/reports/{report}");
        Assert.True(answer.Status == 200, $"{report}: {answer.Status} {answer.Body}");
        return [.. answer.Body["items"]!.AsArray().Select(l => l!)];
    }

    private async Task<Guid> TellAsync(string title)
    {
        var meeting = await App.Api.OpenAsync("/api/meetings/log", new LogMeeting([App.Cast.CanOim], EdtfDate.Parse("2016-02-12"), Title: title)
        {
            Provenance = new(Basis.Stated, [new(Release, 0, 20)]),
        });
        await App.Api.AddAsync($"/api/meetings/{meeting}/record-participant", new RecordParticipant(App.Cast.Davalos, App.Cast.Oim, "Jefe de Misión", ParticipantRole.Head)
        {
            Provenance = new(Basis.Stated, [new(Release, 21, 30)]),
        });
        await App.Api.AddAsync($"/api/meetings/{meeting}/discuss-topic", new DiscussTopic("migración"));
        BeforeCorrection = DateTimeOffset.UtcNow;
        await App.Api.AddAsync($"/api/meetings/{meeting}/correct", new CorrectMeeting(On: EdtfDate.Parse("2016-02-11"))
        {
            Provenance = new(Basis.Stated, [new(Minutes, 0, 44)], Reason: "El acta da otra fecha"),
        });
        return meeting;
    }
}
