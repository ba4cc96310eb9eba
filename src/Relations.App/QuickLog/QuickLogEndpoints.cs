using System.Globalization;
using Relations.App.Pages.Forms;
using Relations.App.Recording;
using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using Relations.Reading.Dates;
using static Relations.App.Pages.Texts;

namespace Relations.App.QuickLog;

/// <summary>What the quick log asks for while somebody types. Part of the page, for its script alone.</summary>
public static class QuickLogEndpoints
{
    /// <summary>Where people are offered.</summary>
    public const string People = "/log/people";

    /// <summary>Where organisations are offered.</summary>
    public const string Organisations = "/log/organisations";

    /// <summary>Where a date is understood.</summary>
    public const string Date = "/log/date";

    /// <summary>Where the partnership is guessed.</summary>
    public const string Partnership = "/log/partnership";

    /// <summary>Adds what the quick log is made of.</summary>
    /// <param name="services">The application's services.</param>
    public static void AddQuickLog(this IServiceCollection services)
    {
        services.AddScoped<Attendants>();
        services.AddScoped<PartnershipGuess>();
        services.AddScoped<QuickLogReading>();
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">The application.</param>
    public static void MapQuickLog(this WebApplication app)
    {
        app.MapGet(People, async (string? q, Attendants attendants, CancellationToken cancellation) =>
            q is { Length: > Limits.Name } ? Results.BadRequest() : Results.Json(await attendants.FindAsync(q ?? "", cancellation))).ExcludeFromDescription();
        app.MapGet(Organisations, OrganisationsAsync).ExcludeFromDescription();
        app.MapGet(Date, UnderstandDate).ExcludeFromDescription();
        app.MapGet(Partnership, GuessAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> OrganisationsAsync(string? q, Choices choices, CancellationToken cancellation)
    {
        if (q is { Length: > Limits.Name })
            return Results.BadRequest();
        var typed = q?.Trim() ?? "";
        Dictionary<string, string> nothing = [];
        var found = (await choices.FindAsync(RecordKinds.Of(typeof(Organisation))!, typed, cancellation)).Select(c => new Offer(c.Id.ToString(), c.Name, c.Name, nothing));
        return Results.Json(typed.Length == 0 ? found : found.Append(new(Offer.New, Say("QuickLog.NewOrganisation", typed), typed, nothing)));
    }

    private static IResult UnderstandDate(string? q, string? today, bool? coming, TimeProvider clock)
    {
        QuickLogForm form = new(new([new(QuickLogForm.Today, today)]));
        var day = form.TodayBy(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var date = DatePhrase.Read(q, day, coming == true ? DateSense.Coming : DateSense.Past);
        return Results.Json(new UnderstoodDate(date?.ToString(), date is null ? Say("QuickLog.WhenUnreadable") : UnderstoodDate.InWords(date)));
    }

    private static async Task<IResult> GuessAsync(Guid[] organisation, PartnershipGuess guess, CancellationToken cancellation)
    {
        if (organisation.Length > Limits.Items)
            return Results.BadRequest();
        var likeliest = await guess.OfAsync([.. organisation.Select(o => new OrganisationId(o))], cancellation);
        return Results.Json(new
        {
            Words = likeliest switch
            {
                [] => Say("QuickLog.NoPartnership"),
                [var one] => Say("QuickLog.Guessed", RecordNames.Of(one, CultureInfo.CurrentUICulture)),
                _ => Say("QuickLog.SeveralPartnerships"),
            }
        });
    }
}

/// <summary>What a date was taken for.</summary>
/// <param name="Date">The date; null where there was none.</param>
/// <param name="Words">The date in words, or that it is none.</param>
public sealed record UnderstoodDate(string? Date, string Words)
{
    /// <summary>A date in the reader's words, with the day of the week where it names a day.</summary>
    /// <param name="date">The date.</param>
    public static string InWords(EdtfDate date)
    {
        var culture = CultureInfo.CurrentUICulture;
        var words = date.ToWords(culture);
        return !date.IsInterval && date.Precision is EdtfPrecision.Day or EdtfPrecision.Time && DateOnly.TryParseExact(date.ToString()[..Math.Min(10, date.ToString().Length)], "yyyy-MM-dd", out var day)
            ? Say("QuickLog.OnWeekday", culture.DateTimeFormat.GetDayName(day.DayOfWeek), words)
            : words;
    }
}
