using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Relations.App.Api;
using Relations.App.Recording;

namespace Relations.App.Pages.Records;

/// <summary>What the address of a record's page asks for: the moment, and the pages of its long lists.</summary>
/// <param name="request">The request.</param>
public sealed class RecordQuestion(HttpRequest request)
{
    /// <summary>The name of the page of facts in the address.</summary>
    public const string Facts = "facts";

    private IReadOnlyList<string> mistakes = [];

    /// <summary>The day in the world, as the address gives it.</summary>
    public string? On { get; } = Given(request.Query["on"]);

    /// <summary>The moment of recording, as the address gives it.</summary>
    public string? AsKnownAt { get; } = Given(request.Query["asKnownAt"]);

    /// <summary>The page without its query.</summary>
    public string Path { get; } = request.Path;

    /// <summary>Which clock cannot be read.</summary>
    public IReadOnlyCollection<string> Mistakes => mistakes;

    /// <summary>Reads the clocks.</summary>
    public AsOf Clocks()
    {
        mistakes = AddressClocks.Read(On, AsKnownAt, out var asOf);
        return asOf;
    }

    /// <summary>Which page of a list is asked for, from 1.</summary>
    /// <param name="list">The list's name in the address.</param>
    public int Page(string list) => Math.Clamp(AddressNumber.Read(request.Query[list]) ?? 1, 1, Paging.LastPage);

    /// <summary>The address of another page of a list, at its place on the page.</summary>
    /// <param name="list">The list's name in the address.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="place">The place.</param>
    public string AddressOf(string list, int page, string place)
    {
        var query = new QueryBuilder(request.Query.Where(q => q.Key != list).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value ?? "")))
        {
            { list, page.ToString(CultureInfo.InvariantCulture) },
        };
        return $"{Path}{query}#{place}";
    }

    /// <summary>The address of a place on this page, whose query stays as it is.</summary>
    /// <param name="place">The place.</param>
    public string AddressOf(string place) => $"{Path}{request.QueryString}#{place}";

    /// <summary>The query that asks another page about the same moment.</summary>
    public QueryBuilder SameMoment()
    {
        QueryBuilder query = [];
        if (On is not null)
            query.Add("on", On);
        if (AsKnownAt is not null)
            query.Add("asKnownAt", AsKnownAt);
        return query;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
