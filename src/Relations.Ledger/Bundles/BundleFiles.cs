namespace Relations.Ledger.Bundles;

/// <summary>The files in a bundle, and how long they and their lines may be.</summary>
internal static class BundleFiles
{
    public const string Readme = "README.txt";
    public const string About = "bundle.json";
    public const string Checkpoint = "checkpoint";
    public const string Earlier = "checkpoints.jsonl";
    public const string Keys = "keys.txt";
    public const string Sources = "sources.jsonl";
    public const string Events = "events.jsonl";

    /// <summary>The name of this form of bundles.</summary>
    public const string Form = "relations-audit-bundle/1";

    /// <summary>The most bytes of a file that is read at once, and of a line of those that are not.</summary>
    public const int MostFile = 8 * 1024 * 1024, MostShortLine = 1024 * 1024, MostEventLine = 2 * EventLeaf.MostEventBytes;

    /// <summary>The most lines of <see cref="Sources"/>, and of <see cref="Earlier"/>, each of which costs a signature to check.</summary>
    public const int MostSources = 1_000_000, MostEarlier = 100_000;

    public static IReadOnlyList<string> All { get; } = [Readme, About, Checkpoint, Earlier, Keys, Sources, Events];
}
