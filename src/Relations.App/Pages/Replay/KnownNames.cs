using System.Globalization;
using Relations.App.Pages.Records;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Replay;

/// <summary>The names of records at hand; each leads to its own page, at one moment.</summary>
/// <param name="known">The records.</param>
/// <param name="asOf">The moment that links lead to.</param>
/// <param name="culture">The reader's language.</param>
/// <param name="about">The record that a fact is shown under, so that it needs no name there; null for none.</param>
public sealed class KnownNames(IReadOnlyDictionary<Guid, RecordState> known, AsOf asOf, CultureInfo culture, Guid? about = null) : IFactNames
{
    private readonly string moment = TimelineQuestion.QueryOf(asOf);

    /// <inheritdoc />
    public CultureInfo Culture { get; } = culture;

    /// <inheritdoc />
    public Named Of(IRecordId id) => OfRecord(id.Value);

    /// <inheritdoc />
    public Named OfRecord(Guid record) => known.TryGetValue(record, out var state)
        ? new(RecordTitle.Of(state, this), RecordLink.To(RecordTitle.IdOf(state)) + moment)
        : new(Say("Record.NotShown"), null);

    /// <inheritdoc />
    public bool IsWholePage(PartnershipId id) => false;

    /// <inheritdoc />
    public bool IsAbout(Guid record) => record == about;

    /// <inheritdoc />
    public string? LanguageOf(SourceId source) => (known.GetValueOrDefault(source.Value) as Source)?.Language;
}
