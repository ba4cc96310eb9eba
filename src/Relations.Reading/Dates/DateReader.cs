using Relations.Reading.Text;

namespace Relations.Reading.Dates;

/// <summary>Reads the dates of a text.</summary>
internal static class DateReader
{
    /// <summary>Reads the dates of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">What is known beside it.</param>
    public static DatesRead Read(ReadText text, ReadingContext context) => new(null, []);
}
