using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using MiniExcelLibs;
using Relations.App.Pages;
using Relations.Domain.Time;

namespace Relations.App.Lists;

/// <summary>A table as it leaves the application, with headings and words in the reader's language.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Headings">The headings of its columns, each once.</param>
/// <param name="Rows">What stands in them.</param>
/// <param name="IsCut">Whether there is more than an export takes.</param>
public sealed record ExportTable(string Name, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<object?>> Rows, bool IsCut)
{
    /// <summary>The most rows that an export takes.</summary>
    public const int MostRows = 10_000;

    /// <summary>The header of an answer that was cut, with how many rows it has.</summary>
    public const string CutHeader = "Relations-Rows-Cut-At";
}

/// <summary>Writes tables as files.</summary>
public static class Export
{
    /// <summary>The formats, by their names in addresses.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["csv", "xlsx"];

    /// <summary>A table as the answer to a request.</summary>
    /// <param name="table">The table.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="day">The day of the file's name.</param>
    /// <param name="http">The request.</param>
    public static async Task<IResult> AnswerAsync(ExportTable table, string format, DateOnly day, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(http);
        if (table.IsCut)
            http.Response.Headers[ExportTable.CutHeader] = ExportTable.MostRows.ToString(CultureInfo.InvariantCulture);
        var name = string.Create(CultureInfo.InvariantCulture, $"{table.Name}-{day:yyyy-MM-dd}{(table.IsCut ? $"-first-{ExportTable.MostRows}" : "")}.{format}");
        return format == "csv"
            ? Results.File(await CsvAsync(table), "text/csv; charset=utf-8", name)
            : Results.File(Xlsx(table), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name);
    }

    /// <summary>RFC 4180, in UTF-8 with a mark by which spreadsheets know it. Nothing in it is a formula to them.</summary>
    /// <param name="table">The table.</param>
    public static async Task<byte[]> CsvAsync(ExportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var file = new MemoryStream();
        await using (var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        await using (var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape }))
        {
            foreach (var row in table.Rows.Prepend(table.Headings))
            {
                foreach (var cell in row)
                    csv.WriteField(Convert.ToString(Plain(cell), CultureInfo.InvariantCulture));
                await csv.NextRecordAsync();
            }
        }

        return file.ToArray();
    }

    /// <summary>A workbook of one sheet. Its texts are typed as texts, so that none of them is a formula.</summary>
    /// <param name="table">The table.</param>
    public static byte[] Xlsx(ExportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var file = new MemoryStream();
        var rows = table.Rows.Select(row => table.Headings.Zip(row).ToDictionary(cell => cell.First, cell => Plain(cell.Second)));
        file.SaveAs(table.Rows.Count > 0 ? rows : new[] { table.Headings.ToDictionary(h => h, _ => (object?)null) }, sheetName: table.Name);
        return file.ToArray();
    }

    /// <summary>A cell as a file has it: dates as they were written, figures as numbers, the rest in words.</summary>
    /// <param name="cell">What stands in it.</param>
    internal static object? Plain(object? cell) => cell switch
    {
        EdtfDate date => date.ToString(),
        Enum state => Texts.Word(state),
        Named name => name.Text,
        IEnumerable<Named> names => string.Join("; ", names.Select(n => n.Text)),
        IEnumerable<string> texts => string.Join("; ", texts),
        _ => cell,
    };
}
