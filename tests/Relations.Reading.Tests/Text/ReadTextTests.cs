using Relations.Reading.Text;

namespace Relations.Reading.Tests.Text;

public sealed class ReadTextTests
{
    [Theory]
    [InlineData("Lima, 12 de febrero.- El Sr. Pérez llegó. Habló J. R. Soto.", "Lima, 12 de febrero.-|El Sr. Pérez llegó.|Habló J. R. Soto.")]
    [InlineData("Dijo: “Vamos. Sí.” Luego salió.", "Dijo: “Vamos. Sí.”|Luego salió.")]
    [InlineData("Dijo: \"Vamos. Sí.\" Luego salió. Fin.", "Dijo: \"Vamos. Sí.\"|Luego salió.|Fin.")]
    [InlineData("“Vamos. Sí”, dijo Pérez. Luego salió.", "“Vamos. Sí”, dijo Pérez.|Luego salió.")]
    [InlineData("“Vamos. Ya. Salió", "“Vamos.|Ya.|Salió")]
    [InlineData("The U.S. Ambassador spoke. He left.", "The U.S. Ambassador spoke.|He left.")]
    [InlineData("Viajó a EE.UU. El Jefe de EE.UU. Soto habló.", "Viajó a EE.UU.|El Jefe de EE.UU. Soto habló.")]
    [InlineData("Según el Art. 3 y el No. 12, dijo que no. Luego salió.", "Según el Art. 3 y el No. 12, dijo que no.|Luego salió.")]
    [InlineData("They met on Feb. 12. She left.", "They met on Feb. 12.|She left.")]
    [InlineData("1. Antecedentes de la reunión. Hubo 1.992 casos.", "1. Antecedentes de la reunión.|Hubo 1.992 casos.")]
    [InlineData("II. Objetivos. Fin.", "II. Objetivos.|Fin.")]
    [InlineData("La Excma. Sra. Embajadora, Dña. Ana Núñez, habló. ¿Qué dijo? ¡Nada!", "La Excma. Sra. Embajadora, Dña. Ana Núñez, habló.|¿Qué dijo?|¡Nada!")]
    public void a_text_falls_into_sentences(string text, string sentences) =>
        Assert.Equal(sentences.Split('|'), Sentences(text));

    [Theory]
    [InlineData("Título\nUno.\n\nDos.", "Título|Uno.|Dos.")]
    [InlineData("Título\r\nUno que\r\nsigue.\r\n\r\nDos.", "Título|Uno que\r\nsigue.|Dos.")]
    [InlineData("Temas:\n- migración\n- integración andina\n• salud\n1) uno\na) dos", "Temas:|- migración|- integración andina|• salud|1) uno|a) dos")]
    [InlineData("From: Ana\nTo: Luis\nSubject: Visita\n\n> Hola a todos los\n> que vinieron.\n> Ana", "From: Ana|To: Luis|Subject: Visita|Hola a todos los\n> que vinieron.|Ana")]
    public void a_text_falls_into_paragraphs(string text, string paragraphs) =>
        Assert.Equal(paragraphs.Split('|'), ReadText.Of(text).Paragraphs.Select(p => p.In(text)));

    [Fact]
    public void lines_that_a_program_broke_go_on_also_before_a_name()
    {
        const string broken = """
            El Jefe de Misión de la organización en el Perú, señor José Dávalos, fue
            recibido en la sede de la Secretaría General de la Comunidad por el Sr.
            Walker San Miguel, flamante Secretario General, y por la señora doctora
            Ana Núñez.
            """;
        Assert.Single(ReadText.Of(broken).Paragraphs);
        Assert.Single(ReadText.Of(broken).Sentences);
    }

    [Fact]
    public void lines_that_a_writer_ended_do_not_go_on()
    {
        const string lines = "Asistentes\nAna Núñez, Directora\nLuis Soto, Jefe de Misión\nMarta Ruiz, Secretaria General";
        Assert.Equal(4, ReadText.Of(lines).Paragraphs.Count);
    }

    [Theory]
    [InlineData("La coope-\nración sigue.", "la cooperacion sigue .")]
    [InlineData("La coope\u00ADración sigue.", "la cooperacion sigue .")]
    [InlineData("La\u00A0cooperacio\u0301n sigue 😀.", "la cooperacion sigue 😀 .")]
    public void a_word_is_folded_however_it_is_written(string text, string words) =>
        Assert.Equal(words, string.Join(' ', ReadText.Of(text).Sentences.SelectMany(s => s.Tokens).Select(t => t.Folded)));

    [Fact]
    public void a_mark_that_stands_alone_stays_as_written() =>
        Assert.Equal(["\u0301", "\uD800", "\uFFFF"], ReadText.Of("\u0301 \uD800 \uFFFF").Sentences.SelectMany(s => s.Tokens).Select(t => t.Folded));

    [Theory]
    [InlineData("El Secretario General recibió a la delegación en la sede de la organización.", "es")]
    [InlineData("The Secretary General received the delegation at the seat of the organisation.", "en")]
    [InlineData("Reunión de cooperación interinstitucional", "es")]
    [InlineData("Meeting regarding institutional cooperation", "en")]
    [InlineData("Der Generalsekretär empfing heute eine Delegation aus Wien.", null)]
    [InlineData("O Secretário-Geral recebeu uma delegação na sede da organização em Brasília, com os representantes dos países.", null)]
    [InlineData("Le Secrétaire général a reçu une délégation dans les locaux de l'organisation avec des représentants.", null)]
    [InlineData("", null)]
    public void a_text_has_a_language(string text, string? language) => Assert.Equal(language, ReadText.Of(text).Language);

    private static IEnumerable<string> Sentences(string text) => ReadText.Of(text).Sentences.Select(s => s.Passage.In(text));
}
