using System.Text.Json;
using System.Text.Json.Nodes;
using Relations.App.Import.Generated;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Reports;

/// <summary>Each value of a record comes from the last event that set it, whatever the record and whatever was done to it.</summary>
public sealed class OriginTests
{
    private static readonly Guid Id = Guid.Parse("0198f3a0-0000-7000-8000-000000000001");
    private static readonly OrganisationId Can = new(Guid.Parse("0198f3a0-0000-7000-8000-00000000000a"));
    private static readonly OrganisationId Oim = new(Guid.Parse("0198f3a0-0000-7000-8000-00000000000b"));
    private static readonly PersonId Davalos = new(Guid.Parse("0198f3a0-0000-7000-8000-00000000000c"));

    [Fact]
    public void a_corrected_field_comes_from_its_correction_and_the_others_from_where_they_came()
    {
        var origin = Of<Meeting>(
            new MeetingHeld([], On("2016-02-12"), null, null, "Reunión"),
            new TopicDiscussed("migración"),
            new MeetingCorrected(new(On: On("2016-02-12")), new(On: On("2016-02-11"))));
        Assert.Equal((3, 1, 2), (origin.In("On")!.Event, origin.In("Title")!.Event, origin.In("Topics")!.Event));
        Assert.Null(origin.In("Place"));
    }

    [Fact]
    public void an_entry_keeps_its_origins_when_others_are_taken_out()
    {
        var origin = Of<Meeting>(
            new MeetingHeld([], On("2016-02-12"), null, null, null),
            new TopicDiscussed("integración"),
            new TopicDiscussed("migración"),
            new TopicRetracted(1, "integración"));
        Assert.Equal([3], Assert.Single(origin.In("Topics")!.Items).Events);
        Assert.Equal(4, origin.In("Topics")!.Event);
    }

    [Fact]
    public void an_appointment_comes_from_its_beginning_and_its_end()
    {
        var origin = Of<Person>(
            new PersonRegistered(new("José Iván", "Dávalos")),
            new PersonAppointed(Oim, "Jefe de Misión", On("2014"), null, false),
            new PersonAppointed(Can, "Asesor", On("2015"), null, false),
            new PersonAppointmentEnded(Oim, "Jefe de Misión", On("2017")));
        var (first, second) = (origin.In("Appointments")!.Items[0], origin.In("Appointments")!.Items[1]);
        Assert.Equal((2, 4), (first.In("From")!.Event, first.In("To")!.Event));
        Assert.Equal([4, 2], first.Events);
        Assert.Equal([3], second.Events);
    }

    [Fact]
    public void what_is_announced_and_then_recorded_is_one_entry_with_the_origins_of_both()
    {
        var origin = Of<Meeting>(
            new MeetingScheduled([], On("2016-02"), null, null, null),
            new ParticipantRecorded(Davalos, Oim, "Jefe de Misión", ParticipantRole.Head, null),
            new MeetingHeld([], On("2016-02-12"), null, null, null),
            new ParticipantRecorded(Davalos, Oim, null, ParticipantRole.Host, null));
        var entry = Assert.Single(origin.In("Participants")!.Items);
        Assert.Equal((2, 4), (entry.In("Post")!.Event, entry.In("Role")!.Event));
    }

    [Fact]
    public void what_became_unknown_comes_from_the_event_that_said_so()
    {
        var origin = Of<Agreement>(
            new AgreementAttested([], AgreementType.CooperationAgreement, "Convenio", null, [Can, Oim], AgreementStatus.InForce, On("1992"), new(AgreementTerm.Unknown), default, "7", null, null),
            new AgreementCorrected(new() { Reference = "7" }, new(), [AgreementField.Reference]));
        Assert.Equal((2, 1), (origin.In("Reference")!.Event, origin.Find("Term")!.Event));
    }

    [Fact]
    public void a_name_in_another_language_has_an_origin_of_its_own()
    {
        var origin = Of<Organisation>(
            new OrganisationRegistered([new("es", "Organización", "OIM"), new("en", "Organization", "IOM")], OrganisationKind.IntergovernmentalOrganisation, null, null, null),
            new OrganisationRenamed([new("es", "Organización nueva", "OIM"), new("en", "Organization", "IOM")], On("2020")));
        Assert.Equal([2, 1], origin.In("Names")!.Items[0].Events);
        Assert.Equal([1], origin.In("Names")!.Items[1].Events);
    }

