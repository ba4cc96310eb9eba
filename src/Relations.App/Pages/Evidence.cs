using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;

namespace Relations.App.Pages;

/// <summary>Finds the facts that something on a partnership's page rests on.</summary>
/// <param name="picture">The partnership.</param>
public sealed class Evidence(PartnershipPicture picture)
{
    private readonly ILookup<Guid, HistoryEntry> facts =
        picture.Facts.Concat(picture.Register).DistinctBy(f => f.Sequence).ToLookup(f => f.Record);

    /// <summary>The facts of a record that say one thing.</summary>
    /// <typeparam name="T">The event that says it.</typeparam>
    /// <param name="record">The record.</param>
    /// <param name="says">Whether an event says it.</param>
    public IReadOnlyList<HistoryEntry> Of<T>(Guid record, Func<T, bool> says) where T : Event =>
        [.. facts[record].Where(f => f.Data is T e && says(e))];

    /// <summary>The facts that opened a record.</summary>
    /// <param name="record">The record.</param>
    public IReadOnlyList<HistoryEntry> OfOpening(Guid record) => [.. facts[record].Where(f => f.Version == 1)];

    /// <summary>
    /// The fact that a field of the partnership has its value from; none where it never had one, or where more was recorded of the
    /// partnership itself than the page has at hand.
    /// </summary>
    /// <param name="field">The field's name.</param>
    public IReadOnlyList<HistoryEntry> OfPartnership(string field)
    {
        var (id, own) = (picture.View.Id, facts[picture.View.Id].OrderBy(f => f.Version).ToList());
        if (own.Count != picture.View.Partnership!.Version)
            return [];
        var origin = Origin.Of(RecordKinds.Of(typeof(Partnership))!, id, own.Select(f => (f.Sequence, (Event)f.Data)))?.Find(field)?.Event;
        return [.. own.Where(f => f.Sequence == origin)];
    }

    /// <summary>Every fact of a record.</summary>
    /// <param name="record">The record.</param>
    public IReadOnlyList<HistoryEntry> OfAll(Guid record) => [.. facts[record]];
}
