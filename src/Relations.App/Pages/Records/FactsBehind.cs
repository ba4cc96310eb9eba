using Relations.App.Recording;
using Relations.Domain.Recording;

namespace Relations.App.Pages.Records;

/// <summary>Finds the facts that something on a record's page rests on: those that its value comes from, and no others.</summary>
/// <param name="picture">The record with its facts.</param>
public sealed class FactsBehind(RecordPicture picture)
{
    /// <summary>Facts that are named behind one figure, the last of them; the timeline has all.</summary>
    private const int MostBehind = 20;

    private readonly IReadOnlyList<HistoryEntry> recorded = [.. picture.Facts.OrderBy(f => f.Sequence)];
    private readonly Dictionary<long, HistoryEntry> facts = picture.Facts.ToDictionary(f => f.Sequence);
    private readonly Origin? origin = Origin.Of(
        RecordKinds.Of(picture.State.GetType())!,
        picture.State.Id,
        picture.Facts.OrderBy(f => f.Sequence).Select(f => (f.Sequence, f.Data as Event)).Where(f => f.Item2 is not null).Select(f => (f.Sequence, f.Item2!)));

    /// <summary>The facts of one kind that say one thing.</summary>
    /// <typeparam name="T">The event that says it.</typeparam>
    /// <param name="says">Whether an event says it.</param>
    public IReadOnlyList<HistoryEntry> Of<T>(Func<T, bool> says) where T : Event => [.. recorded.Where(f => f.Data is T e && says(e))];

    /// <summary>The fact that a field has its value from, which may be a correction; none where it never had one.</summary>
    /// <param name="field">The field's name in the record, or in its conditions or dates.</param>
    public IReadOnlyList<HistoryEntry> Of(string field) => origin?.Find(field) is { } found ? Facts([found.Event]) : [];

    /// <summary>The fact that says who may read the record; none as long as nobody decided on it.</summary>
    public IReadOnlyList<HistoryEntry> OfClassification() => [.. Of(nameof(RecordState.Classification)).Where(f => f.Data is RecordClassified)];

    /// <summary>The facts that some fields have their values from, with all that is in them, the last first.</summary>
    /// <param name="fields">The fields' names.</param>
    public IReadOnlyList<HistoryEntry> OfAll(params IEnumerable<string> fields) =>
        [.. Facts(fields.SelectMany(f => origin?.Find(f)?.Events ?? []).Distinct().OrderDescending().Take(MostBehind))];

    /// <summary>The facts that an entry of a list has its values from, the last first.</summary>
    /// <typeparam name="T">The entry's type.</typeparam>
    /// <param name="list">The list's name in the record.</param>
    /// <param name="entries">The list.</param>
    /// <param name="entry">The entry.</param>
    public IReadOnlyList<HistoryEntry> Of<T>(string list, IReadOnlyList<T> entries, T entry)
    {
        var at = entries.TakeWhile(e => !Equals(e, entry)).Count();
        return at < entries.Count && origin?.Find(list) is { } found && at < found.Items.Length ? Facts(found.Items[at].Events) : [];
    }

    private List<HistoryEntry> Facts(IEnumerable<long> sequences) => [.. sequences.Select(s => facts.GetValueOrDefault(s)).OfType<HistoryEntry>()];
}
