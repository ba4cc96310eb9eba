using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Relations.App.Tests;

/// <summary>
/// Compares a text with the one kept beside the test as <c>Class.Method.verified.txt</c>. On a difference, or where none is
/// kept, the text is written as <c>.received.txt</c> and the test fails. Ids and moments are scrubbed to <c>Guid_1</c> and
/// <c>DateTime_1</c>. The conventions are those of the library Verify, so that it can take over without a change of files.
/// </summary>
internal static partial class Snapshot
{
    /// <summary>Fails unless the text is the kept one.</summary>
    public static void Matches(string text, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var kept = Path.ChangeExtension(file, null) + $".{method}.verified.txt";
        var received = kept.Replace(".verified.", ".received.", StringComparison.Ordinal);
        var scrubbed = Scrub(text).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (File.Exists(kept) && File.ReadAllText(kept).ReplaceLineEndings("\n") == scrubbed)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, scrubbed);
        Assert.Fail($"The text differs from {Path.GetFileName(kept)}. Compare it with {received}, and rename that file if the change is meant.");
    }

    private static string Scrub(string text)
    {
        Dictionary<string, string> names = [];
        text = Ids().Replace(text, m => Name("Guid", m.Value));
        return Moments().Replace(text, m => Name("DateTime", m.Value));

        string Name(string kind, string value)
        {
            if (!names.TryGetValue(value, out var name))
                names[value] = name = string.Create(CultureInfo.InvariantCulture, $"{kind}_{names.Keys.Count(k => names[k].StartsWith(kind, StringComparison.Ordinal)) + 1}");
            return name;
        }
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")]
    private static partial Regex Moments();
}

/// <summary>No kept text is left that no test asks for.</summary>
public class SnapshotTests
{
    [Fact]
    public void every_kept_text_belongs_to_a_test()
    {
        var orphans = Directory.EnumerateFiles(Here(), "*.verified.txt", SearchOption.AllDirectories)
            .Where(file => !HasTest(file))
            .Select(Path.GetFileName);
        Assert.Empty(orphans);
    }

    /// <summary>A kept file names its test: the class's file and the method.</summary>
    private static bool HasTest(string file)
    {
        var parts = Path.GetFileName(file).Split('.');
        var source = Path.Combine(Path.GetDirectoryName(file)!, parts[0] + ".cs");
        return File.Exists(source) && File.ReadAllText(source).Contains($" {parts[1]}(", StringComparison.Ordinal);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
