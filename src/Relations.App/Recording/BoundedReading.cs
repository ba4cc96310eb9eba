namespace Relations.App.Recording;

/// <summary>Reads what comes from outside, and never more than is allowed.</summary>
public static class BoundedReading
{
    private const int Chunk = 81_920;

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="limit">The most bytes it may have.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Its bytes; null where there are more than allowed.</returns>
    public static async Task<byte[]?> ReadAtMostAsync(this Stream stream, int limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var read = new MemoryStream();
        var chunk = new byte[Chunk];
        while (await stream.ReadAsync(chunk, cancellation) is > 0 and var count)
        {
            if (read.Length + count > limit)
                return null;
            read.Write(chunk, 0, count);
        }

        return read.ToArray();
    }
}
