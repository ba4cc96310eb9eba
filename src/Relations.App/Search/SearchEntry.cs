using System.Globalization;
using System.Text;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;

namespace Relations.App.Search;

/// <summary>
/// What a record is found by. Names of others are not in it: it holds their ids, and a search for a name is also one for the ids
/// that bear it, so that a new name, or none, counts at once everywhere. Long texts go on in further parts, each of which is found
/// by itself: PostgreSQL counts the places of some 16,000 words, and a passage is cut out of a page and not of a book.
/// </summary>
internal sealed record SearchEntry
{
    /// <summary>Characters of text in one part: some four pages.</summary>
    public const int MostInPart = 10_000;

    /// <summary>Years of an interval that it is found by; beyond that it says when it began and ended.</summary>
    private const int MostYears = 30;

    /// <summary>The record.</summary>
    public required Guid Record { get; init; }

    /// <summary>Which part of it, from 0.</summary>
    public int Part { get; init; }

    /// <summary>Its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is called, in Spanish where it has names in languages; null where it has no name of its own.</summary>
    public string? Title { get; init; }

    /// <summary>What it is called in English, where that is another name.</summary>
    public string? TitleEn { get; init; }

    /// <summary>All that it is called, which weighs most.</summary>
    public string Names { get; init; } = "";

    /// <summary>What it is about.</summary>
    public string Matter { get; init; } = "";

    /// <summary>What was said or promised.</summary>
    public string Said { get; init; } = "";

    /// <summary>A stretch of a source's text.</summary>
    public string Passage { get; init; } = "";

    /// <summary>Where <see cref="Passage"/> starts in the text, in UTF-16 code units.</summary>
    public int Starts { get; init; }

    /// <summary>Its names in small letters without accents, to find what is written alike.</summary>
    public string Folded { get; init; } = "";

    /// <summary>What it is found by beside words: codes, years, and the ids of whom it concerns.</summary>
    public required IReadOnlyCollection<string> Terms { get; init; }

    /// <summary>The day that it is ordered by; null for what has none, such as an organisation.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>When it was, as it is written (EDTF).</summary>
    public string? Dated { get; init; }

    /// <summary>Where it stands, by the name of the state.</summary>
    public string? State { get; init; }

    /// <summary>Who may read it.</summary>
    public required string Classification { get; init; }

    /// <summary>The partnerships that it belongs to.</summary>
    public required IReadOnlyCollection<Guid> Partnerships { get; init; }

    /// <summary>The organisations that it names.</summary>
    public required IReadOnlyCollection<Guid> Organisations { get; init; }

    /// <summary>The people that it names.</summary>
    public required IReadOnlyCollection<Guid> People { get; init; }

    /// <summary>A text in small letters without accents.</summary>
    /// <param name="text">The text.</param>
    public static string Fold(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).Normalize(NormalizationForm.FormC).ToLowerInvariant();

    /// <summary>The term that stands for a code as a whole, such as an acronym: it is found even where the word alone says nothing, as “CAN” in English.</summary>
    /// <param name="code">The code.</param>
    public static string Code(string code) => "=" + Fold(code.Trim());

