using Relations.App.People;
using Relations.Domain.People;

namespace Relations.App.Tests.People;

/// <summary>What of a text names a person, and what does not.</summary>
public class NameMentionTests
{
    private static readonly NameMentions Davalos = new([new("José Iván", "Dávalos"), new("José", "Dávalos Prieto", "Sr.")]);

    [Theory]
    [InlineData("El Sr. José Iván Dávalos, Jefe de Misión, agradeció.", "El Sr. ████ ████ ███████, Jefe de Misión, agradeció.")]
    [InlineData("JOSÉ IVÁN DÁVALOS firmó", "█████████████████ firmó")]
    [InlineData("Jose Ivan Davalos signed", "█████████████████ signed")]
    [InlineData("Asistió J. I. Dávalos por la OIM", "Asistió █████████████ por la OIM")]
    [InlineData("Lista: Dávalos, José Iván; Vega, Javier", "Lista: ██████████████████; Vega, Javier")]
    [InlineData("Dávalos Prieto abrió la sesión", "██████████████ abrió la sesión")]
    [InlineData("José Dávalos habló. Luego Dávalos se fue.", "████████████ habló. Luego ███████ se fue.")]
    public void is_masked_and_the_text_stays_as_long_as_it_was(string text, string masked)
    {
        var found = Assert.Single(Davalos.Masked([text], isAboutThem: false));
        Assert.Equal(text.Length, found.Length);
        Assert.Equal(masked.Replace(' ', '█'), found.Replace(' ', '█'));
    }

    [Theory]
    [InlineData("Dávalos es también el nombre de un pueblo")]
    [InlineData("María Dávalos presentó el informe")]
    [InlineData("El señor José Iván no asistió")]
    [InlineData("")]
    public void is_left_alone(string text) => Assert.Equal([text], Davalos.Masked([text], isAboutThem: false));

    [Fact]
    public void a_surname_alone_is_the_person_where_the_event_is_about_them() =>
        Assert.Equal(["███████ se comprometió"], Davalos.Masked(["Dávalos se comprometió"], isAboutThem: true));

    [Fact]
    public void a_surname_alone_is_the_person_where_another_text_of_the_event_names_them() =>
        Assert.Equal("███████ habló", Davalos.Masked(["Visita de José Iván Dávalos", "Dávalos habló"], isAboutThem: false)[1]);

    [Theory]
    [InlineData("Inca", "de la Vega", "Garcilaso Inca de la Vega", "Garcilaso ███████████████")]
    [InlineData("Sinéad", "O’Connor", "Ms Sinéad O’Connor", "Ms ███████████████")]
    [InlineData("Ana", "Quispe-Mamani", "Ana Quispe-Mamani", "█████████████████")]
    [InlineData("", "Túpac", "Habló Túpac", "Habló █████")]
    public void is_found_by_names_of_many_kinds(string given, string family, string text, string masked) =>
        Assert.Equal([masked], new NameMentions([new PersonName(given, family)]).Masked([text], isAboutThem: false));
}
