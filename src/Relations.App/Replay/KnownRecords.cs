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

namespace Relations.App.Replay;

/// <summary>Reads the records that a text is to name, of whatever kind, as they were.</summary>
internal static class KnownRecords
{
    /// <summary>The records with some ids, and the organisations that their titles are made of; those that were not there then are left out.</summary>
    /// <param name="records">Reads records.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="asOf">The two clocks. Sources are read as they are, so that a text supplied later lights up old passages.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<Dictionary<Guid, RecordState>> KnownAsync(
        this RecordReader records, IEnumerable<IRecordId> ids, AsOf asOf, CancellationToken cancellation)
    {
        Dictionary<Guid, RecordState> known = [];
        var kinds = ids.Distinct().ToLookup(id => id.GetType(), id => id.Value);
        await TakeAsync<Partnership>(kinds[typeof(PartnershipId)], asOf);
        await TakeAsync<Agreement>(kinds[typeof(AgreementId)], asOf);
        await TakeAsync<Project>(kinds[typeof(ProjectId)], asOf);
        await TakeAsync<Commitment>(kinds[typeof(CommitmentId)], asOf);
        await TakeAsync<Meeting>(kinds[typeof(MeetingId)], asOf);
        await TakeAsync<Person>(kinds[typeof(PersonId)], asOf);
        await TakeAsync<Source>(kinds[typeof(SourceId)], AsOf.Now);
        var parties = known.Values.Where(r => r is Partnership or Agreement).SelectMany(r => r.Concerns.Organisations).ToList();
        await TakeAsync<Organisation>(kinds[typeof(OrganisationId)].Union(parties), asOf);
        return known;

        async Task TakeAsync<T>(IEnumerable<Guid> wanted, AsOf then) where T : RecordState
        {
            foreach (var (id, record) in await records.ReadManyAsync<T>([.. wanted], then, cancellation))
                known[id] = record;
        }
    }
}
