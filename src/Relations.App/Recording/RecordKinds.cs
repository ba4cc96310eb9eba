using System.Collections.Frozen;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Relations.App.Access;
using Relations.App.Store;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Recording;

/// <summary>A kind of record: its name, its state, and the way its commands take.</summary>
/// <param name="Name">Its name in addresses, in the singular: <c>agreement</c>.</param>
/// <param name="State">The type of its state.</param>
/// <param name="Commands">The base type of its commands.</param>
/// <param name="Record">Records one of its commands.</param>
/// <param name="Fold">Its fold, for replay.</param>
/// <param name="Decide">What a command makes of a state, or the rules that stand against it.</param>
/// <param name="ReadMany">Reads records of it, as they are now, that who asks may read.</param>
/// <param name="MakeAgain">Makes the state of one of its records again from its events.</param>
/// <param name="Register">Has the store keep its state.</param>
public sealed record RecordKind(
    string Name,
    Type State,
    Type Commands,
    Func<Submission, IDocumentSession, DateOnly, CancellationToken, Task<Outcome>> Record,
    Func<RecordState?, Guid, Event, RecordState?> Fold,
    Func<RecordState?, Command, DateOnly, Decision> Decide,
    Func<RecordReader, IReadOnlyCollection<Guid>, CancellationToken, Task<IEnumerable<RecordState>>> ReadMany,
    Func<IDocumentStore, Guid, CancellationToken, Task> MakeAgain,
    Action<StoreOptions> Register)
{
    internal static RecordKind Of<TState, TCommand>(string name)
        where TState : RecordState, IRecordKind<TState, TCommand>
        where TCommand : Command => new(
            name,
            typeof(TState),
            typeof(TCommand),
            SubmissionHandler.RecordAsync<TState, TCommand>,
            (state, id, @event) => TState.Fold((TState?)state, id, @event),
            (state, command, today) => SubmissionHandler.Decide<TState, TCommand>((TState?)state, command, today),
            async (reader, ids, cancellation) => (await reader.ReadManyAsync<TState>(ids, AsOf.Now, cancellation)).Values,
            (store, id, cancellation) => store.Advanced.RebuildSingleStreamAsync<TState>(id, cancellation),
            options =>
            {
                options.Projections.Add(new RecordProjection<TState, TCommand>(), ProjectionLifecycle.Inline);

                // There are few, and each question about who may read what begins with them.
                options.Schema.For<TState>().Index(s => s.Classification, index =>
                {
                    index.Name = $"mt_doc_{typeof(TState).Name.ToLowerInvariant()}_idx_restricted";
                    index.Predicate = RecordLabel.RestrictedAlone;
                });
            });
}

/// <summary>All kinds of records, in one list.</summary>
public static class RecordKinds
{
    /// <summary>Every kind.</summary>
    public static IReadOnlyList<RecordKind> All { get; } =
    [
        RecordKind.Of<Organisation, OrganisationCommand>("organisation"),
        RecordKind.Of<Person, PersonCommand>("person"),
        RecordKind.Of<Partnership, PartnershipCommand>("partnership"),
        RecordKind.Of<Meeting, MeetingCommand>("meeting"),
        RecordKind.Of<Agreement, AgreementCommand>("agreement"),
        RecordKind.Of<Project, ProjectCommand>("project"),
        RecordKind.Of<Commitment, CommitmentCommand>("commitment"),
        RecordKind.Of<Source, SourceCommand>("source"),
        RecordKind.Of<Account, AccountCommand>("account"),
    ];

    /// <summary>The kind that a command belongs to; null for a command that any record takes.</summary>
    /// <param name="command">The command.</param>
    public static RecordKind? Of(Command command) => All.FirstOrDefault(k => k.Commands.IsInstanceOfType(command));

    private static readonly FrozenDictionary<Type, RecordKind?> KindsOfEvents = EventTypes.All.Keys.ToFrozenDictionary(
        e => e, e => e.IsSubclassOf(typeof(AccessEvent)) ? null : All.FirstOrDefault(k => k.State.Namespace == e.Namespace));

    /// <summary>The kind whose events these are; null for an event that any record can have.</summary>
    /// <param name="event">The event.</param>
    public static RecordKind? Of(Event @event) => KindsOfEvents[@event.GetType()];

    /// <summary>
    /// The kind of the record that some events belong to: that of any of them. Null where each is one that any record can have. Events
    /// that are read across records come without the name of their stream's kind.
    /// </summary>
    /// <param name="stream">Events of one record.</param>
    public static RecordKind? OfStream(IEnumerable<IEvent> stream) =>
        stream.Select(e => e.Data).OfType<Event>().Select(Of).FirstOrDefault(kind => kind is not null);

    /// <summary>The kind that commands of a type belong to; null for those that any record takes.</summary>
    /// <param name="command">The type of the command.</param>
    public static RecordKind? OfCommand(Type command) => All.FirstOrDefault(k => k.Commands.IsAssignableFrom(command));

    /// <summary>The kind with a state type.</summary>
    /// <param name="state">The type of a record's state.</param>
    public static RecordKind? Of(Type? state) => All.FirstOrDefault(k => k.State == state);
}
