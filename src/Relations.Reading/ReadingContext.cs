using Relations.Domain.Organisations;
using Relations.Domain.Time;

namespace Relations.Reading;

/// <summary>What the reader knows beside the text.</summary>
/// <param name="Organisations">The organisations on record; the gazetteer is added to them.</param>
/// <param name="PublishedOn">When the text was published, where that is known apart from it; dates without a year are counted from it.</param>
/// <param name="ReceivedOn">The day on which it was handed in: the last resort for a date without a year, and the latest day of what has happened.</param>
/// <param name="Language">The language that the text is written in (ISO 639-1), <c>es</c> or <c>en</c>; null where the reader is to tell it by the words.</param>
public sealed record ReadingContext(
    IReadOnlyList<KnownOrganisation> Organisations, EdtfDate? PublishedOn = null, DateOnly? ReceivedOn = null, string? Language = null)
{
    /// <summary>Nothing but the gazetteer.</summary>
    public static ReadingContext None { get; } = new([]);
}

/// <summary>An organisation that the reader knows by name.</summary>
/// <param name="Record">Its record; null where it stands in the gazetteer alone.</param>
/// <param name="Names">What it is called; the same acronym may be another's too.</param>
/// <param name="Kind">What kind of organisation it is.</param>
/// <param name="Under">The organisation it is an organ or an office of, by its first name here.</param>
/// <param name="Country">The country of a State or of a State's body (ISO 3166-1 alpha-2).</param>
public sealed record KnownOrganisation(
    Guid? Record, IReadOnlyList<OrganisationName> Names, OrganisationKind Kind, string? Under = null, string? Country = null);
