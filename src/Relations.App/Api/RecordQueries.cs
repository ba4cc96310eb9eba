using System.Globalization;
using Marten;
using Relations.App.Access;
using Relations.App.Recording;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Api;

/// <summary>Reads single records and their history over HTTP, with both clocks.</summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="reader">Reads records.</param>
public sealed class RecordQueries(IQuerySession session, Sight sight, RecordReader reader)
{
    /// <summary>A record as it is, as it stood on a day, as it was known at a moment.</summary>
    /// <typeparam name="TState">Its type.</typeparam>
    /// <param name="http">The request.</param>
    /// <param name="id">The record.</param>
    /// <param name="clocks">The two clocks.</param>
    public async Task<IResult> GetAsync<TState>(HttpContext http, Guid id, Clocks clocks) where TState : RecordState
    {
        if (!clocks.TryRead(out var asOf, out var problem))
            return problem;
        if (await reader.ReadAsync<TState>(id, asOf, http.RequestAborted) is not { } state)
            return Problems.NotFound();
        http.Response.Headers.ETag = HttpRecorder.Tag(state.Version);
        return Results.Ok(state);
    }

    /// <summary>The records of a kind, a page at a time, in the order of their making.</summary>
    /// <typeparam name="TState">Their type.</typeparam>
    /// <param name="http">The request.</param>
    /// <param name="paging">Which page.</param>
    public async Task<IResult> ListAsync<TState>(HttpContext http, Paging paging) where TState : RecordState
    {
        if (!paging.IsWithinBounds(out var problem))
            return problem;
        var records = await sight.OfAsync(session.Query<TState>(), http.RequestAborted);
        var total = await records.CountAsync(http.RequestAborted);
        var found = await records.OrderBy(s => s.Id).Skip(paging.Skipped).Take(paging.Size).ToListAsync(http.RequestAborted);
        var items = await sight.OfAsync(found, http.RequestAborted);
        return Results.Ok(new Page<TState>(items, paging.Page, paging.Size, total));
    }

    /// <summary>Every event of a record, with who recorded it, when, and from which passage.</summary>
    /// <param name="http">The request.</param>
    /// <param name="id">The record.</param>
    /// <param name="clocks">The two clocks.</param>
    /// <param name="paging">Which page.</param>
    public async Task<IResult> HistoryAsync(HttpContext http, Guid id, Clocks clocks, Paging paging)
    {
        if (!clocks.TryRead(out var asOf, out var problem) || !paging.IsWithinBounds(out problem))
            return problem;
        return await reader.HistoryAsync(id, asOf, paging, http.RequestAborted) is { } page ? Results.Ok(page) : Problems.NotFound();
    }
}

/// <summary>The two clocks of a question, as they come in an address.</summary>
/// <param name="On">A day in the world, <c>2016-02-12</c>.</param>
/// <param name="AsKnownAt">A moment of recording, RFC 3339 with its offset: <c>2026-11-23T12:00:00Z</c>.</param>
public sealed record Clocks(string? On, string? AsKnownAt)
{
    internal bool TryRead(out AsOf asOf, out IResult problem)
    {
        var refusals = Read(out asOf);
        problem = refusals.Count == 0 ? Results.Empty : Problems.BadRequest(refusals);
        return refusals.Count == 0;
    }

    /// <summary>Reads both.</summary>
    /// <param name="asOf">The two clocks.</param>
    /// <returns>What cannot be read.</returns>
    internal IReadOnlyList<Refusal> Read(out AsOf asOf)
    {
        DateOnly on = default;
        DateTimeOffset moment = default;
        List<Refusal> refusals = [];
        if (On is not null && !DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out on))
            refusals.Add(new(CommonRules.FieldUnreadable, "on", "2016-02-12"));
        if (AsKnownAt is not null && !TryReadMoment(AsKnownAt, out moment))
            refusals.Add(new(CommonRules.FieldUnreadable, "asKnownAt", "2026-11-23T12:00:00Z"));
        asOf = new(On is null ? null : on, AsKnownAt is null ? null : moment);
        return refusals;
    }

    /// <summary>Reads a moment. It needs its offset: without one it would be read in the server's own time zone.</summary>
    /// <param name="text">RFC 3339.</param>
    /// <param name="moment">The moment.</param>
    internal static bool TryReadMoment(string text, out DateTimeOffset moment)
    {
        moment = default;
        return (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
            && text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out moment);
    }
}

/// <summary>Which page of a list.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Size">Entries a page, 1 to 200.</param>
public sealed record Paging(int Page, int Size)
{
    /// <summary>The most entries a page.</summary>
    public const int Most = 200;

    /// <summary>Pages beyond this one are refused: what needs them is an export.</summary>
    public const int LastPage = 1_000_000;

    internal int Skipped => (Page - 1) * Size;

    internal static Paging Of(int? page, int? size) => new(page ?? 1, size ?? 50);

    /// <summary>Answers a page that is no number before the endpoint's reader does, which knows no language but English.</summary>
    /// <param name="http">The request.</param>
    /// <param name="next">The rest of the way.</param>
    internal static Task ReadAsync(HttpContext http, RequestDelegate next)
    {
        List<Refusal> refusals = [];
        if (!IsNumber(http.Request.Query["page"]))
            refusals.Add(BadPage);
        if (!IsNumber(http.Request.Query["size"]))
            refusals.Add(BadSize);
        return refusals.Count == 0 ? next(http) : Problems.BadRequest(refusals).ExecuteAsync(http);
    }

    internal bool IsWithinBounds(out IResult problem)
    {
        var refusals = OutOfBounds();
        problem = refusals.Count == 0 ? Results.Empty : Problems.BadRequest(refusals);
        return refusals.Count == 0;
    }

    /// <summary>What is out of bounds.</summary>
    internal IReadOnlyList<Refusal> OutOfBounds()
    {
        List<Refusal> refusals = [];
        if (Page is < 1 or > LastPage)
            refusals.Add(BadPage);
        if (Size is < 1 or > Most)
            refusals.Add(BadSize);
        return refusals;
    }

    private static Refusal BadPage => new(CommonRules.OutOfRange, "page", 1, LastPage);

    private static Refusal BadSize => new(CommonRules.OutOfRange, "size", 1, Most);

    private static bool IsNumber(string? text) =>
        string.IsNullOrEmpty(text) || int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _);
}

/// <summary>A page of a list.</summary>
/// <typeparam name="T">The entries' type.</typeparam>
/// <param name="Items">The entries.</param>
/// <param name="Number">Which page, from 1.</param>
/// <param name="Size">Entries a page.</param>
/// <param name="Total">Entries in all.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Size, long Total);
