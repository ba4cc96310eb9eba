namespace Relations.Ledger.Bundles;

/// <summary>Reads a stream by lines, each ended by a newline and of a bounded length.</summary>
/// <param name="stream">The stream.</param>
/// <param name="most">The most bytes of a line.</param>
internal sealed class LineReader(Stream stream, int most)
{
    private byte[] buffer = new byte[64 * 1024];
    private int start, end;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether a line was too long, or the last one has no end. Nothing can be read after it.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <param name="line">The line without its newline, until the next one is read.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        line = default;
        var searched = 0;
        while (!IsBroken)
        {
            if (buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n') is >= 0 and var at)
            {
                line = buffer.AsMemory(start, searched + at);
                start += searched + at + 1;
                Number++;
                return true;
            }

            searched = end - start;
            if (searched > most || !Fill())
            {
                IsBroken = searched > 0;
                Number += IsBroken ? 1 : 0;
                return false;
            }
        }

        return false;
    }

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
            Array.Resize(ref buffer, 2 * buffer.Length);
        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }
}
