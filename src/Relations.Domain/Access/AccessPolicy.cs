using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;

namespace Relations.Domain.Access;

/// <summary>
/// Who may see and do what: the one place that says so. Everything is denied that is not allowed here.
/// </summary>
public static class AccessPolicy
{
    /// <summary>
    /// Whether somebody may read a record, as it is classified now. What it was in the past does not matter: the past of a
    /// restricted record is restricted, too.
    /// </summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="record">The record.</param>
    /// <param name="hidden">The restricted partnerships that they may not read.</param>
    public static bool MayRead(Actor actor, RecordState record, IReadOnlySet<Guid> hidden) => record switch
    {
        _ when actor.ReadsEverything => true,
        Account account => MayReadAccount(actor, account.Id),
        Partnership partnership => MayRead(actor, partnership.Classification, partnership.Readers, [partnership.Id], hidden),
        _ => MayRead(actor, record.Classification, record.Readers, record.Concerns.Partnerships, hidden),
    };

    /// <summary>
    /// Whether somebody may read a record. It belongs to partnerships and is never more open than they are: where all of them
    /// are hidden, so is the record. One that belongs to none, such as an organisation or a person, is in the register that
    /// all share who work with any partnership.
    /// </summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="classification">Who may read it.</param>
    /// <param name="readers">The accounts named as its readers.</param>
    /// <param name="partnerships">The partnerships it belongs to.</param>
    /// <param name="hidden">The restricted partnerships that they may not read.</param>
    public static bool MayRead(
        Actor actor,
        Classification classification,
        IReadOnlyCollection<string> readers,
        IReadOnlyCollection<Guid> partnerships,
        IReadOnlySet<Guid> hidden)
    {
        if (actor.ReadsEverything)
            return true;
        if (classification == Classification.Restricted)
            return readers.Contains(actor.Name);
        if (partnerships.Count > 0 && partnerships.All(hidden.Contains))
            return false;
        return classification == Classification.Public || WorksWith(actor, partnerships, hidden);
    }

    /// <summary>Whether somebody may record what a command asks of a record, as far as roles decide.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="partnerships">The partnerships that the record belongs to, before the command and after.</param>
    /// <returns>The rule that stands against it; null where none does.</returns>
    public static Rule? Forbids(Actor actor, Command command, IReadOnlyCollection<Guid> partnerships) => command switch
    {
        _ when actor.IsOperator => null,
        ExpireAgreement or RenewAgreement or TerminateAgreement when actor.IsSchedule => null,
        AccountCommand => ForbidsKeepingAccounts(actor),
        _ when !Allows(actor, TokenScope.Record) => AccountRules.WithinToken,
        EstablishPartnership => Unless(actor.HoldsOverAll(Role.Officer), AccountRules.OfficersOverAllEstablish),
        AssignFocalPoint or AssignCommitment => Unless(
            IsOverEach(actor, Role.Officer, partnerships) || IsOverEach(actor, Role.Manager, partnerships), AccountRules.ManagersAssign),
        _ => Unless(IsOverEach(actor, Role.Officer, partnerships), AccountRules.OfficersRecord),
    };

    /// <summary>Whether somebody may open accounts, invite people to them and say what they may do.</summary>
    /// <param name="actor">Who asks.</param>
    /// <returns>The rule that stands against it; null where none does.</returns>
    public static Rule? ForbidsKeepingAccounts(Actor actor) => Unless(
        actor.IsOperator || (actor.Holds(Role.Administrator) && Allows(actor, TokenScope.Administer)), AccountRules.AdministratorsKeepAccounts);

    /// <summary>Whether somebody reads the trail of what was read, refused and exported, and by whom.</summary>
    /// <param name="actor">Who asks.</param>
    public static bool MayReadAccessLog(Actor actor) => actor.ReadsEverything;

    /// <summary>Whether somebody may read an account: auditors and administrators may, and everybody their own.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="account">The account.</param>
    public static bool MayReadAccount(Actor actor, Guid account) =>
        actor.ReadsEverything || actor.Holds(Role.Administrator) || actor.Account?.Value == account;

    /// <summary>Whether somebody reads what is internal to some partnerships, because they work with one of them.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="partnerships">The partnerships; none for the register, which all share who work with any.</param>
    /// <param name="hidden">The restricted partnerships that they may not read.</param>
    public static bool WorksWith(Actor actor, IReadOnlyCollection<Guid> partnerships, IReadOnlySet<Guid> hidden) =>
        actor.Holds(Role.Administrator)
        || (partnerships.Count == 0
            ? actor.Holds(Role.Officer) || actor.Holds(Role.Manager)
            : partnerships.Any(p => !hidden.Contains(p) && (actor.Holds(Role.Officer, p) || actor.Holds(Role.Manager, p))));

    /// <summary>The register, which belongs to no partnership, is kept by the officers of any.</summary>
    private static bool IsOverEach(Actor actor, Role role, IReadOnlyCollection<Guid> partnerships) =>
        actor.Holds(role) && partnerships.All(p => actor.Holds(role, p));

    private static bool Allows(Actor actor, TokenScope scope) => actor.Token is null || actor.Token.Contains(scope);

    private static Rule? Unless(bool allowed, Rule rule) => allowed ? null : rule;
}
