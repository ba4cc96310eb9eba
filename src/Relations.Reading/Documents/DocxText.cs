using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Relations.Domain.Recording;

namespace Relations.Reading.Documents;

/// <summary>The text of a document of a word processor: its paragraphs, lists and tables, without what was deleted in it.</summary>
internal static class DocxText
{
    private const int MostEntries = 5_000;
    private const long MostUnpacked = 64L * 1024 * 1024;
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>The text of a document.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static string Read(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostEntries)
            throw new DocumentException(DocumentProblem.UnpacksTooFar);
        var entry = archive.GetEntry("word/document.xml")
            ?? archive.Entries.FirstOrDefault(e => e.FullName.StartsWith("word/document", StringComparison.Ordinal) && e.FullName.EndsWith(".xml", StringComparison.Ordinal))
            ?? throw new DocumentException(DocumentProblem.UnknownForm);
        using var unpacked = new BoundedStream(entry.Open(), MostUnpacked);
        using var xml = XmlReader.Create(unpacked, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostUnpacked });
        return Text(xml, cancellation);
    }

    private static string Text(XmlReader xml, CancellationToken cancellation)
    {
        var text = new TextBuilder();
        var cells = 0;
        while (!xml.EOF)
        {
            cancellation.ThrowIfCancellationRequested();
            if (xml.NodeType is XmlNodeType.Element && IsLeft(xml))
            {
                xml.Skip();
                continue;
            }

            if (xml.NodeType is XmlNodeType.Element && IsWord(xml) && xml.LocalName == "t" && !xml.IsEmptyElement)
            {
                text.Add(xml.ReadElementContentAsString());
                continue;
            }

            if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement && IsWord(xml))
                Part(text, xml.LocalName, xml.NodeType is XmlNodeType.EndElement, ref cells);
            xml.Read();
        }

        return text.ToString();
    }

    private static void Part(TextBuilder text, string name, bool isEnd, ref int cells)
    {
        switch (name, isEnd)
        {
            case ("p", true) when cells > 0:
                text.Add(" ");
                break;
            case ("p", true):
                text.Break(isParagraph: true);
                break;
            case ("tc", _):
                cells += isEnd ? -1 : 1;
                text.NextCell();
                break;
            case ("tr", true):
                text.Break(isParagraph: false);
                break;
            case ("tbl", true):
                text.Break(isParagraph: true);
                break;
            case ("br" or "cr", false):
                text.Break(isParagraph: false);
                break;
            case ("tab", false):
                text.Add(" ");
                break;
            case ("noBreakHyphen", false):
                text.Add("-");
                break;
            case ("numPr", false) when cells == 0:
                text.Add("• ");
                break;
            default:
                break;
        }
    }

    /// <summary>What was deleted, what a field is computed from, and the copy that is kept for older programs.</summary>
    private static bool IsLeft(XmlReader xml) =>
        xml.LocalName == "Fallback" || (IsWord(xml) && xml.LocalName is "del" or "moveFrom" or "instrText" or "delText" or "sectPr" or "tblPr" or "rPr");

    private static bool IsWord(XmlReader xml) => xml.NamespaceURI is Word or StrictWord;
}

/// <summary>A stream that refuses to give more than it may: what it unpacks to, no header tells truly.</summary>
/// <param name="inner">The stream.</param>
/// <param name="most">How many bytes it may give.</param>
internal sealed class BoundedStream(Stream inner, long most) : Stream
{
    private long _given;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position { get => _given; set => throw new NotSupportedException(); }

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _given += read;
        return _given <= most ? read : throw new DocumentException(DocumentProblem.UnpacksTooFar);
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
