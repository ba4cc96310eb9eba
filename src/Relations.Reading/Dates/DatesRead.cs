using Relations.Domain.Time;
using Relations.Reading.Text;

namespace Relations.Reading.Dates;

/// <summary>The dates of a text.</summary>
/// <param name="Dateline">The line that says where and when the text was given out; null where there is none.</param>
/// <param name="Dates">All dates in order of the text, the dateline's among them.</param>
internal sealed record DatesRead(Dateline? Dateline, IReadOnlyList<DateMention> Dates)
{
    /// <summary>The dates within a passage.</summary>
    /// <param name="passage">The passage.</param>
    public IEnumerable<DateMention> Within(Passage passage) => InOrder.Within(Dates, d => d.Passage, passage);
}

/// <summary>Where and when a text was given out: “Lima, 12 de febrero del 2016.-”.</summary>
/// <param name="Passage">The whole line up to its mark.</param>
/// <param name="City">The place, as written; null where it has none.</param>
/// <param name="Country">The place's country (ISO 3166-1 alpha-2), where it is known.</param>
/// <param name="Date">The date; null where it has none.</param>
internal sealed record Dateline(Passage Passage, string? City, string? Country, DateMention? Date);

/// <summary>A date in a text.</summary>
/// <param name="Passage">Where it stands, with its preposition left out: “12 de febrero del 2016”, “ayer”, “1992”, “2010-2015”.</param>
/// <param name="Date">The date, never more precise than written; null where its year could not be told.</param>
/// <param name="IsCounted">Whether its year or day was counted from another date: “el jueves 07”, “ayer”, “el próximo lunes”.</param>
/// <param name="Link">How it is tied to what is said of it.</param>
/// <param name="Other">Another reading, where the order of its digits is not certain (<c>05/06/2016</c> in English) or “next” means one of two.</param>
/// <param name="IsContradicted">Whether the day of the week that is written beside it is not that day's.</param>
internal sealed record DateMention(
    Passage Passage, EdtfDate? Date, bool IsCounted, DateLink Link, EdtfDate? Other = null, bool IsContradicted = false);

/// <summary>How a date is tied to what is said of it.</summary>
internal enum DateLink
{
    /// <summary>On or in it: “el 12 de febrero”, “en 2010”.</summary>
    On,

    /// <summary>Since it: “desde 1992”, “since 1992”.</summary>
    Since,

    /// <summary>Until or by it: “hasta 2027”, “a más tardar el”, “by 30 June”.</summary>
    Until,

    /// <summary>Throughout it: “durante el período 2010-2015”, “from 2010 to 2015”.</summary>
    During,
}
