using Relations.Domain.Agreements;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using AgreementDraft = Relations.App.Import.Generated.Draft<Relations.Domain.Agreements.Agreement, Relations.Domain.Agreements.AgreementCommand>;

namespace Relations.App.Import.Generated;

/// <content>Agreements in every state, and projects.</content>
public sealed partial class Generator
{
    /// <summary>The agreements of a partnership, the present one first, so that an older one can be superseded by it.</summary>
    private IEnumerable<GeneratedRecord> MakeAgreements(int partnership)
    {
        var count = ChanceOf(Part.Agreement, -1 - partnership).Between(1, 3);
        return Enumerable.Range(0, count).Select(which => MakeAgreement(partnership, which));
    }

    private GeneratedRecord MakeAgreement(int partnership, int which)
    {
        var n = (partnership * 4) + which;
        var chance = ChanceOf(Part.Agreement, n);
        var parties = PartiesOf(partnership).Select(Organisation).ToList();
        var began = which == 0 ? chance.Between(2018, 2023) : chance.Between(YearOf(partnership), 2020);
        var draft = new AgreementDraft(Id(Part.Agreement, n), sizes);
        if (chance.Happens(25))
            return Attested(draft, chance, partnership, parties, began);

        draft.Do(new ProposeAgreement(
            [Partnership(partnership)], (AgreementType)chance.Below(7), TitleOf(chance), "Cooperación en " + chance.Pick(Words.Topics), parties,
            Exactly(new(began, 1, chance.Between(1, 28))), TermOf(chance, began), (RenewalMode)chance.Below(4), chance.Pick<int?>(12, 24, 36, null),
            chance.Pick<int?>(3, 6, null), chance.Pick<int?>(30, 90, null)));
        return Lived(draft, chance, parties, began, which == 0 ? null : new AgreementId(Id(Part.Agreement, n - 1))).Finish();
    }

    private GeneratedRecord Attested(AgreementDraft draft, Chance chance, int partnership, List<OrganisationId> parties, int began) => draft
        .Do(new AttestAgreement(
            [Partnership(partnership)], (AgreementType)chance.Below(7), chance.Happens(70) ? TitleOf(chance) : null,
            "Cooperación en " + chance.Pick(Words.Topics), parties, (AgreementStatus)chance.Below(13),
            chance.Happens(80) ? Year(began) : null))
        .DoIf(chance.Happens(10), () => new CorrectAgreement(new() { Reference = FormattableString.Invariant($"CV-{partnership}/{began}") })
        {
            Provenance = Because("El número está en la carátula."),
        })
        .Finish();

    private static string TitleOf(Chance chance) =>
        $"{chance.Pick("Convenio marco", "Convenio específico", "Memorando de entendimiento", "Acuerdo")} de {chance.Pick(Words.Topics)}";

    private static AgreementTerm? TermOf(Chance chance, int began) => chance.Below(10) switch
    {
        < 2 => null,
        < 3 => AgreementTerm.OpenEnded,
        < 6 => AgreementTerm.Lasting(chance.Pick(24, 36, 48, 60, 120)),
        _ => AgreementTerm.EndingOn(Exactly(new(began + chance.Between(3, 9), chance.Between(1, 12), chance.Between(1, 28)))),
    };

    /// <summary>The life of an agreement up to the state it has reached: each stage goes on to the next or stays.</summary>
    private static AgreementDraft Lived(AgreementDraft draft, Chance chance, List<OrganisationId> parties, int began, AgreementId? successor)
    {
        if (chance.Happens(4))
            return draft;
        draft.Do(new OpenNegotiation(Exactly(new(began, 2, chance.Between(1, 28)))));
        if (chance.Happens(5))
            return draft;
        draft.Do(new InitialText(Exactly(new(began, 3, chance.Between(1, 28)))));
        if (chance.Happens(4))
            return draft.Do(new WithdrawBeforeForce(Exactly(new(began, 6, 1)), chance.Pick(Words.Reasons)));
        foreach (var party in parties)
            draft.Do(new SignAgreement(party, null, false, Exactly(new(began, 4, chance.Between(1, 28)))));
        draft.Do(new RecordObligation($"{chance.Pick(Words.Undertakings)} {chance.Pick(Words.Topics)}", chance.Happens(50) ? parties[0] : null));
        if (chance.Happens(6))
            return draft.DoIf(chance.Happens(40), () => new ApplyProvisionally(Exactly(new(began, 5, 10))));
        draft.Do(new EnterIntoForce(Exactly(new(began, 5, chance.Between(1, 28)))))
            .DoIf(chance.Happens(30), () => new RegisterAgreement("Registro de convenios", FormattableString.Invariant($"{began}-{chance.Below(900)}"), Exactly(new(began, 6, 15))))
            .DoIf(chance.Happens(15), () => new AmendAgreement("Se añade un anexo de " + chance.Pick(Words.Topics), Year(began + 1)));
        return Ended(draft, chance, parties, began, successor);
    }

