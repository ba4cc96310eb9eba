using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using MiniExcelLibs;
using Relations.Domain.Recording;

namespace Relations.App.Import.Tables;

/// <summary>A row of a table.</summary>
/// <param name="Line">Its number in the file, from 1, the headings counted.</param>
/// <param name="Cells">What stands in it, by columns.</param>
public sealed record TableRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A table as it was handed in.</summary>
/// <param name="Headings">The headings of its columns.</param>
/// <param name="Rows">Its rows, without those in which nothing stands.</param>
public sealed record Table(IReadOnlyList<string> Headings, IReadOnlyList<TableRow> Rows)
{
    /// <summary>The most bytes of a file.</summary>
    public const int MostBytes = MostMegabytes * 1_000_000;

    /// <summary>The most rows.</summary>
    public const int MostRows = 50_000;

    /// <summary>The most columns.</summary>
    public const int MostColumns = 60;

    /// <summary>The extensions of the files that are taken.</summary>
    public const string Extensions = ".csv,.txt,.xlsx";

    private const int MostMegabytes = 10;
    private const long MostUnpacked = 400_000_000;
    private const int MostParts = 500;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file: a workbook where it is one, else a text of values with whatever parts them.</summary>
    /// <param name="file">Its bytes.</param>
    /// <exception cref="TableException">It cannot be read.</exception>
    public static Table Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length > MostBytes)
            throw new TableException(new(TableRules.FileTooLarge, null, MostMegabytes));
        try
        {
            return Of(file.AsSpan().StartsWith("PK"u8) ? Workbook(file) : Values(file));
        }
        catch (Exception e) when (e is CsvHelperException or InvalidDataException or FormatException or System.Xml.XmlException
            or KeyNotFoundException or InvalidOperationException or NotSupportedException or ArgumentException or NullReferenceException or OverflowException)
        {
            throw new TableException(new(TableRules.FileUnreadable)); // what the readers throw at a file that is none
        }
    }

    private static Table Of(IEnumerable<IReadOnlyList<string>> lines)
    {
        IReadOnlyList<string>? headings = null;
        List<TableRow> rows = [];
        foreach (var (i, cells) in lines.Index())
        {
            if (cells.Count > MostColumns)
                throw new TableException(new(TableRules.TooManyColumns, null, MostColumns));
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (headings is null)
                headings = [.. cells.Select(c => c.Trim())];
            else if (rows.Count == MostRows)
                throw new TableException(new(TableRules.TooManyRows, null, MostRows));
            else
                rows.Add(new(i + 1, [.. cells.Select(c => c.Trim())]));
        }

        return rows.Count > 0 ? new(headings!, rows) : throw new TableException(new(TableRules.NoRows));
    }

    private static IEnumerable<IReadOnlyList<string>> Values(byte[] file)
    {
        if (file.AsSpan().Contains((byte)0))
            throw new InvalidDataException();
        using var parser = new CsvParser(new StringReader(Text(file)), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t", "|"],
            BadDataFound = null,
            IgnoreBlankLines = false,
            MaxFieldSize = Limits.Text + 1,
        });
        while (parser.Read())
            yield return parser.Record!;
    }

    /// <summary>UTF-8; where it is not, it is what spreadsheets of the West wrote before.</summary>
    private static string Text(byte[] file)
    {
        try
        {
            return Strict.GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(file);
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Workbook(byte[] file)
    {
        // A small file may unpack to a large one.
        using (var parts = new ZipArchive(new MemoryStream(file)))
        {
            if (parts.Entries.Count > MostParts || parts.Entries.Sum(e => e.Length) > MostUnpacked)
                throw new InvalidDataException();
        }

        foreach (IDictionary<string, object?> row in MiniExcel.Query(new MemoryStream(file), useHeaderRow: false, excelType: ExcelType.XLSX))
            yield return [.. row.Values.Select(Cell)];
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}

/// <summary>A file cannot be read as a table.</summary>
/// <param name="refusal">What stands against it.</param>
public sealed class TableException(Refusal refusal) : Exception(refusal.Rule.InWords(CultureInfo.InvariantCulture, refusal.Arguments))
{
    /// <summary>What stands against it, in any language.</summary>
    public Refusal Refusal { get; } = refusal;
}
