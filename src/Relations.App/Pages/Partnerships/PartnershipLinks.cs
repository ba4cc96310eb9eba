using System.Globalization;
using Relations.App.Partnerships;
using Relations.Domain.Recording;

namespace Relations.App.Pages.Partnerships;

/// <summary>
/// The ways from a partnership's page to the records behind its figures. The lists show the present: on a page of the past the
/// ways lead to its own sections.
/// </summary>
/// <param name="names">The names on the page.</param>
/// <param name="isPast">Whether the page shows the past.</param>
public sealed class PartnershipLinks(Names names, bool isPast)
{
    private readonly string slug = names.Picture.View.Partnership!.Slug;

    /// <summary>The way to what a figure counts: one record's page, else the list of them; null where it counts nothing.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="id">Makes the typed id of its records.</param>
    /// <param name="list">The list.</param>
    public static string? To(Figure figure, Func<Guid, IRecordId> id, string list) => figure switch
    {
        { Count: 0 } => null,
        { Records: [var only] } => RecordLink.To(id(only)),
        _ => list,
    };

    /// <summary>The list of its agreements.</summary>
    /// <param name="state">Where they stand.</param>
    public string Agreements(string? state = null) => List("agreements", "state", state);

    /// <summary>The list of its projects.</summary>
    /// <param name="state">Where they stand.</param>
    public string Projects(string? state = null) => List("projects", "state", state);

    /// <summary>The list of its commitments.</summary>
    /// <param name="state">Where they stand.</param>
    public string Commitments(string? state = null) => List("commitments", "state", state);

    /// <summary>The list of its meetings.</summary>
    /// <param name="year">The year they were held in.</param>
    public string Meetings(int? year = null) => List("meetings", "year", year?.ToString(CultureInfo.InvariantCulture));

    /// <summary>The list of its meetings that were planned, and of which nobody recorded what came.</summary>
    public string PlannedMeetings() => List("meetings", "state", "scheduled");

    /// <summary>The list of its people.</summary>
    public string People() => List("people");

    /// <summary>The list of its documents.</summary>
    public string Sources() => List("sources");

    private string List(string list, string? filter = null, string? value = null) => isPast
        ? names.AddressOf(list)
        : $"/{list}?partnership={Uri.EscapeDataString(slug)}{(value is null ? null : $"&{filter}={value}")}";
}
