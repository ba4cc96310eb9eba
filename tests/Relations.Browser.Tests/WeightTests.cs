using Microsoft.Playwright;

namespace Relations.Browser.Tests;

/// <summary>What comes over the wire, as the browser itself counts it: compressed, with the headers.</summary>
[Collection(PagesCollection.Name)]
public sealed class WeightTests(PagesFixture pages)
{
    private const int FirstLoad = 100_000;
    private const int LaterPage = 20_000;

    [Theory]
    [InlineData(RunningApp.Partnership)]
    [InlineData("/portfolio")]
    [InlineData("/")]
    public async Task a_page_is_light_at_first_and_lighter_later(string address)
    {
        await using var reader = await pages.OpenAsync();
        var page = reader.Page;
        var network = await page.Context.NewCDPSessionAsync(page);
        double bytes = 0;
        network.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();
        await network.SendAsync("Network.enable");

        await page.GotoAsync(address);
        Assert.InRange(bytes, 1_000, FirstLoad);

        var first = bytes;
        await page.GotoAsync(RunningApp.Partnership + "?kind=meeting");
        Assert.InRange(bytes - first, 1_000, LaterPage);
        Assert.Empty(reader.Complaints);
    }
}
