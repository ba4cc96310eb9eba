using JasperFx.Events;
using Marten.Events.Projections;
using Relations.App.Recording;
using Relations.Domain.People;

namespace Relations.App.Views;

/// <summary>Keeps <see cref="PartnershipView"/> up to date, grouped by the partnerships that each event says it concerns.</summary>
internal sealed partial class PartnershipProjection : MultiStreamProjection<PartnershipView, Guid>
{
    /// <summary>Sets the grouping and the sizes.</summary>
    public PartnershipProjection()
    {
        Name = nameof(PartnershipView);
        CustomGrouping(async (session, events, grouping) =>
        {
            foreach (var e in events)
            {
                foreach (var partnership in e.Concerns().Partnerships)
                    grouping.AddEvent(partnership, e);
                if (e.Data is not PersonErasureCompleted)
                    continue;
                foreach (var (partnership, made) in await Remaking.PartnershipsAsync(session, e))
                    grouping.AddEvent(partnership, e.WithData(made));
            }
        });

        // Few partnerships take most events: those in use are not read again for each batch.
        Options.CacheLimitPerTenant = 1_000;
    }

    /// <inheritdoc />
    public override PartnershipView? Evolve(PartnershipView? snapshot, Guid id, IEvent e) =>
        e.Data as PartnershipView ?? PartnershipView.Fold(snapshot, id, e);
}
