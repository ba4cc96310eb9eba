using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Reading.Facts.Meetings;

/// <summary>Makes the fact of a meeting from all that the text says of it.</summary>
internal static class MeetingAssembly
{
    // A meeting to come of which the text does not say who is to meet.
    private static readonly Confidence Unattended = new(0.55, ConfidenceReason.FromContext);

    /// <summary>The fact of a meeting; null where nothing tells who met, what it is called or when.</summary>
    /// <param name="outline">The text.</param>
    /// <param name="draft">The meeting.</param>
    /// <param name="participants">Who took part.</param>
    public static MeetingFact? Assemble(Outline outline, MeetingDraft draft, IReadOnlyList<ParticipantFact> participants)
    {
        var organisations = Organisations(draft, participants);
        var own = draft.MovedTo ?? draft.Dates.FirstOrDefault();
        if (organisations.Count == 0 && participants.Count == 0 && draft.Title is null && own is null)
            return null;

        var dateline = outline.Found.Dates.Dateline;
        var fromDateline = own is null && draft.Status is MeetingStatus.Held && !draft.IsEarlier ? dateline?.Date : null;
        var place = Place(outline, draft);
        var modality = draft.Mentions.Select(m => PlaceReader.ModalityOf(m.In)).FirstOrDefault(m => m is not null);
        var inPerson = modality is null && draft.Mentions.Any(m => m.IsReception) && place.SeatOf is not null;
        var cityOfDateline = place.City is null && draft.Status is MeetingStatus.Held && !draft.IsEarlier && modality is not Modality.Remote ? dateline?.City : null;
        var country = place.Country ?? (cityOfDateline is null ? null : dateline?.Country);
        List<string> inferred = [];
        Infer(fromDateline is not null, "on");
        Infer(cityOfDateline is not null, "city");
        Infer(country is not null, "country");
        Infer(inPerson, "modality");
        return new(
            draft.Status,
            (own ?? fromDateline)?.Date,
            draft.Title?.In(outline.Found.Text.Text),
            place.Venue?.In(outline.Found.Text.Text),
            place.SeatOf,
            place.City ?? cityOfDateline,
            country,
            modality ?? (inPerson ? Modality.InPerson : null),
            organisations)
        {
            Key = draft.Key,
            Basis = Basis.Stated,
            Evidence = [.. Evidence(draft, own?.Passage, place, fromDateline is not null || cityOfDateline is not null ? dateline?.Passage : null)],
            Confidence = organisations.Count == 0 && draft.Status is MeetingStatus.Scheduled ? Unattended : Sureness(draft, fromDateline is not null),
            Inferred = inferred,
            Alternatives = [.. Alternatives(draft, own?.Date, dateline?.Date)],
        };

        void Infer(bool isInferred, string field)
        {
            if (isInferred)
                inferred.Add(field);
        }
    }

    private static List<string> Organisations(MeetingDraft draft, IReadOnlyList<ParticipantFact> participants) =>
        [.. participants.Select(p => p.OnBehalfOf).OfType<string>().Concat(draft.Mentions.Where(m => !m.IsHeadline || draft.IsOfHeadings).SelectMany(m => m.Organisations)).Distinct(StringComparer.Ordinal)];

    private static FoundPlace Place(Outline outline, MeetingDraft draft)
    {
        var places = draft.Mentions.OrderBy(m => m.IsHeadline).ThenBy(m => m.In.Number).Select(m => PlaceReader.Read(m.In, outline.Found.Organisations)).ToList();
        var venue = places.FirstOrDefault(p => p.Venue is not null);
        var city = places.FirstOrDefault(p => p.City is not null);
        return new(venue?.Venue, venue?.SeatOf, city?.City, city?.CityAt, city?.Country);
    }

    private static Confidence Sureness(MeetingDraft draft, bool isDated) => draft.Main.Kind switch
    {
        MentionKind.Back => new(0.7, ConfidenceReason.FromContext),
        _ when isDated => new(0.85, ConfidenceReason.FromDateline),
        MentionKind.Event => new(0.9, ConfidenceReason.FixedForm),
        _ => new(0.9, ConfidenceReason.SaidByVerb),
    };

    private static IEnumerable<Evidence> Evidence(MeetingDraft draft, Passage? on, FoundPlace place, Passage? dateline)
    {
        var main = draft.Main;
        yield return Reading.Evidence.Of(main.Passage);
        if (on is { } date && !main.Passage.Holds(date))
            yield return new(date, ["on"]);
        if (place.Venue is { } venue && !main.Passage.Holds(venue))
            yield return new(venue, place.SeatOf is null ? ["place"] : ["place", "seatOf"]);
        if (place.CityAt is { } city && !main.Passage.Holds(city))
            yield return new(city, ["city"]);
        if (dateline is { } line)
            yield return new(line, ["on", "city"]);
        foreach (var other in draft.Mentions.Where(m => m != main && m.Passage != main.Passage))
            yield return Reading.Evidence.Of(other.Passage);
    }

    /// <summary>Other days that the text gives: of another mention, or a dateline from before a meeting that is said to be over.</summary>
    private static IEnumerable<Alternative> Alternatives(MeetingDraft draft, EdtfDate? on, Dates.DateMention? dateline)
    {
        if (on is null)
            yield break;
        foreach (var other in draft.Dates.Where(d => d.Date is not null && !d.Date.Overlaps(on) && draft.MovedTo is null).DistinctBy(d => d.Date))
            yield return new("on", other.Date!.ToString(), other.Passage, ConfidenceReason.Contradicted);
        foreach (var other in draft.Dates.Where(d => d.Other is not null).Take(1))
            yield return new("on", other.Other!.ToString(), other.Passage, ConfidenceReason.Ambiguous);
        if (draft.Status is MeetingStatus.Held && dateline?.Date is { } given && given.CertainlyBefore(on))
            yield return new("on", given.ToString(), dateline.Passage, ConfidenceReason.Contradicted);
    }
}
