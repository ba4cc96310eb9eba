using JasperFx.Events;
using Marten.Linq.MatchesSql;

namespace Relations.App.Recording;

/// <summary>Finds the events of a partnership among all.</summary>
internal static class EventsOfPartnership
{
    /// <summary>Leaves in the events that concern a partnership, as they say in their metadata; an index finds them.</summary>
    /// <param name="events">Events of any records.</param>
    /// <param name="partnership">The partnership.</param>
    public static IQueryable<IEvent> Concerning(this IQueryable<IEvent> events, Guid partnership)
    {
        var concerned = $$"""{"partnerships":["{{partnership}}"]}""";
        return events.Where(e => e.MatchesSql("d.headers -> 'concerns' @> ?::jsonb", concerned));
    }
}
