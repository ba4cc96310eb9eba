using Microsoft.AspNetCore.Mvc;
using Relations.App.Api;
using Relations.App.Recording;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Wolverine.Http;

namespace Relations.App.Sources;

/// <summary>The commands of sources over HTTP. Endpoints move data; the rules are in <see cref="SourceDecider"/>.</summary>
[Microsoft.AspNetCore.Http.Tags("Sources")]
public static class SourceEndpoints
{
    private const string Address = "/api/sources";

    /// <summary>All sources, a page at a time, in the order of their making.</summary>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address, OperationId = "ListSources")]
    [ProducesResponseType<Page<Source>>(StatusCodes.Status200OK)]
    public static Task<IResult> List(int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.ListAsync<Source>(http, Paging.Of(page, size));

    /// <summary>A source as it is, as it stood on a day, as it was known at a moment.</summary>
    /// <param name="id">The source.</param>
    /// <param name="on">A day in the world: the source as it stood then.</param>
    /// <param name="asKnownAt">A moment of recording: the source as it was known then.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address + "/{id}", OperationId = "GetSource")]
    [ProducesResponseType<Source>(StatusCodes.Status200OK)]
    public static Task<IResult> Get(Guid id, string? on, string? asKnownAt, HttpContext http, RecordQueries queries) =>
        queries.GetAsync<Source>(http, id, new(on, asKnownAt));

    /// <summary>Every event of a source, with who recorded it, when, and from which passage.</summary>
    /// <param name="id">The source.</param>
    /// <param name="on">A day in the world: only what had begun by then.</param>
    /// <param name="asKnownAt">A moment of recording: only what was known by then.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address + "/{id}/history", OperationId = "GetSourceHistory")]
    [ProducesResponseType<Page<HistoryEntry>>(StatusCodes.Status200OK)]
    public static Task<IResult> History(
        Guid id, string? on, string? asKnownAt, int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.HistoryAsync(http, id, new(on, asKnownAt), Paging.Of(page, size));

    /// <inheritdoc cref="RegisterSource" />
    [WolverinePost(Address, OperationId = nameof(RegisterSource))]
    public static Task<IResult> Register(RegisterSource command, HttpContext http, HttpRecorder recorder) =>
        recorder.OpenAsync(http, command, Address);

    /// <inheritdoc cref="ReadSource" />
    [WolverinePost(Address + "/{id}/read", OperationId = nameof(ReadSource))]
    public static Task<IResult> Read(Guid id, ReadSource command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="SupersedeSource" />
    [WolverinePost(Address + "/{id}/supersede", OperationId = nameof(SupersedeSource))]
    public static Task<IResult> Supersede(Guid id, SupersedeSource command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractSupersession" />
    [WolverinePost(Address + "/{id}/retract-supersession", OperationId = nameof(RetractSupersession))]
    public static Task<IResult> RetractSupersession(Guid id, RetractSupersession command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="CorrectSource" />
    [WolverinePost(Address + "/{id}/correct", OperationId = nameof(CorrectSource))]
    public static Task<IResult> Correct(Guid id, CorrectSource command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ClassifyRecord" />
    [WolverinePost(Address + "/{id}/classify", OperationId = "ClassifySource")]
    public static Task<IResult> Classify(Guid id, ClassifyRecord command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);
}
