using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.RegularExpressions;
using Relations.App.Pages.Replay;
using Relations.App.Recording;
using Relations.App.Replay;
using Relations.App.Tests.Pages;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;

namespace Relations.App.Tests.Replay;

/// <summary>Every kind of difference has its sentence, in both languages, and no sentence is left over.</summary>
public sealed partial class DifferenceWordsTests
{
    private static readonly ResourceManager Resources = new(typeof(DifferenceWords));
    private static readonly OrganisationId Can = new(Guid.CreateVersion7());
    private static readonly OrganisationId Oim = new(Guid.CreateVersion7());
    private static readonly PersonId Davalos = new(Guid.CreateVersion7());
    private static readonly PartnershipId CanOim = new(Guid.CreateVersion7());
    private static readonly AgreementId Convenio = new(Guid.CreateVersion7());
    private static readonly MeetingId Lima = new(Guid.CreateVersion7());
    private static readonly SourceId Communique = new(Guid.CreateVersion7());
    private static readonly EdtfDate Day = EdtfDate.Parse("2016-02-12");
    private static readonly EdtfDate Year = EdtfDate.Parse("2027");

    private static readonly Dictionary<Guid, RecordState> Known = new RecordState[]
    {
        new Organisation { Id = Can.Value, Names = [new("es", "Comunidad Andina", "CAN")], Kind = OrganisationKind.IntergovernmentalOrganisation },
        new Organisation
        {
            Id = Oim.Value,
            Names = [new("es", "Organización Internacional para las Migraciones", "OIM"), new("en", "International Organization for Migration", "IOM")],
            Kind = OrganisationKind.IntergovernmentalOrganisation,
        },
        new Person { Id = Davalos.Value, Name = new("José Iván", "Dávalos") },
        new Partnership { Id = CanOim.Value, Slug = "can-oim", Parties = [new(Can, null), new(Oim, null)] },
        new Agreement
        {
            Id = Convenio.Value, Partnerships = [CanOim], Type = AgreementType.FrameworkAgreement, Title = "Convenio marco", Parties = [Can, Oim],
            Conditions = new(AgreementTerm.Unknown),
        },
        new Meeting { Id = Lima.Value, Partnerships = [CanOim], Title = "Reunión de Lima" },
        new Source { Id = Communique.Value, Kind = SourceKind.Communique, Title = "Comunicado", Language = "es", Sha256 = "0", Partnerships = [CanOim] },
    }.ToDictionary(r => r.Id);

