using Relations.Domain.Time;
using Relations.Reading.Dates;
using Relations.Reading.Text;

namespace Relations.Reading.Tests.Dates;

public sealed class DatelineTests
{
    [Theory]
    [InlineData("Lima, 12 de febrero del 2016.- El Secretario fue recibido.", "Lima, 12 de febrero del 2016", "Lima", "PE", "2016-02-12")]
    [InlineData("LIMA (12 feb 2016) – El Secretario fue recibido.", "LIMA (12 feb 2016)", "LIMA", "PE", "2016-02-12")]
    [InlineData("Quito, Ecuador, 3 de marzo de 2017 – El Secretario fue recibido.", "Quito, Ecuador, 3 de marzo de 2017", "Quito", "EC", "2017-03-03")]
    [InlineData("Bogotá D.C., marzo 4 de 2015 (CAN). El Secretario fue recibido.", "Bogotá D.C., marzo 4 de 2015 (CAN)", "Bogotá D.C.", "CO", "2015-03-04")]
    [InlineData("Geneva, 12 February 2016 – The Director met the Minister of the State.", "Geneva, 12 February 2016", "Geneva", "CH", "2016-02-12")]
    [InlineData("WASHINGTON, D.C., June 5, 2014 (OAS) - The Director met the Minister of the State.", "WASHINGTON, D.C., June 5, 2014 (OAS)", "WASHINGTON", "US", "2014-06-05")]
    [InlineData("San José, Costa Rica. 5 de mayo de 2015. El Secretario fue recibido.", "San José, Costa Rica. 5 de mayo de 2015", "San José", "CR", "2015-05-05")]
    [InlineData("Ciudad de México, a 12 de mayo de 2015.- El Secretario fue recibido.", "Ciudad de México, a 12 de mayo de 2015", "Ciudad de México", "MX", "2015-05-12")]
    [InlineData("(Quito, 21 nov 2013) El Secretario fue recibido en la sede.", "(Quito, 21 nov 2013)", "Quito", "EC", "2013-11-21")]
    [InlineData("(Caracas, 3 de diciembre de 2015). El Secretario fue recibido.", "(Caracas, 3 de diciembre de 2015)", "Caracas", "VE", "2015-12-03")]
    [InlineData("Chincha, 12 de mayo de 2015.- El Secretario fue recibido en la sede.", "Chincha, 12 de mayo de 2015", "Chincha", null, "2015-05-12")]
    [InlineData("12 de mayo de 2015.- El Secretario fue recibido en la sede.", "12 de mayo de 2015", null, null, "2015-05-12")]
    [InlineData("GENEVA – The Director met the Minister of the State.", "GENEVA", "GENEVA", "CH", null)]
    [InlineData("Lima.- El Secretario fue recibido en la sede.", "Lima", "Lima", "PE", null)]
    [InlineData("Comunicado\nLocal\n\nOIM y CAN renuevan lazos\n\nLima, 12 de febrero del 2016.- El Jefe fue recibido.", "Lima, 12 de febrero del 2016", "Lima", "PE", "2016-02-12")]
    [InlineData("Nota de prensa\n\nQuito, 3 de marzo de 2017\n\nEl Secretario fue recibido en la sede.", "Quito, 3 de marzo de 2017", "Quito", "EC", "2017-03-03")]
    [InlineData("Nota de prensa\n3 de marzo de 2017\n\nEl Secretario fue recibido en la sede.", "3 de marzo de 2017", null, null, "2017-03-03")]
    [InlineData("Estimado señor:\n\nLe agradezco la visita.\n\nAtentamente,\n\nLima, 3 de marzo de 2017", "Lima, 3 de marzo de 2017", "Lima", "PE", "2017-03-03")]
    public void a_dateline_is_found(string text, string passage, string? city, string? country, string? date)
    {
        var line = Read(text).Dateline;
        Assert.NotNull(line);
        Assert.Equal((passage, city, country, date), (line.Passage.In(text), line.City, line.Country, line.Date?.Date?.ToString()));
    }

    [Theory]
    [InlineData("El 12 de febrero de 2016 el Secretario fue recibido en la sede.")]
    [InlineData("Visita oficial, 12 de febrero. El Secretario fue recibido en la sede.")]
    [InlineData("Lima es la sede de la organización desde 1992.")]
    [InlineData("Santiago Pérez, jefe de la misión, fue recibido el 12 de febrero de 2016.")]
    [InlineData("Quito, la capital, recibió a la delegación.")]
    [InlineData("")]
    public void what_is_no_dateline_is_none(string text) => Assert.Null(Read(text).Dateline);

    [Theory]
    [InlineData("Publicado el 13/02/2016\n\nLIMA (12 feb) – El Jefe fue recibido ayer en la sede.", "2016-02-12", "2016-02-11")]
    [InlineData("Nota de prensa N° 12-2016\n\nLima, 12 de febrero.- El Jefe fue recibido ayer en la sede.", "2016-02-12", "2016-02-11")]
    public void a_dateline_without_a_year_takes_that_of_the_publication(string text, string dateline, string yesterday)
    {
        var read = Read(text);
        Assert.Equal(dateline, read.Dateline?.Date?.Date?.ToString());
        Assert.Equal(yesterday, read.Dates[^1].Date?.ToString());
    }

    [Fact]
    public void a_dateline_without_a_year_takes_that_which_is_known_of_its_publication()
    {
        var read = Read("Lima, 28 de diciembre.- El Jefe fue recibido.", ReadingContext.None with { PublishedOn = EdtfDate.Parse("2016-01-04") });
        Assert.Equal("2015-12-28", read.Dateline?.Date?.Date?.ToString());
    }

    [Fact]
    public void an_email_is_dated_by_its_header()
    {
        var read = Read("From: Ana Pérez\nTo: Luis Soto\nDate: Fri, 12 Feb 2016 10:31:00 -0500\nSubject: Visita\n\nEl Jefe fue recibido ayer en la sede.");
        Assert.Equal("2016-02-11", read.Dates[^1].Date?.ToString());
        Assert.Equal("2016-02-12", read.Dateline?.Date?.Date?.ToString());
    }

    private static DatesRead Read(string text, ReadingContext? context = null) => DateReader.Read(ReadText.Of(text), context ?? ReadingContext.None);
}
