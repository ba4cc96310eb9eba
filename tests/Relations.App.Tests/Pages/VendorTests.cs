using System.Text.Json.Nodes;

namespace Relations.App.Tests.Pages;

/// <summary>
/// The front-end files that are served are those of the packages in the lock. <c>npm run vendor:check</c> compares every byte;
/// this needs no packages installed and tells at once that somebody renewed the one and forgot the other.
/// </summary>
public sealed class VendorTests
{
    [Fact]
    public void the_served_stylesheet_is_of_the_locked_version()
    {
        var app = Path.Combine(Repository.Root, "src", "Relations.App");
        var locked = JsonNode.Parse(File.ReadAllText(Path.Combine(app, "package-lock.json")))!["packages"]!["node_modules/bootstrap"]!;
        var served = File.ReadAllText(Path.Combine(app, "wwwroot", "vendor", "bootstrap", "bootstrap.min.css"));
        Assert.Contains($"Bootstrap  v{locked["version"]} ", served[..200], StringComparison.Ordinal);
    }
}
