using Microsoft.AspNetCore.Mvc;
using Relations.App.Api;
using Relations.App.Recording;
using Relations.Domain.Agreements;
using Relations.Domain.Recording;
using Wolverine.Http;

namespace Relations.App.Agreements;

/// <summary>The commands of agreements over HTTP. Endpoints move data; the rules are in <see cref="AgreementDecider"/>.</summary>
[Microsoft.AspNetCore.Http.Tags("Agreements")]
public static class AgreementEndpoints
{
    private const string Address = "/api/agreements";

    /// <summary>All agreements, a page at a time, in the order of their making.</summary>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address, OperationId = "ListAgreements")]
    [ProducesResponseType<Page<Agreement>>(StatusCodes.Status200OK)]
    public static Task<IResult> List(int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.ListAsync<Agreement>(http, Paging.Of(page, size));

    /// <summary>An agreement as it is, as it stood on a day, as it was known at a moment.</summary>
    /// <param name="id">The agreement.</param>
    /// <param name="on">A day in the world: the agreement as it stood then.</param>
    /// <param name="asKnownAt">A moment of recording: the agreement as it was known then.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address + "/{id}", OperationId = "GetAgreement")]
    [ProducesResponseType<Agreement>(StatusCodes.Status200OK)]
    public static Task<IResult> Get(Guid id, string? on, string? asKnownAt, HttpContext http, RecordQueries queries) =>
        queries.GetAsync<Agreement>(http, id, new(on, asKnownAt));

    /// <summary>Every event of an agreement, with who recorded it, when, and from which passage.</summary>
    /// <param name="id">The agreement.</param>
    /// <param name="on">A day in the world: only what had begun by then.</param>
    /// <param name="asKnownAt">A moment of recording: only what was known by then.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address + "/{id}/history", OperationId = "GetAgreementHistory")]
    [ProducesResponseType<Page<HistoryEntry>>(StatusCodes.Status200OK)]
    public static Task<IResult> History(
        Guid id, string? on, string? asKnownAt, int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.HistoryAsync(http, id, new(on, asKnownAt), Paging.Of(page, size));

    /// <inheritdoc cref="AttestAgreement" />
    [WolverinePost(Address + "/attest", OperationId = nameof(AttestAgreement))]
    public static Task<IResult> Attest(AttestAgreement command, HttpContext http, HttpRecorder recorder) =>
        recorder.OpenAsync(http, command, Address);

    /// <inheritdoc cref="ProposeAgreement" />
    [WolverinePost(Address + "/propose", OperationId = nameof(ProposeAgreement))]
    public static Task<IResult> Propose(ProposeAgreement command, HttpContext http, HttpRecorder recorder) =>
        recorder.OpenAsync(http, command, Address);

    /// <inheritdoc cref="OpenNegotiation" />
    [WolverinePost(Address + "/{id}/open-negotiation", OperationId = nameof(OpenNegotiation))]
    public static Task<IResult> OpenNegotiation(Guid id, OpenNegotiation command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="AdoptText" />
    [WolverinePost(Address + "/{id}/adopt-text", OperationId = nameof(AdoptText))]
    public static Task<IResult> AdoptText(Guid id, AdoptText command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="InitialText" />
    [WolverinePost(Address + "/{id}/initial-text", OperationId = nameof(InitialText))]
    public static Task<IResult> InitialText(Guid id, InitialText command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="SignAgreement" />
    [WolverinePost(Address + "/{id}/sign", OperationId = nameof(SignAgreement))]
    public static Task<IResult> Sign(Guid id, SignAgreement command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ConfirmSignature" />
    [WolverinePost(Address + "/{id}/confirm-signature", OperationId = nameof(ConfirmSignature))]
    public static Task<IResult> ConfirmSignature(Guid id, ConfirmSignature command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RatifyAgreement" />
    [WolverinePost(Address + "/{id}/ratify", OperationId = nameof(RatifyAgreement))]
    public static Task<IResult> Ratify(Guid id, RatifyAgreement command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="AccedeToAgreement" />
    [WolverinePost(Address + "/{id}/accede-to", OperationId = nameof(AccedeToAgreement))]
    public static Task<IResult> AccedeTo(Guid id, AccedeToAgreement command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="WithdrawFromAgreement" />
    [WolverinePost(Address + "/{id}/withdraw-from", OperationId = nameof(WithdrawFromAgreement))]
    public static Task<IResult> WithdrawFrom(Guid id, WithdrawFromAgreement command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RegisterAgreement" />
    [WolverinePost(Address + "/{id}/register", OperationId = nameof(RegisterAgreement))]
    public static Task<IResult> Register(Guid id, RegisterAgreement command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ApplyProvisionally" />
    [WolverinePost(Address + "/{id}/apply-provisionally", OperationId = nameof(ApplyProvisionally))]
    public static Task<IResult> ApplyProvisionally(Guid id, ApplyProvisionally command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="EnterIntoForce" />
    [WolverinePost(Address + "/{id}/enter-into-force", OperationId = nameof(EnterIntoForce))]
    public static Task<IResult> EnterIntoForce(Guid id, EnterIntoForce command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="MakeReservation" />
    [WolverinePost(Address + "/{id}/make-reservation", OperationId = nameof(MakeReservation))]
    public static Task<IResult> MakeReservation(Guid id, MakeReservation command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="AmendAgreement" />
    [WolverinePost(Address + "/{id}/amend", OperationId = nameof(AmendAgreement))]
    public static Task<IResult> Amend(Guid id, AmendAgreement command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RenewAgreement" />
    [WolverinePost(Address + "/{id}/renew", OperationId = nameof(RenewAgreement))]
    public static Task<IResult> Renew(Guid id, RenewAgreement command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ExtendAgreement" />
    [WolverinePost(Address + "/{id}/extend", OperationId = nameof(ExtendAgreement))]
    public static Task<IResult> Extend(Guid id, ExtendAgreement command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="SuspendAgreement" />
    [WolverinePost(Address + "/{id}/suspend", OperationId = nameof(SuspendAgreement))]
    public static Task<IResult> Suspend(Guid id, SuspendAgreement command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ResumeAgreement" />
    [WolverinePost(Address + "/{id}/resume", OperationId = nameof(ResumeAgreement))]
    public static Task<IResult> Resume(Guid id, ResumeAgreement command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="GiveNotice" />
    [WolverinePost(Address + "/{id}/give-notice", OperationId = nameof(GiveNotice))]
    public static Task<IResult> GiveNotice(Guid id, GiveNotice command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="TerminateAgreement" />
    [WolverinePost(Address + "/{id}/terminate", OperationId = nameof(TerminateAgreement))]
    public static Task<IResult> Terminate(Guid id, TerminateAgreement command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ExpireAgreement" />
    [WolverinePost(Address + "/{id}/expire", OperationId = nameof(ExpireAgreement))]
    public static Task<IResult> Expire(Guid id, ExpireAgreement command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="SupersedeAgreement" />
    [WolverinePost(Address + "/{id}/supersede", OperationId = nameof(SupersedeAgreement))]
    public static Task<IResult> Supersede(Guid id, SupersedeAgreement command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="WithdrawBeforeForce" />
    [WolverinePost(Address + "/{id}/withdraw-before-force", OperationId = nameof(WithdrawBeforeForce))]
    public static Task<IResult> WithdrawBeforeForce(Guid id, WithdrawBeforeForce command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RecordObligation" />
    [WolverinePost(Address + "/{id}/record-obligation", OperationId = nameof(RecordObligation))]
    public static Task<IResult> RecordObligation(Guid id, RecordObligation command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="CorrectAgreement" />
    [WolverinePost(Address + "/{id}/correct", OperationId = nameof(CorrectAgreement))]
    public static Task<IResult> Correct(Guid id, CorrectAgreement command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="CorrectConsent" />
    [WolverinePost(Address + "/{id}/correct-consent", OperationId = nameof(CorrectConsent))]
    public static Task<IResult> CorrectConsent(Guid id, CorrectConsent command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractConsent" />
    [WolverinePost(Address + "/{id}/retract-consent", OperationId = nameof(RetractConsent))]
    public static Task<IResult> RetractConsent(Guid id, RetractConsent command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractEntry" />
    [WolverinePost(Address + "/{id}/retract-entry", OperationId = nameof(RetractEntry))]
    public static Task<IResult> RetractEntry(Guid id, RetractEntry command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ClassifyRecord" />
    [WolverinePost(Address + "/{id}/classify", OperationId = "ClassifyAgreement")]
    public static Task<IResult> Classify(Guid id, ClassifyRecord command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);
}
