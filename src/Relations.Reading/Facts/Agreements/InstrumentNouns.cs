using System.Collections.Frozen;
using Relations.Domain.Agreements;
using Relations.Reading.Text;

namespace Relations.Reading.Facts.Agreements;

/// <summary>Finds where instruments are named, in Spanish (noun first) and in English (noun last).</summary>
internal static class InstrumentNouns
{
    /// <summary>The longest name that is read, in words.</summary>
    private const int LongestName = 40;

    private static readonly PhraseBook<(InstrumentFamily Family, AgreementType? Type, bool IsPlural)> Heads = new(
    [
        ("memorando|memorandum|memorandos|memoranda ?marco de entendimiento|cooperacion|acuerdo", (InstrumentFamily.Memorandum, AgreementType.MemorandumOfUnderstanding, false)),
        ("memorandum|memoranda|memorandums of understanding|cooperation|agreement", (InstrumentFamily.Memorandum, AgreementType.MemorandumOfUnderstanding, false)),
        ("memorando|memorandum", (InstrumentFamily.Memorandum, AgreementType.MemorandumOfUnderstanding, false)),
        ("memorandos|memoranda", (InstrumentFamily.Memorandum, AgreementType.MemorandumOfUnderstanding, true)),
        ("mde|mou", (InstrumentFamily.Memorandum, AgreementType.MemorandumOfUnderstanding, false)),
        ("mous", (InstrumentFamily.Memorandum, AgreementType.MemorandumOfUnderstanding, true)),
        ("carta de entendimiento", (InstrumentFamily.Letter, AgreementType.MemorandumOfUnderstanding, false)),
        ("carta de intencion|intenciones|acuerdo|compromiso", (InstrumentFamily.Letter, null, false)),
        ("cartas de intencion|intenciones|acuerdo|compromiso|entendimiento", (InstrumentFamily.Letter, null, true)),
        ("letter of understanding", (InstrumentFamily.Letter, AgreementType.MemorandumOfUnderstanding, false)),
        ("letter of intent|agreement", (InstrumentFamily.Letter, null, false)),
        ("letters of intent|agreement|understanding", (InstrumentFamily.Letter, null, true)),
        ("canje|intercambio de notas|cartas ?diplomaticas ?reversales", (InstrumentFamily.Exchange, AgreementType.ExchangeOfLetters, false)),
        ("notas reversales", (InstrumentFamily.Exchange, AgreementType.ExchangeOfLetters, false)),
        ("exchange of letters|notes", (InstrumentFamily.Exchange, AgreementType.ExchangeOfLetters, false)),
        ("protocolo|protocol", (InstrumentFamily.Protocol, AgreementType.Protocol, false)),
        ("protocolos|protocols", (InstrumentFamily.Protocol, AgreementType.Protocol, true)),
        ("tratado|treaty", (InstrumentFamily.Treaty, AgreementType.Treaty, false)),
        ("tratados|treaties", (InstrumentFamily.Treaty, AgreementType.Treaty, true)),
        ("convencion|convention", (InstrumentFamily.Treaty, AgreementType.Treaty, false)),
        ("adenda|adendum|addenda|addendum|enmienda", (InstrumentFamily.Amendment, null, false)),
        ("amendment", (InstrumentFamily.Amendment, null, false)),
        ("contrato de prestamo|cooperacion|donacion|subvencion|financiamiento", (InstrumentFamily.Agreement, null, false)),
        ("convenio|acuerdo|agreement|accord", (InstrumentFamily.Agreement, null, false)),
        ("convenios|acuerdos|agreements|accords", (InstrumentFamily.Agreement, null, true)),
        ("instrumento|instrument|documento|document", (InstrumentFamily.Any, null, false)),
        ("instrumentos|instruments|documentos|documents", (InstrumentFamily.Any, null, true)),
    ]);

    /// <summary>Words before an English noun that belong to its name.</summary>
    private static readonly FrozenSet<string> EnglishModifiers = Set(
        "framework cooperation co-operation partnership specific bilateral grant contribution donor financing funding loan host country headquarters " +
        "free trade association technical inter-institutional interinstitutional institutional joint implementing project service services data sharing " +
        "data-sharing air economic scientific cultural readmission mutual legal assistance strategic comprehensive administrative delegation " +
        "collaboration collaborative general basic additional supplementary optional complementary tripartite trilateral multilateral migration labour labor mobility security " +
        "defence defense visa transport investment protection exchange academic research global regional standard letter mutual recognition policy credit delegated");

