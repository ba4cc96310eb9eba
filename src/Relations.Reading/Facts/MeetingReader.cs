namespace Relations.Reading.Facts;

/// <summary>Reads the meetings of a text.</summary>
internal static class MeetingReader
{
    /// <summary>Reads the meetings of a text.</summary>
    public static MeetingsRead Read(Entities found) => new([], [], []);
}
