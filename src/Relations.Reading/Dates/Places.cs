using System.Collections.Frozen;
using Relations.Reading.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.Dates;

/// <summary>The cities that communiqués are given out in, with their countries, folded; in Spanish and English where the names differ.</summary>
internal static class Places
{
    /// <summary>The longest name has so many words.</summary>
    public const int MostWords = 5;

    private const string Cities = """
        AR buenos aires|cordoba|rosario|mendoza|la plata|salta|san miguel de tucuman|mar del plata|ciudad autonoma de buenos aires|montecarlo
        BO la paz|sucre|santa cruz|santa cruz de la sierra|cochabamba|el alto|tarija|oruro|potosi
        BR brasilia|rio de janeiro|sao paulo|san pablo|salvador de bahia|foz do iguacu|porto alegre|recife|manaos|manaus|belem|belo horizonte
        CL santiago|santiago de chile|valparaiso|concepcion|antofagasta|iquique|arica|temuco|vina del mar
        CO bogota|bogota d.c.|bogota dc|bogota, d.c.|bogota, d. c.|medellin|cali|santiago de cali|cartagena|cartagena de indias|barranquilla|cucuta|bucaramanga|pasto|leticia|santa marta|ipiales
        EC quito|guayaquil|cuenca|manta|ambato|loja|tulcan|machala|esmeraldas|ibarra
        PE lima|cusco|cuzco|arequipa|trujillo|tacna|tumbes|piura|iquitos|puno|callao|huancayo|chiclayo|ayacucho|cajamarca|pucallpa|tarapoto
        PY asuncion|ciudad del este|encarnacion|luque
        UY montevideo|punta del este|colonia|salto
        VE caracas|maracaibo|valencia venezuela|san cristobal|barquisimeto|ciudad bolivar
        GY georgetown
        SR paramaribo
        CR san jose|san jose de costa rica|heredia|liberia costa rica
        SV san salvador|antiguo cuscatlan|santa tecla|santa ana
        GT ciudad de guatemala|guatemala ciudad|guatemala city|nueva guatemala de la asuncion|antigua guatemala|quetzaltenango
        HN tegucigalpa|san pedro sula|la ceiba|comayagua
        NI managua|leon nicaragua|granada nicaragua
        PA ciudad de panama|panama city|panama|colon
        BZ belmopan|belice|belize city
        MX ciudad de mexico|mexico city|mexico d.f.|mexico df|mexico, d.f.|cdmx|guadalajara|monterrey|tapachula|tijuana|puebla|merida|cancun|tuxtla gutierrez|oaxaca|ciudad juarez
        DO santo domingo|santo domingo de guzman|santiago de los caballeros|punta cana
        CU la habana|havana|santiago de cuba
        HT puerto principe|port-au-prince|puerto-principe
        JM kingston|montego bay
        TT puerto espana|port of spain|port-of-spain
        BB bridgetown
        BS nasau|nassau
        AG saint john's|st. john's
        DM roseau
        GD saint george's|st. george's
        KN basseterre
        LC castries
        VC kingstown
        PR san juan
        US washington|washington d.c.|washington dc|washington, d.c.|washington, dc|washington d. c.|washington, d. c.|nueva york|new york|nueva york city|new york city|miami|los angeles|boston|chicago|houston|san francisco|atlanta
        CA ottawa|toronto|montreal|vancouver|quebec
        ES madrid|barcelona|sevilla|seville|malaga|salamanca|bilbao|alcala de henares|las palmas de gran canaria|zaragoza|santiago de compostela|la rabida
        PT lisboa|lisbon|oporto|porto|estoril
        FR paris|estrasburgo|strasbourg|lyon|marsella|marseille
        IT roma|rome|turin|milan|florencia|florence|napoles|trieste
        DE berlin|bonn|hamburgo|hamburg|francfort|frankfurt|eschborn|munich|colonia alemania
        BE bruselas|brussels|brujas
        NL la haya|the hague|amsterdam|rotterdam|maastricht|leiden|delft|utrecht|wageningen
        LU luxemburgo|luxembourg
        CH ginebra|geneva|berna|bern|berne|zurich|davos|basilea|lausana|lausanne
        AT viena|vienna
        GB londres|london|edimburgo|edinburgh|glasgow
        IE dublin
        SE estocolmo|stockholm
        NO oslo
        DK copenhague|copenhagen
        FI helsinki
        IS reikiavik|reykjavik
        PL varsovia|warsaw
        CZ praga|prague
        HU budapest
        RO bucarest|bucharest
        BG sofia
        GR atenas|athens
        HR zagreb
        RS belgrado|belgrade
        UA kiev|kyiv|kyiv
        RU moscu|moscow
        TR ankara|estambul|istanbul
        MT la valeta|valletta
        CY nicosia
        VA ciudad del vaticano|vatican city
        MC monaco
        MA rabat|marrakech|marrakesh|casablanca|tanger|tangier
        DZ argel|algiers
        TN tunez|tunis
        LY tripoli
        EG el cairo|cairo
        ET adis abeba|addis ababa
        KE nairobi
        UG kampala
        TZ dar es salaam|arusha
        RW kigali
        SN dakar
        CI abiyan|abidjan|abidjan
        GH acra|accra
        NG abuya|abuja|lagos
        ML bamako
        NE niamey
        CM yaunde|yaounde
        ZA pretoria|ciudad del cabo|cape town|johannesburgo|johannesburg|durban
        AO luanda
        MZ maputo
        ZM lusaka
        ZW harare
        CD kinshasa|kinsasa
        SD jartum|khartoum
        SO mogadiscio|mogadishu
        IL jerusalen|jerusalem|tel aviv
        JO aman|amman
        LB beirut
        SY damasco|damascus
        IQ bagdad|baghdad
        IR teheran|tehran
        SA riad|riyadh
        AE abu dabi|abu dhabi|dubai
        QA doha
        KW kuwait city
        IN nueva delhi|new delhi|mumbai
        PK islamabad
        BD daca|dhaka|cox's bazar
        NP katmandu|kathmandu
        LK colombo
        AF kabul
        CN beijing|pekin|shanghai|hong kong
        JP tokio|tokyo|kioto|kyoto|yokohama
        KR seul|seoul
        TH bangkok
        VN hanoi
        PH manila
        ID yakarta|jakarta|bali
        MY kuala lumpur
        SG singapur|singapore
        AU canberra|sidney|sydney|melbourne
        NZ wellington|auckland
        FJ suva
        """;

