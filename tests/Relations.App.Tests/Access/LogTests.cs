using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Relations.App.Tests.Access;

/// <summary>However much is logged, no secret is, and nothing of what the record says.</summary>
public sealed class LogTests
{
    private const string Content = "Comunicado-confidencial-7391";
    private const string Cookie = "galleta-secreta-7393";
    private const string CertificatePassword = "clave-del-certificado-7394";

    [Fact]
    public async Task at_its_most_talkative_the_log_holds_no_secret()
    {
        var database = await TestServer.NewDatabaseAsync();
        string token;
        using var log = new Log();
        await using (var app = OwnApp.On(database, log, ("Relations:KeyRing:Password", CertificatePassword)))
        {
            using var http = await app.SignedInAsync();
            token = http.DefaultRequestHeaders.Authorization!.Parameter!;
            http.DefaultRequestHeaders.Add("Cookie", $"session={Cookie}");
            foreach (var (path, body) in new[]
            {
                ("/api/sources", $$"""{ "kind": "Note", "title": "{{Content}}", "language": "es", "text": "{{Content}}" }"""),
                ("/api/sources", $$"""{ "kind": "Nothing", "title": "{{Content}}" }"""),
                ("/api/sources", $$"""{ "kind": "{{Content}}", "title": """),
                ("/api/organisations", $$"""{ "kind": "Office", "names": [{ "language": "es", "name": "{{Content}}" }] }"""),
                ("/api/people", $$"""{ "name": { "given": "{{Content}}", "family": "{{Content}}" } }"""),
            })
            {
                using var content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
                using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content);
                Assert.True((int)answer.StatusCode is 201 or 400 or 422);
            }

            foreach (var path in new[] { "/", "/nada", "/api/sources", "/api/people", "/health/ready" })
                (await http.GetAsync(new Uri(path, UriKind.Relative))).Dispose();
        }

        var lines = log.Lines;
        Assert.Contains(lines, l => l.Contains("/api/sources", StringComparison.Ordinal)); // it did log, and all it could
        Assert.Contains(lines, l => l.StartsWith("Trace", StringComparison.Ordinal));
        foreach (var secret in new[] { Content, token, Cookie, CertificatePassword, new NpgsqlConnectionStringBuilder(database).Password! })
            Assert.Equal("", string.Join('\n', lines.Where(l => l.Contains(secret, StringComparison.OrdinalIgnoreCase)).Take(3)));
        Assert.DoesNotContain(lines, l => l.Contains("masterKey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_start_warns_of_nothing()
    {
        using var log = new Log();
        await using (var app = OwnApp.On(await TestServer.NewDatabaseAsync(), log))
            Assert.Equal("/", (await (await app.SignedInAsync()).GetAsync(new Uri("/", UriKind.Relative))).RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("", string.Join('\n', log.Lines.Where(l => l.StartsWith("Warning", StringComparison.Ordinal) || l.StartsWith("Error", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task a_database_that_refuses_its_password_is_told_without_it()
    {
        var wrong = new NpgsqlConnectionStringBuilder(await TestServer.NewDatabaseAsync()) { Password = CertificatePassword };
        var (exit, output, error) = await Cli.when_the_program_is_started.RunAsync(
            new() { ["ConnectionStrings__relations"] = wrong.ConnectionString, ["Logging__LogLevel__Default"] = "Trace" });
        Assert.Equal(1, exit);
        Assert.Contains("28P01", error, StringComparison.Ordinal);
        Assert.DoesNotContain(CertificatePassword, output + error, StringComparison.Ordinal);
    }

    private sealed class Log : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> lines = [];

        public IReadOnlyList<string> Lines => [.. lines];

        public ILogger CreateLogger(string categoryName) => new Logger(categoryName, lines);

        public void Dispose()
        {
        }

        private sealed class Logger(string category, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull
            {
                lines.Enqueue($"Scope {category}: {state}");
                return null;
            }

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
        }
    }
}
