using Relations.Domain.Recording;

namespace Relations.App.Tests.Access;

/// <summary>What stands behind an address: who may pass is the same for all behind the same gate.</summary>
public enum Gate
{
    /// <summary>Open to everybody, signed in or not.</summary>
    OpenToAll,

    /// <summary>What a key in the address opens, and nothing but that; asked for without one.</summary>
    Keyed,

    /// <summary>A page for whoever is signed in.</summary>
    SignedIn,

    /// <summary>A step towards a passkey of one's own, asked for without the page's own form.</summary>
    OwnPasskey,

    /// <summary>A page for whoever signed in a moment ago; a token never did, and is sent to do so.</summary>
    RecentSignIn,

    /// <summary>A page for whoever is signed in that needs more than its address; asked for without.</summary>
    Incomplete,

    /// <summary>A page of administrators.</summary>
    Administration,

    /// <summary>One's own account.</summary>
    OwnAccount,

    /// <summary>A list of what one may read.</summary>
    List,

    /// <summary>One record, its history or its timeline.</summary>
    Read,

    /// <summary>A page of one record.</summary>
    ReadPage,

    /// <summary>A command that opens a record.</summary>
    Open,

    /// <summary>The command that establishes a partnership.</summary>
    Establish,

    /// <summary>A command to a record.</summary>
    Record,

    /// <summary>A command that assigns who answers for something.</summary>
    Assign,

    /// <summary>The list of accounts.</summary>
    ListAccounts,

    /// <summary>One account, that is another's.</summary>
    ReadAccount,

    /// <summary>The command that opens an account.</summary>
    OpenAccount,

    /// <summary>A command to an account that is another's.</summary>
    KeepAccount,

    /// <summary>The command that invites an account's person to set a password; asked for one that is not there.</summary>
    Invite,

    /// <summary>Issuing a token, which a token does not do.</summary>
    IssueToken,

    /// <summary>Revoking a token that is not one's own.</summary>
    RevokeToken,

    /// <summary>The trail of access.</summary>
    Audit,

    /// <summary>A page of the trail of access.</summary>
    AuditPage,

    /// <summary>The page of the ledger.</summary>
    LedgerPage,

    /// <summary>A file of the ledger that names records and people; asked for one that is not there.</summary>
    LedgerFile,

    /// <summary>A proof from the ledger; asked for one that is not there.</summary>
    LedgerProof,

    /// <summary>What a page offers while somebody types, of what they may read.</summary>
    Choices,

    /// <summary>The form of a command that opens a record.</summary>
    OpenForm,

    /// <summary>The form of a command to a record.</summary>
    RecordForm,

    /// <summary>The page of what its reader did last, such as one that takes it back or an import, asked for what another did.</summary>
    UndoForm,

    /// <summary>A page of a draft, asked for one that is not there: a draft is its officer's.</summary>
    Draft,
}

/// <summary>What somebody may do with a record.</summary>
public enum Level
{
    /// <summary>Not know that it is there.</summary>
    None,

    /// <summary>Read it.</summary>
    Read,

    /// <summary>Read it and assign.</summary>
    Assign,

    /// <summary>Read it and record.</summary>
    Record,
}

/// <summary>
/// The one table of who may see and do what: every address with its gate, and for every sort of actor what they may do with
/// records of their own partnership, of another, and of the register, in each classification. An address that is not here
/// fails the build.
/// </summary>
public static class AccessTable
{
    /// <summary>Nobody.</summary>
    public const string SignedOut = "signed out";

    /// <summary>Who holds what: the columns are public, internal and restricted, of their own partnership and of another.</summary>
    private static readonly Dictionary<string, string> Records = new()
    {
        //                      own                       another
        //                      public internal restrict. public internal restrict.
        ["visitor"] = "   Read   None     None      Read   None     None",
        ["named"] = "   Read   None     Read      Read   None     Read",
        ["officer"] = "   Record Record   None      Read   None     None",
        ["manager"] = "   Assign Assign   None      Read   None     None",
        ["officer-all"] = "   Record Record   None      Record Record   None",
        ["auditor"] = "   Read   Read     Read      Read   Read     Read",
        ["administrator"] = "   Read   Read     None      Read   Read     None",
        ["keeper"] = "   Record Record   Record    Read   None     Read",
    };

