using System.Globalization;
using System.Text.Json;
using Relations.App.Api;
using Relations.Domain.Recording;

namespace Relations.App.Lists;

/// <summary>What a list can be asked besides words, as far as its records know it.</summary>
[Flags]
public enum ListFields
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The records of a partnership.</summary>
    Partnership = 1,

    /// <summary>Those that an organisation has a part in.</summary>
    Organisation = 2,

    /// <summary>Those that a person has a part in.</summary>
    Person = 4,

    /// <summary>Those in a state, or of a kind.</summary>
    State = 8,

    /// <summary>Those of a year or between two days.</summary>
    Period = 16,

    /// <summary>Agreements by what is known of their end.</summary>
    Term = 32,

    /// <summary>Commitments by who owes them.</summary>
    OwedBy = 64,

    /// <summary>People whose post changed after a partnership's last meeting.</summary>
    ChangedPosts = 128,
}

/// <summary>What a list is asked. It stands whole in the address, and what it cannot say is not asked.</summary>
public sealed record ListQuestion
{
    /// <summary>The numbers of entries that a page can have, the usual one first.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [25, 50, 100];

    /// <summary>The most months that an end can be looked ahead.</summary>
    public const int MostMonths = 1_200;

    /// <summary>A partnership's slug or id.</summary>
    public string? Partnership { get; init; }

    /// <summary>Words that the title or name has.</summary>
    public string? Text { get; init; }

    /// <summary>A state, as <see cref="RecordList.States"/> names it.</summary>
    public string? State { get; init; }

    /// <summary>An organisation: its id, acronym or name.</summary>
    public string? Organisation { get; init; }

    /// <summary>A person: id or name.</summary>
    public string? Person { get; init; }

    /// <summary>The organisation that owes it: its id, acronym or name.</summary>
    public string? OwedBy { get; init; }

    /// <summary>The year of its date.</summary>
    public int? Year { get; init; }

    /// <summary>Nothing that was over before this day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Nothing that began after this day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Agreements whose term certainly ends within so many months.</summary>
    public int? EndsWithin { get; init; }

    /// <summary>Agreements whose term nobody wrote down.</summary>
    public bool TermUnknown { get; init; }

    /// <summary>People whose post changed after the last meeting of the partnership.</summary>
    public bool ChangedSinceLastMeeting { get; init; }

    /// <summary>What it is sorted by, a minus before it where the last comes first; null for the list's own order.</summary>
    public string? Sort { get; init; }

    /// <summary>Which page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Entries a page.</summary>
    public int Size { get; init; } = Sizes[0];

    /// <summary>Whether it asks for anything but all.</summary>
    public bool IsFiltered => this with { Sort = null, Page = 1, Size = Sizes[0] } != new ListQuestion();

    /// <summary>Reads a question as it comes in an address.</summary>
    /// <param name="list">The list.</param>
    /// <param name="query">The address's query.</param>
    /// <param name="question">The question, without what cannot be read.</param>
    /// <returns>What cannot be read.</returns>
    public static IReadOnlyList<Refusal> Read(RecordList list, IQueryCollection query, out ListQuestion question)
    {
        ArgumentNullException.ThrowIfNull(list);
        var address = new AddressReader(query);
        question = new()
        {
            Text = address.Words("text"),
            Partnership = Where(ListFields.Partnership) ? address.Text("partnership") : null,
            State = Where(ListFields.State) ? address.OneOf("state", [.. list.States.Keys]) : null,
            Organisation = Where(ListFields.Organisation) ? address.Text("organisation") : null,
            Person = Where(ListFields.Person) ? address.Text("person") : null,
            OwedBy = Where(ListFields.OwedBy) ? address.Text("owed-by") : null,
            Year = Where(ListFields.Period) ? address.Number("year", 1, 9999) : null,
            From = Where(ListFields.Period) ? address.Day("from") : null,
            To = Where(ListFields.Period) ? address.Day("to") : null,
            EndsWithin = Where(ListFields.Term) ? address.Number("ends-within", 1, MostMonths) : null,
            TermUnknown = Where(ListFields.Term) && address.OneOf("term", ["unknown"]) is not null,
            ChangedSinceLastMeeting = Where(ListFields.ChangedPosts) && address.OneOf("changed-since-last-meeting", ["true"]) is not null,
            Sort = address.OneOf("sort", [.. list.Sorts.Keys.SelectMany(s => new[] { s, "-" + s })]),
            Page = address.Number("page", 1, Paging.LastPage) ?? 1,
            Size = address.OneOf("size", [.. Sizes.Select(s => s.ToString(CultureInfo.InvariantCulture))]) is { } size
                ? int.Parse(size, CultureInfo.InvariantCulture)
                : Sizes[0],
        };
        if (question.ChangedSinceLastMeeting && question.Partnership is null)
            address.Refuse(CommonRules.FieldRequired, "partnership");
        return address.Refusals;

        bool Where(ListFields field) => list.Fields.HasFlag(field);
    }

    /// <summary>The address of a list with this question, written in one way only.</summary>
    /// <param name="list">The list's name.</param>
    public string AddressOf(string list) => $"/{list}" + AddressReader.Written(
        ("text", Text),
        ("partnership", Partnership),
        ("state", State),
        ("organisation", Organisation),
        ("person", Person),
        ("owed-by", OwedBy),
        ("year", Year),
        ("from", From),
        ("to", To),
        ("ends-within", EndsWithin),
        ("term", TermUnknown ? "unknown" : null),
        ("changed-since-last-meeting", ChangedSinceLastMeeting ? "true" : null),
        ("sort", Sort),
        ("page", Page == 1 ? null : Page),
        ("size", Size == Sizes[0] ? null : Size));

    /// <summary>The name of a state in addresses: <c>in-force</c>.</summary>
    /// <param name="state">The state.</param>
    public static string NameOf(Enum state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());
    }
}
