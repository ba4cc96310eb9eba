using System.Globalization;
using JasperFx.Events;
using Relations.App.Pages.Replay;
using Relations.App.Recording;
using Relations.App.Replay;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Replay;

/// <summary>What differs between two moments of histories made by hand: by which event, and whether the world changed or a mistake was corrected.</summary>
public class when_a_made_history_is_compared
{
    private static readonly PartnershipId CanOim = new(Guid.CreateVersion7());
    private static readonly OrganisationId Can = new(Guid.CreateVersion7());
    private static readonly OrganisationId Oim = new(Guid.CreateVersion7());
    private static readonly Concerns All = Concerns.Of(CanOim, Can, Oim);
    private static readonly Guid Convenio = Guid.CreateVersion7();
    private static readonly Guid Plan = Guid.CreateVersion7();
    private static readonly Guid Report = Guid.CreateVersion7();
    private static readonly Guid Davalos = Guid.CreateVersion7();

    private static readonly AgreementAttested Attested = new(
        [CanOim], AgreementType.CooperationAgreement, "Convenio", null, [Can, Oim], AgreementStatus.InForce, EdtfDate.Parse("1992"),
        new(AgreementTerm.Unknown), ConsentKind.Signature, null, null, null);

    private static MadeHistory Told() => new MadeHistory()
        .Record(Can.Value, new OrganisationRegistered([new("es", "Comunidad Andina", "CAN")], OrganisationKind.IntergovernmentalOrganisation, null, null, null), All)
        .Record(Oim.Value, new OrganisationRegistered([new("es", "Organización para las Migraciones", "OIM")], OrganisationKind.IntergovernmentalOrganisation, null, null, null), All)
        .Record(Convenio, Attested, All)
        .Record(Plan, Made("Enviar el plan"), All)
        .Record(Report, Made("Enviar el informe"), All)
        .Record(Davalos, new PersonRegistered(new("Ana", "Torres")), All);

    [Fact]
    public void the_term_became_2027_two_commitments_were_kept_and_somebody_took_over()
    {
        var history = Told();
        var before = history.Now;
        history
            .Record(Convenio, new AgreementExtended(1, EdtfDate.Parse("2024-03-01"), EdtfDate.Parse("2027")), All)
            .Record(Plan, new CommitmentKept(EdtfDate.Parse("2024-04-01"), "Plan recibido"), All)
            .Record(Report, new CommitmentKept(null, "Informe recibido"), All)
            .Record(Davalos, new PersonAppointed(Oim, "Jefa de Misión", EdtfDate.Parse("2024-05"), null, false), All);

        Assert.Equal(
        [
            "Convenio: The term became 2027 (before: unknown) #7 change",
            "Convenio: It was extended (1 March 2024) #7 change",
            "Enviar el plan: It was kept (1 April 2024): Plan recibido (before: open) #8 change",
            "Enviar el informe: It was kept: Informe recibido (before: open) #9 change",
            "Ana Torres: Took over as Jefa de Misión at OIM (May 2024) #10 change",
        ], InWords(history, new(KnownAt: before), AsOf.Now, "en"));
    }

    [Fact]
    public void in_spanish_the_same_is_told()
    {
        var history = Told();
        var before = history.Now;
        history.Record(Convenio, new AgreementExtended(1, EdtfDate.Parse("2024-03-01"), EdtfDate.Parse("2027")), All)
            .Record(Davalos, new PersonAppointed(Oim, "Jefa de Misión", EdtfDate.Parse("2024-05"), null, false), All);

        Assert.Equal(
        [
            "Convenio: El plazo pasó a ser 2027 (antes: desconocido) #7 change",
            "Convenio: Se prorrogó (1 de marzo de 2024) #7 change",
            "Ana Torres: Asumió como Jefa de Misión en OIM (mayo de 2024) #8 change",
        ], InWords(history, new(KnownAt: before), AsOf.Now, "es"));
    }

