using System.Globalization;
using System.Text;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;
using Relations.Reading;

namespace Relations.App.Reading;

/// <summary>
/// Makes of the accepted facts of a draft the commands that anybody would send to record them: each with its passages, in an order in
/// which each finds what it refers to. Pure: the same draft and records give the same commands.
/// </summary>
public sealed partial class ReadingCommands
{
    private readonly ReadingDraft draft;
    private readonly IReadOnlyDictionary<Guid, RecordState> states;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<Refusal>> refused;
    private readonly IReadOnlySet<string> slugs;
    private readonly List<ReadingStep> steps = [];
    private readonly List<LeftOut> leftOut = [];
    private readonly HashSet<string> settled = [];

    private ReadingCommands(
        ReadingDraft draft,
        IReadOnlyDictionary<Guid, RecordState> states,
        IReadOnlyDictionary<string, IReadOnlyList<Refusal>> refused,
        IReadOnlySet<string> slugs) => (this.draft, this.states, this.refused, this.slugs) = (draft, states, refused, slugs);

    /// <summary>What confirming a draft records.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="states">The records that its facts were merged with, as they are.</param>
    /// <param name="refused">The facts that rules stand against, with the rules.</param>
    /// <param name="slugs">The addresses that partnerships have already.</param>
    public static ReadingPlan From(
        ReadingDraft draft,
        IReadOnlyDictionary<Guid, RecordState> states,
        IReadOnlyDictionary<string, IReadOnlyList<Refusal>>? refused = null,
        IReadOnlySet<string>? slugs = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var making = new ReadingCommands(draft, states, refused ?? new Dictionary<string, IReadOnlyList<Refusal>>(), slugs ?? new HashSet<string>());
        making.Source();
        making.Each<OrganisationFact>(making.Organisation);
        making.Each<PlacementFact>(making.Placement);
        making.Each<PersonFact>(making.Person);
        making.Each<AppointmentFact>(making.Appointment);
        making.Each<PartnershipFact>(making.Partnership);
        making.Each<MeetingFact>(making.Meeting);
        making.Each<ParticipantFact>(making.Participant);
        making.Each<TopicFact>(making.Topic);
        making.Each<StatementFact>(making.Statement);
        making.Each<OutcomeFact>(making.Outcome);
        making.Each<AgreementFact>(making.Agreement);
        making.Each<AgreementActFact>(making.Act);
        making.Each<ProjectFact>(making.Project);
        making.Each<CommitmentFact>(making.Commitment);
        making.Read();
        return new(making.steps, making.leftOut);
    }

    private SourceId SourceId => new(draft.Source ?? draft.RecordOf(draft.Facts.First(f => f.Fact is SourceFact).Key));

    private EdtfDate? Dated => draft.Document?.Date ?? draft.PublishedOn;

    private void Each<T>(Action<DraftFact, T> make) where T : Fact
    {
        foreach (var fact in draft.Facts.Where(f => f.IsAccepted && f.Fact is T))
        {
            if (refused.TryGetValue(fact.Key, out var rules))
            {
                leftOut.Add(new(fact.Key, Lack.ByRule, null, rules));
                continue;
            }

            // A fact stands on its own unless what makes the command finds that it lacks something.
            settled.Add(fact.Key);
            make(fact, (T)fact.Fact);
        }
    }

    private void Leave(DraftFact fact, Lack lack, string? needs = null)
    {
        settled.Remove(fact.Key);
        leftOut.Add(new(fact.Key, lack, needs));
    }

    /// <summary>Adds a command to a record. What was looked at is what is in the states.</summary>
    private void Add(DraftFact fact, Guid record, Command command, params IEnumerable<(string From, string To)> renamed) => steps.Add(new(
        fact.Key,
        record,
        command with { Provenance = command.Provenance == Provenance.Known ? RestsOn(fact, [.. renamed]) : command.Provenance },
        command is IOpensRecord ? null : states.GetValueOrDefault(record)?.Version));

    /// <summary>Whether the fact that a key names is recorded or on record; where not, the other is left out for it.</summary>
    private bool Has(DraftFact fact, string key)
    {
        if (settled.Contains(key))
            return true;
        Leave(fact, Lack.OtherFact, key);
        return false;
    }

    private Guid IdOf(string key) => draft.Find(key)?.Record ?? draft.RecordOf(key);

    private OrganisationId? OrganisationOf(string? key) => key is not null && settled.Contains(key) ? new(IdOf(key)) : null;

    private IReadOnlyList<OrganisationId> OrganisationsOf(IEnumerable<string> keys) =>
        [.. keys.Select(OrganisationOf).OfType<OrganisationId>().Distinct()];

