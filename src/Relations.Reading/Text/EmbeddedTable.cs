namespace Relations.Reading.Text;

/// <summary>Reads the tables that the library carries: a line a row, tabs between fields, <c>#</c> before remarks.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows of a table.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="fields">How many fields each row has.</param>
    public static IEnumerable<string[]> Read(string name, int fields)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The library carries no table {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var row = line.Split('\t');
            yield return row.Length == fields ? row : throw new FormatException($"A row of {name} has {row.Length} fields: {line}");
        }
    }
}