    /// <summary>
    /// Over a thousand generated records: the origin of each value is an event of its record; after it the value is there, before it it was
    /// not; and what a person wrote or chose stands in the data of that event.
    /// </summary>
    [Fact]
    public void origins_name_the_event_that_brought_the_value()
    {
        var (records, values) = (0, 0);
        foreach (var record in Generator.Records(new(Partnerships: 25, Meetings: 800)).Where(r => r.State is not Account))
        {
            var events = record.Steps.SelectMany(s => s.Events).ToList();
            var states = StatesOf(record.Kind, record.State.Id, events);
            var origin = Origin.Of(record.Kind, record.State.Id, events.Select((e, i) => (i + 1L, e)))!;
            values += Check(origin, s => s, record, events, states);
            records++;
        }

        Assert.True(records > 1_000 && values > 10_000, $"{records} records, {values} values.");
    }

    private static int Check(Origin origin, Func<object?, object?> at, GeneratedRecord record, List<Event> events, List<RecordState?> states)
    {
        Assert.InRange(origin.Event, 1, events.Count);
        var value = at(record.State);
        if (origin.Parts.Count > 0)
            return origin.Parts.Sum(part => Check(part.Value, s => at(s) is { } whole ? whole.GetType().GetProperty(part.Key)!.GetValue(whole) : null, record, events, states));
        if (RecordValues.Items(value) is { } items)
        {
            Assert.Equal(items.Count, origin.Items.Length);
            return items.Zip(origin.Items).Sum(item => CheckEntry(item.Second, item.First, events));
        }

        if (value is null)
            return 0;
        var (after, before) = (at(states[(int)origin.Event]), at(states[(int)origin.Event - 1]));
        Assert.True(RecordValues.Same(value, after), $"{record.Kind.Name} {origin.Event}: {value} is not {after}");
        Assert.False(RecordValues.Same(value, before), $"{record.Kind.Name} {origin.Event}: {value} was there before");
        return Said(origin, value, events);
    }

    /// <summary>An entry moves in its list when others are taken out; what it says stands in the data of its origins all the same.</summary>
    private static int CheckEntry(Origin origin, object? value, List<Event> events) => value switch
    {
        null => 0,
        AgreementConditions => 1, // a change keeps those that it found, which others had brought
        _ when origin.Parts.Count > 0 => origin.Parts.Sum(part => CheckEntry(part.Value, value.GetType().GetProperty(part.Key)!.GetValue(value), events)),
        _ => Said(origin, value, events),
    };

    private static int Said(Origin origin, object value, List<Event> events)
    {
        if (value is not (string or EdtfDate or IRecordId))
            return 1;

        // Signed is what all parties make together, on the day of the last signature, which need not be the one recorded last.
        var said = events[(int)origin.Event - 1];
        Assert.Contains(Json(value), (said is AgreementSigned ? events.Take((int)origin.Event).Where(e => e is AgreementSigned) : [said])
            .SelectMany(e => Values(JsonSerializer.SerializeToNode(e, e.GetType(), RecordJson.Stored))));
        return 1;
    }

    private static string Json(object value) => JsonSerializer.Serialize(value, value.GetType(), RecordJson.Stored);

    private static IEnumerable<string> Values(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Values(p.Value)),
        JsonArray a => a.SelectMany(Values),
        null => [],
        _ => [node.ToJsonString(RecordJson.Stored)],
    };

    private static List<RecordState?> StatesOf(RecordKind kind, Guid id, List<Event> events)
    {
        List<RecordState?> states = [null];
        foreach (var e in events)
            states.Add(kind.Fold(states[^1], id, e));
        return states;
    }

    private static Origin Of<T>(params Event[] events) where T : RecordState =>
        Origin.Of(RecordKinds.Of(typeof(T))!, Id, events.Select((e, i) => (i + 1L, e)))!;

    private static EdtfDate On(string date) => EdtfDate.Parse(date);
}
