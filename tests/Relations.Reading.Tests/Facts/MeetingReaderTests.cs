using Relations.Domain.Meetings;
using Relations.Reading.Facts;

namespace Relations.Reading.Tests.Facts;

public sealed class MeetingReaderTests
{
    [Theory]
    [InlineData("El {Canciller del [Perú], <Luis Rojas>}, se reunió con el {Secretario General de la [OEA], <Juan Soto>}, para dialogar sobre comercio.", "Perú OEA")]
    [InlineData("El {Jefe de Misión de la [OIM], señor <Luis Rojas>}, fue recibido en la sede de la [CAN] por el {señor <Juan Soto>, Secretario General de la [CAN]}.", "OIM CAN")]
    [InlineData("La {Ministra de Salud del [Perú], <Ana Rojas>}, recibió hoy en su despacho al {Representante de la [OPS], <Juan Soto>}.", "OPS Perú")]
    [InlineData("El {Director de la [OIM], <Luis Rojas>}, sostuvo una reunión de trabajo con el {Rector de la [UNMSM], <Juan Soto>}.", "OIM UNMSM")]
    [InlineData("Representantes de la [CEPAL] y del [SELA] se reunieron en Caracas el 3 de mayo de 2021.", "CEPAL SELA")]
    [InlineData("El {Secretario General de la [ALADI], <Luis Rojas>}, visitó la sede del [SELA].", "ALADI SELA")]
    [InlineData("{<Luis Rojas>, Director of [GIZ]}, met with {Minister <Juan Soto> of the [Ministry of Health]} in Lima.", "GIZ Ministry of Health")]
    [InlineData("The {Director General of [IOM], Mr <Luis Rojas>}, was received by the {President of [Costa Rica], <Juan Soto>}.", "IOM Costa Rica")]
    [InlineData("The {Secretary General of the [OAS], <Luis Rojas>}, held talks with the {Executive Secretary of [ECLAC], <Juan Soto>}, on trade.", "OAS ECLAC")]
    [InlineData("The {Ambassador of [Japan], <Luis Rojas>}, paid a courtesy call on the {Secretary-General of [CARICOM], <Juan Soto>}.", "Japan CARICOM")]
    [InlineData("A delegation of the [European Union] visited the headquarters of [SICA] on 3 May 2021.", "European Union SICA")]
    public void an_encounter_is_a_meeting_of_both_sides(string marked, string organisations)
    {
        var meeting = Assert.Single(Marked.Meetings(marked).Meetings);
        Assert.Equal(MeetingStatus.Held, meeting.Status);
        Assert.Equal(organisations.Split(' ').Order(), string.Join(' ', meeting.Organisations).Split(' ').Order());
    }

    [Theory]
    [InlineData("La [OEA] lamenta el fallecimiento de {<Luis Rojas>, ex Canciller del [Perú]}.")]
    [InlineData("{<Luis Rojas>} fue nombrado Director de la [OIM].")]
    [InlineData("La [OIM] recibió financiamiento de la [AECID] para el proyecto.")]
    [InlineData("Ambas entidades mantienen reuniones periódicas con la [CAN].")]
    [InlineData("El {Canciller <Luis Rojas>} no se reunió con el {Ministro <Juan Soto>}.")]
    [InlineData("La [CAN] espera reunirse con la [OIM].")]
    [InlineData("La [CAN] podría reunirse con la [OIM] en mayo.")]
    [InlineData("The [UNDP] programme met its goals with support from [Spain].")]
    [InlineData("The [IOM] received funding from [Canada].")]
    [InlineData("“Nos reunimos con la [OIM] cada mes”, dijo {<Juan Soto>}.")]
    [InlineData("La [CAN] y la [OIM] cuentan con un convenio de cooperación desde 1992.")]
    public void what_is_no_encounter_is_no_meeting(string marked) => Assert.Empty(Marked.Meetings(marked).Meetings);

    [Theory]
    [InlineData("El {Canciller <Luis Rojas>} se reunirá con el {Ministro <Juan Soto>} el 3 de mayo de 2021.", MeetingStatus.Scheduled, "2021-05-03")]
    [InlineData("La II Reunión de la Comisión Mixta entre [Perú] y [Ecuador] está prevista para el 3 de mayo de 2021.", MeetingStatus.Scheduled, "2021-05-03")]
    [InlineData("The 12th Session of the Joint Committee between [Peru] and [Chile] is scheduled for 3 May 2021.", MeetingStatus.Scheduled, "2021-05-03")]
    [InlineData("La reunión entre la [CAN] y la [OIM] del 3 de mayo de 2021 fue cancelada.", MeetingStatus.Cancelled, "2021-05-03")]
    [InlineData("The meeting between [CAN] and [IOM] planned for 3 May 2021 was cancelled.", MeetingStatus.Cancelled, "2021-05-03")]
    [InlineData("La reunión entre la [CAN] y la [OIM] prevista para el 3 de mayo de 2021 no se realizó.", MeetingStatus.NotHeld, "2021-05-03")]
    [InlineData("La III Reunión del Comité Técnico entre la [CAN] y la [OIM] se pospuso para el 10 de junio de 2021.", MeetingStatus.Scheduled, "2021-06-10")]
    public void a_meeting_stands_where_its_verb_says(string marked, MeetingStatus status, string on)
    {
        var meeting = Assert.Single(Marked.Meetings(marked).Meetings);
        Assert.Equal((status, on), (meeting.Status, meeting.On?.ToString()));
    }

