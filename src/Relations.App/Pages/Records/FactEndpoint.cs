using System.Globalization;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.App.Views;
using Relations.Domain.Partnerships;

namespace Relations.App.Pages.Records;

/// <summary>Leads from a fact's permanent address to its place on its record's page, on the page of facts that has it.</summary>
internal static class FactEndpoint
{
    /// <summary>Maps the address.</summary>
    /// <param name="app">The application.</param>
    public static void MapFacts(this WebApplication app) => app.MapGet(FactAddress.Path + "/{sequence}", OpenAsync).ExcludeFromDescription();

    private static async Task<IResult> OpenAsync(string sequence, HttpContext http, RecordReader records, PartnershipReader partnerships)
    {
        if (!long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            || (await records.EventsAtAsync([place], http.RequestAborted)).GetValueOrDefault(place) is not { } e)
            return Results.NotFound();
        _ = AddressClocks.Read(http.Request.Query["on"], http.Request.Query["asKnownAt"], out var asOf);
        var events = await records.EventsAsync([e.StreamId], asOf, http.RequestAborted);
        if (events.All(x => x.Sequence != place))
            (asOf, events) = (AsOf.Now, await records.EventsAsync([e.StreamId], AsOf.Now, http.RequestAborted));
        if (RecordStory.Of(events) is not { } story)
            return Results.NotFound();
        return story.Kind.State == typeof(Partnership)
            ? await InTimelineAsync(e, asOf, partnerships, http.RequestAborted)
            : Results.LocalRedirect(Place(story, place, asOf));
    }

    /// <summary>The timeline of a partnership is filtered to the day of the fact, and so short.</summary>
    private static async Task<IResult> InTimelineAsync(JasperFx.Events.IEvent e, AsOf asOf, PartnershipReader partnerships, CancellationToken cancellation)
    {
        if (await partnerships.FindAsync(e.StreamId.ToString(), cancellation) is not { } partnership)
            return Results.NotFound();
        var entry = TimelineEntry.Of(e).FirstOrDefault(t => t.Partnership == e.StreamId);
        var day = entry?.Day;
        var question = new TimelineQuestion(entry?.Kind, From: day, To: day);
        return Results.LocalRedirect($"/partnerships/{partnership.Slug}{question.Address(asOf, 1)}#{FactStep.PlaceOf(e.Sequence)}");
    }

    private static string Place(RecordStory story, long sequence, AsOf asOf)
    {
        var state = RecordReader.Replay(story.Kind, story.Events[0].StreamId, story.Events, AsOf.Now)!;
        var none = new Dictionary<Guid, Domain.Sources.Source>();
        var before = RecordPicture.InOrder(state, story.Events.Select(e => HistoryEntry.Of(e, none))).TakeWhile(f => f.Sequence != sequence).Count();
        var page = (before / RecordPicture.EntriesShown) + 1;
        var query = new Microsoft.AspNetCore.Http.Extensions.QueryBuilder(TimelineQuestion.Clocks(asOf).Select(c => KeyValuePair.Create(c.Name, c.Value)));
        if (page > 1)
            query.Add(RecordQuestion.Facts, page.ToString(CultureInfo.InvariantCulture));
        return $"{RecordLink.To(RecordTitle.IdOf(state))}{query}#{FactStep.PlaceOf(sequence)}";
    }
}
