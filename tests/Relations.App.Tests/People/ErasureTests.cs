using Relations.App.Recording;
using Relations.Domain.People;

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
        Assert.IsType<Outcome.Recorded>(await app.AddAsAsync("jefa", id, new RequestErasure("Solicitud 7-2026"), seen: 2));
        await app.Api.AddAsync($"/api/people/{id}/erase-personal-data", new ErasePersonalData("Resolución 12-2026"));
        await app.ViewsAsync();

        var person = await app.Api.GetAsync($"/api/people/{id}");
        var history = await app.Api.GetAsync($"/api/people/{id}/history");
        Assert.DoesNotContain("Quispe", person.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Quispe", history.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("12-2026", history.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(4, history.Body["total"]!.GetValue<int>());
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
        Assert.IsType<Outcome.Recorded>(other);
    }
}
