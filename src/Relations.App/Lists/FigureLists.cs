using System.Globalization;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;

namespace Relations.App.Lists;

/// <summary>The lists behind the figures of a partnership: each opens exactly the records that its figure counts.</summary>
/// <param name="slug">The partnership's slug.</param>
public sealed class FigureLists(string slug)
{
    private ListQuestion Here => new() { Partnership = slug };

    /// <summary>The meetings held.</summary>
    public string Meetings => (Here with { State = ListQuestion.NameOf(MeetingStatus.Held) }).AddressOf("meetings");

    /// <summary>The meetings planned.</summary>
    public string Planned => (Here with { State = ListQuestion.NameOf(MeetingStatus.Scheduled) }).AddressOf("meetings");

    /// <summary>The agreements in force.</summary>
    public string InForce => (Here with { State = ListQuestion.NameOf(AgreementStatus.InForce) }).AddressOf("agreements");

    /// <summary>Of these, those whose term nobody wrote down.</summary>
    public string TermUnknown => (Here with { TermUnknown = true }).AddressOf("agreements");

    /// <summary>The open commitments.</summary>
    public string OpenCommitments => (Here with { State = ListQuestion.NameOf(CommitmentStatus.Open) }).AddressOf("commitments");

    /// <summary>Of these, those whose due date has passed.</summary>
    public string Overdue => (Here with { State = "overdue" }).AddressOf("commitments");

    /// <summary>The commitments kept.</summary>
    public string Kept => (Here with { State = ListQuestion.NameOf(CommitmentStatus.Kept) }).AddressOf("commitments");

    /// <summary>The projects under way.</summary>
    public string Running => (Here with { State = "running" }).AddressOf("projects");

    /// <summary>The people whose post changed after the last meeting.</summary>
    public string PostsChanged => (Here with { ChangedSinceLastMeeting = true }).AddressOf("people");

    /// <summary>The meetings held in a year.</summary>
    /// <param name="year">The year, as figures name it.</param>
    public string MeetingsOf(string year) => (Here with
    {
        State = ListQuestion.NameOf(MeetingStatus.Held),
        Year = int.Parse(year, CultureInfo.InvariantCulture),
    }).AddressOf("meetings");

    /// <summary>The agreements in force whose term ends within some months.</summary>
    /// <param name="months">The months.</param>
    public string Ending(int months = 12) => (Here with { EndsWithin = months }).AddressOf("agreements");
}
