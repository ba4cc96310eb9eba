using Relations.Domain.Meetings;
using Relations.Reading.Facts;

namespace Relations.Reading.Tests.Facts;

public sealed class MeetingPartsTests
{
    private const string Opening = "El {Canciller del [Perú], <Luis Rojas>}, se reunió con la {Secretaria General de la [OEA], <Ana Soto>}. ";

    private const string Opened = "{<Luis Rojas>, Director of [GIZ]}, met with {Minister <Ana Soto> of the [Ministry of Health]}. ";

    [Theory]
    [InlineData("Estuvieron también presentes el {embajador <Elmer Paz>} y la {señora <Rosa Vega>, funcionaria de la [OEA]}.", "Rojas Soto Paz Vega")]
    [InlineData("Participaron, por parte de la [OEA], {<Elmer Paz>} y {<Rosa Vega>}.", "Rojas Soto Paz Vega")]
    [InlineData("Asistieron {<Elmer Paz>, director} y {<Rosa Vega>, asesora}.", "Rojas Soto Paz Vega")]
    [InlineData("El {Canciller <Rojas=Rojas>} estuvo acompañado por el {embajador <Elmer Paz>}.", "Rojas Soto Paz")]
    [InlineData("La {señora <Rosa Vega>} excusó su asistencia.", "Rojas Soto")]
    [InlineData("La reunión contó con la presencia de {<Elmer Paz>}, director de protocolo.", "Rojas Soto Paz")]
    [InlineData("Ambos recordaron al {fallecido embajador <Elmer Paz>}.", "Rojas Soto")]
    [InlineData("El {señor <Elmer Paz>} no asistió a la reunión.", "Rojas Soto")]
    public void those_who_took_part_are_participants(string more, string people) =>
        Assert.Equal(people.Split(' '), Of<ParticipantFact>(Opening + more).Select(p => p.Person));

    [Theory]
    [InlineData("The meeting was attended by {<Elmer Paz>} and {<Rosa Vega>}.", "Rojas Soto Paz Vega")]
    [InlineData("{<Elmer Paz>} joined the meeting.", "Rojas Soto Paz")]
    [InlineData("Also present were {<Elmer Paz>, adviser}, and {<Rosa Vega>}.", "Rojas Soto Paz Vega")]
    [InlineData("{<Rosa Vega>} sent her apologies.", "Rojas Soto")]
    public void those_who_took_part_are_participants_in_english(string more, string people) =>
        Assert.Equal(people.Split(' '), Of<ParticipantFact>(Opened + more).Select(p => p.Person));

    [Theory]
    [InlineData("La delegación fue encabezada por {<Elmer Paz>}.", ParticipantRole.Head)]
    [InlineData("La reunión fue presidida por {<Elmer Paz>}.", ParticipantRole.Chair)]
    [InlineData("La reunión fue moderada por {<Elmer Paz>}.", ParticipantRole.Facilitator)]
    [InlineData("Asistió también {<Elmer Paz>}.", ParticipantRole.Delegate)]
    public void a_participant_has_a_role(string more, ParticipantRole role) =>
        Assert.Equal(role, Of<ParticipantFact>(Opening + more).Single(p => p.Person == "Paz").Role);

    [Fact]
    public void who_receives_is_the_host()
    {
        var participants = Of<ParticipantFact>("El {Jefe de la [OIM], <Luis Rojas>}, fue recibido en la sede de la [CAN] por la {Secretaria General de la [CAN], <Ana Soto>}.");
        Assert.Equal([(ParticipantRole.Delegate, "OIM"), (ParticipantRole.Host, "CAN")], participants.Select(p => (p.Role, p.OnBehalfOf)));
    }

    [Theory]
    [InlineData("Durante el encuentro abordaron la migración laboral, el comercio fronterizo y la gestión de riesgos.", "migración laboral|comercio fronterizo|gestión de riesgos")]
    [InlineData("En la reunión conversaron sobre facilitación del comercio y certificación de origen.", "facilitación del comercio|certificación de origen")]
    [InlineData("Ambos dialogaron acerca de temas como la salud pública, la educación superior y el turismo.", "salud pública|educación superior|turismo")]
    [InlineData("En la cita trataron temas de interés mutuo.", "")]
    [InlineData("Intercambiaron opiniones sobre el estado de la integración regional.", "integración regional")]
    public void what_was_addressed_is_a_topic(string more, string topics) =>
        Assert.Equal(topics, string.Join('|', Of<TopicFact>(Opening + more).Select(t => t.Topic)));

