using Relations.Domain.People;
using Relations.Domain.Recording;

namespace Relations.App.Tests.People;

/// <summary>Once the erasure of a person's data is recorded, their name is in no event and no state.</summary>
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
        await app.Api.AddAsync($"/api/people/{id}/erase-personal-data", new ErasePersonalData("Resolución 12-2026"));
        await app.ViewsAsync();

        var person = await app.Api.GetAsync($"/api/people/{id}");
        var history = await app.Api.GetAsync($"/api/people/{id}/history");
        Assert.DoesNotContain("Quispe", person.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Quispe", history.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("12-2026", history.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(3, history.Body["total"]!.GetValue<int>());
    }
}
