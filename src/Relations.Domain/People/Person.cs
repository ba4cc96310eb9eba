using System.Text.Json.Serialization;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.People;

/// <summary>A person's name.</summary>
/// <param name="Given">The given names; empty for one who is known by a surname or a single name.</param>
/// <param name="Family">The surname, or both as in “Schialer Salcedo”; the single name of one who has no other.</param>
/// <param name="Honorific">A title that goes before the name, such as “Emb.” or “Dra.”.</param>
public sealed record PersonName(string Given, string Family, string? Honorific = null)
{
    /// <summary>The name in running text: title, given names, surnames.</summary>
    [JsonIgnore]
    public string Display => Joined(" ", Honorific, Given, Family);

    /// <summary>The name in an ordered list, surnames first: “Schialer Salcedo, Elmer”.</summary>
    [JsonIgnore]
    public string SortKey => Joined(", ", Family, Given);

    private static string Joined(string separator, params IEnumerable<string?> parts) =>
        string.Join(separator, parts.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.Trim()));
}

/// <summary>A post that a person holds or held at an organisation.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Post">The post.</param>
/// <param name="From">Since when; null where nobody knows.</param>
/// <param name="To">When it ended; null while it runs.</param>
/// <param name="Acting">Whether the person acts in a post that is vacant or another's.</param>
/// <param name="AttestedBy">The day before which it is attested to have begun; null where none is.</param>
public sealed record Appointment(
    OrganisationId Organisation, string Post, EdtfDate? From, EdtfDate? To, bool Acting, EdtfDate? AttestedBy)
{
    /// <summary>Whether it is to a post, however its letters are written.</summary>
    /// <param name="organisation">The organisation.</param>
    /// <param name="post">The post.</param>
    public bool IsTo(OrganisationId organisation, string post) =>
        Organisation == organisation && string.Equals(Post.Trim(), post.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it may be running on a day: nothing that is known says that it had not begun or had ended.</summary>
    /// <param name="day">The day.</param>
    public bool MayRunOn(DateOnly day) => (From is null || From.HasBegunBy(day)) && (To is null || !To.HasEndedBefore(day));
}

/// <summary>Powers to represent an organisation or a State in making an agreement.</summary>
/// <param name="OnBehalfOf">The organisation or State that gave them.</param>
/// <param name="Agreement">The agreement they are for; null where it is not on record.</param>
/// <param name="Purpose">What they are for.</param>
/// <param name="On">When they were given.</param>
public sealed record FullPowers(OrganisationId OnBehalfOf, AgreementId? Agreement, string Purpose, EdtfDate On);

/// <summary>A person who represents organisations.</summary>
public sealed record Person : RecordState, IRecordKind<Person, PersonCommand>
{
    /// <summary>The name; null once it was erased.</summary>
    public PersonName? Name { get; init; }

    /// <summary>The posts held, in the order recorded. Several may run at once.</summary>
    public IReadOnlyList<Appointment> Appointments { get; init; } = [];

    /// <summary>The full powers given.</summary>
    public IReadOnlyList<FullPowers> FullPowers { get; init; } = [];

    /// <summary>The record to read instead, where this one is a duplicate.</summary>
    public PersonId? DuplicateOf { get; init; }

    /// <summary>The grounds of a request for erasure that awaits its decision; null where there is none.</summary>
    public string? ErasureRequest { get; init; }

    /// <summary>The reference of the decision by which the personal data were erased; null where they were not.</summary>
    public string? ErasureDecision { get; init; }

    /// <inheritdoc />
    /// <remarks>Past posts count: who lists former officers must learn of a corrected name, and of its erasure.</remarks>
    [JsonIgnore]
    public override Concerns Concerns => Concerns.Of(
    [
        new PersonId(Id),
        .. Appointments.Select(a => (IRecordId)a.Organisation),
        .. FullPowers.SelectMany(p => new IRecordId?[] { p.OnBehalfOf, p.Agreement }),
        DuplicateOf,
    ]);

    /// <inheritdoc />
    [JsonIgnore]
    public override Listing Listing => new(Name?.SortKey ?? "");

    /// <summary>The appointments that may be running on a day, among them those whose start or end is not known well enough to tell.</summary>
    /// <param name="day">The day, such as that of a meeting.</param>
    public IReadOnlyList<Appointment> PostsOn(DateOnly day) => [.. Appointments.Where(a => a.MayRunOn(day))];

    /// <inheritdoc />
    public static Person? Fold(Person? state, Guid id, Event @event) => (state, @event) switch
    {
        (null, PersonRegistered e) => new() { Id = id, Name = e.Name },
        (null, _) => null,
        (_, PersonNameCorrected e) => state with { Name = e.After },
        (_, PersonAppointed e) => state with
        {
            Appointments = [.. state.Appointments, new(e.Organisation, e.Post, e.From, null, e.Acting, e.Before)],
        },
        (_, PersonAppointmentEnded e) => state with
        {
            Appointments =
            [
                .. state.Appointments.Select(a => a.To is null && a.IsTo(e.Organisation, e.Post) ? a with { To = e.On } : a),
            ],
        },
        (_, PersonGivenFullPowers e) => state with
        {
            FullPowers = [.. state.FullPowers, new(e.OnBehalfOf, e.Agreement, e.Purpose, e.On)],
        },
        (_, PersonLinkedAsDuplicate e) => state with { DuplicateOf = e.Original },
        (_, PersonDuplicateLinkReversed) => state with { DuplicateOf = null },
        (_, PersonAppointmentRetracted e) => state with { Appointments = Without(state.Appointments, e.Appointment) },
        (_, PersonFullPowersRetracted e) => state with { FullPowers = Without(state.FullPowers, e.FullPowers) },
        (_, PersonErasureRequested e) => state with { ErasureRequest = e.Grounds },
        (_, PersonErasureRequestDropped) => state with { ErasureRequest = null },
        (_, PersonDataErased e) => state with { Name = null, ErasureRequest = null, ErasureDecision = e.Decision },
        _ => (Person)state.FoldCommon(@event),
    };

    /// <inheritdoc />
    public static Decision Decide(Person? state, PersonCommand command, DateOnly today) => PersonDecider.Decide(state, command, today);

    private static List<T> Without<T>(IReadOnlyList<T> items, T retracted)
    {
        List<T> rest = [.. items];
        rest.Remove(retracted);
        return rest;
    }
}
