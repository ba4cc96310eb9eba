using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Relations.App.Search;

namespace Relations.App.Import.Tables;

/// <summary>What each row of a table is.</summary>
public enum TableKind
{
    /// <summary>An organisation.</summary>
    Organisations,

    /// <summary>A person, with a post.</summary>
    People,

    /// <summary>A meeting that was held.</summary>
    Meetings,

    /// <summary>An agreement that is known to exist.</summary>
    Agreements,

    /// <summary>A project.</summary>
    Projects,
}

/// <summary>What a row may say. Its words are in <c>TableWords.resx</c>: what it is called, by what other headings it is known, and an example.</summary>
/// <param name="Kind">Of which kind of row.</param>
/// <param name="Name">Its name in a mapping.</param>
/// <param name="IsRequired">Whether every row needs it.</param>
public sealed record TableField(TableKind Kind, string Name, bool IsRequired = false)
{
    private static readonly ResourceManager Words = new("Relations.App.Import.Tables.TableWords", typeof(TableField).Assembly);

    private static readonly FrozenDictionary<TableKind, IReadOnlyList<TableField>> Fields = new Dictionary<TableKind, IReadOnlyList<TableField>>
    {
        [TableKind.Organisations] = Of(TableKind.Organisations, "name!", "acronym", "otherName", "otherAcronym", "kind", "seat", "country", "founded", "parent", "iati", "ror", "wikidata"),
        [TableKind.People] = Of(TableKind.People, "name", "given", "family", "honorific", "organisation", "post", "from"),
        [TableKind.Meetings] = Of(TableKind.Meetings, "on!", "title", "place", "city", "country", "organisations", "participants", "topics", "outcomes", "partnership"),
        [TableKind.Agreements] = Of(TableKind.Agreements, "title", "type!", "parties!", "status", "since", "until", "months", "reference", "subject", "partnership"),
        [TableKind.Projects] = Of(TableKind.Projects, "title!", "description", "status", "from", "until", "funding", "implementing", "accountable", "partnership"),
    }.ToFrozenDictionary();

    /// <summary>What a row of a kind may say.</summary>
    /// <param name="kind">The kind.</param>
    public static IReadOnlyList<TableField> Of(TableKind kind) => Fields[kind];

    /// <summary>What it is called.</summary>
    /// <param name="culture">The reader's language.</param>
    public string Label(CultureInfo culture) => Words.GetString($"{Kind}.{Name}", culture)!;

    /// <summary>What it says in the example of a template; empty where it is left out there.</summary>
    /// <param name="culture">The reader's language.</param>
    public string Example(CultureInfo culture) => Words.GetString($"{Kind}.{Name}.example", culture) ?? "";

    /// <summary>Whether a heading is one of those by which it is known, in either language.</summary>
    /// <param name="heading">The heading, folded.</param>
    public bool IsCalled(string heading) => Folded(Label(CultureInfo.InvariantCulture)) == heading || Folded(Label(CultureInfo.GetCultureInfo("es"))) == heading;

    /// <summary>Whether a heading may mean it.</summary>
    /// <param name="heading">The heading, folded.</param>
    public bool MayBe(string heading) => Words.GetString($"{Kind}.{Name}.also", CultureInfo.InvariantCulture)?.Split('|').Contains(heading) == true;

    /// <summary>A heading as it is compared: small letters without accents, one space for whatever parts its words.</summary>
    /// <param name="heading">The heading.</param>
    public static string Folded(string heading) =>
        string.Join(' ', SearchEntry.Fold(heading).Split([' ', '_', ':', '*', '/', '(', ')', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static IReadOnlyList<TableField> Of(TableKind kind, params string[] names) => [.. names.Select(n => new TableField(kind, n.TrimEnd('!'), n.EndsWith('!')))];
}

/// <summary>Which column says what: the column's place by the field's name.</summary>
public static class ColumnMapping
{
    /// <summary>The kind of rows that headings speak of: the one most of whose fields they name.</summary>
    /// <param name="headings">The headings.</param>
    public static TableKind GuessKind(IReadOnlyList<string> headings) => Enum.GetValues<TableKind>()
        .MaxBy(kind => Guess(kind, headings) is var guess && TableField.Of(kind).All(f => !f.IsRequired || guess.ContainsKey(f.Name)) ? guess.Count : guess.Count - TableField.Of(kind).Count);

    /// <summary>Which column says what, by its heading. A field's own name counts before the others by which it is known, and a column says one thing.</summary>
    /// <param name="kind">The kind of rows.</param>
    /// <param name="headings">The headings.</param>
    public static Dictionary<string, int> Guess(TableKind kind, IReadOnlyList<string> headings)
    {
        string[] folded = [.. headings.Select(TableField.Folded)];
        Dictionary<string, int> mapping = [];
        foreach (var isMeant in new Func<TableField, string, bool>[] { (f, h) => f.IsCalled(h), (f, h) => f.MayBe(h) })
        {
            foreach (var field in TableField.Of(kind).Where(f => !mapping.ContainsKey(f.Name)))
            {
                if (folded.Index().Where(h => !mapping.ContainsValue(h.Index) && isMeant(field, h.Item)).Select(h => (int?)h.Index).FirstOrDefault() is { } column)
                    mapping[field.Name] = column;
            }
        }

        return mapping;
    }
}
