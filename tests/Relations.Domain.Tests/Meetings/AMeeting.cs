using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Meetings;

/// <summary>A meeting of the stories, and the people who come to it.</summary>
public static class AMeeting
{
    public static readonly PersonId Schialer = new(Some.Numbered(101));
    public static readonly PersonId Vega = new(Some.Numbered(102));
    public static readonly OrganisationId OimPeru = new(Some.Numbered(103));

    public static readonly Place Seat = new("Seat of the General Secretariat", Some.Sgcan, "Lima", "PE");

    public static readonly MeetingScheduled Scheduled =
        new([Some.CanOim], Some.Day("2016-02-10"), Seat, Modality.InPerson, "Courtesy call");

    public static readonly MeetingHeld Held =
        new([Some.CanOim], Some.Day("2016-02-12"), Seat, Modality.InPerson, "Courtesy call");

    public static readonly MeetingCancelled Cancelled = new(Some.Day("2016-02-09"), "The delegation could not travel");

    public static readonly MeetingNotHeld NotHeld = new(Some.Day("2016-02-10"), "Nobody came");

    public static readonly MeetingWithdrawn Withdrawn = new(MeetingStatus.Held);

    public static readonly ParticipantRecorded Davalos =
        new(Some.Davalos, OimPeru, "Jefe de Misión", ParticipantRole.Head, null);

    public static readonly ParticipantRecorded SanMiguel =
        new(Some.SanMiguel, Some.Sgcan, "Secretario General", ParticipantRole.Host, "flamante");

    public static readonly StatementRecorded Said = new(Some.Davalos, "es", "Seguiremos trabajando juntos.", true);

    public static readonly OutcomeRecorded TiesRenewed = new("Ties of cooperation renewed", OutcomeKind.Reaffirmation);

    public static readonly MinutesDrafted Minutes = new(Some.PressRelease, null);

    /// <summary>Each event after which nothing follows but a correction, with what came before it.</summary>
    public static TheoryData<string> Ends => ["cancelled", "not held", "withdrawn"];

    public static Event[] EndedAs(string end) => end switch
    {
        "cancelled" => [Scheduled, Cancelled],
        "not held" => [Scheduled, NotHeld],
        _ => [Held, Withdrawn],
    };
}
