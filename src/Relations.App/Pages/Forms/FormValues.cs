using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Relations.App.Pages.Forms;

/// <summary>What stands in a form, as typed: by the path of each field.</summary>
/// <param name="values">What was sent.</param>
public sealed class FormValues(IEnumerable<KeyValuePair<string, StringValues>> values)
{
    /// <summary>How many entries a form shows of one list at most. What is longer comes by a file or the API.</summary>
    public const int MostRows = 40;

    private readonly Dictionary<string, StringValues> values = new(values, StringComparer.Ordinal);

    /// <summary>What stands in a field; empty where nothing does.</summary>
    /// <param name="path">The field's path.</param>
    public string this[string path]
    {
        get => values.TryGetValue(path, out var given) ? given.LastOrDefault()?.Trim() ?? "" : "";
        set => values[path] = value;
    }

    /// <summary>A text exactly as typed. A browser sends lines with the line ends of a letter of 1985; the record has ours.</summary>
    /// <param name="path">The field's path.</param>
    public string Text(string path) =>
        values.TryGetValue(path, out var given) ? (given.LastOrDefault() ?? "").ReplaceLineEndings("\n") : "";

    /// <summary>Everything that stands in a field that takes several values.</summary>
    /// <param name="path">The field's path.</param>
    public IReadOnlyList<string> All(string path) =>
        values.TryGetValue(path, out var given) ? [.. given.OfType<string>().Where(v => v.Length > 0)] : [];

    /// <summary>Whether something was sent for a field, if only to say that nothing is in it.</summary>
    /// <param name="path">The field's path.</param>
    public bool Has(string path) => values.ContainsKey(path);

    /// <summary>Whether anything stands in a field or in one of its parts.</summary>
    /// <param name="path">The field's path.</param>
    public bool IsFilled(string path) => values.Any(v => Within(v.Key, path) && !StringValues.IsNullOrEmpty(v.Value) && v.Value.Any(s => !string.IsNullOrWhiteSpace(s)));

    /// <summary>How many entries of a list there are to show.</summary>
    /// <param name="path">The list's path.</param>
    public int Rows(string path)
    {
        var numbers = values.Keys.Select(k => NumberIn(k, path)).OfType<int>().ToList();
        var said = int.TryParse(this[Counter(path)], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
        return Math.Min(MostRows, Math.Max(said, numbers.Count == 0 ? 0 : numbers.Max() + 1));
    }

    /// <summary>The field that says how many entries of a list are shown.</summary>
    /// <param name="path">The list's path.</param>
    public static string Counter(string path) => path + ".rows";

    /// <summary>Shows one entry more.</summary>
    /// <param name="path">The list's path.</param>
    public void AddRow(string path) => this[Counter(path)] = (Rows(path) + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Takes an entry out; those after it move up.</summary>
    /// <param name="row">The entry's path.</param>
    public void RemoveRow(string row)
    {
        var end = row.LastIndexOf('[');
        if (end > 0 && NumberIn(row, row[..end]) is { } number)
            Keep(row[..end], n => n != number);
    }

    /// <summary>Leaves out the entries of a list in which nothing stands, so that a refusal's number is that of its entry.</summary>
    /// <param name="path">The list's path.</param>
    /// <param name="counts">Whether something stands in an entry, by its path.</param>
    public void Compact(string path, Func<string, bool> counts) => Keep(path, n => counts(FormField.RowPath(path, n)));

    /// <summary>Forgets a field and its parts.</summary>
    /// <param name="path">The field's path.</param>
    public void Forget(string path)
    {
        foreach (var key in values.Keys.Where(k => Within(k, path)).ToList())
            values.Remove(key);
    }

    private void Keep(string path, Func<int, bool> keeps)
    {
        var before = Rows(path);
        var kept = Enumerable.Range(0, before).Where(keeps).ToList();
        var moved = values.Where(v => NumberIn(v.Key, path) is { } n && kept.Contains(n)).ToList();
        foreach (var key in values.Keys.Where(k => NumberIn(k, path) is not null).ToList())
            values.Remove(key);
        foreach (var (key, value) in moved)
        {
            var old = FormField.RowPath(path, NumberIn(key, path)!.Value);
            values[FormField.RowPath(path, kept.IndexOf(NumberIn(key, path)!.Value)) + key[old.Length..]] = value;
        }

        this[Counter(path)] = kept.Count.ToString(CultureInfo.InvariantCulture);
    }

    private static bool Within(string key, string path) =>
        key.StartsWith(path, StringComparison.Ordinal) && (key.Length == path.Length || key[path.Length] is '.' or '[');

    private static int? NumberIn(string key, string path)
    {
        if (!key.StartsWith(path, StringComparison.Ordinal) || key.Length == path.Length || key[path.Length] != '[')
            return null;
        var rest = key.AsSpan(path.Length + 1);
        return rest.IndexOf(']') is > 0 and var end
            && int.TryParse(rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < MostRows
            ? number
            : null;
    }
}