    /// <summary>The same for the register of organisations and people, which belongs to no partnership.</summary>
    private static readonly Dictionary<string, string> Register = new()
    {
        //                      public internal restricted
        ["visitor"] = "   Read   None     None",
        ["named"] = "   Read   None     Read",
        ["officer"] = "   Record Record   None",
        ["manager"] = "   Read   Read     None",
        ["officer-all"] = "   Record Record   None",
        ["auditor"] = "   Read   Read     Read",
        ["administrator"] = "   Read   Read     None",
        ["keeper"] = "   Record Record   Record",
    };

    /// <summary>Everybody who signs in.</summary>
    public static IReadOnlyList<string> Actors { get; } = [.. Records.Keys];

    /// <summary>What somebody may do with a record.</summary>
    public static Level LevelOf(string actor, bool register, bool own, Classification classification)
    {
        var cells = (register ? Register : Records)[actor].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enum.Parse<Level>(cells[(int)classification + (register || own ? 0 : 3)]);
    }

    /// <summary>The status that somebody gets behind a gate; for a command sent without the version seen, 428 is the gate open.</summary>
    public static int StatusOf(Gate gate, string actor, Level level) => (gate, actor) switch
    {
        (Gate.OpenToAll, _) => 200,
        (Gate.Keyed, _) => 404,
        (Gate.SignedIn or Gate.ReadPage or Gate.OwnPasskey or Gate.Administration or Gate.AuditPage, SignedOut) => 302,
        (Gate.Choices or Gate.OpenForm or Gate.RecordForm or Gate.UndoForm or Gate.Draft, SignedOut) => 302,
        (Gate.SignedIn or Gate.Incomplete or Gate.ReadPage or Gate.OwnPasskey or Gate.Administration or Gate.AuditPage, SignedOut) => 302,
        (Gate.LedgerPage or Gate.LedgerFile, SignedOut) => 302,
        (Gate.RecentSignIn, _) => 302,
        (_, SignedOut) => 401,
        (Gate.SignedIn or Gate.List or Gate.ListAccounts or Gate.OwnAccount or Gate.Choices, _) => 200,
        (Gate.OpenForm, "officer" or "officer-all" or "keeper") => 200,
        (Gate.OpenForm, _) => 403,
        (Gate.Draft, "officer" or "officer-all" or "keeper") => 404,
        (Gate.Draft, _) => 403,
        (Gate.RecordForm, _) => level switch { Level.None => 404, Level.Record => 200, _ => 403 },
        (Gate.UndoForm, _) => 404,
        (Gate.Read or Gate.ReadPage, _) => level == Level.None ? 404 : 200,
        (Gate.Record, _) => level switch { Level.None => 404, Level.Record => 428, _ => 403 },
        (Gate.Assign, _) => level switch { Level.None => 404, Level.Read => 403, _ => 428 },
        (Gate.Open, "officer" or "officer-all" or "keeper") => 422,
        (Gate.Establish, "officer-all") => 422,
        (Gate.Open or Gate.Establish, _) => 403,
        (Gate.ReadAccount, "auditor" or "administrator") => 200,
        (Gate.ReadAccount, _) => 404,
        (Gate.KeepAccount, "administrator") => 428,
        (Gate.KeepAccount, "auditor") => 403,
        (Gate.KeepAccount, _) => 404,
        (Gate.OpenAccount, "administrator") => 422,
        (Gate.OpenAccount, _) => 403,
        (Gate.Invite, "administrator") or (Gate.RevokeToken, _) => 404,
        (Gate.Invite or Gate.IssueToken, _) => 403,
        (Gate.OwnPasskey or Gate.Incomplete, _) => 400,
        (Gate.Administration, "administrator") => 200,
        (Gate.Administration, _) => 403,
        (Gate.LedgerPage, "auditor" or "administrator") => 200,
        (Gate.LedgerFile or Gate.LedgerProof, "auditor") => 404,
        (Gate.LedgerPage or Gate.LedgerFile or Gate.LedgerProof, _) => 403,
        (Gate.Audit or Gate.AuditPage, "auditor") => 200,
        (Gate.Audit or Gate.AuditPage, _) => 403,
        _ => throw new ArgumentOutOfRangeException(nameof(gate), gate, actor),
    };