    [Fact]
    public void a_correction_is_told_from_a_change()
    {
        var history = Told();
        var before = history.Now;
        history.Record(
            Convenio,
            new AgreementCorrected(new() { Since = EdtfDate.Parse("1992") }, new() { Since = EdtfDate.Parse("1991") }, []),
            All,
            reason: "Se leyó mal");

        Assert.Equal(
        [
            "Convenio: It is in force (1991) (before: in force (1992)) #7 correction",
            "Convenio: Its entry into force: 1991 (before: 1992) #7 correction",
        ], InWords(history, new(KnownAt: before), AsOf.Now, "en"));
        Assert.All(Between(history, new(KnownAt: before), AsOf.Now).SelectMany(r => r.Differences), d => Assert.Equal("Se leyó mal", d.By!.Reason));
    }

    [Fact]
    public void what_was_changed_and_changed_back_is_no_difference()
    {
        var history = Told();
        var before = history.Now;
        history.Record(Plan, new CommitmentDeferred(EdtfDate.Parse("2030"), null), All).Record(Plan, new CommitmentDeferred(EdtfDate.Parse("2026"), null), All);

        Assert.Empty(Between(history, new(KnownAt: before), AsOf.Now));
    }

    [Fact]
    public void the_last_event_to_touch_a_field_makes_the_difference()
    {
        var history = Told();
        var before = history.Now;
        history.Record(Plan, new CommitmentDeferred(EdtfDate.Parse("2030"), null), All).Record(Plan, new CommitmentDeferred(EdtfDate.Parse("2031"), null), All);

        Assert.Equal(["Enviar el plan: It is due: 2031 (before: 2026) #8 change"], InWords(history, new(KnownAt: before), AsOf.Now, "en"));
    }

    [Fact]
    public void what_came_on_record_is_told_with_what_was_added_to_it_since()
    {
        var history = Told().Record(Plan, new CommitmentKept(null, "Plan recibido"), All);

        var told = InWords(history, TwoMoments.Beginning, AsOf.Now, "en");

        Assert.Contains("Enviar el plan: The commitment came on record (2025) #4 change", told);
        Assert.Contains("Enviar el plan: It was kept: Plan recibido (before: open) #7 change", told);
        Assert.Equal(7, told.Count);
    }

    [Fact]
    public void back_in_time_what_was_not_yet_known_is_absent()
    {
        var history = Told();
        var then = history.Events[2].Timestamp;

        Assert.Equal(
        [
            "Enviar el plan: The commitment is not on record then #4 change",
            "Enviar el informe: The commitment is not on record then #5 change",
            "Ana Torres: The person is not on record then #6 change",
        ], InWords(history, AsOf.Now, new(KnownAt: then), "en"));
    }

    [Fact]
    public void between_two_days_in_the_world_the_world_changed()
    {
        var history = Told().Record(Convenio, new AgreementSuspended(EdtfDate.Parse("2010-05"), "Falta de fondos"), All);

        Assert.Equal(
            ["Convenio: The agreement came on record (1992) #3 change"],
            InWords(history, new(new(1991, 12, 31)), new(new(1995, 1, 1)), "en"));
        Assert.Equal(
            ["Convenio: It was suspended (May 2010): Falta de fondos (before: in force (1992)) #7 change"],
            InWords(history, new(new(1995, 1, 1)), new(new(2012, 1, 1)), "en"));
    }

    private static CommitmentMade Made(string what) => new([CanOim], what, Oim, [Can], EdtfDate.Parse("2025"), EdtfDate.Parse("2026"), null, null);

    private static IReadOnlyList<RecordDifferences> Between(MadeHistory history, AsOf first, AsOf second) =>
        Differences.Between(first.Of(history.Events), second.Of(history.Events));

    private static IReadOnlyList<string> InWords(MadeHistory history, AsOf first, AsOf second, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        CultureInfo.CurrentUICulture = culture;
        var known = history.Events.Select(e => e.StreamId).Distinct().ToDictionary(
            id => id,
            id => RecordReader.Replay(
                RecordKinds.All.Single(k => k.Name == history.Events.First(e => e.StreamId == id).AggregateTypeName), id, history.Events.Where(e => e.StreamId == id), AsOf.Now)!);
        KnownNames names = new(known, AsOf.Now, culture);
        DifferenceWords words = new(names);
        return
        [
            .. from differing in Between(history, first, second)
               from d in differing.Differences
               select $"{names.OfRecord(differing.Record).Text}: {words.Of(differing.Kind, d)} #{d.By!.Sequence} {(d.By.Corrects ? "correction" : "change")}",
        ];
    }
}
