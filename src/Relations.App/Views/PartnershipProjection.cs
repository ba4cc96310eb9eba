using JasperFx.Events;
using Marten.Events.Projections;
using Relations.App.Recording;

namespace Relations.App.Views;

/// <summary>Keeps <see cref="PartnershipView"/> up to date, grouped by the partnerships that each event says it concerns.</summary>
internal sealed partial class PartnershipProjection : MultiStreamProjection<PartnershipView, Guid>
{
    /// <summary>Sets the grouping and the sizes.</summary>
    public PartnershipProjection()
    {
        Name = nameof(PartnershipView);
        CustomGrouping((_, events, grouping) =>
        {
            foreach (var e in events)
            {
                foreach (var partnership in e.Concerns().Partnerships)
                    grouping.AddEvent(partnership, e);
            }

            return Task.CompletedTask;
        });

        // Measured: a rebuild spends its time on round trips, and few partnerships take most events.
        Options.BatchSize = 5_000;
        Options.CacheLimitPerTenant = 1_000;
    }

    /// <inheritdoc />
    public override PartnershipView? Evolve(PartnershipView? snapshot, Guid id, IEvent e) => PartnershipView.Fold(snapshot, id, e);
}
