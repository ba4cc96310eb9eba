using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using JasperFx.Events;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.App.Replay;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using Event = Relations.Domain.Recording.Event;

namespace Relations.App.Tests.Replay;

/// <summary>Whatever was recorded: the view as known at a moment is the one that was live then, and a comparison tells exactly what differs.</summary>
public class ReplayPropertyTests
{
    private const int Histories = 1_000;

    private static readonly OrganisationId[] Parties = [.. Enumerable.Range(0, 3).Select(_ => new OrganisationId(Guid.CreateVersion7()))];

    private static readonly Gen<EdtfDate?> Day = Gen.Frequency(
        (1, Gen.Const((EdtfDate?)null)),
        (6, Gen.Int[1990, 2030].Select(Gen.Int[0, 12]).Select((year, month) => (EdtfDate?)EdtfDate.Parse(month == 0 ? $"{year:D4}" : $"{year:D4}-{month:D2}"))));

    /// <summary>What is recorded next: of which record, what, and whether in the same transaction as what was recorded before.</summary>
    private static readonly Gen<(int Kind, int Record, int What, EdtfDate? On, bool Together)> Act =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[0, 5], Day, Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true))));

    [Fact]
    public void the_view_as_known_at_a_moment_is_the_view_that_was_live_then() => Act.Array[1, 24].Sample(
        acts =>
        {
            var (partnership, history) = Recorded(acts);
            List<(DateTimeOffset At, string Live)> live = [];
            PartnershipView? view = null;
            foreach (var e in history.Events)
            {
                // The live view goes through the store with each event; a replay does not.
                view = PartnershipView.Fold(view is null ? null : Kept(view), partnership.Value, e);
                if (live.Count > 0 && live[^1].At == e.Timestamp)
                    live.RemoveAt(live.Count - 1);
                live.Add((e.Timestamp, Json(view)));
            }

            foreach (var (at, then) in live)
            {
                Assert.Equal(then, Json(PartnershipReader.Replay(partnership, new AsOf(KnownAt: at).Of(history.Events))));
                Assert.Equal(then, Json(PartnershipReader.Replay(partnership, history.Events.Where(e => e.Timestamp <= at))));
                Assert.Equal(then, Json(PartnershipReader.Replay(partnership, new AsOf(KnownAt: at.AddSeconds(59)).Of(history.Events))));
            }

            Assert.Null(PartnershipReader.Replay(partnership, new AsOf(KnownAt: MadeHistory.Start).Of(history.Events)));
        },
        iter: Histories);

    [Fact]
    public void two_moments_differ_where_their_records_do_and_nowhere_else() => Gen.Select(Act.Array[1, 20], Gen.Int[0, 20], Gen.Int[0, 20]).Sample(
        (acts, first, second) =>
        {
            var (_, history) = Recorded(acts);
            var (from, to) = (new AsOf(Through: first), new AsOf(Through: second));
            var (before, after) = (from.Of(history.Events), to.Of(history.Events));
            var differing = Differences.Between(before, after);

            Assert.All(differing, r => Assert.NotEmpty(r.Differences));
            Assert.Equal(
                history.Events.Select(e => e.StreamId).Distinct().Where(id => Compared(id, before) != Compared(id, after)),
                differing.Select(r => r.Record));
            var between = before.ExceptBy(after.Select(e => e.Sequence), e => e.Sequence).Concat(after.ExceptBy(before.Select(e => e.Sequence), e => e.Sequence));
            var makers = between.Select(e => e.Sequence).ToHashSet();
            Assert.All(differing.SelectMany(r => r.Differences), d => Assert.Contains(d.By!.Sequence, makers));
        },
        iter: Histories);

    /// <summary>All that is compared of a record, as one text.</summary>
    private static string? Compared(Guid record, IEnumerable<IEvent> events)
    {
        var own = events.Where(e => e.StreamId == record).ToList();
        if (own.Count == 0)
            return null;
        var state = RecordReader.Replay(RecordKinds.All.Single(k => k.Name == own[0].AggregateTypeName), record, own, AsOf.Now);
        return state is null ? null : string.Join('\n', ComparedFields.All[state.GetType()].Select(f => JsonSerializer.Serialize(f.Read(state), RecordJson.Stored)));
    }

    private static (PartnershipId Partnership, MadeHistory History) Recorded((int Kind, int Record, int What, EdtfDate? On, bool Together)[] acts)
    {
        PartnershipId partnership = new(Guid.CreateVersion7());
        var concerns = Concerns.Of([partnership, .. Parties]);
        Dictionary<(int, int), (Guid Id, int Acts)> records = new() { [(0, 0)] = (partnership.Value, 1) };
        var history = new MadeHistory().Record(partnership.Value, new PartnershipEstablished("una-relacion", [Parties[0], Parties[1]], null, null), concerns);
        foreach (var (kind, record, what, on, together) in acts)
        {
            var key = kind == 0 ? (0, 0) : (kind, record);
            var (id, before) = records.GetValueOrDefault(key, (Guid.CreateVersion7(), 0));
            records[key] = (id, before + 1);
            history.Record(id, Next(kind, before, what, on, partnership), concerns, inSameTransaction: together);
        }

        return (partnership, history);
    }

    private static Event Next(int kind, int before, int what, EdtfDate? on, PartnershipId of) => (kind, before, what) switch
    {
        (0, _, 0) => new PartnershipThemesSet([$"tema {before % 3}"]),
        (0, _, 1) => new PartnershipFocalPointAssigned(before % 2 == 0 ? "ana" : "eva", on),
        (0, _, 2) => new PartnershipSuspended(on, "Falta de fondos"),
        (0, _, 3) => new PartnershipPartyJoined(Parties[2], on),
        (0, _, 4) => new PartnershipPartyWithdrew(Parties[2], on, null),
        (0, _, _) => new PartnershipResumed(on),
        (1, 0, _) => new AgreementAttested([of], AgreementType.CooperationAgreement, null, null, [Parties[0], Parties[1]], AgreementStatus.InForce, on, new(AgreementTerm.Unknown), ConsentKind.Signature, null, null, null),
        (1, _, 0) => new AgreementExtended(before, on, EdtfDate.Parse($"{2025 + (before % 4)}")),
        (1, _, 1) => new AgreementSuspended(on, "Revisión"),
        (1, _, 2) => new AgreementResumed(on),
        (1, _, 3) => new AgreementObligationRecorded(before, "Informar", Parties[0]),
        (1, _, 4) => new AgreementEntryRetracted(before - 1),
        (1, _, _) => new AgreementCorrected(new() { Since = on }, new() { Since = on }, []),
        (2, 0, _) => new CommitmentMade([of], "Enviar el plan", Parties[0], [Parties[1]], on, null, null, null),
        (2, _, 0) => new CommitmentKept(on, "Recibido"),
        (2, _, 1) => new CommitmentDeferred(EdtfDate.Parse($"{2025 + (before % 3)}"), null),
        (2, _, _) => new CommitmentCorrected(new(null, null, null, CommitmentStatus.Kept), new(null, null, null, CommitmentStatus.Open)),
        (3, 0, _) => new MeetingHeld([of], on, new("Lima"), Modality.InPerson, null),
        (3, _, 0) => new TopicDiscussed($"tema {before}"),
        (3, _, 1) => new TopicRetracted(before - 1, "tema"),
        (3, _, 2) => new OutcomeRecorded("Lazos renovados", OutcomeKind.Reaffirmation),
        (3, _, _) => new MeetingCorrected(new() { On = on }, new() { On = on }),
        (_, 0, _) => new ProjectRecorded([of], [new(Parties[0], ProjectRole.Implementing)], ProjectStatus.Implementation, null, null, null, null),
        (_, _, 0) => new ProjectCompleted(on),
        (_, _, 1) => new ProjectMilestoneReached(before, "Hito", on),
        (_, _, 2) => new ProjectParticipantJoined(Parties[2], ProjectRole.Funding, on),
        _ => new ProjectCancelled(on, "Sin fondos"),
    };

    private static PartnershipView Kept(PartnershipView view) => JsonSerializer.Deserialize<PartnershipView>(Json(view), RecordJson.Stored)!;

    private static string Json(PartnershipView? view) => JsonSerializer.SerializeToNode(view, RecordJson.Stored)!.ToJsonString();
}
