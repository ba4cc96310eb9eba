using System.Diagnostics;
using Relations.Domain.Recording;

namespace Relations.App.Pages;

/// <summary>The addresses of the pages of records.</summary>
public static class RecordLink
{
    /// <summary>A record's page.</summary>
    /// <param name="record">The record.</param>
    public static string To(IRecordId record) => record switch
    {
        OrganisationId id => $"/organisations/{id}",
        PersonId id => $"/people/{id}",
        PartnershipId id => $"/partnerships/{id}",
        MeetingId id => $"/meetings/{id}",
        AgreementId id => $"/agreements/{id}",
        ProjectId id => $"/projects/{id}",
        CommitmentId id => $"/commitments/{id}",
        SourceId id => $"/sources/{id}",
        _ => throw new UnreachableException($"A {record.GetType().Name} has no page."),
    };
}
