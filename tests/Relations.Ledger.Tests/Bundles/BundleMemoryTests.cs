using Relations.Ledger.Bundles;

namespace Relations.Ledger.Tests.Bundles;

/// <summary>Measured while no other test runs.</summary>
[CollectionDefinition(nameof(BundleMemoryTests), DisableParallelization = true)]
[Collection(nameof(BundleMemoryTests))]
public sealed class BundleMemoryTests
{
    [Fact]
    public async Task a_long_log_is_checked_in_little_memory()
    {
        var log = LogStory.Told(2_000);
        using var file = new WatchedStream(await log.BundleAsync());

        Assert.True(BundleVerifier.Verify(file, log.Pins, default).IsProven);

        Assert.True(file.Memory.Count > 10);
        Assert.InRange(file.Memory.Skip(3).Max() - file.Memory[3], long.MinValue, 1024 * 1024);
    }

    /// <summary>Sees how much memory is held while it is read.</summary>
    private sealed class WatchedStream(byte[] bytes) : MemoryStream(bytes)
    {
        private int reads;

        public List<long> Memory { get; } = [];

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (reads++ % 4 == 0)
                Memory.Add(GC.GetTotalMemory(forceFullCollection: true));
            var read = new byte[buffer.Length];
            var length = base.Read(read, 0, read.Length);
            read.AsSpan(0, length).CopyTo(buffer);
            return length;
        }
    }
}
