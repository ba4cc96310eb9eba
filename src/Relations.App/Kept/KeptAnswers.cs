using System.Globalization;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Relations.Domain.Access;

namespace Relations.App.Pages.Kept;

/// <summary>
/// Keeps the bodies of pages that cost much to make, for whom they were made, as long as nothing that they show has changed.
/// A reader comes back to a page more often than its partnership changes; the stamp is asked of the database each time, so that
/// nobody is ever shown what was true a moment ago.
/// </summary>
public sealed class KeptPages : IDisposable
{
    /// <summary>How many bytes are kept at most. What was not looked at for the longest time goes first.</summary>
    private const long Most = 64 << 20;

    private static readonly TimeSpan Unseen = TimeSpan.FromMinutes(30);

    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>What is kept for a reader under an address, if it was made of what is on record now.</summary>
    /// <param name="key">Whose it is, and what.</param>
    /// <param name="stamp">What is on record now.</param>
    internal KeptPage? Find(KeptKey key, string stamp) =>
        pages.TryGetValue(key, out KeptPage? page) && page!.Stamp == stamp ? page : null;

    /// <summary>Keeps a page.</summary>
    /// <param name="key">Whose it is, and what.</param>
    /// <param name="page">The page.</param>
    internal void Keep(KeptKey key, KeptPage page) => pages.Set(
        key, page, new MemoryCacheEntryOptions { Size = Encoding.Unicode.GetByteCount(page.Html) + Encoding.Unicode.GetByteCount(key.Address), SlidingExpiration = Unseen });

    /// <inheritdoc />
    public void Dispose() => pages.Dispose();
}

/// <summary>For whom and for which address something is kept.</summary>
/// <param name="Address">The path and the query.</param>
/// <param name="Reader">Who reads, with the roles they hold.</param>
/// <param name="Language">The language that they read.</param>
/// <param name="Day">The day that figures are judged by.</param>
internal sealed record KeptKey(string Address, string Reader, string Language, DateOnly Day)
{
    /// <summary>The key of a request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="day">Today.</param>
    public static KeptKey Of(HttpContext http, Actor reader, DateOnly day) => new(
        http.Request.Path + http.Request.QueryString,
        string.Join('|', reader.Grants.Select(g => $"{g.Role}:{string.Join(',', g.Over ?? [])}").Prepend(reader.Name)),
        CultureInfo.CurrentUICulture.Name,
        day);
}

/// <summary>The body of a page.</summary>
/// <param name="Stamp">What it was made of.</param>
/// <param name="Title">Its title.</param>
/// <param name="Html">Its markup.</param>
internal sealed record KeptPage(string Stamp, string Title, string Html);