    [Theory]
    [InlineData("They discussed the registration of asylum seekers and the situation at the northern border.", "registration of asylum seekers|situation at the northern border")]
    [InlineData("They exchanged views on climate change, food security and trade.", "climate change|food security|trade")]
    [InlineData("The meeting focused on vaccine supply.", "vaccine supply")]
    public void what_was_discussed_is_a_topic(string more, string topics) =>
        Assert.Equal(topics, string.Join('|', Of<TopicFact>(Opened + more).Select(t => t.Topic)));

    [Theory]
    [InlineData("“Hoy damos un paso muy importante”, señaló la {Secretaria General <Soto=Soto>}.", "Soto", "Hoy damos un paso muy importante")]
    [InlineData("La {Secretaria General <Soto=Soto>} afirmó: «Hoy damos un paso muy importante».", "Soto", "Hoy damos un paso muy importante")]
    [InlineData("Según {<Soto=Soto>}, “hoy damos un paso muy importante”.", "Soto", "hoy damos un paso muy importante")]
    [InlineData("«Hoy damos un paso», dijo {<Soto=Soto>}, «que es muy importante para todos».", "Soto", "Hoy damos un paso que es muy importante para todos")]
    [InlineData("\n\n—Hoy damos un paso muy importante —dijo {<Soto=Soto>}—, y daremos otro.", "Soto", "Hoy damos un paso muy importante y daremos otro.")]
    [InlineData("\"Today we take a big step,\" said {<Soto=Ms Soto>}.", "Soto", "Today we take a big step")]
    [InlineData("\"Today we take a big step,\" {<Soto=Ms Soto>} said.", "Soto", "Today we take a big step")]
    public void quoted_words_have_their_speaker(string more, string speaker, string words)
    {
        var statement = Assert.Single(Of<StatementFact>(Opening + more), s => s.Quoted);
        Assert.Equal((speaker, words), (statement.Speaker, statement.Text));
    }

    [Theory]
    [InlineData("Presentaron el proyecto “Fortalecimiento de la Gestión Migratoria en la Región Andina”.")]
    [InlineData("Calificaron el encuentro de “histórico”.")]
    [InlineData("El lema “juntos por la integración de los pueblos” cierra el año.")]
    public void names_and_single_words_are_no_statements(string more) => Assert.Empty(Of<StatementFact>(Opening + more));

    [Fact]
    public void who_goes_on_speaking_is_the_last_speaker()
    {
        var statements = Of<StatementFact>(Opening + "“Hoy damos un gran paso”, dijo {<Soto=Soto>}.\n\n“Mañana daremos otro más grande”, agregó.");
        Assert.Equal(["Soto", "Soto"], statements.Select(s => s.Speaker));
    }

    [Fact]
    public void a_quotation_may_go_over_paragraphs()
    {
        var statement = Assert.Single(Of<StatementFact>(Opening + "La {Secretaria <Soto=Soto>} dijo: “Hoy damos un gran paso.\n\n“Mañana daremos otro”."));
        Assert.Equal("Hoy damos un gran paso. Mañana daremos otro", statement.Text);
        Assert.Equal(2, statement.Evidence.Count);
    }

    [Theory]
    [InlineData("Ambos representantes renovaron los lazos de cooperación y reafirmaron el interés de trabajar juntos.", "renovaron los lazos de cooperación|reafirmaron el interés de trabajar juntos", OutcomeKind.Reaffirmation)]
    [InlineData("Las partes acordaron establecer una mesa técnica sobre dengue.", "acordaron establecer una mesa técnica sobre dengue", OutcomeKind.NextStep)]
    [InlineData("Coincidieron en la urgencia de una respuesta común.", "Coincidieron en la urgencia de una respuesta común", OutcomeKind.Understanding)]
    [InlineData("Se aprobó el plan de trabajo 2021-2023.", "Se aprobó el plan de trabajo 2021-2023", OutcomeKind.Decision)]
    public void what_all_agreed_is_an_outcome(string more, string outcomes, OutcomeKind kind)
    {
        var found = Of<OutcomeFact>(Opening + more);
        Assert.Equal(outcomes, string.Join('|', found.Select(o => o.Text)));
        Assert.All(found, o => Assert.Equal(kind, o.Kind));
    }

    [Theory]
    [InlineData("Las partes renovaron el convenio de cooperación.")]
    [InlineData("La [OEA] se comprometió a entregar el informe antes del 30 de junio de 2021.")]
    [InlineData("No acordaron una nueva fecha.")]
    [InlineData("Las partes esperan acordar un plan de trabajo.")]
    [InlineData("Acordaron que la [OEA] entregará el informe en junio.")]
    public void acts_on_agreements_undertakings_and_wishes_are_no_outcomes(string more) => Assert.Empty(Of<OutcomeFact>(Opening + more));

    private static List<T> Of<T>(string marked)
        where T : Fact => [.. Marked.Meetings(marked).Parts.OfType<T>()];
}
