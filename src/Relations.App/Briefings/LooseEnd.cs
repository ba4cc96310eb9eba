using Relations.App.Recording;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;

namespace Relations.App.Briefings;

/// <summary>What can be left loose.</summary>
public enum LooseEndKind
{
    /// <summary>Nobody answers for the partnership.</summary>
    NoFocalPoint,

    /// <summary>A meeting's day has passed, and nobody recorded whether it was held.</summary>
    MeetingNotClosed,

    /// <summary>Minutes were drafted, and nobody approved them.</summary>
    MinutesNotApproved,

    /// <summary>Some parties signed an agreement, and others did not.</summary>
    SignatureMissing,

    /// <summary>A promise is overdue.</summary>
    Overdue,

    /// <summary>A fact was recorded without a source.</summary>
    WithoutSource,
}

/// <summary>Something that whoever takes over has to see to.</summary>
/// <param name="Kind">What.</param>
/// <param name="Records">The records, each once.</param>
public sealed record LooseEnd(LooseEndKind Kind, Shown<Guid> Records)
{
    private const int Most = 8;

    /// <summary>The loose ends of a partnership on a day; of each kind that there is, one.</summary>
    /// <param name="view">The partnership, which is on record.</param>
    /// <param name="latest">Its latest meetings: minutes of older ones are not looked for.</param>
    /// <param name="facts">The facts looked at for their sources.</param>
    /// <param name="day">The day.</param>
    public static IReadOnlyList<LooseEnd> Of(PartnershipView view, IEnumerable<Meeting> latest, IEnumerable<HistoryEntry> facts, DateOnly day)
    {
        IEnumerable<Guid> RecordsOf(LooseEndKind kind) => kind switch
        {
            LooseEndKind.NoFocalPoint => view.Partnership!.FocalPoint is null ? [view.Id] : [],
            LooseEndKind.MeetingNotClosed => view.Meetings
                .Where(m => m.Value.Status == MeetingStatus.Scheduled && m.Value.On?.HasEndedBefore(day) == true)
                .OrderBy(m => m.Value.On).Select(m => m.Key),
            LooseEndKind.MinutesNotApproved => latest.Where(m => m.Minutes is { Approvals: [] }).Select(m => m.Id),
            LooseEndKind.SignatureMissing => view.Agreements.Values
                .Where(a => a.Status < AgreementStatus.Signed && a.Signatures.Count > 0 && !a.Parties.All(a.HasSigned)).Select(a => a.Id),
            LooseEndKind.Overdue => view.Commitments.Values.Where(c => c.IsOverdue(day)).OrderBy(c => c.Due).Select(c => c.Id),
            _ => facts.Where(f => f.Basis == Basis.Known && f.Citations.Count == 0 && f.Data is IDated).Select(f => f.Record),
        };

        return
        [
            .. Enum.GetValues<LooseEndKind>()
                .Select(kind => new LooseEnd(kind, RecordsOf(kind).Distinct().AtMost(Most)))
                .Where(end => end.Records.Total > 0),
        ];
    }
}
