using Relations.App.Reading;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;
using Relations.Reading;

namespace Relations.App.Tests.Reading;

/// <summary>A short communiqué as a reader would read it, each fact at its words.</summary>
internal static class AReading
{
    public const string Text = """
        Comunicado

        Quito, 3 de mayo de 2024.- La Secretaria General del Foro del Pacífico (FP), Rosa Quispe, recibió en la sede del Foro al Director de la Red de Puertos (RP), Juan Mamani.

        Hablaron de comercio marítimo y reafirmaron su voluntad de trabajar juntos. “Es un buen comienzo”, dijo Rosa Quispe. Ambas instituciones firmaron un convenio de cooperación. La RP enviará el plan antes del 30 de junio de 2024. Desde 2020 ejecutan un proyecto conjunto de formación.
        """;

    public static readonly EdtfDate On = EdtfDate.Parse("2024-05-03");

    /// <summary>Every fact that the text tells.</summary>
    public static IReadOnlyList<Fact> Facts { get; } =
    [
        new SourceFact(SourceKind.Communique, "Comunicado", "es", On, "fp") { Key = "source", Basis = Basis.Stated, Evidence = At("Comunicado"), Confidence = Sure },
        new OrganisationFact([new("es", "Foro del Pacífico", "FP")], OrganisationKind.IntergovernmentalOrganisation, "Quito", null)
        { Key = "fp", Basis = Basis.Stated, Evidence = At("Foro del Pacífico (FP)"), Confidence = Sure, Inferred = ["seat"] },
        new OrganisationFact([new("es", "Red de Puertos", "RP")], OrganisationKind.Ngo, null, null)
        { Key = "rp", Basis = Basis.Stated, Evidence = At("Red de Puertos (RP)"), Confidence = Sure },
        new PersonFact(new("Rosa", "Quispe")) { Key = "rosa", Basis = Basis.Stated, Evidence = At("Rosa Quispe"), Confidence = Sure },
        new AppointmentFact("rosa", "fp", "Secretaria General", false, null) { Key = "rosa-post", Basis = Basis.Stated, Evidence = At("Secretaria General del Foro del Pacífico (FP), Rosa Quispe"), Confidence = Sure },
        new PersonFact(new("Juan", "Mamani")) { Key = "juan", Basis = Basis.Stated, Evidence = At("Juan Mamani"), Confidence = Sure },
        new PartnershipFact(["fp", "rp"]) { Key = "fp-rp", Basis = Basis.Inferred, Evidence = At("recibió en la sede del Foro al Director de la Red de Puertos (RP)"), Confidence = Sure },
        new MeetingFact(MeetingStatus.Held, On, null, "sede del Foro", "fp", "Quito", "EC", null, ["fp", "rp"])
        {
            Key = "meeting",
            Basis = Basis.Stated,
            Evidence = [.. At("recibió en la sede del Foro"), new(At("3 de mayo de 2024")[0].Passage, ["on"])],
            Confidence = Sure,
            Inferred = ["on", "city"],
        },
        new ParticipantFact("meeting", "rosa", "fp", "Secretaria General", ParticipantRole.Host) { Key = "rosa-there", Basis = Basis.Stated, Evidence = At("Rosa Quispe, recibió"), Confidence = Sure },
        new ParticipantFact("meeting", "juan", "rp", "Director", ParticipantRole.Head) { Key = "juan-there", Basis = Basis.Stated, Evidence = At("al Director de la Red de Puertos (RP), Juan Mamani"), Confidence = Sure },
        new TopicFact("meeting", "comercio marítimo") { Key = "topic", Basis = Basis.Stated, Evidence = At("comercio marítimo"), Confidence = Sure },
        new OutcomeFact("meeting", "reafirmaron su voluntad de trabajar juntos", OutcomeKind.Reaffirmation) { Key = "outcome", Basis = Basis.Stated, Evidence = At("reafirmaron su voluntad de trabajar juntos"), Confidence = new(0.5, ConfidenceReason.Ambiguous) },
        new StatementFact("meeting", "rosa", null, "es", "Es un buen comienzo", true) { Key = "statement", Basis = Basis.Stated, Evidence = At("“Es un buen comienzo”, dijo Rosa Quispe"), Confidence = Sure },
        new AgreementFact(AgreementType.CooperationAgreement, "convenio de cooperación", ["fp", "rp"], AgreementStatus.Signed, On, null, null, null)
        { Key = "agreement", Basis = Basis.Stated, Evidence = At("convenio de cooperación"), Confidence = Sure },
        new AgreementActFact("agreement", AgreementAct.Signature, On, ["fp", "rp"], ["rosa", "juan"], null) { Key = "signature", Basis = Basis.Stated, Evidence = At("firmaron un convenio de cooperación"), Confidence = Sure },
        new CommitmentFact("enviará el plan", "rp", "juan", ["fp"], EdtfDate.Parse("2024-06-30"), "meeting", null) { Key = "commitment", Basis = Basis.Stated, Evidence = At("La RP enviará el plan antes del 30 de junio de 2024"), Confidence = Sure },
        new ProjectFact(null, "proyecto conjunto de formación", EdtfDate.Parse("2020/"), ProjectStatus.Implementation, 1, 1, [new("fp", ProjectRole.Implementing), new("rp", ProjectRole.Implementing)], null)
        { Key = "project", Basis = Basis.Stated, Evidence = At("Desde 2020 ejecutan un proyecto conjunto de formación"), Confidence = Sure },
    ];

    private static Confidence Sure => new(0.9, ConfidenceReason.FixedForm);

    /// <summary>A draft of it.</summary>
    public static ReadingDraft Draft(Guid? account = null, string? by = null, string? text = null, Guid? partnership = null)
    {
        var now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var draft = new ReadingDraft
        {
            Id = Guid.CreateVersion7(),
            Account = account ?? Guid.Empty,
            By = by ?? "oficial",
            Text = text ?? Text,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text ?? Text))),
            Partnership = partnership,
            Facts = [.. Facts.Select(f => new DraftFact { Proposed = f, Fate = f is SourceFact ? Fate.Accepted : Fate.Undecided })],
            Begun = now,
            Touched = now,
            TouchedBy = by ?? "oficial",
            Name = "Comunicado",
        };
        return draft;
    }

    /// <summary>A draft with every fact accepted.</summary>
    public static ReadingDraft Accepted() => Draft() is var d ? d with { Facts = [.. d.Facts.Select(f => f with { Fate = Fate.Accepted })] } : d;

    /// <summary>Some words of the text.</summary>
    public static IReadOnlyList<Relations.Reading.Evidence> At(string words) =>
        [Relations.Reading.Evidence.Of(new Passage(Text.IndexOf(words, StringComparison.Ordinal), words.Length))];
}
