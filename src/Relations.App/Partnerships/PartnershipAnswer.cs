using Relations.App.Recording;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Sources;

namespace Relations.App.Partnerships;

/// <summary>A partnership whole, as the API and the command line give it.</summary>
/// <param name="Partnership">The partnership itself.</param>
/// <param name="Day">The day that its health is judged by.</param>
/// <param name="Health">Why it stands as it does.</param>
/// <param name="Agreements">Its agreements.</param>
/// <param name="Projects">Its projects.</param>
/// <param name="Commitments">Its commitments.</param>
/// <param name="Meetings">Its latest meetings, the latest first.</param>
/// <param name="Organisations">Every organisation that its facts name.</param>
/// <param name="People">Every person that its facts name.</param>
/// <param name="Sources">Every source that its facts cite; their texts are read one by one.</param>
/// <param name="Facts">Its latest facts, the latest day first, with the passages they are written in.</param>
/// <param name="Register">The facts about the organisations, people and sources named.</param>
public sealed record PartnershipAnswer(
    Partnership Partnership,
    DateOnly Day,
    PartnershipHealth Health,
    IReadOnlyList<Agreement> Agreements,
    IReadOnlyList<Project> Projects,
    IReadOnlyList<Commitment> Commitments,
    IReadOnlyList<Meeting> Meetings,
    IReadOnlyList<Organisation> Organisations,
    IReadOnlyList<Person> People,
    IReadOnlyList<Source> Sources,
    IReadOnlyList<HistoryEntry> Facts,
    IReadOnlyList<HistoryEntry> Register)
{
    /// <summary>The answer made of what was read.</summary>
    /// <param name="picture">What was read; its partnership is on record.</param>
    public static PartnershipAnswer Of(PartnershipPicture picture) => new(
        picture.View.Partnership!,
        picture.Day,
        picture.Health,
        [.. picture.View.Agreements.Values],
        [.. picture.View.Projects.Values],
        [.. picture.View.Commitments.Values],
        picture.Meetings,
        [.. picture.Organisations.Values.OrderBy(o => o.Id)],
        [.. picture.People.Values.OrderBy(p => p.Id)],
        [.. picture.Sources.Values.OrderBy(s => s.Id).Select(s => s with { Text = null })],
        picture.Facts,
        picture.Register);
}
