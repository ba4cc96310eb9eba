using Relations.App.Pages;
using Relations.Domain.Recording;

namespace Relations.App.Lists;

/// <summary>A condition on a record <c>d</c> in SQL, and the values of its parameters.</summary>
/// <param name="Sql">The condition.</param>
/// <param name="Values">The values.</param>
public sealed record ListCondition(string Sql, params object[] Values)
{
    /// <summary>Holds for no record.</summary>
    public static ListCondition Nothing { get; } = new("false");

    /// <summary>Whether a list in the record holds an id.</summary>
    /// <param name="list">The list, a member of the record.</param>
    /// <param name="id">The id.</param>
    public static ListCondition Holds(string list, Guid id) => new($"d.data -> '{list}' @> ?::jsonb", $"[\"{id}\"]");

    /// <summary>Whether an entry of a list in the record names an id.</summary>
    /// <param name="list">The list, a member of the record.</param>
    /// <param name="member">The entry's member.</param>
    /// <param name="id">The id.</param>
    public static ListCondition Names(string list, string member, Guid id) =>
        new($"d.data -> '{list}' @> ?::jsonb", $$"""[{"{{member}}":"{{id}}"}]""");

    /// <summary>Whether a member of the record is an id.</summary>
    /// <param name="member">The member.</param>
    /// <param name="id">The id.</param>
    public static ListCondition Is(string member, Guid id) => new($"d.data ->> '{member}' = ?", id.ToString());
}

/// <summary>A state that a list can be asked for.</summary>
/// <param name="InWords">Its word, in the reader's language.</param>
/// <param name="Condition">What is true of a record in it on a day.</param>
public sealed record ListState(Func<string> InWords, Func<DateOnly, ListCondition> Condition);

/// <summary>An order of a list.</summary>
/// <param name="Up">The first first, in SQL.</param>
/// <param name="Down">The last first.</param>
public sealed record ListSort(string Up, string Down)
{
    /// <summary>By date; what has none comes last where the last comes first.</summary>
    public static ListSort Date { get; } = new("d.listing_from asc nulls first, d.id asc", "d.listing_from desc nulls last, d.id desc");

    /// <summary>By title or name.</summary>
    public static ListSort Name { get; } = new("d.listing_words asc, d.id asc", "d.listing_words desc, d.id desc");

    /// <summary>By state, and in it by date.</summary>
    public static ListSort State { get; } = new(
        "d.listing_state_name asc, d.listing_from asc nulls first, d.id asc", "d.listing_state_name desc, d.listing_from desc nulls last, d.id desc");
}

/// <summary>A column of a list.</summary>
/// <param name="Name">Its heading, in the reader's language.</param>
/// <param name="Sort">The order that it stands for; null where there is none.</param>
public record ListColumn(Func<string> Name, string? Sort = null);

/// <summary>A column of a list of records of one type.</summary>
/// <typeparam name="T">Their type.</typeparam>
/// <param name="Name">Its heading, in the reader's language.</param>
/// <param name="Value">What stands in it: text, a date, a state, a name or several names.</param>
/// <param name="Sort">The order that it stands for; null where there is none.</param>
public sealed record ListColumn<T>(Func<string> Name, Func<T, ListNames, object?> Value, string? Sort = null) : ListColumn(Name, Sort);

/// <summary>A row of a list.</summary>
/// <param name="Address">The record's page.</param>
/// <param name="Cells">What stands in each column; the first is what the record goes by.</param>
public sealed record ListRow(string Address, IReadOnlyList<object?> Cells);

/// <summary>The rows that a list answers with.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="HasNext">Whether more follow.</param>
/// <param name="Count">How many there are in all, as far as they were counted.</param>
/// <param name="IsMore">Whether there are more than were counted.</param>
/// <param name="Refusals">What of the question names nothing on record.</param>
public sealed record ListAnswer(IReadOnlyList<ListRow> Rows, bool HasNext, int Count, bool IsMore, IReadOnlyList<Refusal> Refusals);

/// <summary>A list of all records of one kind: what it can be asked, and what it shows.</summary>
public abstract class RecordList
{
    /// <summary>Its name in addresses: <c>meetings</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is called, in the reader's language.</summary>
    public required Func<string> Title { get; init; }

    /// <summary>What it can be asked.</summary>
    public required ListFields Fields { get; init; }

    /// <summary>The states it can be asked for, by their names in addresses.</summary>
    public IReadOnlyDictionary<string, ListState> States { get; init; } = new Dictionary<string, ListState>();

    /// <summary>The orders it can have, by their names in addresses.</summary>
    public required IReadOnlyDictionary<string, ListSort> Sorts { get; init; }

    /// <summary>Its own order.</summary>
    public required string UsualSort { get; init; }

    /// <summary>The command that opens such a record, as its form's address names it.</summary>
    public required string OpeningCommand { get; init; }

    /// <summary>Its columns.</summary>
    public abstract IReadOnlyList<ListColumn> Columns { get; }

    /// <summary>Reads some of its rows.</summary>
    /// <param name="reader">Reads lists.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows to take.</param>
    /// <param name="cancellation">Stops the work.</param>
    public abstract Task<ListAnswer> ReadAsync(ListReader reader, ListQuestion question, int skip, int take, CancellationToken cancellation);

    /// <summary>The states of a record's type, each by its name.</summary>
    /// <typeparam name="TState">The type of the states.</typeparam>
    protected internal static Dictionary<string, ListState> StatesOf<TState>() where TState : struct, Enum =>
        Enum.GetValues<TState>().ToDictionary(s => ListQuestion.NameOf(s), s => new ListState(() => Texts.Word(s), _ => In(s)));

    /// <summary>What is true of a record in a state.</summary>
    /// <param name="state">The state.</param>
    protected internal static ListCondition In(Enum state) => new("d.listing_state_name = ?", state.ToString());
}

/// <summary>A list of all records of one type.</summary>
/// <typeparam name="T">The type of their state.</typeparam>
public sealed class RecordList<T> : RecordList where T : RecordState
{
    /// <summary>The columns; the first shows what the record goes by.</summary>
    public required IReadOnlyList<ListColumn<T>> Shown { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<ListColumn> Columns => Shown;

    /// <summary>A record's id with its type.</summary>
    public required Func<T, IRecordId> IdOf { get; init; }

    /// <summary>The records whose names its columns show.</summary>
    public Func<T, IEnumerable<IRecordId?>> Named { get; init; } = _ => [];

    /// <summary>What is true of a record that an organisation has a part in.</summary>
    public Func<Guid, ListCondition> OfOrganisation { get; init; } = _ => ListCondition.Nothing;

    /// <summary>What is true of a record that a person has a part in.</summary>
    public Func<Guid, ListCondition> OfPerson { get; init; } = _ => ListCondition.Nothing;

    /// <inheritdoc />
    public override Task<ListAnswer> ReadAsync(ListReader reader, ListQuestion question, int skip, int take, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.ReadAsync(this, question, skip, take, cancellation);
    }
}
