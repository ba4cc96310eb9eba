using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Api;
using Relations.Domain.Recording;

namespace Relations.App.Tests.Access;

/// <summary>
/// Every address × every sort of actor × their own and another partnership × each classification, over HTTP, against the one
/// table. After all of it the database is the same to the byte: what is refused leaves nothing behind.
/// </summary>
public sealed class AccessMatrixTests(AccessFixture access) : IClassFixture<AccessFixture>
{
    /// <summary>What the framework adds by itself: nothing of ours is behind it, and who did not sign in gets nowhere.</summary>
    private static readonly string?[] FrameworksOwn = ["/_framework/opaque-redirect", "{**path:file}"];

    private static readonly string[] RegisterKinds = ["organisations", "people"];

    [Fact]
    public void every_address_has_its_row_and_every_row_its_address()
    {
        var (there, listed) = (Endpoints().Keys, AccessTable.Addresses.Keys);
        Assert.True(there.ToHashSet().SetEquals(listed), string.Join('\n', there.Except(listed).Select(a => $"No row for {a}")
            .Concat(listed.Except(there).Select(a => $"No address for {a}"))));
    }

    [Fact]
    public void what_is_open_to_all_says_so_and_nothing_else_does()
    {
        var listed = AccessTable.Addresses.Where(a => a.Value is Gate.OpenToAll or Gate.Keyed).Select(a => a.Key).ToHashSet();
        var there = Endpoints().Where(e => e.Value.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => e.Key).ToHashSet();
        Assert.True(there.SetEquals(listed), string.Join('\n', there.Except(listed).Select(a => $"{a} is open").Concat(listed.Except(there).Select(a => $"{a} is closed"))));
    }

    [Fact]
    public async Task no_page_takes_a_form_that_it_did_not_make()
    {
        var before = await access.DigestAsync();
        foreach (var page in Endpoints().Where(e => IsPage(e.Value)).Select(e => e.Key.Split(' ')[1]))
        {
            foreach (var actor in AccessTable.Actors.Prepend(AccessTable.SignedOut))
            {
                using var form = new FormUrlEncodedContent([new("_handler", "sign-in"), new("name", "oficial"), new("password", "x")]);
                using var answer = await access.Client(actor).PostAsync(new Uri(Filled(page, access.Another), UriKind.Relative), form);
                Assert.True((int)answer.StatusCode is 302 or 400 or 404, $"{actor} {page}: {answer.StatusCode}");


            }
        }

        Assert.Equal(before, await access.DigestAsync());
    }

    [Fact]
    public async Task everybody_gets_what_the_table_says_and_refusals_leave_nothing_behind()
    {
        var before = await access.DigestAsync();
        var questions =
            from address in AccessTable.Addresses
            where address.Value != Gate.OpenToAll
            from actor in AccessTable.Actors.Prepend(AccessTable.SignedOut)
            from target in Targets(address.Key, address.Value, actor)
            select (Address: address.Key, target.Path, Actor: actor, Status: AccessTable.StatusOf(address.Value, actor, target.Level));
        List<string> wrong = [];
        var asked = 0;
        foreach (var (address, path, actor, expected) in questions)
        {
            var status = await AskAsync(address, path, actor);
            asked++;
            if (status != expected)
                wrong.Add($"{actor} {address.Split(' ')[0]} {path}: {status}, not {expected}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {asked}:\n{string.Join('\n', wrong.Take(40))}");
        Assert.True(asked > 6_000, $"Only {asked} were asked.");
        Assert.Equal(before, await access.DigestAsync());
    }

    /// <summary>The paths that an address stands for, with what an actor may do there.</summary>
    private IEnumerable<(string Path, Level Level)> Targets(string address, Gate gate, string actor)
    {
        var route = address.Split(' ')[1].Replace("{documentName?}", "", StringComparison.Ordinal).Replace("{**tile}", "999", StringComparison.Ordinal);
        if (gate == Gate.LedgerFile)
            route += "?partnership=nowhere";
        if (!route.Contains('{', StringComparison.Ordinal))
        {
            yield return (route, Level.None);
            yield break;
        }

        if (gate is Gate.Choices or Gate.OpenForm)
        {
            yield return (gate == Gate.Choices ? "/choices/organisation?q=a" : "/record/register-organisation", Level.None);
            yield break;
        }

        if (gate is Gate.Invite or Gate.RevokeToken or Gate.Draft)
        {
            yield return (Filled(route, Guid.CreateVersion7()), Level.None);
            yield break;
        }

        if (gate is Gate.ReadAccount or Gate.KeepAccount or Gate.Administration)
        {
            yield return (Filled(route, access.Another), Level.None);
            yield break;
        }

        if (gate is Gate.RecordForm or Gate.UndoForm)
            route = route.Replace("{CommandName}", "classify-record", StringComparison.Ordinal);
        var kind = gate is Gate.RecordForm or Gate.UndoForm ? "meetings" : route.Split('/', StringSplitOptions.RemoveEmptyEntries).First(p => p != "api");
        var register = RegisterKinds.Contains(kind);
        foreach (var own in register ? [true] : new[] { true, false })
        {
            foreach (var classification in Enum.GetValues<Classification>())
            {
                var level = actor == AccessTable.SignedOut ? Level.None : AccessTable.LevelOf(actor, register, own, classification);
                yield return (Filled(route, access.Record(Singular(kind), own, classification)), level);
            }
        }
    }

    private static string Filled(string route, Guid id) =>
        string.Join('/', route.Split('/').Select(part => part.StartsWith('{') ? id.ToString() : part));

    private static string Singular(string kind) => kind == "people" ? "person" : kind[..^1];

    private async Task<int> AskAsync(string address, string path, string actor)
    {
        using var request = new HttpRequestMessage(new(address.Split(' ')[0]), path);
        request.Headers.Accept.Add(new(path.StartsWith("/api", StringComparison.Ordinal) ? "application/json" : "text/html"));
        if (request.Method == HttpMethod.Post)
            request.Content = Body(address);
        using var answer = await access.Client(actor).SendAsync(request, HttpCompletionOption.ResponseHeadersRead); // some go on
        if (answer.StatusCode is HttpStatusCode.Unauthorized)
            Assert.NotEmpty(answer.Headers.WwwAuthenticate);
        return (int)answer.StatusCode;
    }

    /// <summary>
    /// A body that can be read: the example of the API document. Nothing of it is recorded: no version seen is sent, and what
    /// opens a record says that it is stated somewhere, and not where.
    /// </summary>
    private StringContent Body(string address)
    {
        var type = Endpoints()[address].Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        if (type is null || ApiExamples.Of(type.Name) is not { } example)
            return new StringContent("La CAN y la OIM.", Encoding.UTF8, "text/plain");
        if (typeof(IOpensRecord).IsAssignableFrom(type))
            example["provenance"] = new JsonObject { ["basis"] = "Stated" };
        return new StringContent(example.ToJsonString(), Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
    }

    /// <summary>Pages answer to forms at their own address; what they do about them has a test of its own.</summary>
    private static bool IsPage(Endpoint endpoint) => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private Dictionary<string, Endpoint> Endpoints() => access.App.Host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
        .SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !FrameworksOwn.Contains(e.RoutePattern.RawText))
        .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            .Where(m => m is not "HEAD" and not "OPTIONS" && !(m == "POST" && IsPage(e)))
            .Select(m => (Key: $"{m} /{e.RoutePattern.RawText!.TrimStart('/')}", Endpoint: (Endpoint)e)))
        .DistinctBy(e => e.Key)
        .ToDictionary(e => e.Key, e => e.Endpoint);
}
