using Relations.Domain.Time;
using Relations.Reading.Dates;
using Relations.Reading.Text;

namespace Relations.Reading.Tests.Dates;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("Se reunieron el 12 de febrero del 2016 en la sede.", "12 de febrero del 2016=2016-02-12")]
    [InlineData("Se reunieron el 12 de febrero de 2016.", "12 de febrero de 2016=2016-02-12")]
    [InlineData("Se firmó el 12/02/2016 en la sede.", "12/02/2016=2016-02-12")]
    [InlineData("Se firmó el 12.02.2016 en la sede.", "12.02.2016=2016-02-12")]
    [InlineData("Se firmó el 12-02-2016.", "12-02-2016=2016-02-12")]
    [InlineData("Se firmó el 2016-02-12 en la sede.", "2016-02-12=2016-02-12")]
    [InlineData("Se firmó el 12/02/16 en la sede.", "12/02/16=2016-02-12")]
    [InlineData("Se firmó el 12 feb 2016 en la sede.", "12 feb 2016=2016-02-12")]
    [InlineData("Se firmó el 12-feb-2016 en la sede.", "12-feb-2016=2016-02-12")]
    [InlineData("Se firmó el primero de mayo de 2016 y la sede.", "primero de mayo de 2016=2016-05-01")]
    [InlineData("Se firmó el 1° de mayo de 2016 en la sede.", "1° de mayo de 2016=2016-05-01")]
    [InlineData("Se firmó el 1.º de mayo de 2016 en la sede.", "1.º de mayo de 2016=2016-05-01")]
    [InlineData("Se firmó el 1ro de mayo del año 2016 en la sede.", "1ro de mayo del año 2016=2016-05-01")]
    [InlineData("Se firmó el doce de febrero de dos mil dieciséis en la sede.", "doce de febrero de dos mil dieciséis=2016-02-12")]
    [InlineData("Se firmó el treinta y uno de marzo de mil novecientos noventa y dos en la sede.", "treinta y uno de marzo de mil novecientos noventa y dos=1992-03-31")]
    [InlineData("En la ciudad de Quito, a los doce días del mes de febrero de 2016, se reunieron.", "doce días del mes de febrero de 2016=2016-02-12")]
    [InlineData("Se firmó en febrero de 2016 y luego en la sede.", "febrero de 2016=2016-02")]
    [InlineData("Se firmó a mediados de 2015 en la sede.", "2015=2015")]
    [InlineData("Se firmó hacia 1992 en la sede.", "1992=1992~")]
    [InlineData("Se firmó en 2010 en la sede.", "2010=2010")]
    [InlineData("El convenio rige desde el año 1992, según la sede.", "1992=1992")]
    [InlineData("El Acuerdo de Cartagena de 1969 rige en la región.", "1969=1969")]
    [InlineData("El Acuerdo de Cartagena (1969) rige en la región.", "1969=1969")]
    [InlineData("Los proyectos durante el período 2010-2015 se hicieron.", "2010-2015=2010/2015")]
    [InlineData("El Plan 2016–2020 de la región.", "2016–2020=2016/2020")]
    [InlineData("Se hicieron entre 2010 y 2015 en la región.", "2010 y 2015=2010/2015")]
    [InlineData("Se hicieron entre los años 2010 y 2015 en la región.", "2010 y 2015=2010/2015")]
    [InlineData("Se hicieron de 2010 a 2015 en la región.", "2010 a 2015=2010/2015")]
    [InlineData("Se hicieron desde 2010 hasta 2015 en la región.", "2010 hasta 2015=2010/2015")]
    [InlineData("Se reunieron el 10 y 11 de marzo de 2016 en la sede.", "10 y 11 de marzo de 2016=2016-03-10/2016-03-11")]
    [InlineData("Se reunieron los días 10, 11 y 12 de marzo de 2016 en la sede.", "10, 11 y 12 de marzo de 2016=2016-03-10/2016-03-12")]
    [InlineData("Se reunieron los días 10 y 15 de marzo de 2016 en la sede.", "10=2016-03-10|15 de marzo de 2016=2016-03-15")]
    [InlineData("Se reunieron del 10 al 12 de marzo de 2016 en la sede.", "10 al 12 de marzo de 2016=2016-03-10/2016-03-12")]
    [InlineData("Se reunieron entre el 10 y el 14 de marzo de 2016 en la sede.", "10 y el 14 de marzo de 2016=2016-03-10/2016-03-14")]
    [InlineData("Se reunieron del 30 de marzo al 2 de abril de 2016 en la sede.", "30 de marzo al 2 de abril de 2016=2016-03-30/2016-04-02")]
    [InlineData("Se reunieron del 30 de diciembre al 2 de enero de 2016 en la sede.", "30 de diciembre al 2 de enero de 2016=2015-12-30/2016-01-02")]
    [InlineData("De enero a marzo de 2016 se hizo en la sede.", "enero a marzo de 2016=2016-01/2016-03")]
    [InlineData("El jueves 7 de abril de 2016 se hizo en la sede.", "jueves 7 de abril de 2016=2016-04-07")]
    [InlineData("En los años noventa se hizo en la sede.", "años noventa=199X")]
    [InlineData("En la década de 1990 se hizo en la sede.", "1990=199X")]
    [InlineData("En el primer trimestre de 2016 se hizo en la sede.", "primer trimestre de 2016=2016-01/2016-03")]
    [InlineData("En el segundo semestre del 2016 se hizo en la sede.", "segundo semestre del 2016=2016-07/2016-12")]
    [InlineData("La Decisión 545 y la Resolución 2016 de la sede para la región.", null)]
    [InlineData("Participaron 1992 personas en la sede.", null)]
    [InlineData("Un total de 2000 migrantes llegaron a la sede.", null)]
    [InlineData("El teléfono de la sede es 511-2016-1992.", null)]
    [InlineData("La sede queda en la Av. 28 de Julio de la ciudad.", null)]
    [InlineData("La Agenda 2030 para el desarrollo de la región.", null)]
    public void a_date_in_spanish_is_read_as_precisely_as_it_is_written(string text, string? dates) => Assert.Equal(dates ?? "", Dates(text));

    [Theory]
    [InlineData("They met on Feb. 12, 2016 at the seat.", "Feb. 12, 2016=2016-02-12")]
    [InlineData("They met on 12 February 2016 at the seat.", "12 February 2016=2016-02-12")]
    [InlineData("They met on the 12th of February, 2016 at the seat.", "12th of February, 2016=2016-02-12")]
    [InlineData("They met on the twelfth day of February 2016 at the seat.", "twelfth day of February 2016=2016-02-12")]
    [InlineData("They met on twelve February two thousand sixteen at the seat.", "twelve February two thousand sixteen=2016-02-12")]
    [InlineData("They met on March 10-12, 2016 at the seat.", "March 10-12, 2016=2016-03-10/2016-03-12")]
    [InlineData("They met on 10 and 11 March 2016 at the seat.", "10 and 11 March 2016=2016-03-10/2016-03-11")]
    [InlineData("They met from 30 March to 2 April 2016 at the seat.", "30 March to 2 April 2016=2016-03-30/2016-04-02")]
    [InlineData("The projects ran from 2010 to 2015 in the region.", "2010 to 2015=2010/2015")]
    [InlineData("The projects ran between 2010 and 2015 in the region.", "2010 and 2015=2010/2015")]
    [InlineData("The agreement was signed in early 2015 at the seat.", "2015=2015")]
    [InlineData("The agreement has been in force since 1992 in the region.", "1992=1992")]
    [InlineData("The 1992 Agreement is in force in the region.", "1992=1992")]
    [InlineData("It was done in the 1990s and in the nineties.", "1990s=199X|nineties=199X")]
    [InlineData("It was done in the first half of 2016 at the seat.", "first half of 2016=2016-01/2016-06")]
    [InlineData("They may march to the seat of the 2016 members in 500 houses.", null)]
    [InlineData("It was done on 13/02/2016 at the seat.", "13/02/2016=2016-02-13")]
    public void a_date_in_english_is_read_as_precisely_as_it_is_written(string text, string? dates) => Assert.Equal(dates ?? "", Dates(text));

    [Fact]
    public void digits_in_english_have_two_readings_unless_a_month_in_words_tells()
    {
        var date = Assert.Single(Read("It was done on 05/06/2016 at the seat.").Dates);
        Assert.Equal(("2016-06-05", "2016-05-06"), (date.Date?.ToString(), date.Other?.ToString()));
        var american = Read("It was done on 05/06/2016 and not on June 7, 2016 at the seat.").Dates[0];
        Assert.Equal(("2016-05-06", "2016-06-05"), (american.Date?.ToString(), american.Other?.ToString()));
    }

    [Theory]
    [InlineData("El jueves 07 se reunieron en la sede.", "jueves 07=2016-04-07")]
    [InlineData("El jueves se reunieron en la sede.", "jueves=2016-04-07")]
    [InlineData("El viernes se reunieron en la sede.", "viernes=2016-04-08")]
    [InlineData("El próximo lunes se reunirán en la sede.", "próximo lunes=2016-04-11")]
    [InlineData("El viernes 15 se reunirán en la sede.", "viernes 15=2016-04-15")]
    [InlineData("Ayer se reunieron en la sede.", "Ayer=2016-04-07")]
    [InlineData("Hoy se reunieron en la sede.", "Hoy=2016-04-08")]
    [InlineData("Se reunirán mañana en la sede.", "mañana=2016-04-09")]
    [InlineData("Se reunieron por la mañana en la sede.", "")]
    [InlineData("La semana pasada se reunieron en la sede.", "semana pasada=2016-03-28/2016-04-03")]
    [InlineData("El mes pasado se reunieron en la sede.", "mes pasado=2016-03")]
    [InlineData("El pasado 3 de marzo se reunieron en la sede.", "3 de marzo=2016-03-03")]
    [InlineData("El 3 de diciembre se reunieron en la sede.", "3 de diciembre=2015-12-03")]
    [InlineData("El 3 de diciembre se reunirán en la sede.", "3 de diciembre=2016-12-03")]
    [InlineData("El próximo 3 de enero se reunirán en la sede.", "3 de enero=2017-01-03")]
    [InlineData("Se entregará a finales de año en la sede.", "finales de año=2016")]
    [InlineData("Se firmó el 3 de marzo de este año en la sede.", "3 de marzo de este año=2016-03-03")]
    [InlineData("Se firmó el 3 de marzo del año pasado en la sede.", "3 de marzo del año pasado=2015-03-03")]
    [InlineData("Se firmó hace diez años en la sede.", "hace diez años=2006~")]
    [InlineData("Se reúnen los lunes en la sede.", "")]
    [InlineData("Se reunieron en marzo en la sede.", "marzo=2016-03")]
    public void a_relative_date_is_counted_from_the_dateline(string text, string dates)
    {
        var read = Read("Lima, 8 de abril de 2016.- " + text);
        Assert.Equal(dates, Said(read, read.Dates.Skip(1)));
        Assert.All(read.Dates.Skip(1), d => Assert.True(d.IsCounted));
    }

    [Theory]
    [InlineData("They met last Thursday at the seat.", "last Thursday=2016-04-07")]
    [InlineData("They met on Thursday at the seat.", "Thursday=2016-04-07")]
    [InlineData("They met yesterday at the seat.", "yesterday=2016-04-07")]
    [InlineData("They will meet next week at the seat.", "next week=2016-04-11/2016-04-17")]
    [InlineData("They met two years ago at the seat.", "two years ago=2014~")]
    public void a_relative_date_in_english_is_counted_from_the_dateline(string text, string dates)
    {
        var read = Read("Geneva, 8 April 2016 – " + text);
        Assert.Equal(dates, Said(read, read.Dates.Skip(1)));
    }

    [Fact]
    public void without_any_year_a_date_stays_unknown()
    {
        var date = Assert.Single(Read("Se reunieron el 3 de marzo en la sede de la organización.").Dates);
        Assert.Null(date.Date);
        Assert.True(date.IsCounted);
    }

    [Fact]
    public void the_day_it_was_handed_in_is_a_last_resort_and_leaves_the_date_uncertain()
    {
        var context = ReadingContext.None with { ReceivedOn = new DateOnly(2016, 4, 8) };
        Assert.Equal("2016-03-03?", Read("Se reunieron el 3 de marzo en la sede de la organización.", context).Dates[0].Date?.ToString());
        Assert.Equal("2014-05-03", Read("Se reunieron el 2 de mayo de 2014 y el 3 de mayo en la sede.", context).Dates[1].Date?.ToString());
    }

    [Fact]
    public void a_weekday_that_contradicts_its_date_is_told()
    {
        Assert.True(Read("Se reunieron el lunes 7 de abril de 2016 en la sede.").Dates[0].IsContradicted);
        Assert.False(Read("Se reunieron el jueves 7 de abril de 2016 en la sede.").Dates[0].IsContradicted);
    }

    [Theory]
    [InlineData("El convenio rige desde 1992 en la región.", nameof(DateLink.Since))]
    [InlineData("El convenio rige desde el año 1992 en la región.", nameof(DateLink.Since))]
    [InlineData("El convenio rige a partir del 3 de marzo de 2016 en la región.", nameof(DateLink.Since))]
    [InlineData("El convenio rige hasta el 3 de marzo de 2016 en la región.", nameof(DateLink.Until))]
    [InlineData("Se entregará a más tardar el 3 de marzo de 2016 en la región.", nameof(DateLink.Until))]
    [InlineData("Se entregará antes del 3 de marzo de 2016 en la región.", nameof(DateLink.Until))]
    [InlineData("It shall be delivered by 30 June 2016 at the seat.", nameof(DateLink.Until))]
    [InlineData("It was so during the period 2010-2015 at the seat.", nameof(DateLink.During))]
    [InlineData("It was so from 2010 to 2015 at the seat.", nameof(DateLink.During))]
    [InlineData("It was signed on 3 March 2016 at the seat.", nameof(DateLink.On))]
    [InlineData("La reunión está prevista para el 3 de marzo de 2016 en la sede.", nameof(DateLink.On))]
    public void the_preposition_ties_the_date(string text, string link) => Assert.Equal(link, Assert.Single(Read(text).Dates).Link.ToString());

    private static string Dates(string text)
    {
        var read = Read(text);
        return Said(read, read.Dates);
    }

    private static string Said((DatesRead Read, string Text) read, IEnumerable<DateMention> dates) =>
        string.Join('|', dates.Select(d => $"{d.Passage.In(read.Text)}={d.Date}"));

    private static string Said(Reading read, IEnumerable<DateMention> dates) => Said((read.Read, read.Text), dates);

    private static Reading Read(string text, ReadingContext? context = null) =>
        new(DateReader.Read(ReadText.Of(text), context ?? ReadingContext.None), text);

    private sealed record Reading(DatesRead Read, string Text)
    {
        public IReadOnlyList<DateMention> Dates => Read.Dates;
    }
}
