namespace Relations.Ledger.Tests;

/// <summary>The library stands alone, so that whoever wants to check a bundle with it needs nothing else.</summary>
public sealed class LedgerTests
{
    [Fact]
    public void it_knows_no_other_project_and_one_library_for_signatures() => Assert.Equal(
        ["BouncyCastle.Cryptography"],
        typeof(EventLeaf).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(name => !name.StartsWith("System", StringComparison.Ordinal)));
}
