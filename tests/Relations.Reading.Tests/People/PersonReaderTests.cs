namespace Relations.Reading.Tests.People;

public sealed class PersonReaderTests
{
    [Theory]
    [InlineData("Habló el señor José Iván Dávalos.", "Sr.|José Iván|Dávalos")]
    [InlineData("Habló la Dra. Ana de la Cruz.", "Dra.|Ana|de la Cruz")]
    [InlineData("H.E. Mr. Juan José Gómez Camacho spoke.", "H.E.|Juan José|Gómez Camacho")]
    [InlineData("El Sr. Embajador Xóchitl Quezada habló.", "Emb.|Xóchitl|Quezada")]
    [InlineData("Asistieron Ana Soto, Luis Paz y J. R. Mora.", "|Ana|Soto; |Luis|Paz")]
    [InlineData("El canciller Roncagliolo habló.", "||Roncagliolo")]
    [InlineData("Firmaron en la Universidad Andina Simón Bolívar y la Avenida Javier Prado.", "")]
    [InlineData("El Convenio Andrés Bello y el Premio Rosa Campos son de todos.", "")]
    [InlineData("They landed at Jorge Chávez International Airport.", "")]
    [InlineData("Viajó a Santiago de Chile y a San José, Costa Rica.", "")]
    [InlineData("Estimado José Luis: le escribo.", "")]
    [InlineData("Vice President Francia Márquez spoke.", "|Francia|Márquez")]
    [InlineData("El Dr. Pérez Esquivel habló.", "Dr.||Pérez Esquivel")]
    [InlineData("German Development Cooperation (GIZ) agreed.", "")]
    public void people_are_found_and_places_and_namesakes_are_not(string text, string names) => Assert.Equal(names, Named.In(text).Names);

    [Theory]
    [InlineData("Habló el Jefe de Misión de la OIM en el Perú, señor José Dávalos.", "Dávalos: Jefe de Misión @ OIM Perú")]
    [InlineData("Habló Javier Vega Cabieses funcionario de programas y proyectos de la OIM.", "Vega Cabieses: funcionario de programas y proyectos @ OIM")]
    [InlineData("Habló Ana Soto, flamante Secretaria Ejecutiva de la CEPAL.", "Soto: Secretaria Ejecutiva @ CEPAL")]
    [InlineData("La ALADI creció. Habló Ana Soto, Secretaria General de dicho organismo.", "Soto: Secretaria General @ ALADI")]
    [InlineData("The Minister of Foreign Affairs of Peru, Ms. Ana Sánchez, spoke.", "Sánchez: Minister of Foreign Affairs @ Perú")]
    [InlineData("OAS Secretary General José Miguel Insulza spoke.", "Insulza: Secretary General @ OEA")]
    [InlineData("Carlos Trujillo, Colombia's Minister of Culture, spoke.", "Trujillo: Minister of Culture @ Colombia")]
    [InlineData("El canciller peruano Ricardo Luna habló.", "Luna: canciller @ Perú")]
    [InlineData("Habló la ministra chilena de Cultura, Rosa Paz.", "Paz: ministra chilena de Cultura @ Chile")]
    [InlineData("El Ministerio de Salud de Honduras convocó. Habló el ministro de Salud, Óscar Pineda.", "Pineda: ministro de Salud @ Ministerio de Salud de Honduras")]
    [InlineData("Habló Ana Soto, Jefa de Gabinete (CAF).", "Soto: Jefa de Gabinete @ CAF")]
    [InlineData("Habló el exministro Luis Paz.", "Paz: ministro @  former")]
    [InlineData("The former President of Chile Ricardo Lagos spoke.", "Lagos: President @ Chile former")]
    [InlineData("Habló la Encargada de Negocios a.i. de la Embajada de España, doña Eva Ríos.", "Ríos: Encargada de Negocios @ Embajada de España acting")]
    [InlineData("Luis Paz, nombrado Director General de la ALADI el 3 de marzo de 2020, habló.", "Paz: Director General @ ALADI from 2020-03-03")]
    [InlineData("Ana Soto was appointed Director of ECLAC.", "Soto: Director @ CEPAL")]
    [InlineData("Habló el Director General para Asuntos Globales, Ministro Luis Paz.", "Paz: Director General para Asuntos Globales @ ")]
    [InlineData("Asistió Eva Ríos, Oficial de Proyecto OIM.", "Ríos: Oficial de Proyecto @ OIM")]
    [InlineData("Habló Luis Paz, Director General de la CAF, y Eva Ríos, Directora de Proyectos.", "Paz: Director General @ CAF; Ríos: Directora de Proyectos @ CAF")]
    [InlineData("Responsable: Luis Paz.", "")]
    public void a_post_is_read_with_its_organisation(string text, string posts) => Assert.Equal(posts, Named.In(text).Posts);

    [Theory]
    [InlineData("Por la CAN asistieron Ana Soto, Directora General, y Luis Paz, asesor; por la OIM, Eva Ríos, Jefa de Misión.",
        "Soto: Directora General @ CAN; Paz: asesor @ CAN; Ríos: Jefa de Misión @ OIM")]
    [InlineData("Por la CAN:\n- Ana SOTO, Directora\n- Luis PAZ, asesor\nPor la OIM:\n- Eva RÍOS, Jefa de Misión",
        "Soto: Directora @ CAN; Paz: asesor @ CAN; Ríos: Jefa de Misión @ OIM")]
    [InlineData("UNDP was represented by Ms Ingrid Falk, Regional Director, and Mr Samuel Osei, Programme Specialist.",
        "Falk: Regional Director @ PNUD; Osei: Programme Specialist @ PNUD")]
    [InlineData("Kind regards,\n\nDaniel Whitcombe\nHead of Programmes\nBritish Council", "Whitcombe: Head of Programmes @ Consejo Británico")]
    public void a_list_gives_its_people_their_side(string text, string posts) => Assert.Equal(posts, Named.In(text).Posts);

    [Theory]
    [InlineData("Habló la Ministra de Salud, Lucía Andrade Cobo. La ministra Andrade salió. Andrade volvió.",
        "Lucía Andrade Cobo = Andrade Cobo; Andrade = Andrade Cobo; Andrade = Andrade Cobo")]
    [InlineData("Habló el Secretario General de la OEA, Luis Almagro. El Secretario General viajará.",
        "Luis Almagro = Almagro; Secretario General = Almagro")]
    [InlineData("Mr Tomás Ferrer and Ms Helen Ferrer spoke. Ferrer left. Ms Ferrer stayed.",
        "Tomás Ferrer = Ferrer; Helen Ferrer = Ferrer; Ferrer = Ferrer")]
    [InlineData("Hablaron la Ministra de Salud del Perú, Ana Soto, y la Ministra de Cultura de Chile, Eva Ríos. La Ministra cerró.",
        "Ana Soto = Soto; Eva Ríos = Ríos")]
    public void a_surname_or_a_post_further_on_leads_to_the_one_person(string text, string places) => Assert.Equal(places, Named.In(text).Places);

    [Fact]
    public void two_people_of_one_surname_stay_apart() =>
        Assert.Equal("Sr.|Luis|Pérez; Sra.|Ana|Pérez", Named.In("El Sr. Luis Pérez y la Sra. Ana Pérez hablaron. Pérez volvió.").Names);
}
