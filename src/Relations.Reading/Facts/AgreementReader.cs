namespace Relations.Reading.Facts;

/// <summary>Reads the agreements of a text.</summary>
internal static class AgreementReader
{
    /// <summary>Reads the agreements of a text.</summary>
    public static AgreementsRead Read(Entities found, MeetingsRead meetings) => new([], [], [], []);
}
