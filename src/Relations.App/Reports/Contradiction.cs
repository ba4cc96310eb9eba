using System.Text.Json;
using JasperFx.Events;
using Relations.App.Recording;
using Relations.Domain.Recording;

namespace Relations.App.Reports;

/// <summary>
/// A field of which two sources say different things: what stood by the one was corrected by the other. Both are kept, and the
/// views show that of the correction, unless a later one moved it again.
/// </summary>
/// <param name="Change">The field, as the one source and as the other has it.</param>
/// <param name="Earlier">The place, in the order of recording, of the event that the first value comes from.</param>
/// <param name="Later">That of the correction.</param>
/// <param name="Shown">That of the event whose value the views show.</param>
public sealed record Contradiction(FieldChange Change, long Earlier, long Later, long Shown)
{
    /// <summary>The contradictions that an event brought.</summary>
    /// <param name="events">The events of its record in order, up to it or further.</param>
    /// <param name="sequence">Its place in the order of recording.</param>
    public static IReadOnlyList<Contradiction> In(IReadOnlyList<IEvent> events, long sequence)
    {
        if (RecordStory.Of(events) is not { } story || story.At(sequence) is not { } correction)
            return [];
        return
        [
            .. from change in story.ChangesAt(sequence)
               where change is { Before: not null, After: not null }
               let origin = story.OriginBefore(sequence, change.Field)
               where origin is not null
               let earlier = SourcesOf(story.At(origin.Value)!, change.Field)
               where earlier.Count > 0 && SourcesOf(correction, change.Field).Any(source => !earlier.Contains(source))
               select new Contradiction(change, origin.Value, sequence, story.OriginNow(change.Field) ?? sequence),
        ];
    }

    /// <summary>The sources that an event cites for a field: those cited for it, and those cited for the whole fact.</summary>
    /// <param name="e">The event.</param>
    /// <param name="field">The field.</param>
    internal static IReadOnlySet<Guid> SourcesOf(IEvent e, string field) => (e.Provenance().Citations ?? [])
        .Where(c => c.Fields is null or [] || c.Fields.Contains(JsonNamingPolicy.CamelCase.ConvertName(field)))
        .Select(c => c.Source.Value).ToHashSet();
}
