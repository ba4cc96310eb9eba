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
}
