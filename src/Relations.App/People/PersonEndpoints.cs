using Microsoft.AspNetCore.Mvc;
using Relations.App.Api;
using Relations.App.Recording;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Wolverine.Http;

namespace Relations.App.People;

/// <summary>The commands of people over HTTP. Endpoints move data; the rules are in <see cref="PersonDecider"/>.</summary>
[Microsoft.AspNetCore.Http.Tags("People")]
public static class PersonEndpoints
{
    private const string Address = "/api/people";

    /// <summary>All people, a page at a time, in the order of their making.</summary>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address, OperationId = "ListPeople")]
    [ProducesResponseType<Page<Person>>(StatusCodes.Status200OK)]
    public static Task<IResult> List(int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.ListAsync<Person>(http, Paging.Of(page, size));

    /// <summary>A person as it is, as it stood on a day, as it was known at a moment.</summary>
    /// <param name="id">The person.</param>
    /// <param name="on">A day in the world: the person as it stood then.</param>
    /// <param name="asKnownAt">A moment of recording: the person as it was known then.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address + "/{id}", OperationId = "GetPerson")]
    [ProducesResponseType<Person>(StatusCodes.Status200OK)]
    public static Task<IResult> Get(Guid id, string? on, string? asKnownAt, HttpContext http, RecordQueries queries) =>
        queries.GetAsync<Person>(http, id, new(on, asKnownAt));

    /// <summary>Every event of a person, with who recorded it, when, and from which passage.</summary>
    /// <param name="id">The person.</param>
    /// <param name="on">A day in the world: only what had begun by then.</param>
    /// <param name="asKnownAt">A moment of recording: only what was known by then.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address + "/{id}/history", OperationId = "GetPersonHistory")]
    [ProducesResponseType<Page<HistoryEntry>>(StatusCodes.Status200OK)]
    public static Task<IResult> History(
        Guid id, string? on, string? asKnownAt, int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.HistoryAsync(http, id, new(on, asKnownAt), Paging.Of(page, size));

    /// <inheritdoc cref="RegisterPerson" />
    [WolverinePost(Address, OperationId = nameof(RegisterPerson))]
    public static Task<IResult> Register(RegisterPerson command, HttpContext http, HttpRecorder recorder) =>
        recorder.OpenAsync(http, command, Address);

    /// <inheritdoc cref="CorrectPersonName" />
    [WolverinePost(Address + "/{id}/correct-name", OperationId = nameof(CorrectPersonName))]
    public static Task<IResult> CorrectName(Guid id, CorrectPersonName command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="AppointPerson" />
    [WolverinePost(Address + "/{id}/appoint", OperationId = nameof(AppointPerson))]
    public static Task<IResult> Appoint(Guid id, AppointPerson command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="EndAppointment" />
    [WolverinePost(Address + "/{id}/end-appointment", OperationId = nameof(EndAppointment))]
    public static Task<IResult> EndAppointment(Guid id, EndAppointment command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="GiveFullPowers" />
    [WolverinePost(Address + "/{id}/give-full-powers", OperationId = nameof(GiveFullPowers))]
    public static Task<IResult> GiveFullPowers(Guid id, GiveFullPowers command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="LinkDuplicatePerson" />
    [WolverinePost(Address + "/{id}/link-duplicate", OperationId = nameof(LinkDuplicatePerson))]
    public static Task<IResult> LinkDuplicate(Guid id, LinkDuplicatePerson command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ReverseDuplicatePersonLink" />
    [WolverinePost(Address + "/{id}/reverse-duplicate-link", OperationId = nameof(ReverseDuplicatePersonLink))]
    public static Task<IResult> ReverseDuplicateLink(Guid id, ReverseDuplicatePersonLink command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractAppointment" />
    [WolverinePost(Address + "/{id}/retract-appointment", OperationId = nameof(RetractAppointment))]
    public static Task<IResult> RetractAppointment(Guid id, RetractAppointment command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractFullPowers" />
    [WolverinePost(Address + "/{id}/retract-full-powers", OperationId = nameof(RetractFullPowers))]
    public static Task<IResult> RetractFullPowers(Guid id, RetractFullPowers command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RequestErasure" />
    [WolverinePost(Address + "/{id}/request-erasure", OperationId = nameof(RequestErasure))]
    public static Task<IResult> RequestErasure(Guid id, RequestErasure command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="DropErasureRequest" />
    [WolverinePost(Address + "/{id}/drop-erasure-request", OperationId = nameof(DropErasureRequest))]
    public static Task<IResult> DropErasureRequest(Guid id, DropErasureRequest command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ErasePersonalData" />
    [WolverinePost(Address + "/{id}/erase-personal-data", OperationId = nameof(ErasePersonalData))]
    public static Task<IResult> ErasePersonalData(Guid id, ErasePersonalData command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ClassifyRecord" />
    [WolverinePost(Address + "/{id}/classify", OperationId = "ClassifyPerson")]
    public static Task<IResult> Classify(Guid id, ClassifyRecord command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);
}
