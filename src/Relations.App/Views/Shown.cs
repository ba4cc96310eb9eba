namespace Relations.App.Views;

/// <summary>The first of a list, as many as a page shows, and how many there are in all.</summary>
/// <typeparam name="T">The entries' type.</typeparam>
/// <param name="Items">The entries shown.</param>
/// <param name="Total">Entries in all.</param>
public sealed record Shown<T>(IReadOnlyList<T> Items, int Total)
{
    /// <summary>Whether there are more than are shown.</summary>
    public bool IsCut => Left > 0;

    /// <summary>How many are not shown.</summary>
    public int Left => Total - Items.Count;

    /// <summary>Each entry made into something else.</summary>
    /// <typeparam name="TOther">What it is made into.</typeparam>
    /// <param name="make">How.</param>
    public Shown<TOther> Select<TOther>(Func<T, TOther> make) => new([.. Items.Select(make)], Total);
}

/// <summary>Makes <see cref="Shown{T}"/>.</summary>
public static class Shown
{
    /// <summary>The first entries of a list.</summary>
    /// <typeparam name="T">The entries' type.</typeparam>
    /// <param name="all">All entries.</param>
    /// <param name="most">How many fit.</param>
    public static Shown<T> AtMost<T>(this IEnumerable<T> all, int most)
    {
        List<T> items = [.. all];
        return new([.. items.Take(most)], items.Count);
    }

    /// <summary>The beginning of a text, to a whole word; its end is said by an ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many characters fit.</param>
    public static string Beginning(this string text, int most)
    {
        if (text.Length <= most)
            return text;
        var space = text.LastIndexOf(' ', most - 1);

        // Half of a pair of surrogates is no character.
        var end = space > most / 2 ? space : char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end].TrimEnd(' ', ',', ';', ':', '.') + "…";
    }
}
