using System.Collections;
using System.Globalization;
using System.Resources;
using CsCheck;
using Relations.Domain.Time;

namespace Relations.Domain.Tests.Time;

public class when_a_date_is_put_into_words
{
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("es"), CultureInfo.GetCultureInfo("en")];

    [Theory]
    [InlineData("2016-02-12", "12 de febrero de 2016", "12 February 2016")]
    [InlineData("2016-02", "febrero de 2016", "February 2016")]
    [InlineData("1992", "1992", "1992")]
    [InlineData("1985-04-12T23:20:30", "12 de abril de 1985, 23:20:30", "12 April 1985, 23:20:30")]
    [InlineData("1985-04-12T23:20:30Z", "12 de abril de 1985, 23:20:30 UTC", "12 April 1985, 23:20:30 UTC")]
    [InlineData("1985-04-12T23:20:30+04:30", "12 de abril de 1985, 23:20:30 UTC+04:30", "12 April 1985, 23:20:30 UTC+04:30")]
    [InlineData("Y170000002", "170000002", "170000002")]
    [InlineData("Y-170000002", "170000003 a. C.", "170000003 BC")]
    [InlineData("-1985", "1986 a. C.", "1986 BC")]
    [InlineData("0000", "1 a. C.", "1 BC")]
    [InlineData("-0043-03-15", "15 de marzo de 44 a. C.", "15 March 44 BC")]
    [InlineData("2001-21", "primavera de 2001", "spring 2001")]
    [InlineData("2001-22", "verano de 2001", "summer 2001")]
    [InlineData("2001-23", "otoño de 2001", "autumn 2001")]
    [InlineData("2001-24", "invierno de 2001", "winter 2001")]
    [InlineData("201X", "década de 2010", "2010s")]
    [InlineData("190X", "década de 1900", "1900s (decade)")]
    [InlineData("20XX", "algún año entre 2000 y 2099", "some year between 2000 and 2099")]
    [InlineData("000X", "algún año entre 1 a. C. y 9", "some year between 1 BC and 9")]
    [InlineData("-198X", "algún año entre 1990 a. C. y 1981 a. C.", "some year between 1990 BC and 1981 BC")]
    [InlineData("2004-XX", "2004, mes sin precisar", "2004, month unspecified")]
    [InlineData("1985-04-XX", "abril de 1985, día sin precisar", "April 1985, day unspecified")]
    [InlineData("1985-XX-XX", "1985, mes y día sin precisar", "1985, month and day unspecified")]
    public void a_single_date_is_natural(string text, string spanish, string english) => Says(text, spanish, english);

    [Theory]
    [InlineData("1992~", "hacia 1992", "about 1992")]
    [InlineData("2016?", "2016 (fecha incierta)", "2016 (uncertain)")]
    [InlineData("1984%", "hacia 1984 (fecha incierta)", "about 1984 (uncertain)")]
    [InlineData("2004-06~", "hacia junio de 2004", "about June 2004")]
    [InlineData("2004-06-11~", "hacia el 11 de junio de 2004", "about 11 June 2004")]
    [InlineData("2001-21~", "hacia la primavera de 2001", "about spring 2001")]
    [InlineData("2001-24~", "hacia el invierno de 2001", "about winter 2001")]
    [InlineData("201X~", "hacia la década de 2010", "about the 2010s")]
    [InlineData("200X~", "hacia la década de 2000", "about the 2000s (decade)")]
    [InlineData("2004-XX?", "2004, mes sin precisar (fecha incierta)", "2004, month unspecified (uncertain)")]
    public void a_doubt_is_said(string text, string spanish, string english) => Says(text, spanish, english);

    [Theory]
    [InlineData("2010/2015", "de 2010 a 2015", "2010 to 2015")]
    [InlineData("2004-06/2006-08", "de junio de 2004 a agosto de 2006", "June 2004 to August 2006")]
    [InlineData("2004-02-01/2005-02-08", "del 1 de febrero de 2004 al 8 de febrero de 2005", "1 February 2004 to 8 February 2005")]
    [InlineData("2004-02-01/2005", "del 1 de febrero de 2004 a 2005", "1 February 2004 to 2005")]
    [InlineData("2001-21/2003-23", "de la primavera de 2001 al otoño de 2003", "spring 2001 to autumn 2003")]
    [InlineData("2001-22/2003-21", "del verano de 2001 a la primavera de 2003", "summer 2001 to spring 2003")]
    [InlineData("-0099/-0043", "de 100 a. C. a 44 a. C.", "100 BC to 44 BC")]
    [InlineData("1992/..", "desde 1992, sin fecha de fin", "since 1992, open-ended")]
    [InlineData("1992/", "desde 1992, fin desconocido", "since 1992, end unknown")]
    [InlineData("2016-02-12/", "desde el 12 de febrero de 2016, fin desconocido", "since 12 February 2016, end unknown")]
    [InlineData("2001-21/..", "desde la primavera de 2001, sin fecha de fin", "since spring 2001, open-ended")]
    [InlineData("/2016-02-12", "hasta el 12 de febrero de 2016, inicio desconocido", "until 12 February 2016, start unknown")]
    [InlineData("../2016", "hasta 2016, sin fecha de inicio", "until 2016, open start")]
    [InlineData("1984?/2004-06-08~", "de 1984 (fecha incierta) al 8 de junio de 2004 (fecha aproximada)", "1984 (uncertain) to about 8 June 2004")]
    [InlineData("1984%/..", "desde 1984 (fecha aproximada e incierta), sin fecha de fin", "since about 1984 (uncertain), open-ended")]
    public void an_interval_says_what_is_open_and_what_is_unknown(string text, string spanish, string english) =>
        Says(text, spanish, english);

    [Fact]
    public void every_month_has_its_name()
    {
        string[] spanish =
        [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
        ];
        for (var month = 1; month <= 12; month++)
        {
            var english = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
            Says($"2016-{month:00}", $"{spanish[month - 1]} de 2016", $"{english} 2016");
        }
    }

    [Fact]
    public void another_language_gets_english() => Assert.Equal("12 February 2016", Words("2016-02-12", "fr-FR"));

    [Fact]
    public void no_language_gets_english() =>
        Assert.Equal("12 February 2016", EdtfDate.Parse("2016-02-12").ToWords(CultureInfo.InvariantCulture));

    [Fact]
    public void the_ambient_culture_plays_no_part()
    {
        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            // Other digits, another calendar, another minus sign.
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("fa-IR");
            Assert.Equal("12 February 2016", Words("2016-02-12", "fr"));
            Assert.Equal("desde el 12 de febrero de 2016, fin desconocido", Words("2016-02-12/", "es"));
            Assert.Equal("2016-02-12", EdtfDate.Of(new DateOnly(2016, 2, 12)).ToString());
            Assert.Equal("-1985-01-01", EdtfDate.Parse("-1985").Earliest.ToString());
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
        }
    }

    [Fact]
    public void no_spanish_word_is_left_in_english()
    {
        var words = new ResourceManager("Relations.Domain.Time.DateWords", typeof(EdtfDate).Assembly);
        Assert.Empty(Names(CultureInfo.InvariantCulture).Except(Names(CultureInfo.GetCultureInfo("es"))));

        IEnumerable<string> Names(CultureInfo culture) =>
            words.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().Select(word => (string)word.Key);
    }

    [Fact]
    public void there_are_words_for_every_date() => DateTexts.Dates.Sample(date =>
    {
        foreach (var language in Languages)
        {
            var words = date.ToWords(language);
            Assert.Equal(words.Trim(), words);
            Assert.NotEmpty(words);
            Assert.DoesNotContain("{", words, StringComparison.Ordinal);
        }
    });

    private static void Says(string text, string spanish, string english)
    {
        Assert.Equal(spanish, Words(text, "es-PE"));
        Assert.Equal(english, Words(text, "en"));
    }

    private static string Words(string text, string culture) => EdtfDate.Parse(text).ToWords(CultureInfo.GetCultureInfo(culture));
}