    /// <summary>One difference of each kind of sentence.</summary>
    private static IEnumerable<(string Kind, Difference Difference)> All()
    {
        foreach (var kind in ComparedFields.All.Keys.Select(k => RecordKinds.Of(k)!.Name).Order(StringComparer.Ordinal))
        {
            var by = new ChangingEvent(1, "any", Day, false, null, "ana", MadeHistory.Start);
            yield return (kind, new Difference.Opened { By = by });
            yield return (kind, new Difference.Absent());
            yield return (kind, new Difference.Became("Classification", Classification.Internal, Classification.Restricted));
            yield return (kind, new Difference.Added("Readers", "ana"));
        }

        foreach (var (kind, values) in new (string, Enum[])[]
        {
            ("partnership", Values<PartnershipStatus>()), ("agreement", Values<AgreementStatus>()), ("project", Values<ProjectStatus>()),
            ("commitment", Values<CommitmentStatus>()), ("meeting", Values<MeetingStatus>()),
        })
        {
            foreach (var status in values)
                yield return (kind, new Difference.Became("Standing", null, new StandingValue(status, Day, null)));
        }

        foreach (var kind in new[] { "agreement", "project", "commitment", "meeting", "source" })
            yield return (kind, new Difference.Added("Partnerships", CanOim));
        foreach (var difference in (Difference[])
        [
            new Difference.Became("Standing", new StandingValue(CommitmentStatus.Open, null, null), new StandingValue(CommitmentStatus.Kept, Day, "Informe final")),
            new Difference.Became("Due", Year, null), new Difference.Became("Due", Day, Year), new Difference.Became("AssignedTo", null, Davalos),
            new Difference.Became("AssignedTo", Davalos, null), new Difference.Became("What", "Enviar el plan", "Enviar el plan de trabajo"),
            new Difference.Became("On", null, Day), new Difference.Became("OwedBy", Can, Oim), new Difference.Added("OwedTo", Can),
            new Difference.Became("Meeting", null, Lima), new Difference.Became("Agreement", null, Convenio),
        ])
            yield return ("commitment", difference);
        foreach (var difference in (Difference[])
        [
            new Difference.Became("Name", null, "CAN y OIM"), new Difference.Became("Since", null, Year), new Difference.Added("Parties", new PartnershipParty(Oim, Day)),
            new Difference.Removed("Parties", new PartnershipParty(Oim, Day)), new Difference.Added("FormerParties", new PartnershipParty(Oim, Day, Until: Year)),
            new Difference.Altered("Parties", new PartnershipParty(Oim, Year), new PartnershipParty(Oim, Day)), new Difference.Became("FocalPoint", "eva", "ana"),
            new Difference.Became("FocalPoint", "ana", null), new Difference.Added("Themes", "movilidad humana"),
        ])
            yield return ("partnership", difference);
        foreach (var difference in OfAgreements().Concat(
        [
            new Difference.Became("Type", AgreementType.FrameworkAgreement, AgreementType.SpecificAgreement), new Difference.Became("Title", null, "Convenio marco"),
            new Difference.Became("Subject", null, "Migración"), new Difference.Became("Reference", null, "C-7"),
            new Difference.Became("EntryRequires", ConsentKind.Signature, ConsentKind.Ratification), new Difference.Became("Supersedes", null, Convenio),
            new Difference.Became("SupersededBy", null, Convenio), new Difference.Became("UnderAgreement", null, Convenio),
        ]))
            yield return ("agreement", difference);
        foreach (var difference in (Difference[])
        [
            new Difference.Became("Proposed", null, Day), new Difference.Became("Approved", null, Day), new Difference.Became("Started", null, Day),
            new Difference.Became("Suspended", null, Day), new Difference.Became("Resumed", null, Day), new Difference.Became("Completed", null, Day),
            new Difference.Became("Ended", null, Day), new Difference.Became("Title", null, "Decisiones andinas"), new Difference.Became("Description", null, "Dos años"),
            new Difference.Became("Period", null, EdtfDate.Parse("2010/2015")), new Difference.Became("Agreement", null, Convenio),
            new Difference.Added("Participants", new ProjectParticipant(Oim, ProjectRole.Implementing)), new Difference.Added("Milestones", new ProjectMilestone(1, "Línea de base", Day)),
            new Difference.Added("FundsCommitted", new ProjectFunds(2, Oim, 12_500.5m, "USD", Day)), new Difference.Added("FundsDisbursed", new ProjectFunds(3, Oim, 2_500m, "USD", null)),
            new Difference.Added("Results", new ProjectResult(4, "Guía publicada", "En dos idiomas", Day)),
        ])
            yield return ("project", difference);
        foreach (var difference in OfMeetings())
            yield return ("meeting", difference);
        foreach (var difference in (Difference[])
        [
            new Difference.Added("Names", new OrganisationName("es", "Comunidad Andina", "CAN")), new Difference.Became("Kind", OrganisationKind.Other, OrganisationKind.Organ),
            new Difference.Became("Seat", null, "Lima"), new Difference.Became("Country", "PE", "EC"), new Difference.Became("Founded", null, Year), new Difference.Became("Dissolved", null, Year),
            new Difference.Added("Placements", new Placement(OrganisationRelation.OrganOf, Can, Day)),
            new Difference.Altered("Placements", new Placement(OrganisationRelation.MemberOf, Can, Day), new Placement(OrganisationRelation.MemberOf, Can, Day, Year)),
            new Difference.Added("Identifiers", new OrganisationIdentifier(IdentifierScheme.Ror, "https://ror.org/1")), new Difference.Became("DuplicateOf", null, Can),
        ])
            yield return ("organisation", difference);
        foreach (var difference in (Difference[])
        [
            new Difference.Became("Name", new PersonName("Jose", "Davalos"), new PersonName("José Iván", "Dávalos")), new Difference.Became("Name", new PersonName("Jose", "Davalos"), null),
            new Difference.Added("Appointments", new Appointment(Oim, "Jefe de Misión", Day, null, false, null)),
            new Difference.Added("Appointments", new Appointment(Oim, "Jefe de Misión", Day, null, true, null)),
            new Difference.Added("Appointments", new Appointment(Oim, "Jefe de Misión", null, null, false, Day)),
            new Difference.Altered("Appointments", new Appointment(Oim, "Jefe de Misión", Day, null, false, null), new Appointment(Oim, "Jefe de Misión", Day, Year, false, null)),
            new Difference.Added("FullPowers", new FullPowers(Oim, Convenio, "firmar el convenio", Day)), new Difference.Became("DuplicateOf", null, Davalos),
            new Difference.Became("ErasureRequest", null, "Solicitud 7"), new Difference.Became("ErasureRequest", "Solicitud 7", null), new Difference.Became("ErasureDecision", null, "Resolución 1"),
        ])
            yield return ("person", difference);
        foreach (var difference in (Difference[])
        [
            new Difference.Became("Kind", SourceKind.Other, SourceKind.Minutes), new Difference.Became("Title", "Acta", "Acta de Lima"), new Difference.Became("Language", "en", "es"),
            new Difference.Became("Publisher", null, Can), new Difference.Became("PublisherName", null, "Prensa"), new Difference.Became("Date", null, Day),
            new Difference.Became("Address", null, "https://example.org/acta"), new Difference.Became("Text", null, 1834), new Difference.Became("Summarises", null, Communique),
            new Difference.Added("Readings", new SourceReading("reader", 9, 7, 1, 1)), new Difference.Became("SupersededBy", null, Communique), new Difference.Became("SupersededOn", null, Day),
        ])
            yield return ("source", difference);
    }

