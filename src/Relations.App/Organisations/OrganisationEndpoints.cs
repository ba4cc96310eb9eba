using Microsoft.AspNetCore.Mvc;
using Relations.App.Api;
using Relations.App.Recording;
using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using Wolverine.Http;

namespace Relations.App.Organisations;

/// <summary>The commands of organisations over HTTP. Endpoints move data; the rules are in <see cref="OrganisationDecider"/>.</summary>
[Microsoft.AspNetCore.Http.Tags("Organisations")]
public static class OrganisationEndpoints
{
    private const string Address = "/api/organisations";

    /// <summary>All organisations, a page at a time, in the order of their making.</summary>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address, OperationId = "ListOrganisations")]
    [ProducesResponseType<Page<Organisation>>(StatusCodes.Status200OK)]
    public static Task<IResult> List(int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.ListAsync<Organisation>(http, Paging.Of(page, size));

    /// <summary>An organisation as it is, as it stood on a day, as it was known at a moment.</summary>
    /// <param name="id">The organisation.</param>
    /// <param name="on">A day in the world: the organisation as it stood then.</param>
    /// <param name="asKnownAt">A moment of recording: the organisation as it was known then.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address + "/{id}", OperationId = "GetOrganisation")]
    [ProducesResponseType<Organisation>(StatusCodes.Status200OK)]
    public static Task<IResult> Get(Guid id, string? on, string? asKnownAt, HttpContext http, RecordQueries queries) =>
        queries.GetAsync<Organisation>(http, id, new(on, asKnownAt));

    /// <summary>Every event of an organisation, with who recorded it, when, and from which passage.</summary>
    /// <param name="id">The organisation.</param>
    /// <param name="on">A day in the world: only what had begun by then.</param>
    /// <param name="asKnownAt">A moment of recording: only what was known by then.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address + "/{id}/history", OperationId = "GetOrganisationHistory")]
    [ProducesResponseType<Page<HistoryEntry>>(StatusCodes.Status200OK)]
    public static Task<IResult> History(
        Guid id, string? on, string? asKnownAt, int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.HistoryAsync(http, id, new(on, asKnownAt), Paging.Of(page, size));

    /// <inheritdoc cref="RegisterOrganisation" />
    [WolverinePost(Address, OperationId = nameof(RegisterOrganisation))]
    public static Task<IResult> Register(RegisterOrganisation command, HttpContext http, HttpRecorder recorder) =>
        recorder.OpenAsync(http, command, Address);

    /// <inheritdoc cref="RenameOrganisation" />
    [WolverinePost(Address + "/{id}/rename", OperationId = nameof(RenameOrganisation))]
    public static Task<IResult> Rename(Guid id, RenameOrganisation command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="PlaceOrganisation" />
    [WolverinePost(Address + "/{id}/place", OperationId = nameof(PlaceOrganisation))]
    public static Task<IResult> Place(Guid id, PlaceOrganisation command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="LeaveOrganisation" />
    [WolverinePost(Address + "/{id}/leave", OperationId = nameof(LeaveOrganisation))]
    public static Task<IResult> Leave(Guid id, LeaveOrganisation command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="IdentifyOrganisation" />
    [WolverinePost(Address + "/{id}/identify", OperationId = nameof(IdentifyOrganisation))]
    public static Task<IResult> Identify(Guid id, IdentifyOrganisation command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="LinkDuplicateOrganisation" />
    [WolverinePost(Address + "/{id}/link-duplicate", OperationId = nameof(LinkDuplicateOrganisation))]
    public static Task<IResult> LinkDuplicate(Guid id, LinkDuplicateOrganisation command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ReverseDuplicateLink" />
    [WolverinePost(Address + "/{id}/reverse-duplicate-link", OperationId = nameof(ReverseDuplicateLink))]
    public static Task<IResult> ReverseDuplicateLink(Guid id, ReverseDuplicateLink command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="DissolveOrganisation" />
    [WolverinePost(Address + "/{id}/dissolve", OperationId = nameof(DissolveOrganisation))]
    public static Task<IResult> Dissolve(Guid id, DissolveOrganisation command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="CorrectOrganisation" />
    [WolverinePost(Address + "/{id}/correct", OperationId = nameof(CorrectOrganisation))]
    public static Task<IResult> Correct(Guid id, CorrectOrganisation command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractPlacement" />
    [WolverinePost(Address + "/{id}/retract-placement", OperationId = nameof(RetractPlacement))]
    public static Task<IResult> RetractPlacement(Guid id, RetractPlacement command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractIdentifier" />
    [WolverinePost(Address + "/{id}/retract-identifier", OperationId = nameof(RetractIdentifier))]
    public static Task<IResult> RetractIdentifier(Guid id, RetractIdentifier command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractDissolution" />
    [WolverinePost(Address + "/{id}/retract-dissolution", OperationId = nameof(RetractDissolution))]
    public static Task<IResult> RetractDissolution(Guid id, RetractDissolution command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ClassifyRecord" />
    [WolverinePost(Address + "/{id}/classify", OperationId = "ClassifyOrganisation")]
    public static Task<IResult> Classify(Guid id, ClassifyRecord command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);
}