    [Fact]
    public void one_encounter_told_several_times_is_one_meeting()
    {
        var meeting = Assert.Single(Marked.Meetings(
            "[OIM] y [CAN] se reúnen\n\nLima, 12 de febrero de 2016.- El {Jefe de la [OIM], <Luis Rojas>}, se reunió con la {Secretaria General de la [CAN], <Ana Soto>}. "
            + "En dicha reunión trataron la migración laboral. El encuentro se realizó en el Hotel Bolívar.").Meetings);
        Assert.Equal(("2016-02-12", "Lima", "PE", "Hotel Bolívar"), (meeting.On?.ToString(), meeting.City, meeting.Country, meeting.Place));
        Assert.Equal(["on", "city", "country"], meeting.Inferred);
    }

    [Fact]
    public void the_day_of_the_text_goes_before_that_of_the_dateline()
    {
        var meeting = Assert.Single(Marked.Meetings("Lima, 12 de febrero de 2016.- La [CAN] y la [OIM] se reunieron el 10 de febrero de 2016 en Quito.").Meetings);
        Assert.Equal(("2016-02-10", "Quito"), (meeting.On?.ToString(), meeting.City));
        Assert.DoesNotContain("on", meeting.Inferred);
    }

    [Fact]
    public void two_days_for_one_meeting_are_both_kept()
    {
        var meeting = Assert.Single(Marked.Meetings("El martes 8 de agosto de 2023, la [OPS] se reunió con la [SESAL]. La reunión, que tuvo lugar el 9 de agosto de 2023, concluyó con éxito.").Meetings);
        Assert.Equal("2023-08-08", meeting.On?.ToString());
        Assert.Equal(["2023-08-09"], meeting.Alternatives.Where(a => a.Field == "on").Select(a => a.Value));
    }

    [Fact]
    public void another_counterpart_is_another_meeting()
    {
        var read = Marked.Meetings("El {Director de la [OIM], <Luis Rojas>}, se reunió con el {Canciller del [Perú], <Juan Soto>}. Más tarde se entrevistó con la {Ministra de Salud del [Perú], <Ana Vega>}.");
        Assert.Equal(2, read.Meetings.Count);
        Assert.Equal(["Rojas", "Vega"], read.Parts.OfType<ParticipantFact>().Where(p => p.Meeting == read.Meetings[1].Key).Select(p => p.Person));
    }

    [Theory]
    [InlineData("La reunión entre la [CAN] y la [OIM] se realizó por videoconferencia.", Modality.Remote)]
    [InlineData("The [UNDP] and [CARICOM] held a virtual meeting on 3 May 2021.", Modality.Remote)]
    [InlineData("La [CAN] y la [OIM] se reunieron en formato híbrido.", Modality.Mixed)]
    [InlineData("La [CAN] y la [OIM] se reunieron de manera presencial.", Modality.InPerson)]
    [InlineData("La [CAN] y la [OIM] se reunieron.", null)]
    public void a_meeting_has_a_modality_where_it_is_said(string marked, Modality? modality) =>
        Assert.Equal(modality, Assert.Single(Marked.Meetings(marked).Meetings).Modality);

    [Theory]
    [InlineData("Se celebró en Bogotá, los días 9 y 10 de mayo de 2019, la III Reunión de la Comisión Mixta entre [Perú] y [Colombia].", "III Reunión de la Comisión Mixta")]
    [InlineData("The 15th [EU]-[CELAC] Senior Officials Meeting was held in Brussels on 12 April 2018.", "15th EU-CELAC Senior Officials Meeting")]
    [InlineData("La [CAN] y la [OIM] sostuvieron una reunión en Lima.", null)]
    public void a_meeting_has_a_title_where_the_text_names_it(string marked, string? title) =>
        Assert.Equal(title, Assert.Single(Marked.Meetings(marked).Meetings).Title);

    [Fact]
    public void those_who_sent_delegations_met()
    {
        var meeting = Assert.Single(Marked.Meetings("La II Reunión del Comité Andino se llevó a cabo en Lima el 3 de mayo de 2021. Participaron delegaciones de [Bolivia] y [Colombia].").Meetings);
        Assert.Equal(["Bolivia", "Colombia"], meeting.Organisations);
    }

    [Fact]
    public void a_meeting_only_recalled_is_none_unless_the_text_dates_it()
    {
        const string now = "La [CAN] y la [OIM] se reunieron el 3 de mayo de 2021. ";
        Assert.Single(Marked.Meetings(now + "Recordaron los avances de la última reunión.").Meetings);
        Assert.Empty(Marked.Meetings("La [OEA] lamenta la muerte de {<Luis Rojas>}, quien presidió la Conferencia Iberoamericana de 1998.").Meetings);
    }
}
