using Relations.Domain.Agreements;

namespace Relations.Reading.Facts.Agreements;

/// <summary>An agreement with every place of the text that speaks of it.</summary>
internal sealed class KnownAgreement
{
    /// <summary>Where it is named, in order of the text.</summary>
    public List<Instrument> Mentions { get; } = [];

    /// <summary>What is said to be done to it.</summary>
    public List<Deed> Deeds { get; } = [];

    /// <summary>The states it is said to be in.</summary>
    public List<Attestation> States { get; } = [];

    /// <summary>The parties said beside its name, at each place where any are.</summary>
    public List<IReadOnlyList<string>> Beside { get; } = [];

    /// <summary>Its conditions, with the words that say them.</summary>
    public List<(AgreementConditions Conditions, Passage Passage)> Conditions { get; } = [];

    /// <summary>The earlier agreement that it amends.</summary>
    public KnownAgreement? Amends { get; set; }

    /// <summary>The later agreement that is said to amend it.</summary>
    public KnownAgreement? AmendedBy { get; set; }

    /// <summary>Its type, as its fullest name tells.</summary>
    public AgreementType? Type =>
        Mentions.Select(m => m.Type).Where(t => t is not null and not AgreementType.CooperationAgreement).FirstOrDefault() ?? Mentions.Select(m => m.Type).FirstOrDefault(t => t is not null);

    /// <summary>The place of its fullest name.</summary>
    public Instrument Fullest => Mentions.Where(m => m.Family is not InstrumentFamily.Any).DefaultIfEmpty(Mentions[0]).MaxBy(m => m.Subject.Count)!;

    /// <summary>The words that tell it from others.</summary>
    public IEnumerable<string> Subject => Mentions.SelectMany(m => m.Subject);

    /// <summary>Its parties, as far as its name says them.</summary>
    public IReadOnlyList<string> Named => Beside.FirstOrDefault(b => b.Count > 1) ?? Deeds.Select(d => d.Parties).FirstOrDefault(p => p.Count > 1) ?? States.Select(s => s.Holders).FirstOrDefault(h => h.Count > 1) ?? Beside.FirstOrDefault() ?? [];
}