    /// <summary>Words that set an instrument apart as another one.</summary>
    private static readonly FrozenSet<string> New = Set("nuevo nueva nuevos nuevas new otro otra another further segundo segunda second tercer tercero third");

    private static readonly FrozenSet<string> Fillers = Set(
        "importante importantes significativo historico historica siguiente siguientes following primer primero primera first actual presente vigente present current existing important " +
        "historic landmark major key correspondiente respectivo respectiva mismo misma propio propia");

    private static readonly FrozenSet<string> Indefinites = Set("un una unos unas a an");
    private static readonly FrozenSet<string> Definites = Set("el la los las the del al su sus its their lo");
    private static readonly FrozenSet<string> Pointers = Set(
        "dicho dicha dichos dichas este esta estos estas ese esa referido referida mencionado mencionada citado citada aludido aludida presente " +
        "this that these said such aforementioned abovementioned above-mentioned");

    /// <summary>Words after which a name is over.</summary>
    private static readonly FrozenSet<string> Stops = Set(
        "entre between con with que which that who quien quienes cuyo cuya cuyos cuyas donde where desde since hasta until durante during by mediante tras ante al from " +
        "suscrito suscrita suscritos suscritas suscripto firmado firmada firmados firmadas signed concluded vigente vigentes existente existentes existing rubricado celebrado celebrada " +
        "alcanzado alcanzados reached celebrados dated fechado establecido subscrito entered approved aprobado aprobada ratificado ratificada negociado renovado " +
        "se no not ya fue fueron es son esta estan ha han sera seran was were is are has have had will would shall may can under bajo segun it they he she " +
        "permite permitira permitiran busca contempla establece incluye tiene tienen tendra tendran cuenta señalo senalo dijo indico destaco provides aims covers includes sets seeks " +
        "expresses entro entraron entra enters entered came signing vence vencio expires expired also today hoy ayer yesterday este asimismo ademas como as while mientras cuando when " +
        "hacia before after antes despues luego junto sin through allows follows marks builds comes runs renews supports renueva firma firman suscribe suscriben at hereby, upon which, marca ");

    /// <summary>Words at which a name goes on only with a noun behind them.</summary>
    private static readonly FrozenSet<string> Links = Set("de del para por sobre en y e o a la el los las su sus the of on for in and to or un una materia field areas");

    private static readonly FrozenSet<string> Complements = Set("de del para sobre en on for of to regarding concerning relativo relativa referente por in relating");

    /// <summary>Words that do not tell one instrument from another.</summary>
    private static readonly FrozenSet<string> Common = Set(
        "de del para por sobre en y e o a la el los las su sus the of on for in and to or un una an entendimiento understanding materia field marco framework n no nro numero number " +
        "intencion intent acuerdo agreement notas letters notes cartas memorando memorandum convenio canje exchange carta letter mou mde relativo referente , ( ) “ ” « » \" . - – : mutuo mutual");

