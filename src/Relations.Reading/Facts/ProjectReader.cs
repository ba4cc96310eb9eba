namespace Relations.Reading.Facts;

/// <summary>Reads the projects of a text.</summary>
internal static class ProjectReader
{
    /// <summary>Reads the projects of a text.</summary>
    public static IReadOnlyList<ProjectFact> Read(Entities found, AgreementsRead agreements) => [];
}
