using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Relations.App.Tests.Access;

/// <summary>Requests that are too large, too slow or no HTTP, over a real connection: each ends, and the next one is answered.</summary>
public sealed class RequestLimitTests : IAsyncLifetime
{
    private const string Posting = "POST /api/organisations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private OwnApp app = null!;
    private string authorization = "";

    public async Task InitializeAsync()
    {
        app = await OwnApp.StartAsync(("Relations:RequestSeconds", "8"));
        using var http = await app.SignedInAsync();
        authorization = $"Authorization: {http.DefaultRequestHeaders.Authorization}\r\n";
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task too_large_requests_are_refused()
    {
        Assert.Equal(413, await SendAsync(Posting + "Content-Length: 8000001\r\n\r\n"));
        Assert.Equal(413, await SendAsync($"{Posting}Transfer-Encoding: chunked\r\n\r\n{8_000_001:x}\r\n{new string(' ', 8_000_001)}\r\n0\r\n\r\n"));
        Assert.Equal(414, await SendAsync($"GET /{new string('a', 9_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        Assert.Equal(431, await SendAsync($"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('a', 17_000)}\r\n\r\n"));
        Assert.Equal(431, await SendAsync($"GET / HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 70).Select(i => $"X-{i}: a\r\n"))}\r\n"));
        Assert.Equal(200, await SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    }

    [Theory]
    [InlineData("GET /health/live HTTP/1.1\r\n\r\n", 400)] // no host
    [InlineData("GET /health/live HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", 400)]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: localhost\r\nX: a\r\n folded\r\n\r\n", 400)]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: localhost\r\nX : a\r\n\r\n", 400)]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n", 400)]
    [InlineData("GET  /health/live HTTP/9.9\r\nHost: localhost\r\n\r\n", 400)]
    [InlineData("POST /api/organisations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}", 400)]
    [InlineData("POST /api/organisations HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("POST /api/organisations HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: nothing\r\n\r\n", 400)]
    [InlineData("POST /api/organisations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400)]
    public async Task what_is_no_HTTP_is_refused(string request, int status) => Assert.Equal(status, await SendAsync(request));

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1:5080", 200)]
    [InlineData("[::1]", 200)]
    [InlineData("evil.example", 400)]
    [InlineData("localhost.evil.example", 400)]
    [InlineData("evil.example:5080", 400)]
    public async Task only_our_own_names_are_answered_to(string host, int status) =>
        Assert.Equal(status, await SendAsync($"GET /health/live HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));

    [Fact]
    public async Task the_operator_says_which_names_are_ours()
    {
        await using var named = await OwnApp.StartAsync(("AllowedHosts", "relations.example.org"));
        Assert.Equal(200, await SendAsync("GET /health/live HTTP/1.1\r\nHost: relations.example.org\r\nConnection: close\r\n\r\n", named));
        Assert.Equal(400, await SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", named));
    }

    [Fact]
    public async Task slow_headers_are_given_up() =>
        await GivenUpAsync("GET / HTTP/1.1\r\nHost: localhost\r\n", "X", TimeSpan.FromSeconds(14), 408);

    [Fact]
    public async Task a_slow_body_is_given_up() =>
        await GivenUpAsync(Posting + "Content-Length: 100000\r\n\r\n", " ", TimeSpan.FromSeconds(7.9), 408);

    /// <summary>Just fast enough for each second, and for ever.</summary>
    [Fact]
    public async Task a_body_without_end_is_given_up() =>
        await GivenUpAsync(Posting + "Content-Length: 7000000\r\n\r\n", new string(' ', 400), TimeSpan.FromSeconds(14), 504);

    /// <summary>Begins a request and goes on with it, piece by piece, five times a second, until it is answered.</summary>
    private async Task GivenUpAsync(string beginning, string piece, TimeSpan patience, int status)
    {
        using var client = await ConnectAsync(app);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Authorized(beginning)));
        var answer = StatusAsync(stream);
        var since = Stopwatch.StartNew();
        while (!answer.IsCompleted && since.Elapsed < patience)
        {
            await Task.WhenAny(answer, Task.Delay(200));
            try
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(piece));
            }
            catch (IOException)
            {
                break; // closed under our hands
            }
        }

        Assert.Equal(status, await answer.WaitAsync(TimeSpan.FromSeconds(5)));
        Assert.Equal(200, await SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    }

    private async Task<int> SendAsync(string request, OwnApp? to = null)
    {
        using var client = await ConnectAsync(to ?? app);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Authorized(request)));
        }
        catch (IOException)
        {
            // Refused before it was whole; the answer is there all the same.
        }

        return await StatusAsync(stream).WaitAsync(TimeSpan.FromSeconds(15));
    }

    /// <summary>A command is refused for what it is, and not because nobody signed in.</summary>
    private string Authorized(string request) =>
        request.StartsWith("POST", StringComparison.Ordinal) ? request.Replace("Host: localhost\r\n", $"Host: localhost\r\n{authorization}", StringComparison.Ordinal) : request;

    private static async Task<TcpClient> ConnectAsync(OwnApp to)
    {
        var client = new TcpClient();
        await client.ConnectAsync(to.Address.Host, to.Address.Port);
        return client;
    }

    private static async Task<int> StatusAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var line = await reader.ReadLineAsync() ?? throw new IOException("Closed without an answer.");
        return int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