    private T? StateOf<T>(string key) where T : RecordState =>
        draft.Find(key)?.Record is { } id && states.TryGetValue(id, out var state) ? state as T : null;

    /// <summary>The words of a fact's own passage.</summary>
    private string WordsOf(DraftFact fact) => Limited(fact.Fact.Passage.In(draft.Text), Limits.Text);

    private static string Limited(string text, int most) => text.Length <= most ? text : text[..most];

    private Provenance RestsOn(DraftFact fact, IReadOnlyList<(string From, string To)> renamed)
    {
        var citations = fact.Fact.Evidence.Take(Limits.Citations)
            .Select(e => new Citation(SourceId, e.Passage.Offset, e.Passage.Length, e.Fields.Count == 0 ? null : Renamed(e.Fields)));
        return new(
            fact.Fact.Basis == Basis.Inferred ? Basis.Inferred : Basis.Stated,
            [.. citations],
            fact.Fact.Inferred.Count == 0 ? null : Renamed(fact.Fact.Inferred));

        IReadOnlyList<string> Renamed(IEnumerable<string> fields) =>
            [.. fields.Select(f => renamed.Where(r => r.From == f).Select(r => r.To).FirstOrDefault(f)).Distinct()];
    }

    /// <summary>What a command rests on, with a date that was taken from that of the document.</summary>
    private Provenance WithDateOfDocument(DraftFact fact, string field)
    {
        var provenance = RestsOn(fact, []);
        var dates = draft.Facts.First(f => f.Fact is SourceFact).Fact.Evidence.Where(e => e.Fields.Contains("date"))
            .Select(e => new Citation(SourceId, e.Passage.Offset, e.Passage.Length, [field]));
        return provenance with
        {
            Citations = [.. provenance.Citations!.Concat(dates).Take(Limits.Citations)],
            Inferred = [.. (provenance.Inferred ?? []).Append(field).Distinct()],
        };
    }

    private void Source()
    {
        var fact = draft.Facts.First(f => f.Fact is SourceFact);
        var document = (SourceFact)fact.Fact;
        settled.Add(fact.Key);
        if (draft.Source is { } known)
        {
            if (states.GetValueOrDefault(known) is Source { Text: null })
                Add(fact, known, new ProvideSourceText(draft.Text, draft.Sha256));
            return;
        }

        // What a source refers to is on record before it; of what comes with it, it has the name alone.
        var publisher = document.Publisher is { } key && draft.Find(key) is { IsAccepted: true } p ? p : null;
        var partnerships = draft.Partnership is { } chosen
            ? [chosen]
            : draft.Facts.Where(f => f is { IsAccepted: true, Fact: PartnershipFact, Record: not null }).Select(f => f.Record!.Value);
        steps.Add(new(fact.Key, SourceId.Value, new RegisterSource(
            document.Kind,
            Limited(string.IsNullOrWhiteSpace(document.Title) ? draft.Title : document.Title, Limits.Subject),
            document.Language,
            draft.Sha256,
            publisher?.Record is { } record ? new OrganisationId(record) : null,
            publisher is { Record: null, Fact: OrganisationFact o } ? o.Names[0].Name : null,
            document.Date,
            Text: draft.Text,
            Partnerships: [.. partnerships.Distinct().Take(Limits.Partnerships).Select(id => new PartnershipId(id))]), null));
    }

    private void Organisation(DraftFact fact, OrganisationFact o)
    {
        if (fact.Record is null)
            Add(fact, IdOf(fact.Key), new RegisterOrganisation(o.Names, o.Kind, o.Seat));
    }

    private void Placement(DraftFact fact, PlacementFact p)
    {
        if (!Has(fact, p.Organisation) || !Has(fact, p.Parent))
            return;
        OrganisationId parent = new(IdOf(p.Parent));
        if (StateOf<Organisation>(p.Organisation)?.Placements.Any(x => x.Runs(p.Relation, parent)) != true)
            Add(fact, IdOf(p.Organisation), new PlaceOrganisation(p.Relation, parent));
    }

    private void Person(DraftFact fact, PersonFact p)
    {
        if (fact.Record is not null)
            return;
        if (string.IsNullOrWhiteSpace(p.Name.Family))
            Leave(fact, Lack.FamilyName);
        else
            Add(fact, IdOf(fact.Key), new RegisterPerson(p.Name));
    }

