using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>The organisations that a text names.</summary>
/// <param name="Organisations">One fact for each organisation, whatever the names it goes by in the text.</param>
/// <param name="Placements">Which of them stands under which.</param>
/// <param name="Mentions">Every place where one is named, in order of the text.</param>
internal sealed record OrganisationsRead(
    IReadOnlyList<OrganisationFact> Organisations, IReadOnlyList<PlacementFact> Placements, IReadOnlyList<OrganisationMention> Mentions)
{
    /// <summary>The mentions within a passage.</summary>
    /// <param name="passage">The passage.</param>
    public IEnumerable<OrganisationMention> Within(Passage passage) => InOrder.Within(Mentions, m => m.Passage, passage);
}

/// <summary>A place where an organisation is named.</summary>
/// <param name="Passage">Where, with its acronym in brackets where one follows, without its article.</param>
/// <param name="Key">The key of the organisation's fact.</param>
/// <param name="IsAnaphora">Whether it only points back: “dicho organismo”, “la Secretaría General”, “la institución”.</param>
internal sealed record OrganisationMention(Passage Passage, string Key, bool IsAnaphora);
