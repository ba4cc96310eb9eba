using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Relations.App.Recording;
using Relations.Domain.Recording;

namespace Relations.App.Tests;

/// <summary>Talks to the API as a client would, over HTTP.</summary>
public sealed class ApiClient(HttpClient http)
{
    /// <summary>Opens a record and gives its id.</summary>
    public async Task<Guid> OpenAsync(string path, Command command)
    {
        var answer = await PostAsync(path, command);
        Assert.True(answer.Status == 201, $"{path} {command}: {answer.Status} {answer.Body}");
        return answer.Body["id"]!.GetValue<Guid>();
    }

    /// <summary>Adds to a record, having seen its present version.</summary>
    public async Task<Answer> AddAsync(string path, Command command)
    {
        var answer = await PostAsync(path, command, await VersionAsync(path));
        Assert.True(answer.Status == 200, $"{path} {command}: {answer.Status} {answer.Body}");
        return answer;
    }

    /// <summary>The present version of the record a path is of: how many events its history has.</summary>
    public async Task<long> VersionAsync(string path)
    {
        var history = await GetAsync($"{string.Join('/', path.Split('/').Take(4))}/history?size=1");
        return history.Body["total"]!.GetValue<long>();
    }

    /// <summary>Sends a command as it is, whatever comes of it.</summary>
    public Task<Answer> PostAsync(string path, Command command, long? version = null, string? key = null, string language = "es") =>
        PostAsync(path, JsonSerializer.Serialize<object>(command, RecordJson.Stored), version, key, language);

    /// <summary>Sends a body as it is, whatever comes of it.</summary>
    public async Task<Answer> PostAsync(string path, string body, long? version = null, string? key = null, string language = "es")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json")),
        };
        request.Headers.AcceptLanguage.ParseAdd(language);
        if (version is not null)
            request.Headers.IfMatch.ParseAdd($"\"{version}\"");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await SendAsync(request);
    }

    public async Task<Answer> GetAsync(string path, string language = "es")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await SendAsync(request);
    }

    /// <summary>Sends a request as it is, whatever comes of it.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        return await Answer.OfAsync(response);
    }
}

/// <summary>What the API answered.</summary>
public sealed record Answer(int Status, long? Version, JsonNode Body, string? MediaType)
{
    /// <summary>The rules named in problem details.</summary>
    public IReadOnlyList<(string Rule, string? Field)> Broken =>
        [.. (Body["errors"]?.AsArray() ?? []).Select(e => (e!["rule"]!.GetValue<string>(), e["field"]?.GetValue<string>()))];

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        var body = response.Content.Headers.ContentLength == 0 ? null : await response.Content.ReadFromJsonAsync<JsonNode>();
        var tag = response.Headers.ETag?.Tag.Trim('"');
        return new(
            (int)response.StatusCode,
            tag is null ? null : long.Parse(tag, System.Globalization.CultureInfo.InvariantCulture),
            body ?? new JsonObject(),
            response.Content.Headers.ContentType?.MediaType);
    }
}
