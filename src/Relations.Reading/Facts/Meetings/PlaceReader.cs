using System.Collections.Frozen;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Reading.Dates;
using Relations.Reading.Organisations;

namespace Relations.Reading.Facts.Meetings;

/// <summary>Where a sentence says that something takes place.</summary>
/// <param name="Venue">The building or seat, without its article.</param>
/// <param name="SeatOf">The key of the organisation whose seat it is.</param>
/// <param name="City">The city.</param>
/// <param name="CityAt">Where the city is written.</param>
/// <param name="Country">The country.</param>
internal sealed record FoundPlace(Passage? Venue, string? SeatOf, string? City, Passage? CityAt, string? Country);

/// <summary>Reads where a sentence says that something takes place, and by which means.</summary>
internal static class PlaceReader
{
    /// <summary>The longest name of a venue, in tokens.</summary>
    private const int Longest = 30;

    private static readonly FrozenSet<string> Seats = FrozenSet.ToFrozenSet(
        "sede instalaciones oficinas oficina local headquarters offices office premises seat hq".Split(' '), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Venues = FrozenSet.ToFrozenSet(
        ("despacho palacio hotel auditorio salon sala centro edificio residencia museo biblioteca club campus casa cancilleria embajada universidad ministerio secretaria "
        + "palace auditorium hall room centre center building residence museum library embassy university ministry secretariat house hotel").Split(' '),
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> Links = FrozenSet.ToFrozenSet(
        ["de", "del", "la", "las", "los", "el", "y", "e", "of", "the", "and", "for", "(", ")", "para", "'s", "-", "“", "”", "\"", "«", "»"], StringComparer.Ordinal);

    /// <summary>Where something takes place, by the words of a passage of a sentence.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="found">What the text names.</param>
    public static FoundPlace Read(SentenceView view, OrganisationsRead found)
    {
        var (venue, seatOf) = Venue(view, found);
        var (city, at, country) = City(view);
        return new(venue, seatOf, city, at, country);
    }

    /// <summary>How they meet, by the words of a sentence; null where it does not say.</summary>
    /// <param name="view">The sentence.</param>
    public static Modality? ModalityOf(SentenceView view)
    {
        for (var i = 0; i < view.Tokens.Count; i++)
        {
            switch (view.Word(i))
            {
                case "hibrida" or "hibrido" or "semipresencial" or "hybrid":
                    return Modality.Mixed;
                case "videoconferencia" or "videollamada" or "virtualmente" or "videoconference" or "virtually" or "teleconferencia" or "teleconference" or "zoom" or "telefonica" or "online" or "webinar":
                    return Modality.Remote;
                case "virtual" when IsOfMeeting(view, i):
                    return view.Word(i + 1) is "y" && view.Word(i + 2) is "presencial" ? Modality.Mixed : Modality.Remote;
                case "linea" when view.Word(i - 1) is "en" && view.Word(i + 1) is not "con":
                    return Modality.Remote;
                case "presencial" when IsOfMeeting(view, i):
                    return view.Word(i + 1) is "y" && view.Word(i + 2) is "virtual" ? Modality.Mixed : Modality.InPerson;
                case "person" when view.Word(i - 1) is "in":
                    return Modality.InPerson;
                default:
                    continue;
            }
        }

        return null;
    }

    // “reunión virtual”, “de manera virtual”, “modalidad virtual”, not “aula virtual”.
    private static bool IsOfMeeting(SentenceView view, int at) =>
        Enumerable.Range(1, 3).Any(i => view.Word(at - i) is "manera" or "forma" or "modalidad" or "formato" or "modo" || MeetingWords.Nouns.Contains(view.Word(at - i)))
        || MeetingWords.Nouns.Contains(view.Word(at + 1)) || MeetingWords.LesserNouns.Contains(view.Word(at + 1));

    private static (Passage? Venue, string? SeatOf) Venue(SentenceView view, OrganisationsRead found)
    {
        for (var i = 0; i < view.Tokens.Count; i++)
        {
            if (view.Quoted[i] || view.Word(i) is not ("en" or "in" or "at" or "visito" or "visited" or "lugar" or "place" or "venue"))
                continue;
            var start = view.Word(i + 1) is "la" or "el" or "las" or "los" or "the" or "its" or "su" or "sus" or "her" or "his" or "their" or ":" ? i + 2 : i + 1;
            if (view.Word(start - 1) is ":" && view.Word(start) is "la" or "el" or "las" or "los")
                start++;
            if (VenueAt(view, found, start) is { } venue)
                return venue;
        }

        return (null, null);
    }

    private static (Passage? Venue, string? SeatOf)? VenueAt(SentenceView view, OrganisationsRead found, int start)
    {
        if (start >= view.Tokens.Count || view.People.Any(p => p.Whole.Holds(view.Tokens[start].Passage)))
            return null;
        var organisation = view.Organisations.FirstOrDefault(o => view.TokenAt(o.Passage.Offset) == start);
        if (organisation is not null)
        {
            // “at IOM headquarters”, “en el Ministerio de Salud”; a State or a city is no venue.
            var end = view.TokenAt(organisation.Passage.End);
            if (view.Word(end) is "'s" or "’s")
                end++;
            var seat = Seats.Contains(view.Word(end)) ? end + 1 : end;
            return seat > end || IsHouse(found, organisation) ? (view.Between(start, seat), organisation.Key) : null;
        }

        if (Enumerable.Range(start, 3).FirstOrDefault(i => IsVenue(view, i), -1) is not (>= 0 and var noun))
            return null;
        var last = End(view, noun + 1);
        if (last == noun + 1 && Seats.Contains(view.Word(noun)) && view.Word(last) is [.., 'a', 'l'] or [.., 'a', 'n', 'a'] or [.., 'e', 's', 'a'] && view.VerbAt(last) is null)
            last++;
        var passage = view.Between(start, last);
        var owner = Seats.Contains(view.Word(noun)) || view.Word(noun) is "despacho" ? view.Organisations.FirstOrDefault(o => passage.Holds(o.Passage)) : null;
        return last == noun + 1 && owner is null ? null : (passage, owner?.Key);
    }

    private static bool IsVenue(SentenceView view, int at) =>
        Seats.Contains(view.Word(at)) || (Venues.Contains(view.Word(at)) && at < view.Tokens.Count && (view.Tokens[at].IsCapitalised || view.Word(at) is "despacho" or "auditorio" or "salon" or "hotel" or "palacio"));

    private static bool IsHouse(OrganisationsRead found, OrganisationMention mention) =>
        found.Organisations.FirstOrDefault(o => o.Key == mention.Key) is { Kind: OrganisationKind.StateBody or OrganisationKind.University or OrganisationKind.Office or OrganisationKind.Organ };

    /// <summary>The end of a venue's name: what belongs to it by capitals, links and the organisations in it.</summary>
    private static int End(SentenceView view, int from)
    {
        var last = from;
        for (var i = from; i < Math.Min(view.Tokens.Count, from + Longest); i++)
        {
            var organisation = view.Organisations.FirstOrDefault(o => view.TokenAt(o.Passage.Offset) == i);
            if (organisation is not null)
                i = (last = view.TokenAt(organisation.Passage.End)) - 1;
            else if (view.Tokens[i].IsCapitalised || view.Word(i) is "ministro" or "ministra" or "canciller" or "central" or "presidente" or "permanente" or "institucional")
                last = i + 1;
            else if (!Links.Contains(view.Word(i)))
                break;
        }

        return last;
    }

    private static (string? City, Passage? At, string? Country) City(SentenceView view)
    {
        for (var i = 0; i < view.Tokens.Count; i++)
        {
            if (view.Quoted[i] || view.Word(i) is not ("en" or "in" or "at" or "," or "lugar" or "place" or "venue" or "sede" or "visita" or "to"))
                continue;
            var start = i + 1;
            if (view.Word(start) is ":")
                start++;
            if (view.ReadsAny(start, ["la ciudad de", "la ciudad capital de", "el distrito de", "the city of"]) is > 0 and var skip)
                start += skip;
            else if (view.Word(i) is "sede" or "visita" or "to")
                continue;
            if (Known(view, start) is { } city && (view.Word(i) is not "," || IsAfterVenue(view, i)))
                return city;
        }

        return (null, null, null);
    }

    // “en el Hotel Bolívar, Lima”: a city after a comma, within what “en” began.
    private static bool IsAfterVenue(SentenceView view, int comma)
    {
        if (Seats.Contains(view.Word(comma - 1)))
            return true;
        for (var i = comma - 1; i >= Math.Max(0, comma - Longest); i--)
        {
            if (view.Word(i) is "en" or "at" or "in" or "lugar" or "place" or "venue" or "sede")
                return true;
            if (view.Word(i) is "," or "." or ";" || view.VerbAt(i) is not null)
                return false;
        }

        return false;
    }

    private static (string City, Passage At, string? Country)? Known(SentenceView view, int start)
    {
        for (var length = Math.Min(Places.MostWords, view.Tokens.Count - start); length > 0; length--)
        {
            if (!view.Tokens[start].IsCapitalised && !char.IsUpper(view.Tokens[start + length - 1].Written[0]))
                continue;
            var name = string.Join(' ', Enumerable.Range(start, length).Select(view.Word)).Replace(" .", ".", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal);
            if (Places.CountryOfCity(name) is not { } country)
                continue;
            var at = view.Between(start, start + length);
            return view.Organisations.Any(o => o.Passage.Holds(at) && o.Passage != at) || view.People.Any(p => p.Whole.Holds(at)) ? null : (at.In(view.Text), at, CountryAfter(view, start + length) ?? country);
        }

        return null;
    }

    // “en Lima, Perú”, “in San José, Costa Rica”
    private static string? CountryAfter(SentenceView view, int at)
    {
        if (view.Word(at) is not ("," or "("))
            return null;
        for (var length = Math.Min(4, view.Tokens.Count - at - 1); length > 0; length--)
        {
            if (Places.Country(string.Join(' ', Enumerable.Range(at + 1, length).Select(view.Word))) is { } country)
                return country;
        }

        return null;
    }
}