    private static IEnumerable<Difference> OfAgreements() =>
    [
        new Difference.Became("Term", AgreementTerm.Unknown, AgreementTerm.EndingOn(Year)), new Difference.Became("Term", AgreementTerm.EndingOn(Year), AgreementTerm.Lasting(36)),
        new Difference.Became("Term", AgreementTerm.Unknown, AgreementTerm.OpenEnded), new Difference.Added("Changes", Change(AgreementChangeKind.Amendment, "se añade un anexo")),
        new Difference.Added("Changes", Change(AgreementChangeKind.Renewal, null)), new Difference.Added("Changes", Change(AgreementChangeKind.Extension, null)),
        new Difference.Became("InForceOn", null, Day), new Difference.Became("Notice", null, new AgreementNotice(Oim, Day, Year)), new Difference.Became("Notice", new AgreementNotice(Oim, Day, Year), null),
        new Difference.Became("Renewal", RenewalMode.Unknown, RenewalMode.Automatic), new Difference.Became("RenewalMonths", null, 24), new Difference.Became("NoticeMonths", 3, 6),
        new Difference.Became("GraceDays", null, 30), new Difference.Became("ReviewOn", null, Year), new Difference.Added("Parties", Oim),
        new Difference.Added("Signatures", new AgreementSignature(Oim, Davalos, false, Day)), new Difference.Added("Signatures", new AgreementSignature(Oim, null, false, Day)),
        new Difference.Added("Signatures", new AgreementSignature(Oim, null, true, Day)),
        new Difference.Altered("Signatures", new AgreementSignature(Oim, null, true, Day), new AgreementSignature(Oim, null, true, Day, true, Year)),
        new Difference.Added("Ratifications", new AgreementRatification(Oim, RatificationForm.FormalConfirmation, Day)), new Difference.Added("Accessions", new AgreementAccession(Oim, Day)),
        new Difference.Added("Withdrawals", new AgreementWithdrawal(Oim, Day, Year)), new Difference.Added("Registrations", new AgreementRegistration(1, "Secretaría General", "C-7", Day)),
        new Difference.Added("Reservations", new AgreementReservation(2, Oim, ReservationKind.Reservation, "salvo el artículo 3", Day)),
        new Difference.Added("Obligations", new AgreementObligation(3, "informar cada año", Oim)), new Difference.Removed("Obligations", new AgreementObligation(3, "informar cada año", Oim)),
    ];

