namespace Relations.Reading.Tests.Linking;

/// <summary>Many people with names as frequent as in life: the first of each list is borne by many, the last by few.</summary>
internal static class Crowd
{
    private static readonly string[] Given =
        "María José Juan Luis Carlos Ana Jorge Rosa Miguel Carmen Pedro Elena Manuel Patricia Fernando Lucía Rafael Gabriela Víctor Mónica Ricardo Silvia Andrés Teresa Óscar Beatriz Hugo Claudia Iván Daniela Walter Inés Elmer Ximena Yolanda Zoila John Mary Peter Helen".Split(' ');

    private static readonly string[] Family =
        "García Rodríguez López Martínez González Pérez Sánchez Ramírez Torres Flores Rivera Gómez Díaz Vargas Castro Rojas Quispe Mamani Salazar Mendoza Herrera Aguilar Chávez Ramos Vega Silva Paredes Cabrera Ortiz Núñez Soto Delgado Fuentes Peña Cordero Benítez Oviedo Urrutia Talavera Echegaray Izquierdo Pacheco Bravo Schialer Dávalos Cabieses Zamudio Otero Whitcombe Mayfield Leota Stein Halvorsen Wekesa Koch Boateng Dahl".Split(' ');

    /// <summary>The names of so many people; the same every time.</summary>
    /// <param name="count">How many.</param>
    public static IReadOnlyList<string> Of(int count)
    {
        var dice = new Random(1992);
        return [.. Enumerable.Range(0, count).Select(_ => $"{One(Given)} {One(Given)} {One(Family)} {One(Family)}")];

        string One(string[] names) => names[(int)(names.Length * dice.NextDouble() * dice.NextDouble())];
    }
}
