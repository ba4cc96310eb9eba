using System.Collections;
using System.Globalization;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Forms;

/// <summary>The names of records by their ids, as far as the reader may know them.</summary>
/// <param name="names">The names found.</param>
/// <param name="culture">The reader's language.</param>
public sealed class RecordNames(IReadOnlyDictionary<Guid, string> names, CultureInfo culture) : INames
{
    /// <summary>How deep a part of a record is looked into for what it refers to.</summary>
    private const int Deepest = 6;

    /// <inheritdoc />
    public CultureInfo Culture { get; } = culture;

    /// <inheritdoc />
    public bool IsWholePage(PartnershipId id) => false;

    /// <inheritdoc />
    public Named Of(IRecordId id) => names.TryGetValue(id.Value, out var name) ? new(name, RecordLink.To(id)) : new(Say("Record.NotShown"), null);

    /// <summary>The names of whatever some records and events refer to.</summary>
    /// <param name="parts">The records and events, or parts of them.</param>
    /// <param name="records">Reads the records.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<RecordNames> OfAsync(IEnumerable<object?> parts, RecordReader records, CancellationToken cancellation)
    {
        Dictionary<Guid, string> names = [];
        foreach (var kind in IdsIn(parts).Distinct().GroupBy(id => id.GetType()))
        {
            foreach (var record in await KindOf(kind.Key).ReadMany(records, [.. kind.Select(id => id.Value)], cancellation))
                names[record.Id] = Of(record, CultureInfo.CurrentUICulture);
        }

        return new(names, CultureInfo.CurrentUICulture);
    }

    /// <summary>The kind of record that an id is of.</summary>
    /// <param name="id">The type of the id.</param>
    public static RecordKind KindOf(Type id) => RecordKinds.All.Single(k => k.State.Name + "Id" == id.Name);

    /// <summary>What a record is called where it is chosen and spoken of.</summary>
    /// <param name="record">The record.</param>
    /// <param name="culture">The reader's language.</param>
    public static string Of(RecordState record, CultureInfo culture) => record switch
    {
        Organisation o => o.ShortNameIn(culture) is var brief && brief == o.NameIn(culture) ? brief : Say("Form.NameAndAcronym", o.NameIn(culture), brief),
        Person p => p.Name?.Display ?? Say("Person.Erased"),
        Partnership p => p.Name ?? p.Slug,
        Meeting m => m.Title ?? ((m.On ?? m.PlannedFor) is { } on ? Say("Meeting.Of", on) : Say("Meeting.Undated")),
        Agreement a => a.Title ?? a.Reference ?? (a.Since is { } since ? Say("Form.KindSince", a.Type, since) : Vocabulary.InWords(a.Type, culture)),
        Project p => p.Title ?? Say("Project.Untitled"),
        Commitment c => c.What,
        Source s => s.Title,
        Account a => a.Name,
        _ => Say("Record.NotShown"),
    };

    /// <summary>Every id that some records and events hold, or parts of them.</summary>
    /// <param name="parts">The records and events.</param>
    internal static IEnumerable<IRecordId> IdsIn(IEnumerable<object?> parts) => parts.SelectMany(p => IdsIn(p, Deepest));

    private static IEnumerable<IRecordId> IdsIn(object? part, int depth) => part switch
    {
        _ when depth == 0 => [],
        null or string => [],
        IRecordId id => [id],
        IEnumerable many => many.Cast<object?>().SelectMany(item => IdsIn(item, depth - 1)),
        _ when part.GetType() is { IsClass: true } type && type.Namespace?.StartsWith("Relations.Domain", StringComparison.Ordinal) == true =>
            type.GetProperties().Where(p => p.GetIndexParameters().Length == 0).SelectMany(p => IdsIn(p.GetValue(part), depth - 1)),
        _ => [],
    };
}
