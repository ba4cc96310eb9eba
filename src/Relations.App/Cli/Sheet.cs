using Spectre.Console;

namespace Relations.App.Cli;

/// <summary>A record on the terminal: a title, lines with a label each, and tables. What is empty is left out.</summary>
/// <param name="words">The reader's language.</param>
/// <param name="title">The title.</param>
internal sealed class Sheet(Words words, string title)
{
    private readonly List<(string Label, string Value)> lines = [];
    private readonly List<(string Heading, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)> tables = [];

    /// <summary>Adds a line.</summary>
    /// <param name="label">The key of its label.</param>
    /// <param name="values">Its values; what is empty falls away.</param>
    public Sheet Line(string label, params IEnumerable<object?> values)
    {
        var shown = string.Join(" · ", values.Select(words.Show).Where(v => v.Length > 0));
        if (shown.Length > 0)
            lines.Add((words.Say("label." + label), shown));
        return this;
    }

    /// <summary>Adds a table.</summary>
    /// <typeparam name="T">What a row is about.</typeparam>
    /// <param name="heading">The key of its heading.</param>
    /// <param name="columns">The keys of its columns' names.</param>
    /// <param name="items">What the rows are about.</param>
    /// <param name="row">The cells of a row.</param>
    public Sheet Table<T>(string heading, IEnumerable<string> columns, IEnumerable<T> items, Func<T, IEnumerable<object?>> row)
    {
        List<IReadOnlyList<string>> rows = [.. items.Select(i => (IReadOnlyList<string>)[.. row(i).Select(words.Show)])];
        if (rows.Count > 0)
            tables.Add((words.Say("label." + heading), [.. columns.Select(c => words.Say("label." + c))], rows));
        return this;
    }

    /// <summary>Adds a table of whatever a page shows, under the headings that it has there.</summary>
    /// <param name="headings">The headings, in the reader's language.</param>
    /// <param name="rows">The cells of each row.</param>
    public Sheet Table(IReadOnlyList<string> headings, IEnumerable<IEnumerable<object?>> rows)
    {
        List<IReadOnlyList<string>> shown = [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => words.Show(Lists.Export.Plain(cell)))])];
        if (shown.Count > 0)
            tables.Add(("", headings, shown));
        return this;
    }

    /// <summary>Writes it.</summary>
    /// <param name="console">Where.</param>
    public void WriteTo(IAnsiConsole console)
    {
        console.Write(Plain(title, Decoration.Bold));
        console.WriteLine();
        console.WriteLine();
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        foreach (var (label, value) in lines)
            grid.AddRow(Plain(label, Decoration.Dim), Plain(value));
        console.Write(grid);
        foreach (var (heading, columns, rows) in tables)
            WriteTable(console, heading, columns, rows);
    }

    private void WriteTable(IAnsiConsole console, string heading, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        console.WriteLine();
        console.Write(Plain(heading, Decoration.Bold));
        console.WriteLine();
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(Plain(column, Decoration.Dim)) { NoWrap = column == words.Say("label.id") });
        foreach (var row in rows)
            table.AddRow(row.Select(cell => Plain(cell)));
        console.Write(table);
    }

    /// <summary>Text as it is: what people wrote is never read as markup.</summary>
    private static Text Plain(string text, Decoration decoration = Decoration.None) =>
        new(Terminal.Clean(text), new Style(decoration: decoration));
}
