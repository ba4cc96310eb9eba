using System.Text.Json.Serialization;
using JasperFx;
using Relations.App.Pages;
using Relations.Domain.Recording;

namespace Relations.App.Reminders;

/// <summary>How often somebody gets a mail.</summary>
[JsonConverter(typeof(EnumNameConverter<DigestRhythm>))]
public enum DigestRhythm
{
    /// <summary>Never.</summary>
    Off,

    /// <summary>On each day that has something new.</summary>
    Daily,

    /// <summary>Once a week, with all that stands.</summary>
    Weekly,
}

/// <summary>Which partnerships somebody is reminded of.</summary>
[JsonConverter(typeof(EnumNameConverter<DigestScope>))]
public enum DigestScope
{
    /// <summary>Those that they answer for.</summary>
    Mine,

    /// <summary>All that they may read.</summary>
    All,

    /// <summary>Those that they chose.</summary>
    Chosen,
}

/// <summary>When something is worth a word, in days.</summary>
/// <param name="Ends">Before the end of a term.</param>
/// <param name="Notice">Before the last day for notice.</param>
/// <param name="Due">Before a commitment is due.</param>
/// <param name="Quiet">Without a meeting.</param>
public sealed record ReminderDays(int Ends = 90, int Notice = 60, int Due = 14, int Quiet = 180)
{
    /// <summary>The most days ahead.</summary>
    public const int MostAhead = 365;

    /// <summary>The most days without a meeting.</summary>
    public const int MostQuiet = 3_650;
}

/// <summary>The wish that an address be confirmed: a key went there by mail.</summary>
/// <param name="Hash">The hash of the key.</param>
/// <param name="Expires">When it ends.</param>
public sealed record Confirmation(string Hash, DateTimeOffset Expires);

/// <summary>
/// What somebody wants to be reminded of, and where, under the id of their account. A document and no events, like the secrets beside it:
/// an address that was replaced must be gone.
/// </summary>
public sealed record ReminderSettings : IRevisioned
{
    /// <summary>The account.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where mails go; empty where nowhere.</summary>
    public string Address { get; init; } = "";

    /// <summary>The language of the mails (ISO 639-1).</summary>
    public string Language { get; init; } = Preferences.Languages[0];

    /// <summary>How often there is one.</summary>
    public DigestRhythm Rhythm { get; init; } = DigestRhythm.Off;

    /// <summary>The day of a weekly one.</summary>
    public DayOfWeek Weekday { get; init; } = DayOfWeek.Monday;

    /// <summary>When something is worth a word.</summary>
    public ReminderDays Days { get; init; } = new();

    /// <summary>Which partnerships.</summary>
    public DigestScope Scope { get; init; } = DigestScope.Mine;

    /// <summary>Those chosen.</summary>
    public IReadOnlyList<Guid> Partnerships { get; init; } = [];

    /// <summary>Since which day they want mails there; the first period begins after it. Null while the address is not confirmed.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The open wish to confirm the address.</summary>
    public Confirmation? Confirmation { get; init; }

    /// <summary>The last day on which a confirmation was asked for.</summary>
    public DateOnly? AskedOn { get; init; }

    /// <summary>How many were asked for on that day.</summary>
    public int Asked { get; init; }

    /// <summary>
    /// The key in each mail that stops them. It stands here as it is, since every mail carries it anew, and it does nothing else.
    /// </summary>
    public string StopKey { get; init; } = "";

    /// <summary>How often they changed: two changes at once cannot both be kept.</summary>
    public int Version { get; set; }

    /// <summary>Whether mails go out.</summary>
    [JsonIgnore]
    public bool IsOn => Rhythm != DigestRhythm.Off && Since is not null;

    /// <summary>The period that a mail on a day is for: that day, or the weekday that came last; null where there is none.</summary>
    /// <param name="today">The day.</param>
    public DateOnly? PeriodOn(DateOnly today) => !IsOn
        ? null
        : Rhythm == DigestRhythm.Daily ? today : today.AddDays(-(((int)today.DayOfWeek - (int)Weekday + 7) % 7));
}

/// <summary>How far the mails of somebody are. There is one, and whoever moves it holds it: a period is told once.</summary>
public sealed record DigestMark : IRevisioned
{
    /// <summary>The account.</summary>
    public required Guid Id { get; init; }

    /// <summary>The last period that a message went out for.</summary>
    public required DateOnly Queued { get; init; }

    /// <summary>The period that a message is under way for; null where none is.</summary>
    public DateOnly? Waiting { get; init; }

    /// <summary>The day on which the mail server last took a mail.</summary>
    public DateOnly? Told { get; init; }

    /// <summary>How often it moved.</summary>
    public int Version { get; set; }
}
