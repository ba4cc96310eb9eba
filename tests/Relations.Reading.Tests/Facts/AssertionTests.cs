using Relations.Reading.Facts;
using Relations.Reading.Text;

namespace Relations.Reading.Tests.Facts;

/// <summary>The word in brackets is the one that is asked about.</summary>
public sealed class AssertionTests
{
    [Theory]
    [InlineData("Ambas instituciones [firmaron] un convenio.")]
    [InlineData("El convenio fue [suscrito] por el Secretario General.")]
    [InlineData("El convenio ha sido [renovado] por cinco años.")]
    [InlineData("Se ha [firmado] un memorando de entendimiento.")]
    [InlineData("CAN y OIM [firman] convenio de cooperación")]
    [InlineData("Tras [firmar] el acuerdo, las autoridades recorrieron la sede.")]
    [InlineData("Al [suscribir] el convenio, el Ministro agradeció el apoyo.")]
    [InlineData("Las partes procedieron a la [firma] del convenio.")]
    [InlineData("Las partes lograron [suscribir] el protocolo.")]
    [InlineData("El Ministro asistió a la [firma] del acuerdo.")]
    [InlineData("El acuerdo [firmado] en 1992 sigue vigente.")]
    [InlineData("El 3 de mayo se llevó a cabo la [suscripción] del acuerdo.")]
    [InlineData("No solo se [reunieron], sino que también trabajaron.")]
    [InlineData("The two organisations [signed] an agreement.")]
    [InlineData("The agreement was [signed] by the Director General.")]
    [InlineData("The agreement has been [renewed] for five years.")]
    [InlineData("After [signing] the memorandum, they toured the building.")]
    [InlineData("The Minister attended the [signing] of the accord.")]
    public void what_the_text_says_happened_is_done(string sentence) => Assert.True(Of(sentence).IsDone, Of(sentence).ToString());

    [Theory]
    [InlineData("El convenio se [suscribirá] en mayo.")]
    [InlineData("El convenio será [suscrito] en mayo.")]
    [InlineData("Las partes van a [firmar] un acuerdo.")]
    [InlineData("Las delegaciones se [reunirán] en Quito.")]
    [InlineData("The parties will [sign] an agreement in May.")]
    [InlineData("The agreement will be [signed] in May.")]
    [InlineData("She will visit Haiti, where he will [meet] the Minister.")]
    public void what_will_be_is_to_come(string sentence)
    {
        Assert.True(Of(sentence).IsToCome, Of(sentence).ToString());
        Assert.False(Of(sentence).IsDone);
    }

    [Theory]
    [InlineData("El convenio no se [firmó].")]
    [InlineData("El convenio aún no ha sido [firmado].")]
    [InlineData("Terminó el año sin que se haya [renovado] el convenio.")]
    [InlineData("La reunión concluyó sin [suscribir] acuerdo alguno.")]
    [InlineData("La visita terminó sin la [firma] del convenio.")]
    [InlineData("Ningún convenio fue [firmado].")]
    [InlineData("Las partes no lograron [firmar] el convenio.")]
    [InlineData("Se pospuso la [firma] del acuerdo.")]
    [InlineData("Descartaron [renovar] el convenio.")]
    [InlineData("El vocero negó que se haya [firmado] un acuerdo.")]
    [InlineData("The agreement was not [signed].")]
    [InlineData("The agreement has not yet been [renewed].")]
    [InlineData("No agreement was [signed] at the meeting.")]
    [InlineData("The parties failed to [sign] the agreement.")]
    [InlineData("They parted without [signing] any agreement.")]
    [InlineData("They didn't [sign] the treaty.")]
    public void what_is_denied_is_negated(string sentence) => Assert.Equal(Standing.Negated, Of(sentence).Standing);

    [Theory]
    [InlineData("Prevén [firmar] un convenio en los próximos meses.")]
    [InlineData("Ambas partes acordaron negociar y [suscribir] un convenio.")]
    [InlineData("Expresaron su intención de [suscribir] un memorando.")]
    [InlineData("Manifestó su interés en la [firma] de un acuerdo.")]
    [InlineData("Se propuso la [firma] de un convenio.")]
    [InlineData("El Ministro propuso [firmar] un convenio.")]
    [InlineData("Trabajan en un borrador para [suscribir] el acuerdo.")]
    [InlineData("Evaluaron la posibilidad de [renovar] el convenio.")]
    [InlineData("Esperan que se [firme] el convenio.")]
    [InlineData("Espera [suscribir] el convenio pronto.")]
    [InlineData("Coincidieron en la necesidad de [renovar] el convenio.")]
    [InlineData("Conversaron sobre la próxima [firma] del convenio.")]
    [InlineData("They expressed their intention to [sign] an agreement.")]
    [InlineData("They agreed to [sign] an agreement next year.")]
    [InlineData("The parties plan to [renew] the memorandum.")]
    [InlineData("The agreement is expected to be [signed] in June.")]
    [InlineData("They hope to [sign] the agreement soon.")]
    [InlineData("The agreement is to be [signed] in June.")]
    [InlineData("They discussed the upcoming [signing] of the memorandum.")]
    public void what_is_meant_or_hoped_is_not_done(string sentence) =>
        Assert.True(Of(sentence).Standing is Standing.Intended or Standing.Hoped, Of(sentence).ToString());

    [Theory]
    [InlineData("Las partes podrían [firmar] un acuerdo.")]
    [InlineData("El convenio se [firmaría] en mayo.")]
    [InlineData("El ministro habría [firmado] el acuerdo.")]
    [InlineData("Si [firman] el acuerdo, empezarán los trabajos.")]
    [InlineData("The agreement would be [signed] in May.")]
    [InlineData("The parties may [sign] an agreement.")]
    [InlineData("If the agreement is [signed], work will begin.")]
    public void what_hangs_on_a_condition_is_conditional(string sentence) => Assert.Equal(Standing.Conditional, Of(sentence).Standing);

    [Fact]
    public void quoted_words_are_reported()
    {
        Assert.True(Of("“Hoy [firmamos] un convenio”, dijo Soto.").IsReported);
        Assert.False(Of("“Gracias”, dijo Soto, que [firmó] el convenio.").IsReported);
    }

    private static Assertion Of(string marked)
    {
        var at = marked.IndexOf('[', StringComparison.Ordinal);
        var sentence = ReadText.Of(marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)).Sentences[0];
        return Assertion.Of(sentence, sentence.Tokens.ToList().FindIndex(t => t.Passage.Offset == at));
    }
}
