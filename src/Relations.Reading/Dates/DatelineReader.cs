using System.Collections.Frozen;
using System.Globalization;
using Relations.Reading.Text;

namespace Relations.Reading.Dates;

/// <summary>What the head of a text says of where and when it was given out.</summary>
/// <param name="Passage">The dateline; null where there is none.</param>
/// <param name="City">Its place.</param>
/// <param name="Country">The place's country.</param>
/// <param name="Date">Its date.</param>
/// <param name="Published">A date that the head names as that of publication.</param>
/// <param name="Year">The year of the document's number: “Nota de prensa N° 12-2016”.</param>
internal sealed record TextHead(Passage? Passage, string? City, string? Country, FoundDate? Date, FoundDate? Published, Anchor? Year);

/// <summary>Finds the dateline: at the start of one of the first paragraphs, alone on its line, or as the last line of a letter.</summary>
internal static class DatelineReader
{
    private const int HeadParagraphs = 14;
    private const int FootParagraphs = 8;
    private const int MostTokens = 48;

    private static readonly FrozenSet<string> PublishedWords = DateWords.Set("publicado publicada publicacion published posted actualizado updated fecha date sent enviado emitido issued released");
    private static readonly FrozenSet<string> Small = DateWords.Set("de del la las los el d of");

    // Words that stand where a city would, in titles and headings.
    private static readonly FrozenSet<string> NoPlaces = DateWords.Set(
        "comunicado nota boletin acta fecha press news statement minutes date publicado reunion visita foro noticias noticia prensa release media reporte informe report agenda " +
        "memorando memorandum carta letter published posted objeto antecedentes articulo asunto subject lugar place from to de para cc sent enviado conferencia cumbre summit meeting " +
        "lunes martes miercoles jueves viernes sabado domingo monday tuesday wednesday thursday friday saturday sunday hoy ayer local internacional en in on the el la");

    /// <summary>What the head of a text says.</summary>
    /// <param name="text">The text.</param>
    /// <param name="dates">Its dates, as written.</param>
    public static TextHead Read(ReadText text, IReadOnlyList<FoundDate> dates)
    {
        var paragraphs = Paragraphs(text, dates);
        var published = paragraphs.Select(p => p.Published()).FirstOrDefault(d => d is not null);
        var year = paragraphs.Select(p => p.YearOfNumber()).FirstOrDefault(y => y is not null);
        var line = paragraphs.Select(p => p.Dateline()).FirstOrDefault(d => d is not null)
            ?? paragraphs.Select(p => p.PublishedLine()).FirstOrDefault(d => d is not null)
            ?? Foot(text, dates).Select(p => p.LineAlone()).LastOrDefault(d => d is not null);
        return new(line?.Passage, line?.City, line?.Country, line?.Date, published, year);
    }

    private static List<Paragraph> Paragraphs(ReadText text, IReadOnlyList<FoundDate> dates) =>
        [.. Enumerable.Range(0, Math.Min(HeadParagraphs, text.Paragraphs.Count)).Select(p => Paragraph.Of(text, dates, p))];

    private static IEnumerable<Paragraph> Foot(ReadText text, IReadOnlyList<FoundDate> dates) =>
        Enumerable.Range(0, text.Paragraphs.Count).Skip(Math.Max(HeadParagraphs, text.Paragraphs.Count - FootParagraphs)).Select(p => Paragraph.Of(text, dates, p));

    private sealed record Line(Passage Passage, string? City, string? Country, FoundDate? Date);

    private readonly record struct Place(string City, string? Country, bool IsKnown, int Next);

    /// <summary>The first words of a paragraph, whatever its sentences.</summary>
    private sealed class Paragraph
    {
        private readonly ReadText _text;
        private readonly List<Token> _tokens = [];
        private readonly Dictionary<int, (FoundDate Date, int Length)> _dates = [];
        private bool _isWhole = true;

        private Paragraph(ReadText text) => _text = text;

        public static Paragraph Of(ReadText text, IReadOnlyList<FoundDate> dates, int number)
        {
            var paragraph = new Paragraph(text);
            for (var s = text.SentenceAt(text.Paragraphs[number].Offset); s < text.Sentences.Count && text.Sentences[s].Paragraph == number; s++)
            {
                if (paragraph._tokens.Count >= MostTokens)
                {
                    paragraph._isWhole = false;
                    break;
                }

                for (var d = FirstOf(dates, s); d < dates.Count && dates[d].Sentence == s; d++)
                    paragraph._dates[paragraph._tokens.Count + dates[d].From] = (dates[d], dates[d].To - dates[d].From);
                paragraph._tokens.AddRange(text.Sentences[s].Tokens.Take(MostTokens * 2));
            }

            return paragraph;
        }

