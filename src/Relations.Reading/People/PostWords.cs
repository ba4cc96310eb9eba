using System.Collections.Frozen;
using Relations.Reading.Text;

namespace Relations.Reading.People;

/// <summary>The words that posts are made of, in both languages.</summary>
internal static class PostWords
{
    private static readonly FrozenSet<string> Heads = FrozenSet.ToFrozenSet(
    [
        "presidente", "presidenta", "vicepresidente", "vicepresidenta", "copresidente", "copresidenta", "ministro", "ministra", "viceministro", "viceministra",
        "canciller", "vicecanciller", "secretario", "secretaria", "subsecretario", "subsecretaria", "prosecretario", "prosecretaria", "director", "directora",
        "subdirector", "subdirectora", "codirector", "codirectora", "gerente", "gerenta", "subgerente", "jefe", "jefa", "subjefe", "subjefa", "coordinador",
        "coordinadora", "representante", "embajador", "embajadora", "consul", "consulesa", "encargado", "encargada", "delegado", "delegada", "comisionado",
        "comisionada", "comisario", "comisaria", "rector", "rectora", "vicerrector", "vicerrectora", "decano", "decana", "vicedecano", "alcalde", "alcaldesa",
        "gobernador", "gobernadora", "prefecto", "prefecta", "intendente", "intendenta", "senador", "senadora", "diputado", "diputada", "congresista",
        "parlamentario", "parlamentaria", "asesor", "asesora", "consultor", "consultora", "oficial", "funcionario", "funcionaria", "especialista", "experto",
        "experta", "analista", "investigador", "investigadora", "superintendente", "superintendenta", "defensor", "defensora", "procurador", "procuradora",
        "fiscal", "contralor", "contralora", "magistrado", "magistrada", "juez", "jueza", "relator", "relatora", "administrador", "administradora",
        "tesorero", "tesorera", "vocal", "portavoz", "vocero", "vocera", "responsable", "agregado", "agregada", "consejero", "consejera", "ministro-consejero",
        "plenipotenciario", "titular", "comandante", "economista", "catedratico", "catedratica", "fundador", "fundadora", "rey", "reina", "papa", "exministro",
        "exministra", "expresidente", "expresidenta", "exsecretario", "exsecretaria", "excanciller", "exdirector", "exdirectora", "exembajador", "exembajadora",
        "exjefe", "exjefa", "expresidentes", "exgobernador", "exrector", "presidencia",
        "president", "vice-president", "minister", "vice-minister", "vice-chancellor", "chancellor", "secretary", "undersecretary", "under-secretary", "secretary-general",
        "director-general", "deputy", "homologo", "homologa", "counterpart", "focal", "punto", "manager", "head", "chief", "coordinator", "co-ordinator", "representative", "ambassador", "consul-general", "consul", "delegate",
        "commissioner", "rector", "dean", "mayor", "governor", "senator", "congressman", "congresswoman", "parliamentarian", "adviser", "advisor", "counsel", "consultant", "officer",
        "specialist", "expert", "analyst", "researcher", "chair", "chairman", "chairwoman", "chairperson", "co-chair", "vice-chair", "administrator", "treasurer", "spokesperson",
        "spokesman", "spokeswoman", "counsellor", "counselor", "attache", "king", "queen", "judge", "rapporteur", "prosecutor", "ombudsman", "superintendent", "envoy", "economist", "ceo", "professor", "lecturer",
        "charge", "executive", "speaker", "premier", "founder", "co-founder", "cofundador", "cofundadora", "leader", "lider", "asistente", "assistant", "gestor", "gestora", "provost", "registrar", "comptroller",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Plurals = FrozenSet.ToFrozenSet(
    [
        "ministros", "ministras", "viceministros", "viceministras", "cancilleres", "presidentes", "secretarios", "directores", "directoras", "representantes",
        "delegados", "delegadas", "embajadores", "autoridades", "jefes", "delegacion", "delegaciones", "funcionarios", "gobiernos", "gobierno", "estado", "expertos",
        "coordinadores", "mandatarios", "ministers", "presidents", "representatives", "delegates", "ambassadors", "authorities", "heads", "delegation", "delegations",
        "officials", "government", "governments", "directors", "secretaries", "experts", "mandatario", "mandataria", "equipo", "mision", "parlamentarios", "parlamentarias", "legisladores",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Modifiers = FrozenSet.ToFrozenSet(
    [
        "general", "generales", "ejecutivo", "ejecutiva", "adjunto", "adjunta", "permanente", "alterno", "alterna", "regional", "nacional", "tecnico", "tecnica", "principal", "residente",
        "especial", "superior", "academico", "academica", "administrativo", "administrativa", "comercial", "politico", "politica", "cultural", "electo", "electa", "honorario", "honoraria", "suplente", "interino",
        "interina", "extraordinario", "extraordinaria", "plenipotenciario", "plenipotenciaria", "primer", "primera", "segundo", "segunda", "alto", "alta", "pro", "tempore", "senior", "junior", "internacional", "institucional", "subregional", "sectorial", "zonal", "concurrente", "temporal", "saliente", "entrante", "actual",
        "executive", "deputy", "vice", "assistant", "associate", "foreign", "prime", "country", "national", "permanent", "high", "special", "acting", "interim",
        "chief", "program", "programme", "project", "former", "newly", "appointed", "elected", "outgoing", "incoming", "first", "under", "resident", "designate", "elect", "managing", "technical", "financial", "operating", "legal",
        "political", "alternate", "emeritus", "lead", "protection", "communications", "policy", "liaison", "public", "information", "health", "defense", "defence", "finance", "trade", "interior", "education",
        "culture", "environment", "economy", "energy", "agriculture", "justice", "labour", "labor", "security", "migration", "development", "planning", "tourism", "transport", "foreign", "research", "current", "new", "then", "principal", "extraordinary", "plenipotentiary",
        "sub-regional", "operations", "federal", "magnificus", "magnifico", "magnifica", "group", "section", "state", "parliamentary", "team", "administrative", "scientific", "academic", "consular", "commercial", "delegado", "delegada"
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> HeadsOfSeveral = FrozenSet.ToFrozenSet(
    [
        "ministros", "ministras", "viceministros", "viceministras", "cancilleres", "presidentes", "vicepresidentes", "secretarios", "directores", "directoras", "subdirectores", "representantes", "embajadores",
        "embajadoras", "jefes", "jefas", "coordinadores", "coordinadoras", "rectores", "rectoras", "alcaldes", "gobernadores", "asesores", "asesoras", "especialistas", "funcionarios", "funcionarias", "oficiales",
        "expertos", "expertas", "consultores", "consultoras", "comisionados", "gerentes", "analistas", "investigadores", "ministers", "directors", "secretaries", "representatives", "ambassadors", "officers", "advisers",
        "advisors", "specialists", "commissioners", "rectors", "coordinators", "experts", "managers", "analysts", "consultants",
    ], StringComparer.Ordinal);

    /// <summary>The noun of the post that each of several people holds: “directores” are each a <c>director</c>.</summary>
    /// <param name="written">The word, as written: “Secretarías” are none.</param>
    /// <returns>Folded; null where the word names no such post.</returns>
    public static string? SingularOf(string written) => ReadText.Fold(written) is var folded && HeadsOfSeveral.Contains(folded) && !written.Contains('í', StringComparison.OrdinalIgnoreCase) ? Singular(folded) : null;

    /// <summary>The singular of a word of such a post, as written: “Generales” is “General”.</summary>
    /// <param name="written">The word.</param>
    public static string Singular(string written) => written switch
    {
        [.., 'i', 'e', 's'] => $"{written[..^3]}y",
        [.., 'r' or 'l' or 'n' or 'd', 'e', 's'] when !written.EndsWith("antes", StringComparison.Ordinal) && !written.EndsWith("alcaldes", StringComparison.OrdinalIgnoreCase) => written[..^2],
        [_, _, _, .., not 's', 's'] => written[..^1],
        _ => written,
    };

    /// <summary>Whether a word is the noun of a post of one person: “Directora”, “Secretary”.</summary>
    /// <param name="folded">The word, folded.</param>
    public static bool IsPost(string folded) => Heads.Contains(folded);

    /// <summary>Whether a word that is a post is a surname as well: “Rey”, “King”, “Dean”.</summary>
    /// <param name="folded">The word, folded.</param>
    public static bool IsSurnameToo(string folded) => folded is "rey" or "reina" or "papa" or "king" or "queen" or "dean" or "judge" or "mayor" or "fiscal" or "alcalde" or "juez" or "head" or "speaker";

    /// <summary>Whether a word names those who act for somebody: “cancilleres”, “delegación”, “authorities”.</summary>
    /// <param name="folded">The word, folded.</param>
    public static bool IsActing(string folded) => Plurals.Contains(folded) || Heads.Contains(folded);

    /// <summary>Whether a word qualifies the noun of a post: “General”, “Deputy”.</summary>
    /// <param name="folded">The word, folded.</param>
    public static bool IsModifier(string folded) => Modifiers.Contains(folded);
}