    /// <summary>Before these words, what looks like an instrument is a part of a turn of phrase.</summary>
    private static readonly PhraseBook<bool> NotInstruments = new(
    [
        ("de ?comun ?mutuo acuerdo", true), ("en acuerdo con", true), ("estar|estan|estuvo|estuvieron|esta|estamos|mostraron|mostro|manifestaron ?de acuerdo", true), ("acuerdo|acuerdos ministerial|gubernativo|legislativo|plenario|ejecutivo|supremo", true),
        ("por acuerdo", true), ("llego|llegaron|llegar|llegado a un|el acuerdo", true), ("alcanzo|alcanzaron|alcanzar|alcanzado un acuerdo", true), ("reach|reached|reaching|reaches an|a agreement", true), ("mutual agreement", true), ("in ?full ?broad ?general agreement", true), ("common agreement", true),
        ("jefe|jefa|director|directora|direccion|oficina|encargado|encargada|introductor|introductora|equipo|departamento|chief|head|office|section de|del|of ?la protocolo|protocol|convenios|acuerdos|tratados", true),
        ("protocolo|protocolos ?de seguridad|bioseguridad|sanitario|sanitarios|salud|atencion|actuacion|higiene|intervencion|investigacion|clinico|clinicos|operativo|operativos|interno|consulares|estado|general", true),
        ("health|safety|sanitary|security|clinical|state|medical protocol|protocols", true),
        ("contrato|contratos de trabajo|alquiler|obra", true), ("memorando|memorandum interno", true), ("internal memorandum", true), ("letter of credit", true),
        ("temas|asuntos|puntos|problemas ?fueron ?son ?a tratado|tratados", true), ("fue|fueron|ha|han|sido|bien tratado|tratados", true),
        ("instrumento|instrumentos de ratificacion|adhesion|gestion|medicion|planificacion|aceptacion", true), ("instrument of ratification|accession|acceptance", true),
        ("centro|center|centre de convenciones|convenciones", true), ("convencion|convention anual|annual|nacional|national|center|centre|hall", true),
        ("servicio|nivel level", true), ("consensus agreement", true), ("agreement ?was that", true), ("carta de compromiso etico", true), ("acuerdos y compromisos", true), ("compromisos y acuerdos", true),
    ]);

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The instruments that a sentence names.</summary>
    /// <param name="line">The sentence.</param>
    public static IEnumerable<Instrument> In(Line line)
    {
        var turns = NotInstruments.In(line.Tokens, 0, line.Count).Select(t => (t.Start, t.End)).ToList();
        var next = 0;
        foreach (var (head, start, end) in Heads.In(line.Tokens, 0, line.Count))
        {
            if (start < next || turns.Any(t => start >= t.Start && start < t.End) || line.OrganisationAt(start) is { } o && line.OrganisationAt(start - 1) == o)
                continue;
            if (Read(line, head, start, end) is not { } instrument || (instrument is { Family: InstrumentFamily.Any, Count: 1 } && instrument.Determiner is Determiner.None or Determiner.Indefinite))
                continue;
            next = instrument.End;
            yield return instrument;
        }
    }

