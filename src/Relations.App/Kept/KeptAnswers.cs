using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using Relations.Domain.Access;

namespace Relations.App.Kept;

/// <summary>
/// Keeps what costs much to make, for whom it was made, as long as nothing that it shows has changed. A reader comes back to a page
/// more often than its records change; the stamp is asked of the database each time, so that nobody is ever shown what was true a
/// moment ago.
/// </summary>
public sealed class KeptAnswers : IDisposable
{
    /// <summary>How many bytes are kept at most. What was not looked at for the longest time goes first.</summary>
    private const long Most = 64 << 20;

    private static readonly TimeSpan Unseen = TimeSpan.FromMinutes(30);

    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>What is kept for a reader under a name, if it was made of what is on record now.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="key">Whose it is, and what.</param>
    /// <param name="stamp">What is on record now; null where nothing is kept of it.</param>
    internal T? Find<T>(KeptKey key, string? stamp) where T : class =>
        stamp is not null && answers.TryGetValue(key, out Kept? kept) && kept!.Stamp == stamp ? kept.Answer as T : null;

    /// <summary>Keeps an answer.</summary>
    /// <param name="key">Whose it is, and what.</param>
    /// <param name="stamp">What it was made of.</param>
    /// <param name="answer">The answer. It is given to many requests at once: nobody changes it.</param>
    /// <param name="bytes">How much room it takes, about.</param>
    internal void Keep(KeptKey key, string stamp, object answer, long bytes) => answers.Set(
        key, new Kept(stamp, answer), new MemoryCacheEntryOptions { Size = bytes + (2 * key.What.Length), SlidingExpiration = Unseen });

    /// <inheritdoc />
    public void Dispose() => answers.Dispose();

    private sealed record Kept(string Stamp, object Answer);
}

/// <summary>For whom something is kept, and what it is.</summary>
/// <param name="What">What it is: the path and the query of a page.</param>
/// <param name="Reader">Who reads, with the roles they hold.</param>
/// <param name="Language">The language that they read.</param>
/// <param name="Day">The day that figures are judged by.</param>
internal sealed record KeptKey(string What, string Reader, string Language, DateOnly Day)
{
    /// <summary>The key of what somebody asks for now.</summary>
    /// <param name="what">What it is.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="day">Today.</param>
    public static KeptKey Of(string what, Actor reader, DateOnly day) => new(
        what,
        string.Join('|', reader.Grants.Select(g => $"{g.Role}:{string.Join(',', g.Over ?? [])}").Prepend(reader.Name)),
        CultureInfo.CurrentUICulture.Name,
        day);
}
