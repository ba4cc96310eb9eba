using Relations.Reading.Text;

namespace Relations.Reading.Tests;

public sealed class ReadTextTests
{
    [Theory]
    [InlineData("Lima, 12 de febrero.- El Sr. Pérez llegó. Habló J. R. Soto.", "Lima, 12 de febrero.-|El Sr. Pérez llegó.|Habló J. R. Soto.")]
    [InlineData("Dijo: “Vamos. Sí.” Luego salió.", "Dijo: “Vamos. Sí.”|Luego salió.")]
    [InlineData("The U.S. Ambassador spoke. He left.", "The U.S. Ambassador spoke.|He left.")]
    public void a_text_falls_into_sentences(string text, string sentences) =>
        Assert.Equal(sentences.Split('|'), ReadText.Of(text).Sentences.Select(s => s.Passage.In(text)));

    [Theory]
    [InlineData("El Secretario General recibió a la delegación en la sede de la organización.", "es")]
    [InlineData("The Secretary General received the delegation at the seat of the organisation.", "en")]
    [InlineData("Der Generalsekretär empfing heute eine Delegation aus Wien.", null)]
    [InlineData("", null)]
    public void a_text_has_a_language(string text, string? language) => Assert.Equal(language, ReadText.Of(text).Language);
}
