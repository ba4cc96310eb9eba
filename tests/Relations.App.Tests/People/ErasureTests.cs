using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Relations.App.People;
using Relations.App.Recording;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.People;
using Relations.Domain.Sources;
using Relations.Domain.Time;

namespace Relations.App.Tests.People;

/// <summary>Once two accounts have erased a person's data, their name is in no event and no state.</summary>
[Collection(AppCollection.Name)]
public class ErasureTests(AppFixture app)
{
    [Fact]
    public async Task an_erased_name_is_gone_from_the_events_and_the_decision_stays()
    {
        var id = await app.Api.OpenAsync("/api/people", new RegisterPerson(new("Ana", "Quispe Mamani")));
        await app.Api.AddAsync($"/api/people/{id}/correct-name", new CorrectPersonName(new("Ana María", "Quispe Mamani"))
        {
            Provenance = new(Reason: "Faltaba el segundo nombre"),
        });
        Assert.IsType<Recording.Outcome.Recorded>(await app.AddAsAsync("jefa", id, new RequestErasure("Solicitud 7-2026"), seen: 2));
        await app.Api.AddAsync($"/api/people/{id}/erase-personal-data", new ErasePersonalData("Resolución 12-2026"));
        await app.ErasureAsync(id);

        var person = await app.Api.GetAsync($"/api/people/{id}");
        var history = await app.Api.GetAsync($"/api/people/{id}/history");
        Assert.DoesNotContain("Quispe", person.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Quispe", history.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("12-2026", history.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(6, history.Body["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task an_erased_name_stands_nowhere_in_the_whole_database()
    {
        const string Text = "Lima, 3 de mayo de 2024. El Sr. Zenón Ccapatinta Yupanqui, asesor de la OIM, visitó la CAN. «Avanzamos», dijo Ccapatinta.";
        var (can, oim, canOim) = (app.Cast.Can, app.Cast.Oim, app.Cast.CanOim);
        var id = await app.Api.OpenAsync("/api/people", new RegisterPerson(new("Zenón", "Ccapatinta Yupanqui", "Sr.")));
        var source = await app.Api.OpenAsync("/api/sources", new RegisterSource(
            SourceKind.Communique, "Visita de Zenón Ccapatinta", "es", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))), Text: Text, Partnerships: [canOim]));
        var meeting = await app.Api.OpenAsync("/api/meetings/log", new LogMeeting(
            [canOim], EdtfDate.Parse("2024-05-03"), Title: "Visita del Sr. Ccapatinta", Participants: [new(new(id), oim, "Asesor", ParticipantRole.Adviser)], Topics: ["Plan de Ccapatinta"]));
        await app.Api.AddAsync($"/api/meetings/{meeting}/record-statement", new RecordStatement(new(id), "es", "Avanzamos, dijo Ccapatinta Yupanqui", true));
        var agreement = await app.Api.OpenAsync("/api/commitments", new MakeCommitment(
            [canOim], "Zenón Ccapatinta enviará el plan", oim, [can], EdtfDate.Parse("2024-05-03"), Meeting: new(meeting)));
        using (var body = new StringContent(Text + "\nSegunda versión."))
            await app.Http.PostAsync(new Uri("/api/readings", UriKind.Relative), body);
        await app.ViewsAsync();
        Assert.NotEmpty(await HoldingAsync("capatinta"));

        await app.AddAsAsync("jefa", id, new RequestErasure("Solicitud 10-2026"), seen: 1);
        await app.Api.AddAsync($"/api/people/{id}/erase-personal-data", new ErasePersonalData("Resolución 15-2026"));
        await app.ErasureAsync(id);

