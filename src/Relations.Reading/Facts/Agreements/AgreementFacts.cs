using System.Globalization;
using Relations.Domain.Agreements;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Reading.Facts.Agreements;

/// <summary>Makes facts of what a text says of its agreements.</summary>
/// <param name="actors">Tells organs and offices from the organisation above them.</param>
/// <param name="pairs">Whom “both institutions” means.</param>
/// <param name="meetings">The meetings of the text.</param>
/// <param name="news">The day of what is told as news, and where it is written.</param>
/// <param name="headers">The organisations that the words before a list name, by its items.</param>
internal sealed class AgreementFacts(
    Actors actors, PairReader pairs, MeetingsRead meetings, (EdtfDate? On, Passage? Passage) news, IReadOnlyDictionary<Instrument, IReadOnlyList<string>> headers)
{
    /// <summary>“Three agreements” are three facts; more than so many are a figure of speech.</summary>
    private const int MostAtOnce = 12;

    private readonly Dictionary<KnownAgreement, string> _keys = [];

    /// <summary>The two sides that a heading names before a list: “Perú y Ecuador suscriben cuatro convenios”.</summary>
    private IReadOnlyList<string> OfHeading { get; set; } = [];

    private readonly List<AgreementFact> _facts = [];
    private readonly List<AgreementActFact> _acts = [];

    /// <summary>Makes the facts.</summary>
    /// <param name="known">The agreements.</param>
    /// <param name="deeds">All that is said to be done or not to them.</param>
    /// <param name="ties">Where ties are renewed.</param>
    public AgreementsRead Build(IReadOnlyList<KnownAgreement> known, IEnumerable<Deed> deeds, IEnumerable<Note> ties)
    {
        OfHeading = known.Where(k => k.Mentions.Exists(m => m.Count > 1)).Select(k => k.Named).FirstOrDefault(p => p.Count == 2) ?? [];
        // An amended agreement is told before the one that amends it.
        foreach (var agreement in known.OrderBy(k => k.Amends is null ? 0 : 1).Where(k => !IsToldOneByOne(k, known)))
        {
            var parties = PartiesOf(agreement);
            if (!IsWorthTelling(agreement, parties.Keys))
                continue;
            for (var copy = 0; copy < Math.Min(MostAtOnce, agreement.Mentions.Max(m => m.Count)); copy++)
                Add(agreement, parties);
        }

        return new(
            _facts,
            _acts,
            [.. _keys.SelectMany(k => k.Key.Mentions.Select(m => (m.Passage, k.Value))).OrderBy(m => m.Passage.Offset)],
            [.. deeds.Select(NoteOf).OfType<Note>(), .. ties]);
    }

    private static Note? NoteOf(Deed deed) => deed.Kind switch
    {
        DeedKind.Intended when deed.Act is not (AgreementAct.Notice or AgreementAct.Termination or AgreementAct.Expiry or AgreementAct.EntryIntoForce) => new(NoteKind.Intention, deed.Passage),
        DeedKind.Denied => new(NoteKind.Negation, deed.Passage),
        _ => null,
    };

    /// <summary>What is only named, with nobody and nothing said of it, or only intended, is no fact.</summary>
    private static bool IsWorthTelling(KnownAgreement agreement, IReadOnlyList<string> parties)
    {
        var real = agreement.Deeds.Exists(d => d.Kind is DeedKind.Done or DeedKind.Described) || agreement.States.Count > 0 || agreement.AmendedBy is not null;
        var unreal = agreement.Deeds.Exists(d => d.Kind is DeedKind.Intended or DeedKind.Denied);
        var done = agreement.Deeds.Exists(d => d.Kind is DeedKind.Done || (d.Kind is DeedKind.Described && d.On is not null));
        return (real && (done || parties.Count > 0)) || (!unreal && parties.Count > 1 && agreement.Mentions.Exists(m => !m.Line.IsHeading || m.IsListed));
    }

    /// <summary>“Suscriben cuatro convenios” in a heading, where the text then names each.</summary>
    private static bool IsToldOneByOne(KnownAgreement agreement, IReadOnlyList<KnownAgreement> known) =>
        agreement.Mentions.Exists(m => m.Count > 1) && known.Count(k => !ReferenceEquals(k, agreement) && k.Deeds.Exists(d => d.Kind is DeedKind.Done && d.Act is AgreementAct.Signature)) > 1;

    private void Add(KnownAgreement agreement, (IReadOnlyList<string> Keys, bool Inferred) parties)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"agreement-{_facts.Count + 1}");
        _keys.TryAdd(agreement, key);
        var acts = ActsOf(agreement, key, parties.Keys);
        var (status, since, sinceInferred) = StateOf(agreement, acts);
        var conditions = ConditionsOf(agreement, acts);
        var passage = PlaceOf(agreement);
        List<string> inferred = [];
        if (parties.Inferred)
            inferred.Add("parties");
        if (sinceInferred)
            inferred.Add("since");
        _facts.Add(new(
            agreement.Type, TitleOf(agreement.Fullest), parties.Keys, status, since, conditions?.Conditions,
            agreement.Mentions.Select(m => m.Number).FirstOrDefault(n => n is not null), agreement.Amends is { } amended ? _keys.GetValueOrDefault(amended) : null)
        {
            Key = key,
            Basis = Basis.Stated,
            Evidence = [Evidence.Of(passage), .. Supporting(agreement, passage, conditions?.Passage)],
            Confidence = SureOf(agreement, parties),
            Inferred = inferred,
        });
        _acts.AddRange(acts);
        if (agreement.Amends is { } earlier && _keys.TryGetValue(earlier, out var changed) && agreement.Mentions.Exists(m => m.Family is InstrumentFamily.Amendment))
            _acts.AddRange(acts.Where(a => a.Act is AgreementAct.Signature).Select(a => Amending(a, changed)));
    }

    /// <summary>To sign an amendment is to amend what it amends.</summary>
    private AgreementActFact Amending(AgreementActFact signature, string amended) =>
        signature with { Key = string.Create(CultureInfo.InvariantCulture, $"agreement-act-{_acts.Count + 1}"), Agreement = amended, Act = AgreementAct.Amendment };

    private static IEnumerable<Evidence> Supporting(KnownAgreement agreement, Passage main, Passage? conditions)
    {
        if (agreement.States.Select(s => (Passage?)s.Passage).FirstOrDefault(p => !main.Holds(p!.Value)) is { } state)
            yield return new(state, ["status", "since"]);
        if (conditions is { } said && !main.Holds(said))
            yield return new(said, ["conditions"]);
        if (agreement.Fullest.Passage is var title && !main.Holds(title))
            yield return new(title, ["title", "type"]);
    }

    private static string TitleOf(Instrument fullest) => string.Join(' ', fullest.Line.PassageOf(fullest.First, fullest.End).In(fullest.Line.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Confidence SureOf(KnownAgreement agreement, (IReadOnlyList<string> Keys, bool Inferred) parties)
    {
        if (agreement.Mentions.TrueForAll(m => m.Family is InstrumentFamily.Letter && m.Type is null))
            return new(0.5, ConfidenceReason.Ambiguous);
        if (parties.Keys.Count < 2)
            return new(0.5, ConfidenceReason.NamedLikeIt);
        if (parties.Inferred)
            return new(0.7, ConfidenceReason.FromContext);
        return agreement.Deeds.Exists(d => d.Kind is DeedKind.Done) || agreement.States.Count > 0 ? new(0.9, ConfidenceReason.SaidByVerb) : new(0.75, ConfidenceReason.FixedForm);
    }

    /// <summary>Where it is shown: where most is said of it, in the body of the text rather than in its heading.</summary>
    private static Passage PlaceOf(KnownAgreement agreement)
    {
        var state = agreement.States.FirstOrDefault();
        var mention = agreement.Mentions.FirstOrDefault(m => m.IsListed)
            ?? agreement.Mentions.FirstOrDefault(m => !m.Line.IsHeading && m.Family is not InstrumentFamily.Any && m.Determiner is not Determiner.Pointing)
            ?? agreement.Mentions[0];
        return state is not null && state.Passage.Holds(mention.Passage) ? state.Passage : mention.Passage;
    }

    private (IReadOnlyList<string> Keys, bool Inferred) PartiesOf(KnownAgreement agreement)
    {
        var body = agreement.Deeds.Where(d => d.Kind is DeedKind.Done or DeedKind.Described && d.Act is AgreementAct.Signature).OrderBy(d => d.Line.IsHeading ? 1 : 0);
        IReadOnlyList<string>[] said =
        [
            .. agreement.Beside.Where(b => b.Count > 1), .. body.Select(d => d.Parties),
            .. agreement.Mentions.Where(m => m.IsListed && headers.ContainsKey(m)).Select(m => (IReadOnlyList<string>)[.. headers[m], .. agreement.Beside.SelectMany(b => b)]),
            .. agreement.States.Select(s => (IReadOnlyList<string>)[.. s.Holders, .. agreement.Beside.SelectMany(b => b)]),
            .. agreement.Deeds.Where(d => d.Kind is DeedKind.Done).Select(d => d.Parties), .. agreement.Beside,
        ];
        if (said.Select(Distinct).FirstOrDefault(p => p.Count > 1) is { } together)
            return (together, false);
        var one = said.Select(Distinct).FirstOrDefault(p => p.Count > 0) ?? [];
        if (agreement.Amends is { } earlier && _keys.GetValueOrDefault(earlier) is { } key && _facts.Find(f => f.Key == key) is { Parties: { Count: > 1 } before })
            return (before, true);
        if (agreement.AmendedBy is { } later && !ReferenceEquals(later.AmendedBy, agreement) && PartiesOf(later) is { Keys: { Count: > 1 } after })
            return (after, true);
        if (agreement.Mentions.Exists(Parties.AreSaid))
            return (one, false);
        var known = meetings.Meetings is [{ Organisations: { Count: 2 } met }, ..] ? met : agreement.Mentions.Exists(m => m.IsListed) ? OfHeading : pairs.Before(agreement.Mentions[^1].Line);
        if (one.Count < 2 && Actors.Organisations(actors.In(agreement.Mentions[^1].Line, 0, agreement.Mentions[^1].First)) is { Count: 2 } here && one.All(here.Contains) && IsActedOn(agreement))
            return (here, true);
        return known.Count == 2 && (one.Count == 0 || known.Any(k => actors.AreSame(k, one[0]))) && IsActedOn(agreement)
            ? (one.Count == 0 ? known : [one[0], known.First(k => !actors.AreSame(k, one[0]) || known.All(o => actors.AreSame(o, one[0])))], true)
            : (one, false);
    }

    private static bool IsActedOn(KnownAgreement agreement) => agreement.Deeds.Exists(d => d.Kind is DeedKind.Done) || agreement.States.Count > 0;

    /// <summary>Each organisation once: one named with an organ of its own counts as that organ.</summary>
    private IReadOnlyList<string> Distinct(IReadOnlyList<string> keys)
    {
        var each = keys.Distinct(StringComparer.Ordinal).ToList();
        return [.. each.Where(k => !each.Exists(o => o != k && actors.Top(o) == k))];
    }

    private List<AgreementActFact> ActsOf(KnownAgreement agreement, string key, IReadOnlyList<string> parties)
    {
        List<AgreementActFact> acts = [];
        foreach (var deeds in agreement.Deeds.Where(d => IsAct(d) && !IsOfRenewal(agreement, d)).GroupBy(d => d.Act))
        {
            var told = deeds.OrderBy(d => d.On is null ? 1 : 0).ThenBy(d => d.Line.IsHeading ? 1 : 0).ToList();
            var best = told[0];
            // What only describes an agreement does not say again what was just told: “firmaron un convenio … el convenio firmado hoy”.
            var main = told.Find(d => d.Kind is DeedKind.Done && !d.Line.IsHeading) ?? told.Find(d => d.Kind is DeedKind.Done) ?? best;
            var inferred = best.On is null && main is { Kind: DeedKind.Done, IsEarlier: false } && news.On is not null;
            var by = main.Parties.Count > 0 ? main.Parties : told.Select(d => d.Parties).FirstOrDefault(p => p.Count > 0) ?? [];
            acts.Add(new(
                key, deeds.Key, best.On?.Date ?? (inferred ? news.On : null), deeds.Key is AgreementAct.Signature && by.Count < 2 ? parties : by,
                [.. told.SelectMany(d => d.People).Distinct(StringComparer.Ordinal)], told.Select(d => d.Until?.Date).FirstOrDefault(u => u is not null))
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"agreement-act-{_acts.Count + acts.Count + 1}"),
                Basis = Basis.Stated,
                Evidence = [Evidence.Of(main.Passage), .. EvidenceOfDate(best, main, inferred)],
                Confidence = new(main.Kind is DeedKind.Done ? 0.9 : 0.8, ConfidenceReason.SaidByVerb),
                Inferred = inferred ? ["on"] : [],
                Alternatives = [.. Contradicting(told, best)],
            });
        }

        return acts;
    }

    /// <summary>Proposals and negotiations are states, and a description without a date tells no act by itself.</summary>
    private bool IsAct(Deed deed) =>
        !IsToCome(deed) && deed.Act is not (AgreementAct.Proposal or AgreementAct.Negotiation) && (deed.Kind is DeedKind.Done || (deed.Kind is DeedKind.Described && deed.On is not null));

    /// <summary>“Renovaron el convenio. El documento fue suscrito por …”: what was signed is the renewal.</summary>
    private static bool IsOfRenewal(KnownAgreement agreement, Deed deed) =>
        deed is { Act: AgreementAct.Signature, Kind: DeedKind.Done, On: null } && agreement.Deeds.Exists(d => d is { Act: AgreementAct.Renewal or AgreementAct.Extension, Kind: DeedKind.Done });

    /// <summary>“Vence el 31 de diciembre”: told in the present, of a day after the text was given out.</summary>
    private bool IsToCome(Deed deed) => deed.Kind is DeedKind.Done && news.On is not null && deed.On?.Date is { } on && news.On.CertainlyBefore(on);

    private IEnumerable<Evidence> EvidenceOfDate(Deed best, Deed main, bool inferred)
    {
        if (best.On is { } on && !main.Passage.Holds(on.Passage))
            yield return new(on.Passage, ["on"]);
        else if (inferred && news.Passage is { } dateline)
            yield return new(dateline, ["on"]);
    }

    private static IEnumerable<Alternative> Contradicting(List<Deed> told, Deed best) =>
        told.Where(d => d.On?.Date is { } other && best.On?.Date is { } on && !other.Overlaps(on))
            .Select(d => new Alternative("on", d.On!.Date!.ToString()!, d.On.Passage, ConfidenceReason.Contradicted))
            .DistinctBy(a => a.Value);

    /// <summary>The last state of its life that the text tells.</summary>
    private (AgreementStatus? Status, EdtfDate? Since, bool Inferred) StateOf(KnownAgreement agreement, List<AgreementActFact> acts)
    {
        var told = agreement.States.Select(s => (Status: (AgreementStatus?)s.Status, s.Since, Inferred: false, Rank: Rank(s.Status)))
            .Concat(acts.Select(a => (Status: After(a.Act), Since: a.Act is AgreementAct.Renewal or AgreementAct.Extension or AgreementAct.Amendment ? null : a.On, Inferred: a.Inferred.Contains("on"), Rank: Rank(After(a.Act)))))
            .Concat(agreement.Deeds.Where(d => !IsToCome(d) && d.Kind is DeedKind.Described or DeedKind.Done && After(d.Act) is not null).Select(d => (Status: After(d.Act), Since: d.On?.Date, Inferred: false, Rank: Rank(After(d.Act)) - 1)))
            .Where(s => s.Status is not null)
            .OrderByDescending(s => s.Rank)
            .FirstOrDefault();
        return (told.Status, told.Since, told is { Inferred: true, Since: not null });
    }

    private static AgreementStatus? After(AgreementAct act) => act switch
    {
        AgreementAct.Proposal => AgreementStatus.Proposed,
        AgreementAct.Negotiation => AgreementStatus.Negotiating,
        AgreementAct.Initialling => AgreementStatus.Initialled,
        AgreementAct.Signature => AgreementStatus.Signed,
        AgreementAct.EntryIntoForce or AgreementAct.Renewal or AgreementAct.Extension or AgreementAct.Resumption => AgreementStatus.InForce,
        AgreementAct.Suspension => AgreementStatus.Suspended,
        AgreementAct.Notice => AgreementStatus.NoticeGiven,
        AgreementAct.Termination => AgreementStatus.Terminated,
        AgreementAct.Expiry => AgreementStatus.Expired,
        _ => null,
    };

    private static int Rank(AgreementStatus? status) => status is { } known ? 2 * (int)known : 0;

    private (AgreementConditions Conditions, Passage Passage)? ConditionsOf(KnownAgreement agreement, List<AgreementActFact> acts)
    {
        // What it was extended to is its term from then on, whatever it was before.
        if (acts.Find(a => a.Until is not null) is { Until: { } until } extended)
            return (new(AgreementTerm.EndingOn(until)), extended.Passage);
        if (agreement.Conditions.Count == 0)
            return agreement.Deeds.Find(d => d.Act is AgreementAct.Expiry && IsToCome(d)) is { On.Date: { } end } expiring ? (new(AgreementTerm.EndingOn(end)), expiring.Passage) : null;
        var said = agreement.Conditions.Select(c => c.Conditions).ToList();
        var term = said.Select(c => c.Term).FirstOrDefault(t => t != AgreementTerm.Unknown) ?? AgreementTerm.Unknown;
        var renewal = said.Select(c => c.Renewal).FirstOrDefault(r => r is not RenewalMode.Unknown);
        return (new(term, renewal, said.Select(c => c.RenewalMonths).FirstOrDefault(m => m is not null), said.Select(c => c.NoticeMonths).FirstOrDefault(m => m is not null)), agreement.Conditions[0].Passage);
    }
}
