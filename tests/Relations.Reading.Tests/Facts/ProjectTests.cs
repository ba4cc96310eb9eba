namespace Relations.Reading.Tests.Facts;

public sealed class ProjectTests
{
    [Theory]
    [InlineData("La OIM ejecuta el proyecto “Fronteras Abiertas”, financiado por la Unión Europea.", "“Fronteras Abiertas” Implementation UE:Funding+OIM:Implementing")]
    [InlineData("El Programa de Desarrollo Andino Integral es financiado por la CAF y ejecutado por la CAN.", "“Programa de Desarrollo Andino Integral” CAF:Funding+CAN:Implementing")]
    [InlineData("El PNUD y la CEPAL concluyeron el proyecto INTEGRA.", "“INTEGRA” Closed PNUD+CEPAL")]
    [InlineData("La OIM ejecutará el proyecto “Fronteras Abiertas”.", "“Fronteras Abiertas” Pipeline OIM:Implementing")]
    [InlineData("The Caribbean Climate Resilience Project, funded by the European Union and implemented by UNDP, was launched in June.", "“Caribbean Climate Resilience Project” UE:Funding+PNUD:Implementing")]
    [InlineData("IOM implements the EUROFRONT programme in the countries of the region and of the Andes.", "“EUROFRONT” Implementation OIM:Implementing")]
    public void a_named_project_is_read_with_those_who_take_part(string sentence, string told) => Assert.Equal(told, Told.Projects(sentence));

    [Theory]
    [InlineData("La OIM y la CAN desarrollaron dos proyectos conjuntos durante el período 2010-2015.", "1/2 2010/2015 OIM:Implementing+CAN:Implementing | 2/2 2010/2015 OIM:Implementing+CAN:Implementing")]
    [InlineData("Con la OIM y la CAN se ejecutaron en la región, entre 2010 y 2015, dos proyectos conjuntos.", "1/2 2010/2015 OIM+CAN | 2/2 2010/2015 OIM+CAN")]
    [InlineData("La OIM ejecuta un proyecto de reintegración financiado por la Unión Europea.", "1/1 Implementation UE:Funding+OIM:Implementing")]
    public void projects_that_are_counted_are_told_one_by_one(string sentence, string told) => Assert.Equal(told, Told.Projects(sentence));

    [Theory]
    [InlineData("La OIM y la CAN desarrollarán tres proyectos conjuntos.")]
    [InlineData("La OIM y la CAN acordaron formular dos proyectos.")]
    [InlineData("Reafirmaron el interés de reforzar los trabajos conjuntos mediante proyectos y actividades con los Países Miembros de la CAN.")]
    [InlineData("El Congreso debate el proyecto de ley de migraciones y un proyecto de declaración.")]
    [InlineData("El funcionario de programas y proyectos de la OIM conversó con la CAN.")]
    [InlineData("El Programa de las Naciones Unidas para el Desarrollo y el Programa Mundial de Alimentos se reunieron.")]
    [InlineData("The Programme Specialist of UNDP met the project team of the European Union in the capital.")]
    [InlineData("Presentaron el programa de la visita y el programa de trabajo de la CEPAL.")]
    public void what_is_no_project_is_none(string sentence) => Assert.Equal("", Told.Projects(sentence));

    [Fact]
    public void what_is_said_of_the_project_further_on_belongs_to_it() => Assert.Equal(
        "“Fronteras Seguras” 2021/2023 Pipeline UE:Funding+OIM:Implementing",
        Told.Projects("Lima, 3 de mayo de 2021.- Fue lanzado ayer el proyecto “Fronteras Seguras”, financiado por la Unión Europea. El proyecto se ejecutará entre 2021 y 2023. El proyecto será implementado por la OIM."));
}
