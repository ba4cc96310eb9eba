using System.Globalization;
using Relations.App.Lists;
using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Lists;

/// <summary>The list of organisations.</summary>
public static class OrganisationRows
{
    /// <summary>The list.</summary>
    public static RecordList<Organisation> List { get; } = new()
    {
        Name = "organisations",
        Title = () => Say("List.Organisations"),
        Fields = ListFields.Partnership | ListFields.State | ListFields.Organisation,
        States = RecordList.StatesOf<OrganisationKind>(),
        Sorts = new Dictionary<string, ListSort> { ["name"] = ListSort.Name, ["state"] = ListSort.State },
        UsualSort = "name",
        OpeningCommand = "register-organisation",
        IdOf = o => new OrganisationId(o.Id),
        OfOrganisation = id => ListCondition.Names("placements", "parent", id),
        Named = o => o.Placements.Where(p => p.To is null).Select(p => (IRecordId?)p.Parent),
        Shown =
        [
            new(() => Say("List.Organisation"), (o, _) => o.NameIn(CultureInfo.CurrentUICulture), "name"),
            new(() => Say("List.Acronym"), (o, _) => o.ShortNameIn(CultureInfo.CurrentUICulture) is var acronym && acronym != o.NameIn(CultureInfo.CurrentUICulture) ? acronym : null),
            new(() => Say("List.Kind"), (o, _) => o.Kind, "state"),
            new(() => Say("List.Country"), (o, _) => o.Country is { } country ? Pages.Names.Country(country) : null),
            new(() => Say("List.PartOf"), (o, names) => names.Of(o.Placements.Where(p => p.To is null).Select(p => (IRecordId)p.Parent))),
        ],
    };
}
