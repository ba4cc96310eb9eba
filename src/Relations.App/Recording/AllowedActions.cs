using System.Collections.Frozen;
using System.Text.Json;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;

namespace Relations.App.Recording;

/// <summary>How an act stands to a record as it is.</summary>
public enum Standing
{
    /// <summary>It comes next: one that somebody might well record would be accepted.</summary>
    Next,

    /// <summary>Nothing in the record stands against it; it depends on what is said.</summary>
    Open,

    /// <summary>A rule stands against it, whatever is said.</summary>
    Barred,
}

/// <summary>An act on a record, and how it stands.</summary>
/// <param name="Command">The type of its command.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Against">The rule that stands against it, where it is barred.</param>
public sealed record RecordAction(Type Command, Standing Standing, Refusal? Against = null)
{
    /// <summary>Whether it corrects what was recorded wrong.</summary>
    public bool Corrects => typeof(ICorrects).IsAssignableFrom(Command);
}

/// <summary>
/// What can be done with a record now. The decider of its kind says so: it is asked about commands that somebody might send, and
/// a rule that names no field stands against the act as a whole.
/// </summary>
public static class AllowedActions
{
    /// <summary>Acts that a record has many of, so that one is often followed by another.</summary>
    private static readonly FrozenSet<Type> Repeated = new[]
    {
        typeof(RecordParticipant), typeof(DiscussTopic), typeof(RecordStatement), typeof(RecordOutcome), typeof(AttachSource),
        typeof(SignAgreement), typeof(RatifyAgreement), typeof(RecordObligation), typeof(MakeReservation), typeof(JoinProject),
        typeof(ReachMilestone), typeof(CommitFunds), typeof(DisburseFunds), typeof(ReportResult), typeof(AppointPerson),
        typeof(PlaceOrganisation), typeof(IdentifyOrganisation),
    }.ToFrozenSet();

    /// <summary>Every command that has a form, by its name in addresses. Accounts have pages of their own.</summary>
    public static IReadOnlyDictionary<string, Type> Commands { get; } = CommandBodies.Commands.Values
        .Where(t => !t.IsSubclassOf(typeof(AccountCommand)))
        .ToFrozenDictionary(t => JsonNamingPolicy.KebabCaseLower.ConvertName(t.Name));

    /// <summary>Whether one such act is often followed by another.</summary>
    /// <param name="command">The command's type.</param>
    public static bool MayRepeat(Type command) => Repeated.Contains(command);

    /// <summary>Whether a record takes a command.</summary>
    /// <param name="state">The record.</param>
    /// <param name="command">The command's type.</param>
    public static bool Takes(RecordState state, Type command) =>
        command == typeof(ClassifyRecord) || RecordKinds.Of(state.GetType())?.Commands.IsAssignableFrom(command) == true;

    /// <summary>The rule that keeps somebody from recording such a command at all; null where none does.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="command">The command's type.</param>
    /// <param name="state">The record; null where the command opens one.</param>
    /// <param name="today">Today.</param>
    public static Rule? Forbids(Actor actor, Type command, RecordState? state, DateOnly today) =>
        AccessPolicy.Forbids(actor, CommandGuess.Of(command, state, today).First(), state?.Concerns.Partnerships ?? []);

    /// <summary>Every act that somebody may record on a record, in the order in which the domain tells of them: that of its life.</summary>
    /// <param name="state">The record.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="today">Today.</param>
    public static IReadOnlyList<RecordAction> Of(RecordState state, Actor actor, DateOnly today) =>
    [
        .. Commands.Values
            .Where(t => Takes(state, t) && !typeof(IOpensRecord).IsAssignableFrom(t) && Forbids(actor, t, state, today) is null)
            .OrderBy(t => t == typeof(ClassifyRecord)).ThenBy(t => t.MetadataToken)
            .Select(t => Of(t, state, today)),
    ];

    /// <summary>How an act stands to a record.</summary>
    /// <param name="command">The command's type.</param>
    /// <param name="state">The record.</param>
    /// <param name="today">Today.</param>
    public static RecordAction Of(Type command, RecordState state, DateOnly today)
    {
        var kind = RecordKinds.Of(state.GetType())!;
        Refusal? first = null;
        var isOpen = false;
        foreach (var guess in CommandGuess.Of(command, state, today))
        {
            if (kind.Decide(state, guess, today) is not Decision.Refused { Refusals: var refusals })
                return new(command, Standing.Next);
            var against = refusals.FirstOrDefault(r => r.Field is null);

            // What an entry in error is taken back from must be told; other acts are barred by the record, not by what is said.
            if (against is not null && !typeof(ICorrects).IsAssignableFrom(command))
                return new(command, Standing.Barred, against);
            isOpen |= against is null;
            first ??= against;
        }

        return isOpen ? new(command, Standing.Open) : new(command, Standing.Barred, first);
    }
}
