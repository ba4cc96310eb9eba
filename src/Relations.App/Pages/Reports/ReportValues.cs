using System.Collections;
using System.Globalization;
using Relations.App.Recording;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Reports;

/// <summary>A field that was changed, in words.</summary>
/// <param name="Label">The field.</param>
/// <param name="Before">As it stood; null where nothing did.</param>
/// <param name="After">As it stands since; null where nothing does.</param>
public sealed record ReportedChange(string Label, string? Before, string? After)
{
    /// <summary>In one line, for a file.</summary>
    public override string ToString() => $"{Label}: {Before ?? "—"} → {After ?? "—"}";
}

/// <summary>Puts what a report shows into words.</summary>
internal static class ReportValues
{
    /// <summary>A moment as files and the command line have it.</summary>
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Numbers of entries mean nothing outside of their record.</summary>
    private static readonly string[] Numbers = [nameof(Participant.Number), "Entry"];

    /// <summary>What some changes are in words.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="names">The names of what they speak of.</param>
    public static IReadOnlyList<ReportedChange> InWords(IEnumerable<FieldChange> changes, INames names) =>
        [.. changes.Select(c => new ReportedChange(Label(c.Field, names.Culture), InWords(c.Before, names), InWords(c.After, names)))];

    /// <summary>A value in words; null where there is none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="names">The names of what it speaks of.</param>
    public static string? InWords(object? value, INames names) => value switch
    {
        null => null,
        string text => text,
        bool yes => yes ? Say("Yes") : Say("No"),
        EdtfDate date => date.ToWords(names.Culture),
        Enum state => Vocabulary.InWords(state, names.Culture),
        IRecordId id => names.Of(id).Text,
        PersonName name => name.Display,
        AgreementTerm term => FactDetails.InWords(term, names.Culture),
        Place place => FactDetails.InWords(place, names),
        IFormattable number => number.ToString(null, names.Culture),
        IEnumerable many => Together("; ", many.Cast<object?>(), names),
        _ => Together(", ", RecordValues.Of(value.GetType()).Where(p => !Numbers.Contains(p.Name)).Select(p => p.GetValue(value)).Where(v => v is not bool), names),
    };

    /// <summary>The records that some changes name.</summary>
    /// <param name="changes">The changes.</param>
    public static IEnumerable<Guid> NamedIn(IEnumerable<FieldChange> changes) => changes.SelectMany(c => NamedIn(c.Before).Concat(NamedIn(c.After)));

    /// <summary>The records that a value names.</summary>
    /// <param name="value">The value.</param>
    public static IEnumerable<Guid> NamedIn(object? value) => value switch
    {
        null or string => [],
        IRecordId id => [id.Value],
        IEnumerable many => many.Cast<object?>().SelectMany(NamedIn),
        _ when RecordValues.IsMadeOfParts(value) => RecordValues.Of(value.GetType()).SelectMany(p => NamedIn(p.GetValue(value))),
        _ => [],
    };

    /// <summary>What stands in a cell, as a file or the command line has it.</summary>
    /// <param name="cell">What stands in it.</param>
    public static object? Plain(object? cell) => cell switch
    {
        DateTimeOffset at => at.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture),
        Basis basis => Vocabulary.InWords(basis, CultureInfo.CurrentUICulture),
        IReadOnlyList<ReportedChange> changes => string.Join("; ", changes),
        _ => cell,
    };

    /// <summary>What a field of a record is called.</summary>
    /// <param name="field">The property's name.</param>
    /// <param name="culture">The reader's language.</param>
    public static string Label(string field, CultureInfo culture) => FactWords.Find(FactWords.SharedKey(field), culture) ?? field switch
    {
        "Topics" => Say("Meeting.Topics"),
        "Statements" => Say("Meeting.Statements"),
        "Outcomes" => Say("Meeting.Outcomes"),
        "Minutes" => Say("Record.Minutes"),
        "Sources" => Say("Sources"),
        "Signatures" => Say("Record.Signatures"),
        "Ratifications" => Say("Record.Ratifications"),
        "Accessions" => Say("Record.Accessions"),
        "Withdrawals" => Say("Record.Withdrawals"),
        "Registrations" => Say("Record.Registrations"),
        "Reservations" => Say("Record.Reservations"),
        "Obligations" => Say("Record.Obligations"),
        "Changes" => Say("Record.Changes"),
        "Notice" => Say("Record.Notice"),
        "StatusReason" => Say("Report.StatusReason"),
        "Milestones" => Say("Record.Milestones"),
        "FundsCommitted" => Say("Record.FundsCommitted"),
        "FundsDisbursed" => Say("Record.FundsDisbursed"),
        "Results" => Say("Record.Results"),
        "Placements" => Say("Record.Placements"),
        "Identifiers" => Say("Record.Identifiers"),
        "DuplicateOf" => Say("Record.DuplicateOf"),
        "Appointments" => Say("Record.Appointments"),
        "FormerParties" => Say("Report.FormerParties"),
        "AssignedTo" => Say("Record.AssignedTo"),
        "SettledOn" => Say("Record.SettledOn"),
        "Outcome" => Say("Commitment.Outcome"),
        "RenamedOn" => Say("Report.RenamedOn"),
        "SupersededOn" => Say("Report.SupersededOn"),
        "ErasureRequest" => Say("Report.ErasureRequest"),
        "ErasureDecision" => Say("Record.ErasedBy"),
        "Sha256" => Say("Report.Sha256"),
        "Readings" => Say("Reading.Report"),
        _ => field,
    };

    /// <summary>A kind of record.</summary>
    /// <param name="kind">The kind's name.</param>
    public static string Kind(string kind) => kind switch
    {
        "organisation" => Say("Search.Organisations"),
        "person" => Say("Search.People"),
        "partnership" => Say("Home.Title"),
        "meeting" => Say("Search.Meetings"),
        "agreement" => Say("Search.Agreements"),
        "project" => Say("Search.Projects"),
        "commitment" => Say("Search.Commitments"),
        "source" => Say("Search.Sources"),
        _ => kind,
    };

    private static string? Together(string separator, IEnumerable<object?> values, INames names) =>
        string.Join(separator, values.Select(v => InWords(v, names)).OfType<string>().Where(w => w.Length > 0)) is { Length: > 0 } text ? text : null;
}
