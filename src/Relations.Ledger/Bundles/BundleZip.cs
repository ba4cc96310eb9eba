using System.Buffers.Binary;
using System.IO.Compression;

namespace Relations.Ledger.Bundles;

/// <summary>Opens the zip file of a bundle without trusting it.</summary>
internal static class BundleZip
{
    private const int EndLength = 22, MostFiles = 16, MostDirectory = 16 * 1024;
    private const uint EndMark = 0x06054b50;

    /// <summary>Opens it; null where it is no zip file, or holds far more than a bundle.</summary>
    /// <param name="file">The file; it must be able to seek.</param>
    public static ZipArchive? Open(Stream file)
    {
        try
        {
            return IsSmall(file) ? new(file, ZipArchiveMode.Read, leaveOpen: true) : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether the list of files at the end (PKWARE APPNOTE 4.3.16, the last thing in a bundle) is short. It is read whole, so a long
    /// one would fill the memory.
    /// </summary>
    private static bool IsSmall(Stream file)
    {
        if (file.Length < EndLength)
            return false;
        Span<byte> end = stackalloc byte[EndLength];
        file.Seek(-EndLength, SeekOrigin.End);
        file.ReadExactly(end);
        file.Seek(0, SeekOrigin.Begin);
        return BinaryPrimitives.ReadUInt32LittleEndian(end) == EndMark
            && BinaryPrimitives.ReadUInt16LittleEndian(end[10..]) <= MostFiles
            && BinaryPrimitives.ReadUInt32LittleEndian(end[12..]) <= MostDirectory;
    }
}
