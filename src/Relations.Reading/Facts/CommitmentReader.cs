using System.Globalization;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Reading.Facts.Commitments;

namespace Relations.Reading.Facts;

/// <summary>
/// Reads the commitments of a text: what somebody undertook to do, so that one can see later whether it was done. To be committed to
/// integration is none.
/// </summary>
internal static class CommitmentReader
{
    /// <summary>Reads the commitments of a text.</summary>
    /// <param name="found">The text with what it names.</param>
    /// <param name="meetings">Its meetings.</param>
    /// <param name="agreements">Its agreements.</param>
    public static IReadOnlyList<CommitmentFact> Read(Entities found, MeetingsRead meetings, AgreementsRead agreements)
    {
        var actors = new Actors(found);
        var meeting = meetings.Meetings is [var first, ..] ? first : null;
        var correspondents = Correspondents.Of(found)?.At(meeting?.Organisations ?? []);
        return [.. new UndertakingFinder(actors, agreements, correspondents, SourceReader.KindOf(found) is SourceKind.Email or SourceKind.Minutes or SourceKind.Letter).In(found.Lines).Select((u, i) => Fact(u, i + 1, actors, meeting, correspondents))];
    }

    private static CommitmentFact Fact(Undertaking undertaking, int number, Actors actors, MeetingFact? meeting, Correspondents? correspondents)
    {
        var line = undertaking.Line;
        var owes = undertaking.By.Select(a => a.Organisation).FirstOrDefault(o => o is not null);
        var said = Actors.Organisations(IndirectObject(undertaking, actors)).Where(o => o != owes).ToList();
        var other = said.Count == 0 && owes is not null && meeting is { Organisations: { Count: 2 } both } && both.Any(o => actors.AreSame(o, owes))
            ? both.Where(o => !actors.AreSame(o, owes)).ToList()
            : said.Count == 0 && owes is not null && correspondents is not null ? [.. new[] { correspondents.Writer, correspondents.Reader }.OfType<string>().Where(o => !actors.AreSame(o, owes))]
            : [];
        var passage = line.PassageOf(Math.Min(undertaking.First, undertaking.What), undertaking.End);
        return new(
            string.Join(' ', line.PassageOf(undertaking.What, undertaking.End).In(line.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            owes, undertaking.By.Select(a => a.Person).FirstOrDefault(p => p is not null), said.Count > 0 ? said : other, undertaking.Due?.Date, meeting?.Key, undertaking.Agreement)
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"commitment-{number}"),
            Basis = Basis.Stated,
            Evidence = [Evidence.Of(passage), .. undertaking.Due is { } due && !passage.Holds(due.Passage) ? [new Evidence(due.Passage, ["due"])] : Array.Empty<Evidence>()],
            Confidence = Sure(undertaking, owes),
            Inferred = other.Count > 0 ? ["owedTo"] : [],
        };
    }

    /// <summary>“Enviará a la CAF el borrador”, “send the draft to SEGIB”, “send SEGIB the draft”.</summary>
    private static IEnumerable<Actor> IndirectObject(Undertaking undertaking, Actors actors)
    {
        var line = undertaking.Line;
        return actors.In(line, undertaking.What + 1, undertaking.End).Where(a =>
            line[a.First - 1] is "a" or "al" or "to" || (line[a.First - 1] is "la" or "las" or "los" or "the" && line[a.First - 2] is "a" or "to") || a.First <= undertaking.What + 2);
    }

    private static Confidence Sure(Undertaking undertaking, string? owes) => undertaking.Way switch
    {
        _ when owes is null => new(0.5, ConfidenceReason.Ambiguous),
        UndertakingWay.Undertaken => new(0.9, ConfidenceReason.SaidByVerb),
        UndertakingWay.Listed => new(0.85, ConfidenceReason.FixedForm),
        UndertakingWay.Due => new(0.8, ConfidenceReason.SaidByVerb),
        _ => new(0.7, ConfidenceReason.FromContext),
    };
}
