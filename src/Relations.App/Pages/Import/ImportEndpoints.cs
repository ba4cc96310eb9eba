using System.Globalization;
using Relations.App.Import.Tables;
using Relations.App.Lists;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Import;

/// <summary>The files beside the pages of imports: templates, and what is to be said of rows.</summary>
public static class ImportEndpoints
{
    private const string Template = "/import/template";

    /// <summary>Where a template is.</summary>
    /// <param name="kind">What each row is.</param>
    /// <param name="format">The format.</param>
    public static string TemplateOf(TableKind kind, string format) => $"{Template}?kind={kind}&format={format}";

    /// <summary>Where what is to be said of an import's rows is.</summary>
    /// <param name="import">The import.</param>
    public static string FindingsOf(Guid import) => $"/import/{import}/findings";

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">The application.</param>
    public static void MapImports(this WebApplication app)
    {
        app.MapGet(Template, TemplateAsync).ExcludeFromDescription();
        app.MapGet("/import/{id:guid}/findings", FindingsAsync).ExcludeFromDescription();
    }

    /// <summary>A table with headings and one row, in the reader's language.</summary>
    /// <param name="kind">What each row is.</param>
    public static ExportTable TemplateTable(TableKind kind)
    {
        var culture = CultureInfo.CurrentUICulture;
        var fields = TableField.Of(kind);
        return new(ImportWords.Of(kind), [.. fields.Select(f => f.Label(culture))], [[.. fields.Select(f => f.Example(culture))]], false);
    }

    private static Task<IResult> TemplateAsync(string? kind, string? format, TimeProvider clock, HttpContext http) => Export.AnswerAsync(
        TemplateTable(Enum.TryParse<TableKind>(kind, out var asked) && Enum.IsDefined(asked) ? asked : TableKind.Organisations),
        format == "xlsx" ? "xlsx" : "csv", DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), http);

    /// <summary>What is to be said of rows, by row and column, with the rows as they were handed in.</summary>
    private static async Task<IResult> FindingsAsync(Guid id, TableImports imports, TimeProvider clock, HttpContext http)
    {
        if (await imports.FindAsync(id, http.RequestAborted) is not { } import)
            return Results.NotFound();
        var culture = CultureInfo.CurrentUICulture;
        var fields = TableField.Of(import.Kind).ToDictionary(f => f.Name);
        var rows = await imports.RowsAsync(import, [RowFate.Wrong, RowFate.Doubtful], 0, ExportTable.MostRows + 1, http.RequestAborted);
        string[] headings = [Say("Import.Line"), Say("Import.Fate"), Say("Import.ColumnHeading"), Say("Import.Said")];
        return await Export.AnswerAsync(
            new(
                Say("Import.Title"),
                [.. headings, .. import.Headings.Select((h, i) => $"{i + 1}: {h}")],
                [
                    .. rows.Take(ExportTable.MostRows).SelectMany(r => (r.Findings ?? []).Select(f => (IReadOnlyList<object?>)
                        [r.Line, ImportWords.Of(r.Fate), f.Field is { } at && fields.TryGetValue(at, out var field) ? field.Label(culture) : "", f.In(culture), .. r.Cells.Cast<object?>()])),
                ],
                rows.Count > ExportTable.MostRows),
            "csv", DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), http);
    }
}
