using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>Reads the organisations of a text.</summary>
internal static class OrganisationReader
{
    /// <summary>Reads the organisations of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">What is known beside it.</param>
    public static OrganisationsRead Read(ReadText text, ReadingContext context) => new([], [], []);
}
