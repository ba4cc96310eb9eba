using System.Globalization;
using Relations.App.Recording;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Records;

/// <summary>The names of everything that a record's page speaks of; each leads to its own page, at the same moment.</summary>
/// <param name="picture">The record.</param>
/// <param name="question">What the address asks for.</param>
/// <param name="culture">The reader's language.</param>
public sealed class RecordNames(RecordPicture picture, RecordQuestion question, CultureInfo culture) : IFactNames
{
    private readonly string moment = question.SameMoment().ToString();

    /// <inheritdoc />
    public CultureInfo Culture { get; } = culture;

    /// <inheritdoc />
    public Named Of(IRecordId id) => OfRecord(id.Value);

    /// <inheritdoc />
    public bool IsWholePage(PartnershipId id) => false;

    /// <inheritdoc />
    public bool IsAbout(Guid record) => record == picture.State.Id;

    /// <inheritdoc />
    public Named OfRecord(Guid record) => picture.Known.TryGetValue(record, out var known) ? Of(known) : new(Say("Record.NotShown"), null);

    /// <inheritdoc />
    public string? LanguageOf(SourceId source) => (picture.Known.GetValueOrDefault(source.Value) as Source)?.Language;

    /// <summary>A record at hand.</summary>
    /// <param name="record">The record.</param>
    public Named Of(RecordState record) =>
        new(RecordTitle.Of(record, this), IsAbout(record.Id) ? null : RecordLink.To(RecordTitle.IdOf(record)) + moment);

    /// <summary>With a capital, for the start of a line.</summary>
    /// <param name="words">Words for the middle of a sentence.</param>
    public string Capital(string words) => RecordTitle.Capital(words, this);

    /// <summary>A state or kind at the start of a line.</summary>
    /// <param name="value">A value of one of the domain's enumerations.</param>
    public string Capital(Enum value) => Capital(Vocabulary.InWords(value, Culture));

    /// <summary>What a field is called wherever it stands.</summary>
    /// <param name="field">The property's name.</param>
    public string Label(string field) => FactWords.Label(picture.State.GetType().Name, field, Culture);
}
