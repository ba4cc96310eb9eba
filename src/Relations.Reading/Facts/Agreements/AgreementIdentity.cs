using Relations.Domain.Agreements;

namespace Relations.Reading.Facts.Agreements;

/// <summary>Tells which places of a text speak of the same agreement.</summary>
/// <param name="actors">Tells organs and offices from the organisation above them.</param>
/// <param name="newsOf">The year of the text's news; null where it is not dated.</param>
internal sealed class AgreementIdentity(Actors actors, long? newsOf)
{
    /// <summary>How many sentences back “the document” can point.</summary>
    private const int NearDocument = 6;

    /// <summary>More agreements than a communiqué tells of; what follows is not read, so that the time stays within bounds.</summary>
    private const int MostAgreements = 300;

    /// <summary>What is said of one agreement after so many places adds nothing to it.</summary>
    private const int MostMentions = 60;

    private readonly List<KnownAgreement> _known = [];

    /// <summary>The agreements so far.</summary>
    public IReadOnlyList<KnownAgreement> Known => _known;

    /// <summary>The agreement that an instrument is, one already known or a new one.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="parties">The parties said beside it.</param>
    /// <param name="deeds">What is said there to be done to it.</param>
    /// <returns>The agreement; null where the words point to one that the text did not name.</returns>
    public KnownAgreement? Of(Instrument instrument, IReadOnlyList<string> parties, IReadOnlyList<Deed> deeds)
    {
        var known = Enumerable.Reverse(_known).FirstOrDefault(k => IsSame(k, instrument, parties, deeds));
        if (known is null)
        {
            if (instrument.Family is InstrumentFamily.Any || _known.Count >= MostAgreements)
                return null;
            _known.Add(known = new());
        }

        if (known.Mentions.Count >= MostMentions)
            return known;
        known.Mentions.Add(instrument);
        known.Deeds.AddRange(deeds);
        if (parties.Count > 0)
            known.Beside.Add(parties);
        return known;
    }

    private bool IsSame(KnownAgreement known, Instrument instrument, IReadOnlyList<string> parties, IReadOnlyList<Deed> deeds)
    {
        var last = known.Mentions[^1];
        if (instrument.Family is InstrumentFamily.Any)
            return instrument.Line.Number - last.Line.Number <= NearDocument;
        if (!IsFamily(known, instrument) || !IsType(known.Type, instrument.Type) || !AreParties(known.Named, parties) || !AreYears(known, deeds))
            return false;
        // Two instruments of one sentence are two, unless the second points back.
        if (ReferenceEquals(last.Line, instrument.Line) && instrument.Determiner is not (Determiner.Definite or Determiner.Pointing))
            return false;
        var overlap = Overlap(known, instrument);
        return instrument switch
        {
            { IsListed: true } => overlap >= 0.8 && instrument.Subject.Count > 0 && !last.IsListed,
            { IsNew: true } when !IsFromHeading(known) && last.Determiner is not Determiner.Indefinite && !known.Mentions.Exists(m => m.IsNew) => false,
            { Determiner: Determiner.Pointing } => overlap > 0 || instrument.IsBare,
            { Determiner: Determiner.Definite } => instrument.IsBare ? !last.IsListed || IsOnly(known) : overlap >= 0.5 || known.Fullest.Subject.Count == 0,
            { Determiner: Determiner.Indefinite } => IsFromHeading(known) || (overlap >= 0.6 && instrument.Subject.Count > 1 && IsActedAlike(known, deeds)),
            _ => overlap >= 0.5 || (known.Fullest.Subject.Count == 0 && instrument.Line.IsHeading) || (instrument.IsBare && IsFromHeading(known)),
        };
    }

    private bool IsOnly(KnownAgreement known) => _known.TrueForAll(k => ReferenceEquals(k, known));

    /// <summary>Headings name what the text then tells anew: “Firman convenio” and “suscribieron un convenio marco”.</summary>
    private static bool IsFromHeading(KnownAgreement known) => known.Mentions.TrueForAll(m => m.Line.IsHeading && !m.IsListed);

    private static bool IsActedAlike(KnownAgreement known, IReadOnlyList<Deed> deeds) => deeds.Count == 0 || known.Deeds.Count == 0 || deeds.Any(d => known.Deeds.Exists(k => k.Act == d.Act));

    /// <summary>“El acuerdo” and “el instrumento” can be any; the others go by their own name.</summary>
    private static bool IsFamily(KnownAgreement known, Instrument instrument) =>
        known.Mentions.Exists(m => m.Family == instrument.Family)
        || (instrument is { Family: InstrumentFamily.Agreement, IsBare: true, Determiner: Determiner.Definite or Determiner.Pointing } && instrument.Line[instrument.First] is "acuerdo" or "agreement")
        || (instrument.Family is not InstrumentFamily.Amendment && known.Mentions.TrueForAll(m => m is { Family: InstrumentFamily.Agreement, Line.IsHeading: true } && (m.IsBare || IsAnyAgreement(m))));

    /// <summary>“sign agreement on coasts” over “signed a Memorandum of Understanding”: headings call any instrument so.</summary>
    private static bool IsAnyAgreement(Instrument instrument) => instrument.Type is null && instrument.Line[instrument.First] is "acuerdo" or "agreement" or "convenio";

    private static bool IsType(AgreementType? one, AgreementType? other) =>
        one is null || other is null || one == other || (one, other) is (AgreementType.CooperationAgreement, AgreementType.FrameworkAgreement or AgreementType.SpecificAgreement)
            or (AgreementType.FrameworkAgreement or AgreementType.SpecificAgreement, AgreementType.CooperationAgreement);

    private bool AreParties(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var (first, second) = (one.Select(actors.Top).ToHashSet(StringComparer.Ordinal), other.Select(actors.Top).ToHashSet(StringComparer.Ordinal));
        return first.Count == 0 || second.Count == 0 || first.IsSubsetOf(second) || second.IsSubsetOf(first);
    }

    private bool AreYears(KnownAgreement known, IReadOnlyList<Deed> deeds)
    {
        var (before, now) = (SignedIn(known.Deeds), SignedIn(deeds));
        return before.Count == 0 || now.Count == 0 || before.Overlaps(now);
    }

    /// <summary>The years of the signatures; what is told as news was signed when the text was given out.</summary>
    private HashSet<long> SignedIn(IEnumerable<Deed> deeds) =>
    [
        .. deeds.Where(d => d.Act is AgreementAct.Signature && (d.Kind is DeedKind.Done || (d.Kind is DeedKind.Described && d.On is not null)))
            .Select(d => d.On?.Date?.Earliest?.Year ?? newsOf).OfType<long>(),
    ];

    /// <summary>The share of the shorter name's words that stand in the other, too.</summary>
    private static double Overlap(KnownAgreement known, Instrument instrument)
    {
        var (one, other) = (known.Subject.ToHashSet(StringComparer.Ordinal), instrument.Subject);
        var fewest = Math.Min(known.Fullest.Subject.Count, other.Count);
        return fewest == 0 ? 0 : (double)other.Count(one.Contains) / Math.Max(1, fewest);
    }
}
