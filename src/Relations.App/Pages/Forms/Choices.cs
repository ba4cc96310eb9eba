using System.Globalization;
using Marten;
using Marten.Linq.MatchesSql;
using Relations.App.Access;
using Relations.App.Recording;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Pages.Forms;

/// <summary>A record that may be meant.</summary>
/// <param name="Id">The record.</param>
/// <param name="Name">What it is called.</param>
public sealed record Choice(Guid Id, string Name);

/// <summary>Finds the records that somebody may mean by what they typed, among those that they may read.</summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
public sealed class Choices(IQuerySession session, Sight sight)
{
    /// <summary>How many are offered at most.</summary>
    public const int Most = 20;

    /// <summary>How many are looked at for the best of them.</summary>
    private const int LookedAt = 100;

    /// <summary>Words beyond these tell nothing more apart.</summary>
    private const int MostWords = 6;

    private const string Accented = "áàâäãéèêëíìîïóòôöõúùûüñç";
    private const string Plain = "aaaaaeeeeiiiiooooouuuunc";

    /// <summary>What each kind is known by, in SQL.</summary>
    private static readonly Dictionary<Type, string> Known = new()
    {
        [typeof(Organisation)] = "jsonb_path_query_array(d.data, '$.names[*].name')::text || jsonb_path_query_array(d.data, '$.names[*].acronym')::text",
        [typeof(Person)] = "concat_ws(' ', d.data -> 'name' ->> 'honorific', d.data -> 'name' ->> 'given', d.data -> 'name' ->> 'family')",
        [typeof(Partnership)] = "concat_ws(' ', d.data ->> 'slug', d.data ->> 'name')",
        [typeof(Meeting)] = "concat_ws(' ', d.data ->> 'title', d.data ->> 'on', d.data ->> 'plannedFor', d.data -> 'place' ->> 'name')",
        [typeof(Agreement)] = "concat_ws(' ', d.data ->> 'title', d.data ->> 'reference', d.data ->> 'since', d.data ->> 'subject')",
        [typeof(Project)] = "concat_ws(' ', d.data ->> 'title', d.data ->> 'description')",
        [typeof(Commitment)] = "d.data ->> 'what'",
        [typeof(Source)] = "concat_ws(' ', d.data ->> 'title', d.data ->> 'publisherName', d.data ->> 'date')",
    };

    /// <summary>The kinds of which records are chosen, by their names.</summary>
    public static IReadOnlyCollection<string> Kinds { get; } = [.. RecordKinds.All.Where(k => Known.ContainsKey(k.State)).Select(k => k.Name)];

    /// <summary>The records of a kind that are known by all of some words, in whatever case and with or without accents, the likeliest first.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="typed">The words.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<IReadOnlyList<Choice>> FindAsync(RecordKind kind, string typed, CancellationToken cancellation) => kind.State.Name switch
    {
        nameof(Organisation) => FindAsync<Organisation>(typed, cancellation),
        nameof(Person) => FindAsync<Person>(typed, cancellation),
        nameof(Partnership) => FindAsync<Partnership>(typed, cancellation),
        nameof(Meeting) => FindAsync<Meeting>(typed, cancellation),
        nameof(Agreement) => FindAsync<Agreement>(typed, cancellation),
        nameof(Project) => FindAsync<Project>(typed, cancellation),
        nameof(Commitment) => FindAsync<Commitment>(typed, cancellation),
        nameof(Source) => FindAsync<Source>(typed, cancellation),
        _ => Task.FromResult<IReadOnlyList<Choice>>([]),
    };

    /// <summary>A name as it is compared: without case and accents.</summary>
    /// <param name="name">The name.</param>
    public static string Folded(string name) => string.Concat(name.Trim().ToLowerInvariant()
        .Select(c => Accented.IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? Plain[i] : c));

    /// <summary>Whether what was typed is a name itself, with or without the acronym that stands after it, or that acronym.</summary>
    /// <param name="name">The name.</param>
    /// <param name="typed">What was typed.</param>
    public static bool IsCalled(string name, string typed) =>
        Folded(name) is var known && Folded(typed) is var asked
        && (known == asked || known.EndsWith($"({asked})", StringComparison.Ordinal) || known.StartsWith($"{asked} (", StringComparison.Ordinal));

    /// <summary>The words of what was typed, as they are compared.</summary>
    /// <param name="typed">What was typed.</param>
    internal static IEnumerable<string> WordsOf(string typed) => Folded(typed).Split([' ', '(', ')', ',', '·'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// The condition that a text has a word in it, as it is compared. The translation and the word are its parameters, see
    /// <see cref="Likeness"/>: nothing that was typed becomes part of the statement.
    /// </summary>
    /// <param name="text">The text, in SQL.</param>
    internal static string IsLike(string text) => $"translate(lower({text}), ?, ?) like ?";

    /// <summary>The values of <see cref="IsLike"/>.</summary>
    /// <param name="word">The word.</param>
    internal static object[] Likeness(string word) => [Accented, Plain, $"%{Escaped(word)}%"];

    private async Task<IReadOnlyList<Choice>> FindAsync<T>(string typed, CancellationToken cancellation) where T : RecordState
    {
        var folded = Folded(typed);
        var readable = await sight.OfAsync(session.Query<T>(), cancellation);
        foreach (var word in WordsOf(typed).Take(MostWords))
            readable = readable.Where(r => r.MatchesSql(IsLike(Known[typeof(T)]), Likeness(word)));

        var found = await readable.OrderBy(r => r.Id).Take(LookedAt).ToListAsync(cancellation);
        await sight.NoteAsync(found.Where(r => r.Classification == Classification.Restricted).Select(r => r.Id), cancellation);
        return
        [
            .. found.Select(r => new Choice(r.Id, RecordNames.Of(r, CultureInfo.CurrentUICulture)))
                .OrderBy(c => IsCalled(c.Name, typed) ? 0 : Folded(c.Name).StartsWith(folded, StringComparison.Ordinal) ? 1 : 2).ThenBy(c => c.Name, StringComparer.CurrentCulture).Take(Most),
        ];
    }

    private static string Escaped(string word) => word
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
