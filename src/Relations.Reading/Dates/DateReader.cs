using Relations.Domain.Time;
using Relations.Reading.Text;

namespace Relations.Reading.Dates;

/// <summary>Reads the dates of a text: first as they are written, then the line that says when the text was given out, then what is counted from it.</summary>
internal static class DateReader
{
    /// <summary>Reads the dates of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">What is known beside it.</param>
    public static DatesRead Read(ReadText text, ReadingContext context)
    {
        var written = Written(text);
        var head = DatelineReader.Read(text, written);
        var published = Anchor.Of(Whole(head.Published)) ?? Anchor.Of(context.PublishedOn);
        var last = published ?? head.Year ?? (context.ReceivedOn is { } received ? new Anchor(received.Year, received, IsDoubtful: true) : null);
        var dateline = head.Date is { } date ? Mention(text, date, last, Tense.Past) : null;

        // The dateline may itself have been counted: "LIMA (12 feb)", published in 2016.
        var today = FromDateline(dateline, head.Date, last) ?? last;
        List<DateMention> mentions = [];
        Anchor? told = null;
        foreach (var found in written)
        {
            var mention = found == head.Date ? dateline! : Mention(text, found, Nearest(found.Date, today, told), null);
            mentions.Add(mention);
            told = Told(found.Date, mention) ?? told;
        }

        return new(head.Passage is { } passage ? new(passage, head.City, head.Country, dateline) : null, mentions);
    }

    private static List<FoundDate> Written(ReadText text)
    {
        var isEnglish = text.Language == "en";
        var isMonthFirst = isEnglish && MonthFirst.Is(text);
        List<FoundDate> written = [];
        for (var i = 0; i < text.Sentences.Count; i++)
            written.AddRange(new DateGrammar(i, text.Sentences[i].Tokens, isEnglish, isMonthFirst).Read());
        return written;
    }

    /// <summary>Where the text bears no date of its own, a day without a year is of the year that was told before it.</summary>
    private static Anchor? Nearest(WrittenDate date, Anchor? today, Anchor? told) =>
        date is CalendarDate { Start: { Year: null, Shift: null } } && (today is null || today.IsDoubtful) ? told ?? today : today;

    private static Anchor? Told(WrittenDate written, DateMention mention) =>
        written is CalendarDate { End: null, IsApproximate: false, Start: { Year: { } year, Month: not null } } && mention.Date is not null ? new(year, null) : null;

    private static Anchor? FromDateline(DateMention? dateline, FoundDate? written, Anchor? last) =>
        Anchor.Of(dateline?.Date) is { } anchor ? anchor with { IsDoubtful = Whole(written) is null && last is { IsDoubtful: true } } : null;

    private static EdtfDate? Whole(FoundDate? found) =>
        found?.Date is CalendarDate { Start.Year: not null } date ? DateCounting.Count(date, null, Tense.Unknown).Date : null;

    private static DateMention Mention(ReadText text, FoundDate found, Anchor? anchor, Tense? tense)
    {
        var tokens = text.Sentences[found.Sentence].Tokens;
        var counted = DateCounting.Count(found.Date, anchor, tense ?? TenseGuess.At(tokens, found.From, found.To));
        return new(
            Passage.Between(tokens[found.From].Passage.Offset, tokens[found.To - 1].Passage.End),
            counted.Date, counted.IsCounted, DateLinks.Of(tokens, found.From, found.Date), counted.Other, counted.IsContradicted);
    }
}
