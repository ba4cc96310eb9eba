using Relations.App.Tests.Commitments;
using Relations.Domain.Recording;

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
        .. CommitmentRefusals.All,
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
        var version = command is IOpensRecord ? null : (await app.Api.GetAsync(string.Join('/', path.Split('/').Take(4)))).Version;
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
}
