using System.Globalization;
using Relations.App.Pages;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;

namespace Relations.App.Lists;

/// <summary>The names of what the rows of a list speak of.</summary>
/// <param name="organisations">The organisations that who asks may read.</param>
/// <param name="people">The people.</param>
/// <param name="partnerships">The partnerships.</param>
/// <param name="culture">The reader's language.</param>
public sealed class ListNames(
    IReadOnlyDictionary<Guid, Organisation> organisations,
    IReadOnlyDictionary<Guid, Person> people,
    IReadOnlyDictionary<Guid, Partnership> partnerships,
    CultureInfo culture)
{
    /// <summary>The reader's language.</summary>
    public CultureInfo Culture => culture;

    /// <summary>Some records by name; those that the reader may not read are left out.</summary>
    /// <param name="ids">The records.</param>
    public IReadOnlyList<Named> Of(IEnumerable<IRecordId> ids) => [.. ids.Distinct().Select(Of).OfType<Named>()];

    /// <summary>A record by name; null where the reader may not read it.</summary>
    /// <param name="id">The record.</param>
    public Named? Of(IRecordId? id) => id switch
    {
        OrganisationId o when organisations.TryGetValue(o.Value, out var organisation) => new(organisation.ShortNameIn(culture), RecordLink.To(o)),
        PersonId p when people.TryGetValue(p.Value, out var person) => new(NameOf(person), RecordLink.To(p)),
        PartnershipId p when partnerships.TryGetValue(p.Value, out var partnership) =>
            new(NameOf(partnership.Name, partnership.Parties.Select(x => x.Organisation)), $"/partnerships/{partnership.Slug}"),
        _ => null,
    };

    /// <summary>A person by name, surnames first; one whose name was erased by that fact.</summary>
    /// <param name="person">The person.</param>
    public static string NameOf(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Name?.SortKey ?? Texts.Say("Person.Erased");
    }

    /// <summary>A partnership by its name, or by its parties.</summary>
    /// <param name="name">Its name, where it has one.</param>
    /// <param name="parties">Its parties.</param>
    public string NameOf(string? name, IEnumerable<OrganisationId> parties) => name ?? Together(parties);

    /// <summary>Some organisations in one breath: CAN–OIM.</summary>
    /// <param name="parties">The organisations.</param>
    public string Together(IEnumerable<OrganisationId> parties) =>
        string.Join("–", parties.Select(p => organisations.GetValueOrDefault(p.Value)?.ShortNameIn(culture)).OfType<string>());
}
