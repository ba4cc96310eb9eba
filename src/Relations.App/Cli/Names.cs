using Relations.App.Recording;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Recording;

namespace Relations.App.Cli;

/// <summary>The names of the organisations and people that a record mentions, in the reader's language.</summary>
/// <param name="words">The reader's language.</param>
/// <param name="organisations">The organisations.</param>
/// <param name="people">The people.</param>
internal sealed class Names(
    Words words, IReadOnlyDictionary<Guid, Organisation> organisations, IReadOnlyDictionary<Guid, Person> people)
{
    /// <summary>The reader's language.</summary>
    public Words Words => words;

    /// <summary>Looks up the names that a record mentions.</summary>
    /// <param name="state">The record.</param>
    /// <param name="asOf">The two clocks.</param>
    /// <param name="reader">Reads records.</param>
    /// <param name="words">The reader's language.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<Names> InAsync(
        RecordState state, AsOf asOf, RecordReader reader, Words words, CancellationToken cancellation) => new(
        words,
        await reader.ReadManyAsync<Organisation>(state.Concerns.Organisations, asOf, cancellation),
        await reader.ReadManyAsync<Person>(state.Concerns.People, asOf, cancellation));

    /// <summary>An organisation, by its acronym where it has one; by its id where its name is not known.</summary>
    /// <param name="id">The organisation.</param>
    public string? Of(OrganisationId? id) =>
        id is null ? null : organisations.GetValueOrDefault(id.Value.Value)?.ShortNameIn(words.Language) ?? id.ToString();

    /// <summary>Organisations, one after another.</summary>
    /// <param name="ids">The organisations.</param>
    public string Of(IEnumerable<OrganisationId> ids) => string.Join(", ", ids.Select(id => Of(id)));

    /// <summary>A person; by the id where the name is not known, or erased.</summary>
    /// <param name="id">The person.</param>
    public string? Of(PersonId? id) => id is null ? null : people.GetValueOrDefault(id.Value.Value)?.Name?.Display ?? id.ToString();
}
