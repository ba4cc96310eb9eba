using Relations.Reading.Dates;
using Relations.Reading.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.People;

/// <summary>Reads the people of a text and their posts.</summary>
internal static class PersonReader
{
    /// <summary>Reads the people of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="organisations">The organisations that it names.</param>
    /// <param name="dates">Its dates.</param>
    public static PeopleRead Read(ReadText text, OrganisationsRead organisations, DatesRead dates) => new([], [], []);
}
