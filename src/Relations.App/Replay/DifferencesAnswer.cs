using System.Globalization;
using Relations.App.Pages.Replay;
using Relations.App.Recording;

namespace Relations.App.Replay;

/// <summary>In what a partnership differs between two moments, as the API and the command line give it.</summary>
/// <param name="From">The first moment.</param>
/// <param name="To">The second moment.</param>
/// <param name="Records">The records that differ, in the order in which they were first recorded.</param>
/// <param name="Total">How many differ in all; at most <see cref="DifferenceReader.MostRecords"/> are told of.</param>
public sealed record DifferencesAnswer(MomentAnswer From, MomentAnswer To, IReadOnlyList<RecordDifferencesAnswer> Records, int Total)
{
    /// <summary>The answer made of what was read.</summary>
    /// <param name="picture">What was read.</param>
    /// <param name="culture">The language of its sentences.</param>
    public static DifferencesAnswer Of(DifferencePicture picture, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        KnownNames names = new(picture.Known, AsOf.Now, culture);
        DifferenceWords words = new(names);
        return new(
            MomentAnswer.Of(picture.From),
            MomentAnswer.Of(picture.To),
            [
                .. picture.Records.Select(r => new RecordDifferencesAnswer(
                    r.Kind, r.Record, names.OfRecord(r.Record).Text, [.. r.Differences.Select(d => DifferenceAnswer.Of(d, words.Of(r.Kind, d)))])),
            ],
            picture.Total);
    }
}

/// <summary>A moment on both clocks.</summary>
/// <param name="On">The day in the world; null for none.</param>
/// <param name="AsKnownAt">The moment of recording; null for the present.</param>
public sealed record MomentAnswer(DateOnly? On, DateTimeOffset? AsKnownAt)
{
    internal static MomentAnswer Of(AsOf asOf) => new(asOf.On, asOf.KnownAt);
}

/// <summary>In what a record differs.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Record">The record.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Differences">The differences.</param>
public sealed record RecordDifferencesAnswer(string Kind, Guid Record, string Title, IReadOnlyList<DifferenceAnswer> Differences);

/// <summary>A difference.</summary>
/// <param name="Difference"><c>opened</c>, <c>absent</c>, <c>became</c>, <c>added</c>, <c>removed</c> or <c>altered</c>.</param>
/// <param name="Field">The field that differs; null for the record as a whole.</param>
/// <param name="Data">What stands at either moment, <c>before</c> and <c>after</c>, as in the record itself; left out where nothing does.</param>
/// <param name="Words">It in a sentence, in the reader's language.</param>
/// <param name="By">The event that makes it; null where it is not among those that the reader sees.</param>
public sealed record DifferenceAnswer(string Difference, string? Field, object? Data, string Words, ChangingEvent? By)
{
    internal static DifferenceAnswer Of(Difference difference, string words) => difference switch
    {
        Replay.Difference.Opened => new("opened", null, null, words, difference.By),
        Replay.Difference.Absent => new("absent", null, null, words, difference.By),
        Replay.Difference.Became d => new("became", d.Field, new Values(d.Before, d.After), words, d.By),
        Replay.Difference.Added d => new("added", d.Field, new Values(null, d.Entry), words, d.By),
        Replay.Difference.Removed d => new("removed", d.Field, new Values(d.Entry, null), words, d.By),
        Replay.Difference.Altered d => new("altered", d.Field, new Values(d.Before, d.After), words, d.By),
        _ => throw new System.Diagnostics.UnreachableException(difference.GetType().Name),
    };

    private sealed record Values(object? Before, object? After);
}
