using System.Diagnostics;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Records;

/// <summary>What a record is called, and the address of its page.</summary>
internal static class RecordTitle
{
    /// <summary>A record by its title; by what it is, where nobody knows one.</summary>
    /// <param name="record">The record.</param>
    /// <param name="names">The names of the organisations that a title is made of.</param>
    public static string Of(RecordState record, INames names) => record switch
    {
        Organisation o => o.ShortNameIn(names.Culture),
        Person p => p.Name?.Display ?? Say("Person.Erased"),
        Partnership p => p.Name ?? Together(p.Parties.Select(x => x.Organisation), names),
        Meeting m => m.Title ?? ((m.On ?? m.PlannedFor) is { } on ? Say("Meeting.Of", on) : Say("Meeting.Undated")),
        Agreement a => a.Title ?? $"{Capital(Vocabulary.InWords(a.Type, names.Culture), names)} {Together(a.Parties, names)}",
        Project p => p.Title ?? Say("Project.Untitled"),
        Commitment c => c.What,
        Source s => s.Title,
        _ => throw new UnreachableException($"A {record.GetType().Name} has no title."),
    };

    /// <summary>The typed id of a record.</summary>
    /// <param name="record">The record.</param>
    public static IRecordId IdOf(RecordState record) => IdOf(record.GetType(), record.Id);

    /// <summary>The typed id of a record.</summary>
    /// <param name="kind">The type of its state.</param>
    /// <param name="id">Its plain id.</param>
    public static IRecordId IdOf(Type kind, Guid id) => kind switch
    {
        _ when kind == typeof(Organisation) => new OrganisationId(id),
        _ when kind == typeof(Person) => new PersonId(id),
        _ when kind == typeof(Partnership) => new PartnershipId(id),
        _ when kind == typeof(Meeting) => new MeetingId(id),
        _ when kind == typeof(Agreement) => new AgreementId(id),
        _ when kind == typeof(Project) => new ProjectId(id),
        _ when kind == typeof(Commitment) => new CommitmentId(id),
        _ when kind == typeof(Source) => new SourceId(id),
        _ => throw new UnreachableException($"A {kind.Name} has no page."),
    };

    /// <summary>With a capital, for the start of a line.</summary>
    /// <param name="words">Words for the middle of a sentence.</param>
    /// <param name="names">Their language.</param>
    public static string Capital(string words, INames names) => words.Length == 0 ? words : char.ToUpper(words[0], names.Culture) + words[1..];

    private static string Together(IEnumerable<OrganisationId> organisations, INames names) =>
        string.Join("–", organisations.Select(o => names.Of(o).Text));
}