        private static int FirstOf(IReadOnlyList<FoundDate> dates, int sentence)
        {
            var (low, high) = (0, dates.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = dates[middle].Sentence < sentence ? (middle + 1, high) : (low, middle);
            }

            return low;
        }

        /// <summary>“Publicado el 13/02/2016”, “Fecha: …”, and the date of an e-mail.</summary>
        public FoundDate? Published() =>
            PublishedWords.Contains(Word(0)) ? _dates.Where(d => d.Key <= 8).OrderBy(d => d.Key).Select(d => (FoundDate?)d.Value.Date).FirstOrDefault() : null;

        public Line? PublishedLine() =>
            Published() is { } date ? new(PassageOf(date), null, null, date) : null;

        /// <summary>“N° 12-2016”, “N° 034/2017”.</summary>
        public Anchor? YearOfNumber()
        {
            for (var i = 0; i + 3 < Math.Min(_tokens.Count, MostTokens); i++)
            {
                if (Word(i) is "n" or "no" or "nro" or "num" or "numero" or "boletin" or "comunicado" && Number(i) is { } year)
                    return new(year, null);
            }

            return null;

            int? Number(int i)
            {
                var at = Word(i + 1) is "°" or "º" or "." or "o" ? i + 2 : i + 1;
                at = Word(at) is "°" or "º" or "." ? at + 1 : at;
                return Word(at).All(char.IsAsciiDigit) && Word(at).Length is >= 1 and <= 4 && Word(at + 1) is "-" or "/" && Word(at + 2).Length == 4
                    && int.TryParse(Word(at + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1950 and <= 2100
                    ? year
                    : null;
            }
        }

        /// <summary>A dateline at the start of the paragraph, or alone in it.</summary>
        public Line? Dateline()
        {
            var start = Word(0) is "lugar" or "place" ? Label() : Word(0) == "(" ? 1 : 0;
            if (PlaceAt(start) is not { } place)
                return DateFirst();
            if (DateAfter(place.Next) is not { } date)
                return place.IsKnown && (PlaceAlone(place) || OpensBody(start, place)) ? new(Between(start, place.Next), place.City, place.Country, null) : null;
            var end = AfterAgency(date.Next);

            // “(Quito, 21 nov 2013) El Secretario …”: the brackets close it, with or without a mark.
            var isEnclosed = Word(0) == "(" && Word(date.Next - 1) == ")";
            var isClosed = IsMarked(end, out var isStrong) || isEnclosed || end >= _tokens.Count;
            isStrong |= isEnclosed;
            return isClosed && (place.IsKnown || isStrong || IsFullDate(date.Date, end) || (end >= _tokens.Count && _isWhole))
                ? new(Between(isEnclosed ? 0 : start, end), place.City, place.Country, date.Date)
                : null;
        }

        /// <summary>“Riohacha, 25 de febrero de 2021. Con la presencia …”: a whole date, and a sentence behind it.</summary>
        private bool IsFullDate(FoundDate date, int end) =>
            date.Date is CalendarDate { End: null, Start: { Day: not null, Year: not null } } && Word(end) is "." && end + 1 < _tokens.Count && _tokens[end + 1].IsCapitalised;

        /// <summary>A place and a date, or a date, alone on the line.</summary>
        public Line? LineAlone() => Dateline() is { } line && line.Date is not null && line.City is not null && IsAlone(line) ? line : null;

        private bool IsAlone(Line line) => _isWhole && _tokens[^1].Passage.End - line.Passage.End <= 2;

        private int Label()
        {
            for (var i = 1; i < Math.Min(5, _tokens.Count); i++)
            {
                if (Word(i) == ":")
                    return i + 1;
            }

            return 0;
        }

        /// <summary>“12 de febrero de 2016.-”, “12 February 2016 –”, or the date alone on its line.</summary>
        private Line? DateFirst()
        {
            if (DateAfter(0) is not { } date || date.Date.Date is not CalendarDate { End: null, Start: { Day: not null } })
                return null;
            var end = AfterAgency(date.Next);
            var isAlone = _isWhole && (end >= _tokens.Count || (end == _tokens.Count - 1 && Word(end) == "."));
            if (PlaceAfter(end) is { } place && (IsMarked(place.Next, out _) || place.Next >= _tokens.Count) && place.IsKnown)
                return new(Between(0, place.Next), place.City, place.Country, date.Date);
            return isAlone || (IsMarked(end, out var isStrong) && isStrong) ? new(Between(0, end), null, null, date.Date) : null;
        }

        private Place? PlaceAfter(int i) => Word(i) is "," or "-" or "–" or "—" or "|" or "." ? PlaceAt(i + 1) : null;

        /// <summary>“San José, Costa Rica. El secretario …”: a city with its country, and a sentence behind them.</summary>
        private bool OpensBody(int start, Place place) =>
            Word(place.Next) is "." && place.Next + 3 < _tokens.Count && _tokens[place.Next + 1].IsCapitalised && Enumerable.Range(start, place.Next - start).Any(i => Word(i) is "," or "(");

        /// <summary>“Lima.-”, “GENEVA –”, “LIMA (OIM) –”.</summary>
        private bool PlaceAlone(Place place) => IsMarked(AfterAgency(place.Next), out var isStrong) && isStrong;

        /// <summary>The date after a place: “, 12 de febrero”, “ (12 feb)”, “, a 12 de marzo”, “. 5 de mayo”, “ – June 5”.</summary>
        private (FoundDate Date, int Next)? DateAfter(int i)
        {
            var next = i;
            for (var n = 0; n < 6 && next < _tokens.Count; n++)
            {
                if (_dates.TryGetValue(next, out var date))
                {
                    var end = next + date.Length;
                    return (date.Date, Word(end) == ")" ? end + 1 : end);
                }

                if (Word(next) is not ("," or "." or "(" or "-" or "–" or "—" or "|" or "a" or "al" or "los" or "el" or "the" or "hoy" or ":") && !DateWords.Weekdays.ContainsKey(Word(next)))
                    return null;
                next++;
            }

            return null;
        }

        /// <summary>“(CAN)”, “(OAS)” after a dateline.</summary>
        private int AfterAgency(int i)
        {
            if (Word(i) != "(" && !(Word(i) == "." && Word(i + 1) == "("))
                return i;
            var start = Word(i) == "(" ? i : i + 1;
            for (var n = start + 1; n < Math.Min(start + 8, _tokens.Count); n++)
            {
                if (Word(n) == ")")
                    return n + 1;
            }

            return i;
        }

        /// <summary>Whether the mark that closes a dateline stands here; a dash is a strong one, a full stop or a colon is not.</summary>
        private bool IsMarked(int i, out bool isStrong)
        {
            var word = Word(i);
            isStrong = word is "-" or "–" or "—" or "|" || (word is "." or "," && Word(i + 1) is "-" or "–" or "—");
            return isStrong || word is "." or ":" or ",";
        }

        private Place? PlaceAt(int i)
        {
            for (var words = Places.MostWords; words > 0; words--)
            {
                if (i + words <= _tokens.Count && Places.CountryOfCity(Name(i, i + words)) is { } country && _tokens[i].IsCapitalised && !IsInName(i + words))
                    return WithCountry(i, i + words, country);
            }

            var next = i;
            while (next < Math.Min(i + 4, _tokens.Count) && (IsNameWord(next) || (next > i && Small.Contains(Word(next)))))
                next++;
            return next > i && !NoPlaces.Contains(Word(i)) && Word(next) is "," or "(" or "." ? WithCountry(i, next, null) : null;
        }

        /// <summary>“Lima” in “Lima Airport” or “Santiago Pérez” is no place of its own.</summary>
        private bool IsInName(int next) => next < _tokens.Count && IsNameWord(next) && !_dates.ContainsKey(next) && !(_tokens[next].IsAllCapitals && _tokens[next - 1].IsAllCapitals is false);

        private bool IsNameWord(int i) => i < _tokens.Count && _tokens[i].IsCapitalised && _tokens[i].IsWord && !_dates.ContainsKey(i);

        /// <summary>“Quito, Ecuador”, “WASHINGTON, D.C.”, “Cúcuta (Colombia)”: the country may follow.</summary>
        private Place WithCountry(int from, int to, string? known)
        {
            var city = Between(from, to).In(_text.Text);
            var next = to;
            for (var n = 0; n < 2; n++)
            {
                var at = Word(next) is "," or "(" or "-" ? next + 1 : -1;
                if (at < 0)
                    break;
                var found = false;
                for (var words = 4; words > 0 && !found; words--)
                {
                    if (at + words > _tokens.Count)
                        continue;
                    var name = Name(at, at + words);
                    var country = Places.Country(name) ?? (name is "d.c." or "dc" or "d.c" or "d . c ." ? known ?? "US" : null);
                    if (country is null || !_tokens[at].IsCapitalised)
                        continue;
                    (known, found) = (country, true);
                    next = Word(at + words) == ")" ? at + words + 1 : at + words;
                }

                if (!found)
                    break;
            }

            return new(city, known, known is not null, next);
        }

        private string Name(int from, int to) => string.Join(' ', Enumerable.Range(from, to - from).Select(Word));

        private string Word(int i) => i < _tokens.Count ? _tokens[i].Folded : "";

        private Passage Between(int from, int to) => Passage.Between(_tokens[from].Passage.Offset, _tokens[to - 1].Passage.End);

        private Passage PassageOf(FoundDate date)
        {
            var tokens = _text.Sentences[date.Sentence].Tokens;
            return Passage.Between(tokens[date.From].Passage.Offset, tokens[date.To - 1].Passage.End);
        }
    }
}
