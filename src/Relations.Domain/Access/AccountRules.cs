using Relations.Domain.Recording;

namespace Relations.Domain.Access;

/// <summary>The rules of accounts, and of who may do what.</summary>
public static class AccountRules
{
    private static readonly RuleBook Book = new(typeof(AccountRules), "account");

    /// <summary>The rule with a code, as the trail of access keeps it; null where there is none any more.</summary>
    /// <param name="code">Its lasting name.</param>
    public static Rule? Find(string code) => Book.Find(code);

    /// <summary>A name is 2 to 80 small letters, digits and some signs.</summary>
    public static readonly Rule NameShape = Book.Rule("name-shape");

    /// <summary>A name is an account's own for ever.</summary>
    public static readonly Rule NameTaken = Book.Rule("name-taken");

    /// <summary>Only a role that is held, {0}, can be taken away.</summary>
    public static readonly Rule RevokedWhereHeld = Book.Rule("revoked-where-held");

    /// <summary>Auditors and administrators are not held to partnerships.</summary>
    public static readonly Rule OverAll = Book.Rule("over-all");

    /// <summary>An account is closed once.</summary>
    public static readonly Rule ClosedOnce = Book.Rule("closed-once");

    /// <summary>Only a closed account is reopened.</summary>
    public static readonly Rule ReopenedWhereClosed = Book.Rule("reopened-where-closed");

    /// <summary>A closed account is given no role.</summary>
    public static readonly Rule OnlyOpen = Book.Rule("only-open");

    /// <summary>One administrator remains.</summary>
    public static readonly Rule OneAdministrator = Book.Rule("one-administrator");

    /// <summary>Only who signs in here is invited to choose a password.</summary>
    public static readonly Rule LocalInvited = Book.Rule("local-invited");

    /// <summary>Only who signed in a short while ago gets further keys of the account.</summary>
    public static readonly Rule RecentSignIn = Book.Rule("recent-sign-in");

    /// <summary>Only an officer of every partnership concerned records.</summary>
    public static readonly Rule OfficersRecord = Book.Rule("officers-record");

    /// <summary>Only an officer or a manager of the partnership assigns.</summary>
    public static readonly Rule ManagersAssign = Book.Rule("managers-assign");

    /// <summary>Only an officer over all partnerships establishes one.</summary>
    public static readonly Rule OfficersOverAllEstablish = Book.Rule("officers-over-all-establish");

    /// <summary>Only administrators keep the accounts.</summary>
    public static readonly Rule AdministratorsKeepAccounts = Book.Rule("administrators-keep-accounts");

    /// <summary>Only auditors read the trail of access.</summary>
    public static readonly Rule AuditorsReadAccess = Book.Rule("auditors-read-access");

    /// <summary>Who asks for what the ledger says of events is no auditor.</summary>
    public static readonly Rule AuditorsReadLedger = Book.Rule("auditors-read-ledger");

    /// <summary>What is asked is not among what the token was issued for.</summary>
    public static readonly Rule WithinToken = Book.Rule("within-token");
}
