using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Meetings;

using Story = Scenario<Meeting, MeetingCommand>;

/// <summary>The facts of the first real input, in our own words: the model must hold each of them.</summary>
public class when_the_communique_of_2016_is_recorded
{
    private static readonly Provenance FromTheCommunique =
        new(Basis.Stated, [new(Some.PressRelease, 150, 1700)], Inferred: ["on"]);

    private static readonly LogMeeting Log = new(
        [Some.CanOim],
        Some.Day("2016-02-12"),
        new("Sede de la Secretaría General de la Comunidad Andina", Some.Sgcan, "Lima", "PE"),
        Participants:
        [
            new(Some.Davalos, AMeeting.OimPeru, "Jefe de Misión", ParticipantRole.Head),
            new(Some.SanMiguel, Some.Sgcan, "Secretario General", ParticipantRole.Host, "flamante"),
            new(AMeeting.Schialer, Some.Sgcan, "Director General", ParticipantRole.Delegate, "embajador"),
            new(AMeeting.Vega, Some.Oim, "funcionario de programas y proyectos", ParticipantRole.Delegate),
        ],
        Topics: ["Integración andina", "Ciudadanía andina", "Gobernabilidad migratoria", "Libre movilidad de personas", "Derechos de los migrantes"],
        Outcomes:
        [
            new("Se renovaron los lazos de cooperación", OutcomeKind.Reaffirmation),
            new("Se reafirmó el interés mutuo en un trabajo conjunto más fuerte", OutcomeKind.Reaffirmation),
        ])
    {
        Provenance = FromTheCommunique,
    };

    private static readonly Meeting Logged = Record(Record(
        Record(null, Log),
        new RecordStatement(Some.Davalos, "es", "La OIM seguirá contribuyendo a la integración andina.", false)),
        new RecordStatement(Some.SanMiguel, "es", "Hay avances hacia la libre movilidad y una agenda común por profundizar.", false));

    [Fact]
    public void its_date_is_inferred_and_its_modality_is_left_unsaid()
    {
        Assert.Equal(Some.Day("2016-02-12"), Logged.On);
        Assert.Equal(["on"], Log.Provenance.Inferred!);
        Assert.Null(Logged.Modality);
        Assert.Equal(Some.Sgcan, Logged.Place!.SeatOf);
    }

    [Fact]
    public void its_four_participants_hold_the_posts_of_that_day()
    {
        Assert.Equal(
            ["Jefe de Misión", "Secretario General", "Director General", "funcionario de programas y proyectos"],
            Logged.Participants.Select(p => p.Post));
        Assert.Equal("flamante", Logged.Find(Some.SanMiguel, Some.Sgcan)!.Note);
    }

    [Fact]
    public void ties_renewed_are_an_outcome_and_touch_no_agreement()
    {
        Assert.All(Logged.Outcomes, o => Assert.Equal(OutcomeKind.Reaffirmation, o.Kind));
        Assert.Empty(Logged.Concerns.Records);
    }

    [Fact]
    public void each_statement_has_its_speaker() =>
        Assert.Equal([Some.Davalos, Some.SanMiguel], Logged.Statements.Select(s => s.Speaker));

    [Fact]
    public void its_five_topics_are_held() => Assert.Equal(5, Logged.Topics.Count);

    [Fact]
    public void the_communique_is_attached() => Assert.Equal(
        [Some.PressRelease.Value], Record(Logged, new AttachSource(Some.PressRelease)).Concerns.Records);

    private static Meeting Record(Meeting? state, MeetingCommand command) =>
        Assert.IsType<Decision.Accepted>(Meeting.Decide(state, command, Story.Today))
            .Events.Aggregate(state, (s, e) => Meeting.Fold(s, Some.Meeting.Value, e))!;
}
