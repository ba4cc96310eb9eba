using Relations.App.Lists;
using Relations.Domain.People;
using Relations.Domain.Recording;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Lists;

/// <summary>The list of people.</summary>
public static class PersonRows
{
    /// <summary>The list.</summary>
    public static RecordList<Person> List { get; } = new()
    {
        Name = "people",
        Title = () => Say("List.People"),
        Fields = ListFields.Partnership | ListFields.Organisation | ListFields.ChangedPosts,
        Sorts = new Dictionary<string, ListSort> { ["name"] = ListSort.Name },
        UsualSort = "name",
        OpeningCommand = "register-person",
        IdOf = p => new PersonId(p.Id),
        OfOrganisation = id => ListCondition.Names("appointments", "organisation", id),
        Named = p => Running(p).Select(a => (IRecordId?)a.Organisation),
        Shown =
        [
            new(() => Say("List.Person"), (p, _) => ListNames.NameOf(p), "name"),
            new(() => Say("List.Posts"), (p, _) => Running(p).Select(a => a.Post).Distinct().ToList()),
            new(() => Say("List.Organisation"), (p, names) => names.Of(Running(p).Select(a => (IRecordId)a.Organisation))),
        ],
    };

    private static IEnumerable<Appointment> Running(Person person) => person.Appointments.Where(a => a.To is null);
}
