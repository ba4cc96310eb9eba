using System.Globalization;
using Relations.App.Pages.Records;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages;

/// <summary>The names of the records that the first page speaks of.</summary>
/// <param name="known">The records, and those their names are made of.</param>
/// <param name="culture">The reader's language.</param>
public sealed class HomeNames(IReadOnlyDictionary<Guid, RecordState> known, CultureInfo culture) : INames
{
    private const int Longest = 110;

    /// <inheritdoc />
    public CultureInfo Culture { get; } = culture;

    /// <inheritdoc />
    public Named Of(IRecordId id) => Of(id.Value);

    /// <inheritdoc />
    public bool IsWholePage(PartnershipId id) => false;

    /// <summary>A record by its id alone; one that the reader may not read by that.</summary>
    /// <param name="record">The record.</param>
    public Named Of(Guid record) => known.TryGetValue(record, out var state)
        ? new(Views.Shown.Beginning(RecordTitle.Of(state, this), Longest), state is Partnership { Slug: var slug } ? $"/partnerships/{slug}" : RecordLink.To(RecordTitle.IdOf(state)))
        : new(Say("Record.NotShown"), null);
}
