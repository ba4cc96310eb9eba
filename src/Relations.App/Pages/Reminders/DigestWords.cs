using System.Globalization;
using System.Text;
using Relations.App.Coming;
using Relations.App.Pages.Calendar;
using Relations.App.Reminders;
using Relations.Domain.Time;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Reminders;

/// <summary>One line of a digest.</summary>
/// <param name="When">The date, or how much there is of it.</param>
/// <param name="Title">What it is of.</param>
/// <param name="Address">Where that is shown.</param>
/// <param name="Under">What it is, and of which partnerships.</param>
/// <param name="IsNew">Whether the digest before did not tell it.</param>
public sealed record DigestLine(string When, string Title, string Address, string Under, bool IsNew);

/// <summary>One part of a digest in words.</summary>
/// <param name="Heading">What it is about.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Lines">What it tells.</param>
/// <param name="More">How many are left out.</param>
/// <param name="MoreAddress">Where all of them are.</param>
public sealed record DigestSection(string Heading, int Total, IReadOnlyList<DigestLine> Lines, int More, string MoreAddress);

/// <summary>A digest in words, in the language of the moment that it was written.</summary>
/// <param name="Subject">Its subject, with how much there is of what.</param>
/// <param name="Title">Its title.</param>
/// <param name="Sections">Its parts that have anything to tell.</param>
public sealed record DigestWords(string Subject, string Title, IReadOnlyList<DigestSection> Sections)
{
    /// <summary>The page where somebody says what they want to be reminded of.</summary>
    public const string SettingsAddress = "/account/reminders";

    /// <summary>Partnerships that a line names at most.</summary>
    private const int MostNamed = 3;

    /// <summary>A digest in words.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="names">What its dates are called.</param>
    public static DigestWords Of(Digest digest, ComingNames names)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var day = EdtfDate.Of(digest.Day).ToWords(CultureInfo.CurrentUICulture);
        DigestSection[] all =
        [
            Dated(Say("Mail.Overdue"), digest.Overdue, "/commitments"),
            Dated(Say("Mail.Notices"), digest.Notices, "/calendar"),
            Dated(Say("Mail.Ends"), digest.Ends, "/calendar"),
            Dated(Say("Mail.Due"), digest.Due, "/commitments"),
            Counted(Say("Mail.Quiet"), digest.Quiet, q => q.Count is { } days ? Say("Mail.QuietDays", days) : Say("Mail.QuietAlways")),
            Counted(Say("Mail.Changed"), digest.Changed, c => c.Count == 1 ? Say("Mail.OneFact") : Say("Mail.Facts", c.Count)),
        ];
        DigestSection[] told = [.. all.Where(s => s.Total > 0)];
        return new(
            Say("Mail.Subject", string.Join(" · ", told.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Heading.ToLower(CultureInfo.CurrentUICulture)}: {s.Total}")))),
            Say("Mail.Title", day),
            told);

        DigestSection Dated(string heading, DigestPart<DigestDate> part, string more) => new(
            heading, part.Total, [.. part.Items.Select(d => Line(d.Date, d.IsNew, names))], part.More, more);
    }

    /// <summary>The whole mail as text.</summary>
    /// <param name="mail">Where links lead.</param>
    /// <param name="stopLink">The address that stops such mails.</param>
    public string ToText(MailSettings mail, string stopLink)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var text = new StringBuilder().AppendLine(Title);
        foreach (var section in Sections)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{section.Heading} ({section.Total})");
            foreach (var line in section.Lines)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"- {line.When}: {line.Title}{(line.IsNew ? $" [{Say("Mail.New")}]" : "")}");
                if (line.Under.Length > 0)
                    text.AppendLine(CultureInfo.InvariantCulture, $"  {line.Under}");
                text.AppendLine(CultureInfo.InvariantCulture, $"  {mail.Whole(line.Address)}");
            }

            if (section.More > 0)
                text.AppendLine(CultureInfo.InvariantCulture, $"- {Say("Mail.More", section.More)}: {mail.Whole(section.MoreAddress)}");
        }

        return text.AppendLine()
            .AppendLine(Say("Mail.Why"))
            .AppendLine(CultureInfo.InvariantCulture, $"{Say("Mail.Settings")}: {mail.Whole(SettingsAddress)}")
            .AppendLine(CultureInfo.InvariantCulture, $"{Say("Mail.Stop")}: {mail.Whole(stopLink)}")
            .ToString();
    }

    private static DigestLine Line(ComingDate date, bool isNew, ComingNames names) => new(
        date.On.ToWords(CultureInfo.CurrentUICulture),
        names.TitleOf(date),
        RecordLink.To(date.Of),
        string.Join(" · ", names.PartnershipsOf(date).Take(MostNamed).Select(p => p.Text).Prepend(ComingNames.Of(date.Kind))),
        isNew);

    private static DigestSection Counted(string heading, DigestPart<DigestPartnership> part, Func<DigestPartnership, string> when) => new(
        heading,
        part.Total,
        [.. part.Items.Select(p => new DigestLine(when(p), p.Partnership.Name, $"/partnerships/{p.Partnership.Row.Slug}", "", p.IsNew))],
        part.More,
        "/portfolio");
}
