using Relations.Reading.People;

namespace Relations.Reading.Tests.People;

public sealed class NamePartsTests
{
    [Theory]
    [InlineData("José|Iván|Dávalos", "José Iván", "Dávalos")]
    [InlineData("Elmer|Schialer|Salcedo", "Elmer", "Schialer Salcedo")]
    [InlineData("Walker|San Miguel", "Walker", "San Miguel")]
    [InlineData("Ana|María|Sánchez|Vargas", "Ana María", "Sánchez Vargas")]
    [InlineData("Pablo|Navas|Sanz|de Santamaría", "Pablo", "Navas Sanz de Santamaría")]
    [InlineData("Peter|van Aalst", "Peter", "van Aalst")]
    [InlineData("William|Lacy|Swing", "William Lacy", "Swing")]
    [InlineData("José|M.|Insulza", "José M.", "Insulza")]
    [InlineData("Ban|Ki-moon", "Ki-moon", "Ban")]
    [InlineData("Juan|PÉREZ|GÓMEZ", "Juan", "Pérez Gómez")]
    [InlineData("MARÍA|JOSÉ|PEÑA-RÍOS", "María José", "Peña-Ríos")]
    [InlineData("Correa", "", "Correa")]
    public void a_name_is_divided_into_given_names_and_surnames(string units, string given, string family)
    {
        var name = NameParts.Of(units.Split('|')).With(null);
        Assert.Equal((given, family), (name.Given, name.Family));
    }

    [Theory]
    [InlineData("José|Iván|Dávalos", "José|Dávalos", true)]
    [InlineData("Elmer|Schialer|Salcedo", "Elmer|Schialer", true)]
    [InlineData("José|Iván|Dávalos", "J.|I.|Dávalos", true)]
    [InlineData("José|Iván|Dávalos", "Iván|Dávalos", false)]
    [InlineData("Ana|Pérez", "Luis|Pérez", false)]
    [InlineData("Ana|Pérez|Soto", "Ana|Soto", false)]
    public void a_shorter_name_can_be_the_same_persons(string one, string other, bool can) =>
        Assert.Equal(can, NameParts.Of(one.Split('|')).CanBe(NameParts.Of(other.Split('|'))));
}
