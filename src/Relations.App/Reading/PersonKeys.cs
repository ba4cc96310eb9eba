using JasperFx.Events;
using JasperFx.Events.Grouping;
using Marten.Events.Projections;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Reading.Linking;

namespace Relations.App.Reading;

/// <summary>The keys by which a person is found among many of like names. They are made of the name, and gone with it.</summary>
public sealed record PersonKeys
{
    /// <summary>The person.</summary>
    public required Guid Id { get; init; }

    /// <summary>The keys.</summary>
    public required string[] Keys { get; init; }

    /// <summary>The keys after one more event; null where the person has no name any more.</summary>
    /// <param name="keys">The keys before.</param>
    /// <param name="person">The person.</param>
    /// <param name="event">The event.</param>
    public static PersonKeys? Fold(PersonKeys? keys, Guid person, Event @event) => @event switch
    {
        PersonRegistered e => Of(person, e.Name),
        PersonNameCorrected e => Of(person, e.After),
        PersonDataErased => null,
        _ => keys,
    };

    private static PersonKeys Of(Guid person, PersonName name) =>
        new() { Id = person, Keys = [.. BlockingKeys.Of($"{name.Given} {name.Family}")] };
}

/// <summary>Keeps <see cref="PersonKeys"/> up to date.</summary>
internal sealed partial class PersonKeysProjection : MultiStreamProjection<PersonKeys, Guid>
{
    /// <summary>Sets the grouping: a person has their own.</summary>
    public PersonKeysProjection()
    {
        Name = nameof(PersonKeys);
        IncludeType<PersonRegistered>();
        IncludeType<PersonNameCorrected>();
        IncludeType<PersonDataErased>();
        CustomGrouping((_, events, grouping) =>
        {
            foreach (var e in events)
                grouping.AddEvent(e.StreamId, e);
            return Task.CompletedTask;
        });
    }

    /// <inheritdoc />
    public override PersonKeys? Evolve(PersonKeys? snapshot, Guid id, IEvent e) =>
        e.Data is Event @event ? PersonKeys.Fold(snapshot, id, @event) : snapshot;
}