    private static IEnumerable<Difference> OfMeetings() =>
    [
        new Difference.Became("PlannedFor", Day, Year), new Difference.Became("Title", null, "Reunión de Lima"), new Difference.Became("Place", null, new Place("Sala 1", Can, "Lima", "PE")),
        new Difference.Became("Modality", Modality.InPerson, Modality.Remote), new Difference.Added("Participants", new Participant(1, Davalos, Oim, "Jefe de Misión", ParticipantRole.Head, null, false)),
        new Difference.Added("Participants", new Participant(1, Davalos, Oim, null, ParticipantRole.Head, null, false)),
        new Difference.Added("Participants", new Participant(1, Davalos, Oim, null, ParticipantRole.Head, null, true)), new Difference.Added("Topics", new Topic(2, "ciudadanía andina")),
        new Difference.Added("Statements", new Statement(3, Davalos, "es", "Renovamos los lazos", true)), new Difference.Added("Outcomes", new Domain.Meetings.Outcome(4, "lazos renovados", OutcomeKind.Reaffirmation)),
        new Difference.Became("Minutes", null, new Minutes(null, "Acta", [])), new Difference.Became("Minutes", new Minutes(null, "Acta", []), null),
        new Difference.Added("Approvals", new MinutesApproval(Day, [Can, Oim])), new Difference.Added("Sources", Communique),
    ];

    private static AgreementChange Change(AgreementChangeKind kind, string? summary) =>
        new(1, kind, Day, summary, new(AgreementTerm.Unknown), new(AgreementTerm.EndingOn(Year)));

    private static Enum[] Values<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Cast<Enum>()];

    [Fact]
    public void every_sentence_is_said_in_spanish() => Snapshot.Matches(InWords("es"));

    [Fact]
    public void every_sentence_is_said_in_english() => Snapshot.Matches(InWords("en"));

    [Fact]
    public void every_field_has_a_sentence_among_these()
    {
        var told = All().Select(d => (d.Kind, Field: FieldOf(d.Difference))).ToHashSet();
        Assert.All(
            ComparedFields.All.SelectMany(k => k.Value.Select(f => (RecordKinds.Of(k.Key)!.Name, (string?)f.Name))), field => Assert.Contains(field, told));
    }

    [Fact]
    public void no_property_of_a_record_is_left_out()
    {
        // What identifies it, what counts its events or entries, what follows from the rest, and parts that are compared one by one.
        string[] aside =
        [
            "Id", "Version", "LastEntry", "LastNumber", "Slug", "Sha256", "Concerns", "Listing", "AttestedAs", "BeforeSigning", "Conditions", "Dates", "RenamedOn",
            "Status", "StatusSince", "StatusReason", "Why", "SettledOn", "Outcome", "TermEnd", "TermEndIs", "NextReview", "RenewsItself", "HasEnded", "IsApproved", "HasEncounter",
        ];
        foreach (var (type, fields) in ComparedFields.All)
        {
            var compared = fields.Select(f => f.Name).Concat(aside).ToHashSet();
            if (type == typeof(Agreement))
                compared.Add("Since");
            if (type == typeof(Meeting))
                compared.Add("On");
            Assert.Empty(type.GetProperties().Select(p => p.Name).Where(name => !compared.Contains(name)).Select(name => $"{type.Name}.{name}"));
        }
    }

    [Fact]
    public void both_languages_are_complete_and_no_sentence_is_left_over()
    {
        var (english, spanish) = (ResourceTexts.Of(Resources, "en"), ResourceTexts.Of(Resources, "es"));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), spanish.Keys.Order(StringComparer.Ordinal));
        Assert.All(english.Keys, k => Assert.Equal(Holes(english[k]), Holes(spanish[k])));

        // A sentence is used if taking its text away changes what is told; here, if its words stand among what is told.
        var told = InWords("en");
        Assert.Empty(english.Where(e => !Regex.IsMatch(told, Hole().Replace(Regex.Escape(e.Value).Replace("}", @"\}", StringComparison.Ordinal), ".*"))).Select(e => e.Key));
    }

    private static string? FieldOf(Difference difference) => difference switch
    {
        Difference.Became d => d.Field,
        Difference.Added d => d.Field,
        Difference.Removed d => d.Field,
        Difference.Altered d => d.Field,
        _ => null,
    };

    private static string InWords(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        CultureInfo.CurrentUICulture = culture;
        DifferenceWords words = new(new KnownNames(Known, AsOf.Now, culture));
        StringBuilder told = new();
        foreach (var (kind, difference) in All())
            told.Append(CultureInfo.InvariantCulture, $"{kind}: {words.Of(kind, difference)}\n");
        return told.ToString();
    }

    private static IEnumerable<string> Holes(string text) => AnyHole().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex AnyHole();

    /// <summary>A hole in a text that was escaped for a pattern.</summary>
    [GeneratedRegex(@"\\\{\d+\\\}")]
    private static partial Regex Hole();
}
