using Relations.Reading.Text;

namespace Relations.Reading.People;

/// <summary>The people that a text names.</summary>
/// <param name="People">One fact for each person, with the fullest name that the text gives.</param>
/// <param name="Appointments">The posts that the text says they hold.</param>
/// <param name="Mentions">Every place where one is named or meant, in order of the text.</param>
internal sealed record PeopleRead(
    IReadOnlyList<PersonFact> People, IReadOnlyList<AppointmentFact> Appointments, IReadOnlyList<PersonMention> Mentions)
{
    /// <summary>The mentions within a passage.</summary>
    /// <param name="passage">The passage.</param>
    public IEnumerable<PersonMention> Within(Passage passage) => InOrder.Within(Mentions, m => m.Name, passage);
}

/// <summary>A place where a person is named or meant.</summary>
/// <param name="Whole">The name with its title and the post beside it: “el Director General de la SGCAN, embajador Elmer Schialer Salcedo”.</param>
/// <param name="Name">The name alone, or the word that points back: “el Secretario General”, “Dávalos”.</param>
/// <param name="Key">The key of the person's fact.</param>
/// <param name="Post">The post said here; null where none is.</param>
/// <param name="Organisation">The key of the organisation they are said to be of here, or hold that post at; null where the text does not say.</param>
/// <param name="IsAnaphora">Whether it only points back to a person named before.</param>
internal sealed record PersonMention(Passage Whole, Passage Name, string Key, string? Post, string? Organisation, bool IsAnaphora);