    /// <summary>The entries of a record, one for each part; none for what is not searched.</summary>
    /// <param name="kind">The kind's name.</param>
    /// <param name="state">The record.</param>
    public static IReadOnlyList<SearchEntry> Of(string kind, RecordState state)
    {
        if (ContentOf(state) is not { } content)
            return [];
        var concerns = state.Concerns;
        var names = string.Join(" · ", content.Names.Where(n => !string.IsNullOrWhiteSpace(n)).Distinct());
        var head = new SearchEntry
        {
            Record = state.Id,
            Kind = kind,
            Title = content.Title,
            TitleEn = content.TitleEn == content.Title ? null : content.TitleEn,
            Names = Whole(names),
            Folded = Fold(Whole(names)),
            Terms = new SortedSet<string>(
                [
                    .. content.Codes.Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => Code(c!)),
                    .. YearsOf(content.On),
                    .. concerns.Partnerships.Concat(concerns.Organisations).Concat(concerns.People).Select(id => id.ToString()),
                ],
                StringComparer.Ordinal),
            Day = content.On?.Earliest?.ToDateOnly() ?? content.On?.Latest?.ToDateOnly(),
            Dated = content.On?.ToString(),
            State = content.State?.ToString(),
            Classification = state.Classification.ToString(),
            Partnerships = concerns.Partnerships,
            Organisations = concerns.Organisations,
            People = concerns.People,
        };
        return [.. Parts(content).Select((p, i) => head with { Part = i, Matter = p.Matter, Said = p.Said, Passage = p.Passage, Starts = p.Starts })];
    }

    private static Content? ContentOf(RecordState state) => state switch
    {
        Organisation o => new(null, null)
        {
            Title = TitleIn(o, "es"),
            TitleEn = TitleIn(o, "en"),
            Names = [.. o.Names.SelectMany(n => new[] { n.Acronym, n.Name })],
            Codes = [.. o.Names.Select(n => n.Acronym), .. o.Identifiers.Select(i => i.Value)],
            Matter = [o.Seat],
        },
        Person p => new(null, null)
        {
            Title = p.Name?.Display,
            Names = [p.Name?.Display],
            Matter = [.. p.Appointments.Select(a => a.Post).Distinct()],
            Said = [.. p.FullPowers.Select(f => f.Purpose)],
        },
        Partnership p => new(p.Since, p.Status)
        {
            Title = p.Name,
            Names = [p.Name, p.Slug],
            Codes = [p.Slug],
            Matter = [.. p.Themes],
        },
        Meeting m => new(m.On ?? m.PlannedFor, m.Status)
        {
            Title = m.Title,
            Names = [m.Title],
            Matter = [m.Place?.Name, m.Place?.City, .. m.Topics.Select(t => t.Text), .. m.Outcomes.Select(o => o.Text)],
            Said = [.. m.Statements.Select(s => s.Text), m.Minutes?.Text, m.Why],
        },
        Agreement a => new(a.InForceOn ?? a.Since, a.Status)
        {
            Title = a.Title,
            Names = [a.Title, a.Reference],
            Codes = [a.Reference],
            Matter = [a.Subject],
            Said = [.. a.Obligations.Select(o => o.Text), .. a.Reservations.Select(r => r.Text), .. a.Changes.Select(c => c.Summary), a.Why],
        },
        Project p => new(p.Period, p.Status)
        {
            Title = p.Title,
            Names = [p.Title],
            Matter = [p.Description, .. p.Milestones.Select(m => m.Title)],
            Said = [.. p.Results.SelectMany(r => new[] { r.Title, r.Text }), p.StatusReason],
        },
        Commitment c => new(c.On ?? c.Due, c.Status)
        {
            Title = c.What.Length <= Limits.Name ? c.What : c.What[..Limits.Name] + "…",
            Names = [c.What],
            Said = [c.What.Length > Limits.Subject ? c.What : null, c.Outcome],
        },
        Source s => new(s.Date, null)
        {
            Title = s.Title,
            Names = [s.Title],
            Matter = [s.PublisherName, s.Address],
            Text = s.Text,
        },
        _ => null,
    };

    private static string TitleIn(Organisation organisation, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var (name, acronym) = (organisation.NameIn(culture), organisation.ShortNameIn(culture));
        return name == acronym ? name : $"{acronym} · {name}";
    }

    /// <summary>Names stand in every part, and need to be short; what is longer has its whole text among what was said.</summary>
    private static string Whole(string names) => names.Length <= Limits.Subject * 2 ? names : names[..Cut(names, 0, Limits.Subject * 2)];

    private static IEnumerable<string> YearsOf(EdtfDate? on)
    {
        if ((on?.Earliest ?? on?.Latest)?.ToDateOnly() is not { } from || (on!.Latest ?? on.Earliest)?.ToDateOnly() is not { } to)
            return [];
        var years = to.Year - from.Year is >= 0 and < MostYears ? Enumerable.Range(from.Year, to.Year - from.Year + 1) : [from.Year, to.Year];
        return years.Select(y => y.ToString("D4", CultureInfo.InvariantCulture));
    }

    /// <summary>What is short stands together, with the beginning of a source's text.</summary>
    private static IEnumerable<Texts> Parts(Content content)
    {
        var (matter, said) = (Joined(content.Matter), Joined(content.Said));
        var isShort = matter.Length + said.Length <= MostInPart;
        if (!isShort)
        {
            foreach (var (_, text) in Stretches(matter))
                yield return new(text);
            foreach (var (_, text) in Stretches(said))
                yield return new(Said: text);
        }

        var together = isShort ? new Texts(matter, said) : new Texts();
        foreach (var (i, (starts, text)) in Stretches(content.Text ?? "").DefaultIfEmpty((0, "")).Index())
        {
            if (isShort || text.Length > 0)
                yield return (i == 0 ? together : new Texts()) with { Passage = text, Starts = starts };
        }
    }

    private static string Joined(IEnumerable<string?> texts) => string.Join("\n", texts.Where(t => !string.IsNullOrWhiteSpace(t)));

    private static IEnumerable<(int Starts, string Text)> Stretches(string text)
    {
        for (int from = 0, to; from < text.Length; from = to)
        {
            to = text.Length - from <= MostInPart ? text.Length : Cut(text, from, MostInPart);
            yield return (from, text[from..to]);
        }
    }

    /// <summary>Where a stretch ends: after the last paragraph in its second half, else the last sentence, else the last word; never within a character.</summary>
    private static int Cut(string text, int from, int most)
    {
        var late = text.AsSpan(from + (most / 2), most / 2);
        foreach (var end in new[] { "\n", ". ", " " })
        {
            if (late.LastIndexOf(end, StringComparison.Ordinal) is var at and >= 0)
                return from + (most / 2) + at + end.Length;
        }

        return char.IsHighSurrogate(text[from + most - 1]) ? from + most - 1 : from + most;
    }

    private sealed record Content(EdtfDate? On, Enum? State)
    {
        public string? Title { get; init; }

        public string? TitleEn { get; init; }

        public IReadOnlyCollection<string?> Names { get; init; } = [];

        public IReadOnlyCollection<string?> Codes { get; init; } = [];

        public IReadOnlyCollection<string?> Matter { get; init; } = [];

        public IReadOnlyCollection<string?> Said { get; init; } = [];

        public string? Text { get; init; }
    }

    private sealed record Texts(string Matter = "", string Said = "", string Passage = "", int Starts = 0);
}
