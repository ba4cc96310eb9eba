using System.Collections.Frozen;

namespace Relations.Reading.Dates;

/// <summary>The words that dates are written with, folded, in Spanish and English.</summary>
internal static class DateWords
{
    /// <summary>The months by their names and the usual short forms.</summary>
    public static readonly FrozenDictionary<string, int> Months = Numbered(
        "enero ene january jan|febrero feb february|marzo mar march|abril abr april apr|mayo may|junio jun june|julio jul july|" +
        "agosto ago august aug|septiembre setiembre sep sept set september|octubre oct october|noviembre nov november|diciembre dic december dec");

    /// <summary>Short forms and names that are words of their own too: they name a month only beside a day or a year.</summary>
    public static readonly FrozenSet<string> NotAlone = Set(
        "ene jan feb mar march abr apr may jun jul ago aug sep sept set oct nov dic dec august julio agosto abril");

    /// <summary>The days of the week, Sunday being 0.</summary>
    public static readonly FrozenDictionary<string, int> Weekdays = Numbered(
        "domingo sunday sun|lunes monday mon|martes tuesday tue tues|miercoles wednesday wed|jueves thursday thu thurs|viernes friday fri|sabado saturday sat", 0);

    /// <summary>Numbers in words up to 31, cardinal and ordinal; those of several words are put together from these.</summary>
    public static readonly FrozenDictionary<string, int> Small = Numbered(
        "uno un primero primer one first|dos two second|tres three third|cuatro four fourth|cinco five fifth|seis six sixth|siete seven seventh|" +
        "ocho eight eighth|nueve nine ninth|diez ten tenth|once eleven eleventh|doce twelve twelfth|trece thirteen thirteenth|" +
        "catorce fourteen fourteenth|quince fifteen fifteenth|dieciseis sixteen sixteenth|diecisiete seventeen seventeenth|" +
        "dieciocho eighteen eighteenth|diecinueve nineteen nineteenth|veinte twenty twentieth|veintiuno veintiun twenty-one twenty-first|" +
        "veintidos twenty-two twenty-second|veintitres twenty-three twenty-third|veinticuatro twenty-four twenty-fourth|" +
        "veinticinco twenty-five twenty-fifth|veintiseis twenty-six twenty-sixth|veintisiete twenty-seven twenty-seventh|" +
        "veintiocho twenty-eight twenty-eighth|veintinueve twenty-nine twenty-ninth|treinta thirty thirtieth|thirty-one thirty-first");

    /// <summary>Tens in words, counted from 1 for ten.</summary>
    public static readonly FrozenDictionary<string, int> Tens = Numbered(
        "diez ten|veinte twenty veintes twenties|treinta thirty treintas thirties|cuarenta forty cuarentas forties|cincuenta fifty cincuentas fifties|" +
        "sesenta sixty sesentas sixties|setenta seventy setentas seventies|ochenta eighty ochentas eighties|noventa ninety noventas nineties");

    /// <summary>Ordinals that count the parts of a year.</summary>
    public static readonly FrozenDictionary<string, int> Ordinals = Numbered(
        "primer primero first i|segundo second ii|tercer tercero third iii|cuarto fourth iv");

    /// <summary>What may stand between a number and the month or the year.</summary>
    public static readonly FrozenSet<string> Of = Set("de del of");

    /// <summary>Articles and nouns that stand between a preposition and its date.</summary>
    public static readonly FrozenSet<string> Lead = Set(
        "el la los las the dia dias day days ano anos year years fecha mes month pasado pasada proximo proxima periodo period bienio trienio quinquenio mismo this last next de del");

    /// <summary>Marks that join two ends of a period.</summary>
    public static readonly FrozenSet<string> Dashes = Set("- – — ‑ −");

    /// <summary>Words that join two ends of a period.</summary>
    public static readonly FrozenSet<string> To = Set("a al hasta to until till through");

    /// <summary>Words that list dates.</summary>
    public static readonly FrozenSet<string> And = Set("y e and &");

    /// <summary>What follows a number that counts things and is no year.</summary>
    public static readonly FrozenSet<string> Counted = Set(
        "personas people persons migrantes migrants casos cases familias families millones million millions mil thousand euros dolares dollars soles pesos " +
        "participantes participants ninos children estudiantes students beneficiarios beneficiaries hectareas hectares kilometros kilometres km metros metres " +
        "toneladas tonnes empresas companies hogares households viviendas mujeres women hombres men jovenes ciudadanos citizens refugiados refugees horas hours % usd");

    /// <summary>What a street, a square or a body is called after a day: “Av. 28 de Julio”.</summary>
    public static readonly FrozenSet<string> NamedAfterDays = Set(
        "av avda avenida calle plaza jiron jr paseo parque pasaje barrio colegio hospital estadio movimiento universidad urbanizacion aeropuerto puente street square avenue");

    /// <summary>Every word that a date can begin with.</summary>
    public static readonly FrozenSet<string> First = FrozenSet.ToFrozenSet(
    [
        .. Months.Keys, .. Weekdays.Keys, .. Small.Keys, .. Tens.Keys, .. Ordinals.Keys,
        .. Set("mil nineteen twenty q ultimo last anos fin fines finales final inicios inicio principios comienzos mediados end beginning start middle early later"),
        .. Set("pasado pasada manana anteayer antier ayer anoche yesterday hoy today esta este this tomorrow proximo proxima siguiente next entrante coming presente semana mes ano hace una a"),
    ], StringComparer.Ordinal);

    /// <summary>The words of a list.</summary>
    /// <param name="words">Parted by spaces.</param>
    public static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, int> Numbered(string groups, int first = 1) => groups.Split('|')
        .SelectMany((group, i) => group.Split(' ').Select(word => KeyValuePair.Create(word, i + first)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