        Assert.Empty(await HoldingAsync("capatinta"));
        var kept = await app.Api.GetAsync($"/api/sources/{source}");
        Assert.Equal(Text.Length, kept.Body["text"]!.GetValue<string>().Length);
        Assert.Contains("asesor de la OIM, visitó la CAN", kept.Body["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.EndsWith("enviará el plan", (await app.Api.GetAsync($"/api/commitments/{agreement}")).Body["what"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_was_erased_is_told_by_place_and_never_by_what_stood_there()
    {
        var id = await app.Api.OpenAsync("/api/people", new RegisterPerson(new("Hermelinda", "Sirpa")));
        await app.AddAsAsync("jefa", id, new RequestErasure("Solicitud 12-2026"), seen: 1);
        await app.Api.AddAsync($"/api/people/{id}/erase-personal-data", new ErasePersonalData("Resolución 16-2026"));
        await app.ErasureAsync(id);

        await using var session = app.Documents.QuerySession();
        var stream = await session.Events.FetchStreamAsync(id);
        var told = Assert.Single(stream.Select(e => e.Data).OfType<PersonDataMasked>());
        var masked = Assert.Single(told.Events);
        Assert.Equal((stream[0].Sequence, stream[0].Id, id), (masked.Sequence, masked.Event, masked.Record));
        Assert.Equal(["/data/name/family", "/data/name/given"], masked.Fields.Select(f => f.Path).Order(StringComparer.Ordinal));
        Assert.All(masked.Fields, f => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("\"█\""u8)), f.Left));
        Assert.Equal(Erasure.By, stream.Single(e => e.Data is PersonErasureCompleted).UserName);
    }

    [Fact]
    public async Task what_is_left_is_hashed_in_its_canonical_form_whatever_its_letters()
    {
        var id = await app.Api.OpenAsync("/api/people", new RegisterPerson(new("Ignacia", "Huarachi")));
        var meeting = await app.Api.OpenAsync("/api/meetings/log", new LogMeeting(
            [app.Cast.CanOim], EdtfDate.Parse("2024-05-04"), Title: "Ignacia Huarachi\u007f\u2028\U0001F600"));
        await app.AddAsAsync("jefa", id, new RequestErasure("Solicitud 13-2026"), seen: 1);
        await app.Api.AddAsync($"/api/people/{id}/erase-personal-data", new ErasePersonalData("Resolución 17-2026"));
        await app.ErasureAsync(id);

        await using var session = app.Documents.QuerySession();
        var told = (await session.Events.FetchStreamAsync(id)).Select(e => e.Data).OfType<PersonDataMasked>().SelectMany(m => m.Events);
        var held = (await session.Events.FetchStreamAsync(meeting)).Select(e => e.Data).OfType<MeetingHeld>().Single();
        Assert.StartsWith("█", held.Title, StringComparison.Ordinal);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"\"{held.Title}\""))), // RFC 8785, section 3.2.2.2: none of these is escaped
            Assert.Single(Assert.Single(told, m => m.Record == meeting).Fields).Left);
    }

    /// <summary>The tables that hold a word, with how many rows do.</summary>
    private async Task<IReadOnlyList<string>> HoldingAsync(string word)
    {
        await using var connection = new NpgsqlConnection(TestServer.LoginsOf(app.ConnectionString).Owner);
        await connection.OpenAsync();
        List<string> tables = [], holding = [];
        await using (var list = new NpgsqlCommand("select oid::regclass::text from pg_class where relnamespace = 'relations'::regnamespace and relkind = 'r'", connection))
        await using (var rows = await list.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
                tables.Add(rows.GetString(0));
        }

        foreach (var table in tables)
        {
            await using var count = new NpgsqlCommand(
                $"select count(*) from {table} t where t::text ilike any ($1)", connection)
            { Parameters = { new() { Value = new[] { $"%{word}%", $"%{Convert.ToHexString(Encoding.UTF8.GetBytes(word))}%" } } } }; // bytes show as digits
            if ((long)(await count.ExecuteScalarAsync())! is > 0 and var rows)
                holding.Add($"{table}: {rows}");
        }

        return holding;
    }

    [Fact]
    public async Task whoever_asked_last_does_not_decide_and_a_dropped_request_counts_no_more()
    {
        var id = await app.Api.OpenAsync("/api/people", new RegisterPerson(new("Luz", "Choque")));
        await app.AddAsAsync("jefa", id, new RequestErasure("Solicitud 8-2026"), seen: 1);
        await app.Api.AddAsync($"/api/people/{id}/drop-erasure-request", new DropErasureRequest("Faltaba la firma"));
        await app.Api.AddAsync($"/api/people/{id}/request-erasure", new RequestErasure("Solicitud 9-2026"));

        var own = await app.Api.PostAsync($"/api/people/{id}/erase-personal-data", new ErasePersonalData("Resolución 13-2026"), version: 4);
        var other = await app.AddAsAsync("jefa", id, new ErasePersonalData("Resolución 13-2026"), seen: 4);

        Assert.Equal((422, "person.erasure-by-another"), (own.Status, Assert.Single(own.Broken).Rule));
        Assert.IsType<Recording.Outcome.Recorded>(other);
    }
}
