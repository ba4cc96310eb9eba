using Relations.App.Lists;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Lists;

/// <summary>The list of sources.</summary>
public static class SourceRows
{
    /// <summary>The list.</summary>
    public static RecordList<Source> List { get; } = new()
    {
        Name = "sources",
        Title = () => Say("Sources"),
        Fields = ListFields.Partnership | ListFields.State | ListFields.Organisation | ListFields.Period,
        States = RecordList.StatesOf<SourceKind>(),
        Sorts = new Dictionary<string, ListSort> { ["date"] = ListSort.Date, ["name"] = ListSort.Name, ["state"] = ListSort.State },
        UsualSort = "-date",
        OpeningCommand = "register-source",
        IdOf = s => new SourceId(s.Id),
        OfOrganisation = id => ListCondition.Is("publisher", id),
        Named = s => [.. s.Partnerships, s.Publisher],
        Shown =
        [
            new(() => Say("List.Source"), (s, _) => s.Title, "name"),
            new(() => Say("List.Date"), (s, _) => s.Date, "date"),
            new(() => Say("List.Kind"), (s, _) => s.Kind, "state"),
            new(() => Say("List.Publisher"), (s, names) => s.Publisher is { } publisher ? names.Of([publisher]) : s.PublisherName),
            new(() => Say("Partnership"), (s, names) => names.Of(s.Partnerships.Cast<IRecordId>())),
        ],
    };
}