    private static AgreementDraft Ended(AgreementDraft draft, Chance chance, List<OrganisationId> parties, int began, AgreementId? successor)
    {
        var end = draft.State.TermEnd;
        return chance.Below(100) switch
        {
            < 8 => draft.Do(new SuspendAgreement(Year(began + 2), chance.Pick(Words.Reasons)))
                .DoIf(chance.Happens(50), () => new ResumeAgreement(Year(began + 3))),
            < 14 => draft.Do(new GiveNotice(parties[0], Exactly(new(began + 2, 3, 1)), Exactly(new(began + 3, 3, 1))))
                .DoIf(chance.Happens(60), () => new TerminateAgreement(Exactly(new(began + 3, 3, 1)))),
            < 22 => draft.Do(new TerminateAgreement(Year(began + 2), chance.Pick(Words.Reasons))),
            < 32 when successor is { } by => draft.Do(new SupersedeAgreement(by, Exactly(new(2025, 1, 15)))),
            < 60 when end is not null && end.HasEndedBefore(GeneratedSizes.Today) && !draft.State.RenewsItself => draft.Do(new ExpireAgreement(end)),
            < 80 when end is not null => draft.Do(new ExtendAgreement(Exactly(new(began, 12, 1)), Exactly(end.Latest!.Value.ToDateOnly()!.Value.AddMonths(36)))),
            _ => draft,
        };
    }

    private IEnumerable<GeneratedRecord> MakeProjects(int partnership)
    {
        var count = ChanceOf(Part.Project, -1 - partnership).Below(3);
        return Enumerable.Range(0, count).Select(which => MakeProject(partnership, (partnership * 4) + which));
    }

    private GeneratedRecord MakeProject(int partnership, int n)
    {
        var chance = ChanceOf(Part.Project, n);
        var parties = PartiesOf(partnership).Select(Organisation).ToList();
        var began = chance.Between(Math.Max(2005, YearOf(partnership)), 2022);
        var roles = parties.Select((p, i) => new ProjectParticipant(p, i == 0 ? ProjectRole.Funding : ProjectRole.Implementing)).ToList();
        var draft = new Draft<Project, ProjectCommand>(Id(Part.Project, n), sizes);
        if (chance.Happens(20))
        {
            return draft.Do(new RecordProject(
                [Partnership(partnership)], roles, (ProjectStatus)chance.Between(1, 6), null, "Proyecto conjunto sobre " + chance.Pick(Words.Topics),
                EdtfDate.Parse(FormattableString.Invariant($"{began}/{began + 3}")))).Finish();
        }

        draft.Do(new ProposeProject(
            [Partnership(partnership)], "Proyecto regional de " + chance.Pick(Words.Topics), roles, Exactly(new(began, 1, 20)),
            Period: EdtfDate.Parse(FormattableString.Invariant($"{began}/{began + 3}"))));
        if (chance.Happens(8))
            return draft.DoIf(chance.Happens(50), () => new CancelProject(Year(began + 1), chance.Pick(Words.Reasons))).Finish();
        draft.Do(new ApproveProject(Exactly(new(began, 3, 1)))).Do(new StartProject(Exactly(new(began, 5, 1))));
        for (var year = began; year < began + chance.Between(1, 3); year++)
        {
            var amount = chance.Between(20, 900) * 1_000m;
            draft.Do(new CommitFunds(parties[0], amount, "USD", Year(year)))
                .Do(new DisburseFunds(parties[0], amount / 2, "USD", Year(year)))
                .DoIf(chance.Happens(70), () => new ReachMilestone("Taller regional sobre " + chance.Pick(Words.Topics), Exactly(new(year, 9, chance.Between(1, 28)))));
        }

        if (chance.Happens(45))
        {
            draft.Do(new CompleteProject(Year(began + 3)))
                .Do(new ReportResult("Evaluación final", "Se cumplieron las metas de " + chance.Pick(Words.Topics), Year(began + 3)))
                .DoIf(chance.Happens(70), () => new CloseProject(Year(began + 4)));
        }

        return draft
            .DoIf(chance.Happens(4), () => new CorrectProject(Description: "Descripción tomada del documento del proyecto.") { Provenance = Because("Faltaba.") })
            .Finish();
    }
}
