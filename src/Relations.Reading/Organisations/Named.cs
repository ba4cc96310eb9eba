using Relations.Domain.Organisations;

namespace Relations.Reading.Organisations;

/// <summary>An organisation of a text while it is read.</summary>
internal sealed class Named
{
    /// <summary>Those it may be, where it is known; the first is the one it is taken for.</summary>
    public IReadOnlyList<Sought> Known { get; init; } = [];

    /// <summary>Its name as the text gives it, where it is not known.</summary>
    public required string Written { get; set; }

    /// <summary>The acronym that the text introduces.</summary>
    public string? Acronym { get; set; }

    /// <summary>What it is called beside, where it is an office; an empty name is the written one.</summary>
    public IReadOnlyList<OrganisationName> Office { get; init; } = [];

    /// <summary>Whether its name is English.</summary>
    public bool IsEnglish { get; init; }

    /// <summary>What kind of organisation it is.</summary>
    public required OrganisationKind Kind { get; set; }

    /// <summary>How sure it is to be one.</summary>
    public required Confidence Confidence { get; set; }

    /// <summary>Its key.</summary>
    public string Key { get; set; } = "";

    /// <summary>The organisation it is a part of, by what its name says, with the passage.</summary>
    public (Named Parent, OrganisationRelation Relation, Passage Passage)? Under { get; set; }

    /// <summary>Where it is named, best passage first.</summary>
    public List<Passage> Places { get; } = [];

    /// <summary>Where it is named only within the name of another.</summary>
    public List<Passage> Within { get; } = [];

    /// <summary>How good the first place is: in a heading, in running text, or where it is introduced.</summary>
    public int Rank { get; set; }

    /// <summary>The seat, where the text tells it.</summary>
    public Seat? Seat { get; set; }

    /// <summary>An office that was first called by its acronym, “OIM Perú”, takes its longer name.</summary>
    /// <param name="head">The noun of the name.</param>
    /// <param name="written">The name.</param>
    public void Fill(HeadNoun head, string written)
    {
        if (head.IsOffice && head.IsEnglish == IsEnglish && written.Length > Written.Length)
            Written = written;
    }

    /// <summary>Takes over what was read of another that is the same.</summary>
    /// <param name="other">The other.</param>
    public void Take(Named other)
    {
        Acronym ??= other.Acronym;
        Under ??= other.Under;
        Seat ??= other.Seat;
        Places.InsertRange(other.Rank > Rank ? 0 : Places.Count, other.Places);
        Within.AddRange(other.Within);
        Rank = Math.Max(Rank, other.Rank);
    }

    /// <summary>Whether it is named at all.</summary>
    public bool IsNamed => Places.Count + Within.Count > 0;

    /// <summary>The place it is shown at.</summary>
    public Passage Best => Places.Count > 0 ? Places[0] : Within[0];

    /// <summary>The first place in the text.</summary>
    public Passage First => Places.Concat(Within).MinBy(p => p.Offset);

    /// <summary>What it is called, for what points back to it.</summary>
    public IEnumerable<string> AllNames => Known is [var sought, ..] ? sought.Known.Names.Select(n => n.Name) : [Written];
}

/// <summary>Where an organisation has its seat.</summary>
/// <param name="City">The city.</param>
/// <param name="Passage">Where it is written.</param>
/// <param name="IsInferred">Whether it is only where the text was given out.</param>
internal sealed record Seat(string City, Passage Passage, bool IsInferred);