    private static Instrument? Read(Line line, (InstrumentFamily Family, AgreementType? Type, bool IsPlural) head, int start, int end)
    {
        var english = IsEnglish(line[start]) ?? IsEnglishBefore(line, start);
        var first = english ? BackOverModifiers(line, start) : start;
        var stop = NameEnd(line, end);
        var (determiner, before, count, isNew) = Introduction(line, first, head.IsPlural);
        if (IsTurn(line, start, end, stop, before, determiner))
            return null;
        var name = line.Tokens.Skip(first).Take(stop - first).Select(t => t.Folded).ToList();
        return new(line, first, stop, head.Family, determiner, before, count)
        {
            Type = head.Type ?? TypeOf(head.Family, name),
            IsNew = isNew,
            Number = NumberAfter(line, stop),
            Subject = name.Where(w => !Common.Contains(w)).Select(Root).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>Whether the name of an instrument begins here.</summary>
    /// <param name="line">The sentence.</param>
    /// <param name="at">The place.</param>
    public static bool IsHead(Line line, int at) => Heads.At(line.Tokens, at) is not null;

    /// <summary>What a word is compared by: plural and gender left off.</summary>
    /// <param name="word">The folded word.</param>
    public static string Root(string word) => word.Length > 6 ? word[..6] : word.TrimEnd('s');

    private static bool? IsEnglish(string head) => head switch
    {
        "agreement" or "agreements" or "treaty" or "treaties" or "protocol" or "protocols" or "convention" or "letter" or "letters" or "exchange" or "amendment" or "instrument" or "accord" or "accords" => true,
        "memorandum" or "memoranda" or "mou" or "mous" or "addendum" or "addenda" => null,
        _ => false,
    };

    private static bool IsEnglishBefore(Line line, int start) => line[start - 1] is "the" or "a" or "an" or "this" or "of" or "new" or "that" or "bilateral";

    private static bool IsTurn(Line line, int start, int end, int stop, int before, Determiner determiner) => line[start] switch
    {
        // "de acuerdo con", "de acuerdo a": according to; "acuerdo" alone after a preposition: consent.
        "acuerdo" when determiner is Determiner.None && line[before] is "de" or "en" or "por" or "comun" or "mutuo" => true,
        "acuerdo" when determiner is Determiner.None && line[end] is "con" or "a" or "al" => true,
        "agreement" when determiner is Determiner.None && line[start - 1] is "in" or "reached" or "by" or "of" or "full" => true,
        "tratado" => determiner is Determiner.None && !line.Tokens[start].IsCapitalised,
        "convencion" or "convention" => stop == end || !line.Tokens[start].IsCapitalised,
        "enmienda" or "amendment" => line[end] is not ("al" or "to" or "del"),
        "memorandum" or "memorando" when stop == start + 1 => determiner is Determiner.None && start > 0,
        _ => false,
    };

    private static int BackOverModifiers(Line line, int start)
    {
        var first = start;
        while (first > 0 && start - first < 8)
        {
            var token = line.Tokens[first - 1];
            var belongs = EnglishModifiers.Contains(token.Folded)
                || (token.IsWord && token.IsCapitalised && first - 1 > 0 && !Pointers.Contains(token.Folded) && !Definites.Contains(token.Folded) && !Indefinites.Contains(token.Folded)
                    && line.OrganisationAt(first - 1) is null && line.PersonAt(first - 1) is null && line.DateAt(first - 1) is null && !New.Contains(token.Folded) && !Stops.Contains(token.Folded) && !Links.Contains(token.Folded))
                || (token.Folded is "and" or "of" or "," && first - 2 >= 0 && first < start && EnglishModifiers.Contains(line[first - 2]) && line.Tokens[first].IsCapitalised == line.Tokens[first - 2].IsCapitalised && token.Folded != ",");
            if (!belongs)
                break;
            first--;
        }

        return first;
    }

    /// <summary>Where the name ends: before a verb, a party, a date, a mark, or a word that begins what is said of it.</summary>
    private static int NameEnd(Line line, int end)
    {
        var (at, kept) = (end, end);
        var complement = false;
        for (var limit = Math.Min(line.Count, end + LongestName); at < limit; at++)
        {
            var token = line.Tokens[at];
            if (token.Folded == "(" && at + 2 < line.Count && line[at + 2] == ")" && line.Tokens[at + 1].IsWord && line.OrganisationAt(at + 1) is null)
            {
                (at, kept) = (at + 2, at == kept ? at + 3 : kept);
                continue;
            }

            if (token.Written is "“" or "«" or "\"" && QuotedEnd(line, at) is { } closed)
                return closed;
            if (!token.IsWord && !(token.Folded == "," && complement && ContinuesList(line, at)))
                break;
            // “intend the MoU to replace the agreement”: what is done with it, and no name.
            if (token.Folded is "replace" or "supersede" or "reemplazar" or "sustituir")
                return end;
            if (Stops.Contains(token.Folded) || line.DateAt(at) is not null || line.PersonAt(at) is not null || line.IsFinite(at))
                break;
            if (line.OrganisationAt(at) is not null && !IsAbout(line, end, at))
                break;
            if (at == end && !complement && !IsModifier(token))
                break;
            if (token.Folded is "en" or "in" && !IsSubjectMatter(line, at))
                break;
            if (token.Folded is "y" or "e" or "and" && !GoesOnAfterAnd(line, at, complement))
                break;
            complement |= Complements.Contains(token.Folded);
            if (token.IsWord && !Links.Contains(token.Folded))
                kept = at + 1;
        }

        return kept;
    }

    /// <summary>“En materia de salud”, “in the field of health”, where “en el marco de la visita” is no part of a name.</summary>
    private static bool IsSubjectMatter(Line line, int at)
    {
        var noun = line[at + 1] is "el" or "la" or "los" or "las" or "the" ? at + 2 : at + 1;
        return line[noun] is "materia" or "materias" or "area" or "areas" or "campo" or "campos" or "ambito" or "ambitos" or "sector" or "tema" or "temas" or "field" or "fields"
            || (noun < line.Count && line.Tokens[noun].IsCapitalised && line.Tokens[at - 1].IsCapitalised && line.OrganisationAt(noun) is null && line[noun] is not "marco");
    }

    private static bool IsModifier(Token token) => token.Folded is not ("a" or "el" or "la" or "los" or "las" or "the");

    /// <summary>Whether an organisation is named within what the instrument is about: “para apoyar a la CAN”.</summary>
    private static bool IsAbout(Line line, int from, int at)
    {
        for (var i = from; i < at - 1; i++)
        {
            if ((line[i] is "para" && line[i + 1].EndsWith('r')) || (line[i] is "to" && i > from - 1) || line[i] is "sobre" or "on")
                return true;
        }

        return false;
    }

    private static bool ContinuesList(Line line, int comma)
    {
        for (var i = comma + 1; i < Math.Min(line.Count, comma + 8); i++)
        {
            if (line[i] is "y" or "e" or "and")
                return i > comma + 1 && GoesOnAfterAnd(line, i, true);
            if (Stops.Contains(line[i]) || line.IsFinite(i) || line.OrganisationAt(i) is not null || line.PersonAt(i) is not null)
                return false;
            if (!line.Tokens[i].IsWord && line[i] != ",")
                return false;
        }

        return false;
    }

    private static bool GoesOnAfterAnd(Line line, int at, bool complement)
    {
        if (!complement && line[at + 1] is "la" or "el" or "los" or "un" or "una" or "the" or "a")
            return false;
        for (var i = at + 1; i < Math.Min(line.Count, at + 7); i++)
        {
            if (Heads.At(line.Tokens, i) is not null || line.PersonAt(i) is not null || line.OrganisationAt(i) is not null || line.IsFinite(i) || line[i] is "se" or "acta" or "declaracion")
                return false;
            if (!line.Tokens[i].IsWord || Stops.Contains(line[i]))
                break;
        }

        return at + 1 < line.Count && line.Tokens[at + 1].IsWord;
    }

    private static int? QuotedEnd(Line line, int open)
    {
        for (var i = open + 1; i < Math.Min(line.Count, open + LongestName); i++)
        {
            if (line.Tokens[i].Written is "”" or "»" or "\"")
                return i + 1;
        }

        return null;
    }

    private static (Determiner Determiner, int Before, int Count, bool IsNew) Introduction(Line line, int first, bool plural)
    {
        var (at, count, isNew) = (first - 1, plural ? 0 : 1, false);
        for (; at >= 0 && first - at < 5; at--)
        {
            if (Numerals.Of(line[at]) is { } number && plural)
                count = number;
            else if (New.Contains(line[at]))
                isNew = true;
            else if (!Fillers.Contains(line[at]) || Pointers.Contains(line[at]))
                break;
        }

        var determiner = line[at] switch
        {
            "presente" or "present" => Determiner.Pointing,
            var w when Indefinites.Contains(w) => Determiner.Indefinite,
            var w when Pointers.Contains(w) => Determiner.Pointing,
            var w when Definites.Contains(w) => Determiner.Definite,
            _ => Determiner.None,
        };
        // "del" and "al" are a preposition and an article in one: the preposition stays what stands before.
        var before = determiner == Determiner.None || line[at] is "del" or "al" ? at : line[at] is "dicho" or "referido" && Definites.Contains(line[at - 1]) ? at - 2 : at - 1;
        if (determiner == Determiner.Pointing && Definites.Contains(line[before]) && line[before] is not ("del" or "al"))
            before--;
        return (determiner, before, count, isNew);
    }

    private static AgreementType? TypeOf(InstrumentFamily family, List<string> name) => family switch
    {
        InstrumentFamily.Agreement when name.Contains("marco") || name.Contains("framework") => AgreementType.FrameworkAgreement,
        InstrumentFamily.Agreement when name.Exists(w => w is "especifico" or "especificos" or "specific") => AgreementType.SpecificAgreement,
        InstrumentFamily.Agreement when IsCooperation(name) => AgreementType.CooperationAgreement,
        _ => null,
    };

    /// <summary>“Convenio de cooperación”, “convenio interinstitucional”, “cooperation agreement”; not “acuerdo de cooperación financiera no reembolsable”, a grant.</summary>
    private static bool IsCooperation(List<string> name) =>
        name.Take(5).Any(w => w is "cooperacion" or "cooperation" or "co-operation" or "interinstitucional" or "inter-institutional" or "colaboracion" or "collaboration")
        && !name.Exists(w => w is "reembolsable" or "grant" or "donacion");

    /// <summary>A number right after the name: “N.º 015-2012”.</summary>
    private static string? NumberAfter(Line line, int at)
    {
        if (line[at] is "(" or ",")
            at++;
        if (line[at] is not ("n" or "no" or "nro" or "num" or "nº" or "n°" or "number" or "numero" or "ref" or "registro"))
            return null;
        var first = at + 1;
        while (first < line.Count && line[first] is "." or "°" or "º" or "o" or ":")
            first++;
        var end = first;
        while (end < line.Count && (line.Tokens[end].IsWord || line[end] is "-" or "/") && (end == first || line.Tokens[end].Passage.Offset == line.Tokens[end - 1].Passage.End))
            end++;
        return end > first && line.Tokens.Skip(first).Take(end - first).Any(t => char.IsDigit(t.Written[0]))
            ? string.Concat(line.Tokens.Skip(first).Take(end - first).Select(t => t.Written))
            : null;
    }
}