    /// <summary>Every address of the application.</summary>
    public static IReadOnlyDictionary<string, Gate> Addresses { get; } = new Dictionary<string, Gate>
    {
        ["GET /api/access-log"] = Gate.Audit,

        ["GET /ledger"] = Gate.LedgerPage,
        ["GET /ledger/checkpoint"] = Gate.OpenToAll,
        ["GET /ledger/tile/{**tile}"] = Gate.OpenToAll,
        ["GET /ledger/tile/entries/{**tile}"] = Gate.LedgerFile,
        ["GET /ledger/bundle"] = Gate.LedgerFile,
        ["GET /api/ledger/proofs/inclusion"] = Gate.LedgerProof,
        ["GET /api/ledger/proofs/consistency"] = Gate.LedgerProof,

        ["GET /api/account/tokens"] = Gate.OwnAccount,
        ["POST /api/account/tokens"] = Gate.IssueToken,
        ["DELETE /api/account/tokens/{id}"] = Gate.RevokeToken,

        ["GET /api/accounts"] = Gate.ListAccounts,
        ["POST /api/accounts"] = Gate.OpenAccount,
        ["GET /api/accounts/{id}"] = Gate.ReadAccount,
        ["POST /api/accounts/{id}/close"] = Gate.KeepAccount,
        ["POST /api/accounts/{id}/grant-role"] = Gate.KeepAccount,
        ["GET /api/accounts/{id}/history"] = Gate.ReadAccount,
        ["POST /api/accounts/{id}/invite"] = Gate.Invite,
        ["POST /api/accounts/{id}/rename"] = Gate.KeepAccount,
        ["POST /api/accounts/{id}/reopen"] = Gate.KeepAccount,
        ["POST /api/accounts/{id}/revoke-role"] = Gate.KeepAccount,

        ["GET /api/agreements"] = Gate.List,
        ["POST /api/agreements/attest"] = Gate.Open,
        ["POST /api/agreements/propose"] = Gate.Open,
        ["GET /api/agreements/{id}"] = Gate.Read,
        ["POST /api/agreements/{id}/accede-to"] = Gate.Record,
        ["POST /api/agreements/{id}/adopt-text"] = Gate.Record,
        ["POST /api/agreements/{id}/amend"] = Gate.Record,
        ["POST /api/agreements/{id}/apply-provisionally"] = Gate.Record,
        ["POST /api/agreements/{id}/classify"] = Gate.Record,
        ["POST /api/agreements/{id}/confirm-signature"] = Gate.Record,
        ["POST /api/agreements/{id}/correct"] = Gate.Record,
        ["POST /api/agreements/{id}/correct-consent"] = Gate.Record,
        ["POST /api/agreements/{id}/enter-into-force"] = Gate.Record,
        ["POST /api/agreements/{id}/expire"] = Gate.Record,
        ["POST /api/agreements/{id}/extend"] = Gate.Record,
        ["POST /api/agreements/{id}/give-notice"] = Gate.Record,
        ["GET /api/agreements/{id}/history"] = Gate.Read,
        ["GET /api/agreements/{id}/standing"] = Gate.Read,
        ["GET /api/partnerships/{key}/differences"] = Gate.Read,
        ["POST /api/agreements/{id}/initial-text"] = Gate.Record,
        ["POST /api/agreements/{id}/make-reservation"] = Gate.Record,
        ["POST /api/agreements/{id}/open-negotiation"] = Gate.Record,
        ["POST /api/agreements/{id}/ratify"] = Gate.Record,
        ["POST /api/agreements/{id}/record-obligation"] = Gate.Record,
        ["POST /api/agreements/{id}/register"] = Gate.Record,
        ["POST /api/agreements/{id}/renew"] = Gate.Record,
        ["POST /api/agreements/{id}/resume"] = Gate.Record,
        ["POST /api/agreements/{id}/retract-consent"] = Gate.Record,
        ["POST /api/agreements/{id}/retract-entry"] = Gate.Record,
        ["POST /api/agreements/{id}/sign"] = Gate.Record,
        ["POST /api/agreements/{id}/supersede"] = Gate.Record,
        ["POST /api/agreements/{id}/suspend"] = Gate.Record,
        ["POST /api/agreements/{id}/terminate"] = Gate.Record,
        ["POST /api/agreements/{id}/withdraw-before-force"] = Gate.Record,
        ["POST /api/agreements/{id}/withdraw-from"] = Gate.Record,

        ["GET /api/commitments"] = Gate.List,
        ["POST /api/commitments"] = Gate.Open,
        ["GET /api/commitments/{id}"] = Gate.Read,
        ["POST /api/commitments/{id}/assign"] = Gate.Assign,
        ["POST /api/commitments/{id}/break"] = Gate.Record,
        ["POST /api/commitments/{id}/classify"] = Gate.Record,
        ["POST /api/commitments/{id}/correct"] = Gate.Record,
        ["POST /api/commitments/{id}/defer"] = Gate.Record,
        ["GET /api/commitments/{id}/history"] = Gate.Read,
        ["POST /api/commitments/{id}/keep"] = Gate.Record,
        ["POST /api/commitments/{id}/withdraw"] = Gate.Record,

        ["GET /api/meetings"] = Gate.List,
        ["POST /api/meetings/log"] = Gate.Open,
        ["POST /api/meetings/schedule"] = Gate.Open,
        ["GET /api/meetings/{id}"] = Gate.Read,
        ["POST /api/meetings/{id}/approve-minutes"] = Gate.Record,
        ["POST /api/meetings/{id}/attach-source"] = Gate.Record,
        ["POST /api/meetings/{id}/cancel"] = Gate.Record,
        ["POST /api/meetings/{id}/classify"] = Gate.Record,
        ["POST /api/meetings/{id}/correct"] = Gate.Record,
        ["POST /api/meetings/{id}/discuss-topic"] = Gate.Record,
        ["POST /api/meetings/{id}/draft-minutes"] = Gate.Record,
        ["GET /api/meetings/{id}/history"] = Gate.Read,
        ["POST /api/meetings/{id}/hold"] = Gate.Record,
        ["POST /api/meetings/{id}/record-not-held"] = Gate.Record,
        ["POST /api/meetings/{id}/record-outcome"] = Gate.Record,
        ["POST /api/meetings/{id}/record-participant"] = Gate.Record,
        ["POST /api/meetings/{id}/record-statement"] = Gate.Record,
        ["POST /api/meetings/{id}/reschedule"] = Gate.Record,
        ["POST /api/meetings/{id}/retract-minutes"] = Gate.Record,
        ["POST /api/meetings/{id}/retract-outcome"] = Gate.Record,
        ["POST /api/meetings/{id}/retract-participant"] = Gate.Record,
        ["POST /api/meetings/{id}/retract-source"] = Gate.Record,
        ["POST /api/meetings/{id}/retract-statement"] = Gate.Record,
        ["POST /api/meetings/{id}/retract-topic"] = Gate.Record,
        ["POST /api/meetings/{id}/withdraw"] = Gate.Record,

        ["GET /api/organisations"] = Gate.List,
        ["POST /api/organisations"] = Gate.Open,
        ["GET /api/organisations/{id}"] = Gate.Read,
        ["POST /api/organisations/{id}/classify"] = Gate.Record,
        ["POST /api/organisations/{id}/correct"] = Gate.Record,
        ["POST /api/organisations/{id}/dissolve"] = Gate.Record,
        ["GET /api/organisations/{id}/history"] = Gate.Read,
        ["POST /api/organisations/{id}/identify"] = Gate.Record,
        ["POST /api/organisations/{id}/leave"] = Gate.Record,
        ["POST /api/organisations/{id}/link-duplicate"] = Gate.Record,
        ["POST /api/organisations/{id}/place"] = Gate.Record,
        ["POST /api/organisations/{id}/rename"] = Gate.Record,
        ["POST /api/organisations/{id}/retract-dissolution"] = Gate.Record,
        ["POST /api/organisations/{id}/retract-identifier"] = Gate.Record,
        ["POST /api/organisations/{id}/retract-placement"] = Gate.Record,
        ["POST /api/organisations/{id}/reverse-duplicate-link"] = Gate.Record,

        ["GET /api/partnerships"] = Gate.List,
        ["POST /api/partnerships"] = Gate.Establish,
        ["POST /api/partnerships/{id}/assign-focal-point"] = Gate.Assign,
        ["POST /api/partnerships/{id}/classify"] = Gate.Record,
        ["POST /api/partnerships/{id}/close"] = Gate.Record,
        ["POST /api/partnerships/{id}/correct"] = Gate.Record,
        ["POST /api/partnerships/{id}/correct-party"] = Gate.Record,
        ["GET /api/partnerships/{id}/history"] = Gate.Read,
        ["POST /api/partnerships/{id}/join"] = Gate.Record,
        ["POST /api/partnerships/{id}/leave"] = Gate.Record,
        ["POST /api/partnerships/{id}/resume"] = Gate.Record,
        ["POST /api/partnerships/{id}/retract-party"] = Gate.Record,
        ["POST /api/partnerships/{id}/retract-withdrawal"] = Gate.Record,
        ["POST /api/partnerships/{id}/set-themes"] = Gate.Record,
        ["POST /api/partnerships/{id}/suspend"] = Gate.Record,
        ["GET /api/partnerships/{key}"] = Gate.Read,
        ["GET /api/partnerships/{key}/timeline"] = Gate.Read,

        ["GET /api/people"] = Gate.List,
        ["POST /api/people"] = Gate.Open,
        ["GET /api/people/{id}"] = Gate.Read,
        ["POST /api/people/{id}/appoint"] = Gate.Record,
        ["POST /api/people/{id}/classify"] = Gate.Record,
        ["POST /api/people/{id}/correct-name"] = Gate.Record,
        ["POST /api/people/{id}/drop-erasure-request"] = Gate.Record,
        ["POST /api/people/{id}/end-appointment"] = Gate.Record,
        ["POST /api/people/{id}/erase-personal-data"] = Gate.Record,
        ["POST /api/people/{id}/give-full-powers"] = Gate.Record,
        ["GET /api/people/{id}/history"] = Gate.Read,
        ["POST /api/people/{id}/link-duplicate"] = Gate.Record,
        ["POST /api/people/{id}/request-erasure"] = Gate.Record,
        ["POST /api/people/{id}/retract-appointment"] = Gate.Record,
        ["POST /api/people/{id}/retract-full-powers"] = Gate.Record,
        ["POST /api/people/{id}/reverse-duplicate-link"] = Gate.Record,

        ["GET /api/portfolio"] = Gate.List,

        ["GET /api/projects"] = Gate.List,
        ["POST /api/projects/propose"] = Gate.Open,
        ["POST /api/projects/record"] = Gate.Open,
        ["GET /api/projects/{id}"] = Gate.Read,
        ["POST /api/projects/{id}/approve"] = Gate.Record,
        ["POST /api/projects/{id}/cancel"] = Gate.Record,
        ["POST /api/projects/{id}/classify"] = Gate.Record,
        ["POST /api/projects/{id}/close"] = Gate.Record,
        ["POST /api/projects/{id}/commit-funds"] = Gate.Record,
        ["POST /api/projects/{id}/complete"] = Gate.Record,
        ["POST /api/projects/{id}/correct"] = Gate.Record,
        ["POST /api/projects/{id}/disburse-funds"] = Gate.Record,
        ["GET /api/projects/{id}/history"] = Gate.Read,
        ["POST /api/projects/{id}/join"] = Gate.Record,
        ["POST /api/projects/{id}/reach-milestone"] = Gate.Record,
        ["POST /api/projects/{id}/report-result"] = Gate.Record,
        ["POST /api/projects/{id}/resume"] = Gate.Record,
        ["POST /api/projects/{id}/retract-approval"] = Gate.Record,
        ["POST /api/projects/{id}/retract-entry"] = Gate.Record,
        ["POST /api/projects/{id}/retract-participant"] = Gate.Record,
        ["POST /api/projects/{id}/start"] = Gate.Record,
        ["POST /api/projects/{id}/suspend"] = Gate.Record,

        ["GET /api/sources"] = Gate.List,
        ["POST /api/sources"] = Gate.Open,
        ["GET /api/sources/{id}"] = Gate.Read,
        ["POST /api/sources/{id}/classify"] = Gate.Record,
        ["POST /api/sources/{id}/correct"] = Gate.Record,
        ["GET /api/sources/{id}/history"] = Gate.Read,
        ["POST /api/sources/{id}/read"] = Gate.Record,
        ["POST /api/sources/{id}/retract-supersession"] = Gate.Record,
        ["POST /api/sources/{id}/supersede"] = Gate.Record,
        ["POST /api/sources/{id}/text"] = Gate.Record,

        ["GET /api/search"] = Gate.List,
        ["GET /search"] = Gate.SignedIn,
        ["GET /search/palette"] = Gate.SignedIn,

        ["GET /api/openapi.json"] = Gate.List,
        ["GET /api/reference/{documentName?}"] = Gate.List,
        ["GET /api/reference/scalar.js"] = Gate.OpenToAll,
        ["GET /api/reference/scalar.aspnetcore.js"] = Gate.OpenToAll,
        ["GET /api/reference/favicon.svg"] = Gate.OpenToAll,
        ["GET /health/live"] = Gate.OpenToAll,
        ["GET /health/ready"] = Gate.OpenToAll,
        ["GET /preferences"] = Gate.OpenToAll,

        ["GET /account/first-run"] = Gate.OpenToAll,
        ["GET /account/invitation"] = Gate.OpenToAll,
        ["GET /account/not-set-up"] = Gate.OpenToAll,
        ["GET /account/sign-in"] = Gate.OpenToAll,
        ["GET /account/sign-in/code"] = Gate.OpenToAll,
        ["GET /account/provider/refused"] = Gate.OpenToAll,
        ["POST /account/passkeys/sign-in"] = Gate.OpenToAll,
        ["POST /account/passkeys/create"] = Gate.OwnPasskey,
        ["GET /account/sign-out"] = Gate.SignedIn,
        ["GET /account"] = Gate.SignedIn,
        ["GET /account/password"] = Gate.SignedIn,
        ["GET /account/authenticator"] = Gate.RecentSignIn,
        ["GET /administration/accounts"] = Gate.Administration,
        ["GET /administration/accounts/{Id:guid}"] = Gate.Administration,
        ["GET /account/tokens"] = Gate.SignedIn,
        ["GET /account/reminders"] = Gate.SignedIn,
        ["GET /mail/confirm"] = Gate.Keyed,
        ["GET /mail/unsubscribe"] = Gate.Keyed,
        ["POST /mail/unsubscribe"] = Gate.Keyed,
        ["GET /audit/access"] = Gate.AuditPage,
        ["GET /"] = Gate.SignedIn,
        ["GET /calendar"] = Gate.SignedIn,
        ["GET /calendar/subscription"] = Gate.SignedIn,
        ["GET /calendar.ics"] = Gate.Keyed,
        ["GET /portfolio"] = Gate.SignedIn,
        ["GET /portfolio/compare"] = Gate.Incomplete,
        ["GET /views"] = Gate.SignedIn,
        ["GET /meetings"] = Gate.SignedIn,
        ["GET /agreements"] = Gate.SignedIn,
        ["GET /projects"] = Gate.SignedIn,
        ["GET /commitments"] = Gate.SignedIn,
        ["GET /organisations"] = Gate.SignedIn,
        ["GET /people"] = Gate.SignedIn,
        ["GET /sources"] = Gate.SignedIn,
        ["GET /partnerships/{Key}"] = Gate.ReadPage,
        ["GET /partnerships/{key}/changes"] = Gate.ReadPage,
        ["GET /agreements/{Id:guid}"] = Gate.ReadPage,
        ["GET /commitments/{Id:guid}"] = Gate.ReadPage,
        ["GET /meetings/{Id:guid}"] = Gate.ReadPage,
        ["GET /organisations/{Id:guid}"] = Gate.ReadPage,
        ["GET /people/{Id:guid}"] = Gate.ReadPage,
        ["GET /projects/{Id:guid}"] = Gate.ReadPage,
        ["GET /choices/{kind}"] = Gate.Choices,
        ["GET /log"] = Gate.OpenForm,
        ["GET /import"] = Gate.OpenForm,
        ["GET /import/template"] = Gate.Choices,
        ["GET /import/{Id:guid}"] = Gate.UndoForm,
        ["GET /import/{id:guid}/findings"] = Gate.UndoForm,
        ["GET /log/people"] = Gate.Choices,
        ["GET /log/organisations"] = Gate.Choices,
        ["GET /log/date"] = Gate.Choices,
        ["GET /log/partnership"] = Gate.Choices,
        ["GET /record/{CommandName}"] = Gate.OpenForm,
        ["GET /record/{CommandName}/{Id:guid}"] = Gate.RecordForm,
        ["GET /record/undo/{Id:guid}"] = Gate.UndoForm,
        ["GET /partnerships/{Key}/briefing"] = Gate.ReadPage,
        ["GET /partnerships/{Key}/replay"] = Gate.ReadPage,
        ["GET /partnerships/{Key}/differences"] = Gate.ReadPage,
        ["GET /partnerships/{Key}/handover"] = Gate.ReadPage,
        ["GET /handover"] = Gate.SignedIn,
        ["GET /network"] = Gate.SignedIn,
        ["GET /network/drawing"] = Gate.SignedIn,
        ["GET /sources/{Id:guid}"] = Gate.ReadPage,

        ["POST /api/readings"] = Gate.List,
        ["GET /read"] = Gate.OpenForm,
        ["GET /drafts"] = Gate.OpenForm,
        ["GET /drafts/{Id:guid}"] = Gate.Draft,
        ["GET /reports/readings"] = Gate.SignedIn,
        ["GET /reports"] = Gate.SignedIn,
        ["GET /reports/late"] = Gate.SignedIn,
        ["GET /api/reports/late"] = Gate.List,
        ["GET /reports/corrections"] = Gate.SignedIn,
        ["GET /api/reports/corrections"] = Gate.List,
        ["GET /reports/contradictions"] = Gate.SignedIn,
        ["GET /api/reports/contradictions"] = Gate.List,
        ["GET /reports/uncited"] = Gate.SignedIn,
        ["GET /api/reports/uncited"] = Gate.List,
        ["GET /reports/posts"] = Gate.SignedIn,
        ["GET /api/reports/posts"] = Gate.List,
        ["GET /reports/recorded"] = Gate.SignedIn,
        ["GET /api/reports/recorded"] = Gate.List,
        ["GET /reports/entries"] = Gate.SignedIn,
        ["GET /api/reports/entries"] = Gate.List,
        ["GET /facts/{sequence}"] = Gate.UndoForm,
    };
}
