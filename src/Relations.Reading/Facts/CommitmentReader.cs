namespace Relations.Reading.Facts;

/// <summary>Reads the commitments of a text.</summary>
internal static class CommitmentReader
{
    /// <summary>Reads the commitments of a text.</summary>
    public static IReadOnlyList<CommitmentFact> Read(Entities found, MeetingsRead meetings, AgreementsRead agreements) => [];
}
