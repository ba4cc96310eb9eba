using System.Text;
using JasperFx.CommandLine;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Relations.Domain.Access;
using Wolverine;

namespace Relations.App.Tests.Api;

/// <summary>The limit on bodies is the web server's own, so this runs on the real one.</summary>
public class LargeBodyTests
{
    [Fact]
    public async Task a_body_beyond_the_limit_is_told()
    {
        var database = await TestServer.NewDatabaseAsync();
        JasperFxEnvironment.AutoStartHost = true;
        await using var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseDatabase(database);
            builder.UseSetting("Relations:Seed", "none");
            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.ConfigureServices(services => services.RunWolverineInSoloMode());
        });
        factory.UseKestrel(0);
        factory.StartServer();
        using var http = await new TestAccounts(factory.Services, _ => factory.CreateClient()).SignInAsync(AppFixture.Officer, new Grant(Role.Officer));

        foreach (var (language, title) in new[] { ("es", "Demasiado grande"), ("en", "Too large") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/organisations")
            {
                Content = new StringContent(new string(' ', 8_000_001), Encoding.UTF8, "application/json"),
            };
            request.Headers.ExpectContinue = true;
            request.Headers.AcceptLanguage.ParseAdd(language);
            var answer = await new ApiClient(http).SendAsync(request);
            Assert.Equal((413, "application/problem+json"), (answer.Status, answer.MediaType));
            Assert.Equal(title, answer.Body["title"]!.GetValue<string>());
        }
    }
}