    private const string Countries = """
        AR argentina
        BO bolivia
        BR brasil|brazil
        CL chile
        CO colombia
        EC ecuador
        PE peru
        PY paraguay
        UY uruguay
        VE venezuela
        CR costa rica
        SV el salvador
        GT guatemala
        HN honduras
        NI nicaragua
        PA panama
        BZ belice|belize
        MX mexico
        DO republica dominicana|dominican republic
        CU cuba
        HT haiti
        JM jamaica
        TT trinidad y tobago|trinidad and tobago
        BB barbados
        GY guyana
        SR surinam|suriname
        US estados unidos|united states|ee.uu.|ee. uu.|eeuu|u.s.|usa|u.s.a.|estados unidos de america
        CA canada
        ES espana|spain
        PT portugal
        FR francia|france
        IT italia|italy
        DE alemania|germany
        BE belgica|belgium
        NL paises bajos|netherlands
        CH suiza|switzerland
        AT austria
        GB reino unido|united kingdom|uk
        SE suecia|sweden
        NO noruega|norway
        RU rusia|russia
        TR turquia|turkey
        MA marruecos|morocco
        EG egipto|egypt
        ET etiopia|ethiopia
        KE kenia|kenya
        SN senegal
        ZA sudafrica|south africa
        IN india
        CN china
        JP japon|japan
        KR corea|republica de corea|korea
        TH tailandia|thailand
        PH filipinas|philippines
        ID indonesia
        AU australia
        QA qatar|catar
        AE emiratos arabes unidos|united arab emirates
        """;

    private static readonly FrozenDictionary<string, string> ByCity = Table(Cities);
    private static readonly FrozenSet<string> Beginnings = ByCity.Keys.Select(c => c.Split(' ', ',')[0]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, string> ByCountry = Table(Countries);

    // The States of the gazetteer, by all their names, beside those that datelines write in short.
    private static readonly Lazy<FrozenDictionary<string, string>> ByState = new(() => Gazetteer.States
        .SelectMany(s => s.Organisation.Known.Names.Select(n => n.Name).Concat(s.Organisation.Others).Select(n => (Name: ReadText.Fold(n), s.Code)))
        .DistinctBy(n => n.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(n => n.Name, n => n.Code, StringComparer.Ordinal));

    /// <summary>The country of a city; null where the city is not known.</summary>
    /// <param name="city">Folded.</param>
    public static string? CountryOfCity(string city) => ByCity.GetValueOrDefault(city);

    /// <summary>How many words and marks the longest city at a place of a sentence takes: “San Pedro Sula”, “Washington, D.C.”.</summary>
    /// <param name="tokens">The words of the sentence.</param>
    /// <param name="at">The place.</param>
    /// <returns>0 where no city stands there.</returns>
    public static int LongestCity(IReadOnlyList<Token> tokens, int at)
    {
        if (!tokens[at].IsCapitalised || !Beginnings.Contains(tokens[at].Folded))
            return 0;
        for (var length = Math.Min(MostWords, tokens.Count - at); length > 0; length--)
        {
            if (ByCity.ContainsKey(Spelled(tokens, at, length)))
                return length;
        }

        return 0;
    }

    /// <summary>Some words as the names here are spelled.</summary>
    /// <param name="tokens">The words of a sentence.</param>
    /// <param name="at">The first.</param>
    /// <param name="length">How many.</param>
    public static string Spelled(IReadOnlyList<Token> tokens, int at, int length) =>
        string.Join(' ', Enumerable.Range(at, length).Select(i => i < tokens.Count ? tokens[i].Folded : "")).Replace(" .", ".", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal);

    /// <summary>The code of a country; null where it is not known.</summary>
    /// <param name="name">Folded.</param>
    public static string? Country(string name) => ByCountry.GetValueOrDefault(name) ?? ByState.Value.GetValueOrDefault(name);

    private static FrozenDictionary<string, string> Table(string lines)
    {
        Dictionary<string, string> table = new(StringComparer.Ordinal);
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var name in line[3..].Split('|'))
                table[name] = line[..2];
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
