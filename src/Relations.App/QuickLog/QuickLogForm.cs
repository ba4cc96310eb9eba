using System.Globalization;
using Relations.App.Pages.Forms;
using Relations.App.Recording;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using Relations.Reading.Dates;

namespace Relations.App.QuickLog;

/// <summary>The quick log as it stands: what was typed, which records it may mean, and what is wrong with it.</summary>
/// <param name="values">What was typed.</param>
public sealed class QuickLogForm(FormValues values)
{
    /// <summary>Who took part.</summary>
    public const string Who = "who";

    /// <summary>When.</summary>
    public const string When = "when";

    /// <summary>Where.</summary>
    public const string Where = "where";

    /// <summary>What about, a line for each.</summary>
    public const string Topics = "topics";

    /// <summary>What was promised.</summary>
    public const string Promises = "promises";

    /// <summary>The partnership; guessed where nothing is said.</summary>
    public const string Partnership = "partnership";

    /// <summary>The day on which it was typed, where the typist is: “yesterday” is counted from it, also when it is sent days later.</summary>
    public const string Today = "today";

    /// <summary>The date that the typist was shown for what was typed.</summary>
    public const string Understood = "understood";

    /// <summary>Stands in <see cref="Understood"/> where nothing could be shown, because there was no line.</summary>
    public const string Unseen = "*";

    /// <summary>The key by which a log sent twice is recorded once.</summary>
    public const string Key = "key";

    /// <summary>The most participants, so that the fields of the form stay within what a request may have; more come by the whole form.</summary>
    public const int MostParticipants = 15;

    /// <summary>The most promises, likewise.</summary>
    public const int MostPromises = 10;

    private const int FirstParticipants = 4;
    private const int FirstPromises = 2;

    /// <summary>How long a log may wait to be sent.</summary>
    private const int MostDays = 90;

    /// <summary>The parts of a row by which it counts.</summary>
    private static readonly string[] Telling = ["person.text", "organisation.text", "post", "what", "owedBy.text", "due"];

    private readonly List<FormMistake> mistakes = [];

    /// <summary>What was typed.</summary>
    public FormValues Values { get; } = values;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FormMistake> Mistakes => mistakes;

    /// <summary>The records that may be meant where what was typed names none or several, by the field's path.</summary>
    public Dictionary<string, IReadOnlyList<Choice>> Candidates { get; } = [];

    /// <summary>How many participants are shown.</summary>
    public int WhoRows => Math.Clamp(Values.Rows(Who), FirstParticipants, MostParticipants);

    /// <summary>How many promises are shown.</summary>
    public int PromiseRows => Math.Clamp(Values.Rows(Promises), FirstPromises, MostPromises);

    /// <summary>Says what is wrong.</summary>
    /// <param name="path">The field at fault.</param>
    /// <param name="text">What is wrong.</param>
    public void Mistake(string path, string text) => mistakes.Add(new(path, text));

    /// <summary>What is wrong with a field.</summary>
    /// <param name="path">The field's path.</param>
    public IEnumerable<string> MistakesAt(string path) => mistakes.Where(m => m.Path == path).Select(m => m.Text);

    /// <summary>Puts a rule that stands against a step at the field that it comes from.</summary>
    /// <param name="step">The step.</param>
    /// <param name="refusal">The refusal.</param>
    public void Refuse(LogStep step, Refusal refusal) =>
        Mistake(PlaceOf(step, refusal.Field ?? ""), refusal.Rule.InWords(CultureInfo.CurrentUICulture, refusal.Arguments));

    /// <summary>The day from which dates are counted: the typist's, unless it is long past or still to come everywhere.</summary>
    /// <param name="now">Today, where the clock is.</param>
    public DateOnly TodayBy(DateOnly now) =>
        DateOnly.TryParseExact(Values[Today], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed)
            && typed <= now.AddDays(1) && typed >= now.AddDays(-MostDays) ? typed : now;

    /// <summary>When it was, by what was typed; null where that is no date.</summary>
    /// <param name="now">Today, where the clock is.</param>
    public EdtfDate? On(DateOnly now) => DatePhrase.Read(Values[When], TodayBy(now));

    /// <summary>
    /// Whether the typist has seen what the date was taken for. A date that names its year can be taken for nothing else.
    /// </summary>
    /// <param name="on">What it was taken for.</param>
    public bool IsUnderstood(EdtfDate on) =>
        Values[Understood] is var seen && (seen == Unseen || seen == on.ToString())
        || Values[When].Contains(on.Earliest?.Year.ToString("0000", CultureInfo.InvariantCulture) ?? "?", StringComparison.Ordinal);

    /// <summary>Leaves out the rows in which nothing stands.</summary>
    public void Compact()
    {
        Values.Compact(Who, IsSaid);
        Values.Compact(Promises, IsSaid);
    }

    private bool IsSaid(string row) => Telling.Any(part => Values[$"{row}.{part}"].Length > 0);

    private static string PlaceOf(LogStep step, string field) => step.Command switch
    {
        LogMeeting => field switch
        {
            "on" => When,
            _ when field.StartsWith("place", StringComparison.Ordinal) => Where,
            _ when field.StartsWith("topics", StringComparison.Ordinal) => Topics,
            _ when field.StartsWith("participants", StringComparison.Ordinal) => FormField.RowPath(Who, 0) + ".person",
            _ => Partnership,
        },
        MakeCommitment => field switch
        {
            "what" => step.Path + ".what",
            "due" => step.Path + ".due",
            "on" => When,
            _ when field.StartsWith("partnerships", StringComparison.Ordinal) => Partnership,
            _ => step.Path + ".owedBy",
        },
        Domain.Organisations.RegisterOrganisation => step.Path.StartsWith(Who, StringComparison.Ordinal) ? step.Path + ".organisation" : step.Path + ".owedBy",
        Domain.People.AppointPerson => step.Path + ".post",
        _ => step.Path + ".person",
    };
}