    private void Appointment(DraftFact fact, AppointmentFact a)
    {
        if (!Has(fact, a.Person))
            return;
        if (a.Organisation is null)
            Leave(fact, Lack.Organisation);
        else if (a.Former)
            Leave(fact, Lack.EndOfPost);
        else if (Has(fact, a.Organisation)
            && StateOf<Person>(a.Person)?.Appointments.Any(x => x.To is null && x.IsTo(new(IdOf(a.Organisation)), a.Post)) != true)
        {
            var before = a.From is null && Dated is { IsInterval: false } ? Dated : null;
            Add(fact, IdOf(a.Person), new AppointPerson(new(IdOf(a.Organisation)), a.Post, a.From, before, a.Acting)
            {
                Provenance = before is null ? RestsOn(fact, []) : WithDateOfDocument(fact, "before"),
            });
        }
    }

    private void Partnership(DraftFact fact, PartnershipFact p)
    {
        if (fact.Record is not null)
            return;
        var parties = OrganisationsOf(p.Parties);
        if (parties.Count < 2)
            Leave(fact, Lack.TwoParties);
        else
            Add(fact, IdOf(fact.Key), new EstablishPartnership(SlugOf(p), parties));
    }

    /// <summary>An address of the acronyms of the parties; numbered where another has it.</summary>
    private string SlugOf(PartnershipFact p)
    {
        var names = p.Parties.Where(settled.Contains).Select(k => draft.Find(k)!)
            .Select(f => f.Fact is OrganisationFact { Names: [var name, ..] } ? name.Acronym ?? name.Name : f.RecordName ?? "");
        var slug = Limited(string.Join('-', names.SelectMany(WordsIn)), Limits.Code - 4).Trim('-');
        slug = slug.Length < 2 ? $"{slug}-{slug}-1".Trim('-') : slug;
        var taken = slugs.Concat(steps.Select(s => s.Command).OfType<EstablishPartnership>().Select(c => c.Slug)).ToHashSet();
        return taken.Contains(slug)
            ? Enumerable.Range(2, 998).Select(i => $"{slug}-{i.ToString(CultureInfo.InvariantCulture)}").First(s => !taken.Contains(s))
            : slug;
    }

    private static IEnumerable<string> WordsIn(string name) => string.Concat(name.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
        .Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The partnerships that something between organisations belongs to; none where there is none at all.</summary>
    private IReadOnlyList<PartnershipId> PartnershipsOf(IEnumerable<string> organisations)
    {
        if (draft.Partnership is { } chosen)
            return [new(chosen)];
        var touched = organisations.SelectMany(WithParents).ToHashSet();
        var all = draft.Facts.Where(f => f.Fact is PartnershipFact && settled.Contains(f.Key)).ToList();
        var between = all.Where(f => ((PartnershipFact)f.Fact).Parties.Count(touched.Contains) >= 2).ToList();
        return [.. (between.Count > 0 ? between : [.. all.Take(1)]).Take(Limits.Partnerships).Select(f => new PartnershipId(IdOf(f.Key)))];
    }

    /// <summary>An organisation and those that it stands under, as far as the text tells.</summary>
    private IEnumerable<string> WithParents(string organisation)
    {
        HashSet<string> seen = [organisation];
        var placements = draft.Facts.Select(f => f.Fact).OfType<PlacementFact>().Where(p => p.Relation != OrganisationRelation.MemberOf).ToList();
        while (placements.Where(p => seen.Contains(p.Organisation) && !seen.Contains(p.Parent)).Select(p => p.Parent).ToList() is { Count: > 0 } above)
            seen.UnionWith(above);
        return seen;
    }

    /// <summary>What was proposed and what became of it. What was left out stays undecided; what was added by hand nobody proposed.</summary>
    private void Read()
    {
        var proposed = draft.Facts.Where(f => !f.ByHand).ToList();
        var recorded = proposed.Where(f => settled.Contains(f.Key)).Select(f => f.Key).ToHashSet();
        KindCount Count(string kind, IReadOnlyCollection<DraftFact> facts) => new(
            kind,
            facts.Count,
            facts.Count(f => recorded.Contains(f.Key) && f.Changed is null),
            facts.Count(f => recorded.Contains(f.Key) && f.Changed is not null),
            facts.Count(f => f.Fate == Fate.Refused));
        var whole = Count("", proposed);
        IReadOnlyList<KindCount> kinds = [.. proposed.GroupBy(f => FactKinds.Of(f.Proposed)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Count(g.Key, [.. g]))];
        steps.Add(new(
            draft.Facts.First(f => f.Fact is SourceFact).Key,
            SourceId.Value,
            new ReadSource(CommuniqueReader.Version, whole.Proposed, whole.Accepted, whole.Changed, whole.Refused, kinds),
            states.GetValueOrDefault(SourceId.Value)?.Version));
    }
}
