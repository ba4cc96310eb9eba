using Relations.Reading.Dates;
using Relations.Reading.Facts;
using Relations.Reading.Organisations;
using Relations.Reading.People;
using Relations.Reading.Text;

namespace Relations.Reading;

/// <summary>
/// Reads a communiqué, minutes or a message in Spanish or English and proposes the facts it tells, each with its passage. Pure: the same
/// text and context give the same reading, with no network, no database and no model.
/// </summary>
public static class CommuniqueReader
{
    /// <summary>The reader's name and version, as recorded with what became of its proposals.</summary>
    public const string Version = "relations-reading 3";

    /// <summary>How many characters of a text are read; what follows is left out, and a note says so.</summary>
    public const int MostRead = 400_000;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, as citations will count in it.</param>
    /// <param name="context">What is known beside it.</param>
    /// <returns>The facts in the order of the text; never an error, whatever the text.</returns>
    public static TextReading Read(string text, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var read = ReadText.Of(text, context.Language);
        var dates = DateReader.Read(read, context);
        var organisations = OrganisationReader.Read(read, context, dates);
        var people = PersonReader.Read(read, organisations, dates);
        var found = new Entities(read, dates, organisations, people);
        var meetings = MeetingReader.Read(found);
        var agreements = AgreementReader.Read(found, meetings);
        var projects = ProjectReader.Read(found, agreements, meetings);
        var commitments = CommitmentReader.Read(found, meetings, agreements);
        return ReadingAssembly.Assemble(found, meetings, agreements, projects, commitments);
    }
}
