using System.Collections.Frozen;
using Relations.Domain.Organisations;

namespace Relations.Reading.Organisations;

/// <summary>The noun that tells what an organisation is: “Ministerio” in “Ministerio de Salud”, “Bank” in “Development Bank of Kenya”.</summary>
/// <param name="Word">The noun, folded.</param>
/// <param name="Kind">What kind of organisation it names.</param>
/// <param name="Relation">How it stands under the organisation named after it; null where it stands under none.</param>
/// <param name="IsEnglish">Whether it is English, and its name may begin before it.</param>
/// <param name="TakesList">Whether fields of work joined by “and” belong to its name: “Ministerio de Comercio Exterior y Turismo”.</param>
internal sealed record HeadNoun(string Word, OrganisationKind Kind, OrganisationRelation? Relation, bool IsEnglish, bool TakesList)
{
    private static readonly FrozenDictionary<string, HeadNoun> All = new[]
    {
        Spanish(OrganisationKind.StateBody, null, true, "ministerio", "viceministerio", "superintendencia", "subsecretaria", "procuraduria", "contraloria"),
        Spanish(OrganisationKind.StateBody, null, false,
            "cancilleria", "municipalidad", "alcaldia", "intendencia", "gobernacion", "prefectura", "defensoria", "fiscalia", "congreso", "senado",
            "policia", "ejercito", "armada", "agencia", "autoridad", "servicio", "ayuntamiento", "presidencia", "vicepresidencia"),
        Spanish(OrganisationKind.Organ, OrganisationRelation.OrganOf, true, "secretaria", "direccion", "consejo", "comision", "comite", "junta", "gerencia", "subgerencia", "unidad"),
        Spanish(OrganisationKind.Organ, OrganisationRelation.OrganOf, false, "asamblea", "parlamento", "tribunal", "corte", "departamento"),
        Spanish(OrganisationKind.Office, OrganisationRelation.OfficeOf, false,
            "mision", "delegacion", "representacion", "embajada", "consulado"),
        Spanish(OrganisationKind.Office, OrganisationRelation.OfficeOf, true, "oficina"),
        Spanish(OrganisationKind.University, null, false, "universidad", "academia"),
        Spanish(OrganisationKind.University, OrganisationRelation.OrganOf, true, "facultad"),
        Spanish(OrganisationKind.Ngo, null, false, "fundacion", "ong", "asociacion", "federacion", "confederacion", "coordinadora", "sociedad", "corporacion"),
        Spanish(OrganisationKind.Other, null, true, "instituto", "centro", "camara"),
        Spanish(OrganisationKind.Other, null, false, "organizacion", "organismo", "banco", "fondo", "union", "liga", "escuela", "observatorio"),
        Spanish(OrganisationKind.Company, null, false, "empresa", "compania"),
        English(OrganisationKind.StateBody, null, true, "ministry", "department", "bureau"),
        English(OrganisationKind.StateBody, null, false, "agency", "authority", "congress", "senate", "municipality"),
        English(OrganisationKind.Organ, OrganisationRelation.OrganOf, true, "secretariat", "commission", "council", "committee", "directorate", "directorate-general"),
        English(OrganisationKind.Organ, OrganisationRelation.OrganOf, false, "parliament", "court", "assembly", "chamber"),
        English(OrganisationKind.Office, OrganisationRelation.OfficeOf, false, "office", "mission", "delegation", "embassy", "consulate"),
        English(OrganisationKind.University, null, false, "university", "college"),
        English(OrganisationKind.University, OrganisationRelation.OrganOf, true, "faculty"),
        English(OrganisationKind.Ngo, null, false, "foundation", "association", "federation", "confederation", "society"),
        English(OrganisationKind.Other, null, true, "institute", "center", "centre"),
        English(OrganisationKind.Other, null, false, "organization", "organisation", "bank", "fund", "school"),
        Introduced(Spanish(OrganisationKind.Other, null, true, "red", "alianza", "plataforma", "consorcio", "mecanismo", "foro", "grupo", "sistema", "coalicion", "laboratorio", "conferencia", "iniciativa")),
        Introduced(English(OrganisationKind.Other, null, true, "network", "alliance", "platform", "consortium", "mechanism", "forum", "group", "system", "coalition", "laboratory", "initiative")),
        Introduced(English(OrganisationKind.Organ, OrganisationRelation.OrganOf, true, "division", "unit", "section", "branch")),
        Introduced(English(OrganisationKind.StateBody, null, false, "service")),
    }.SelectMany(h => h).ToFrozenDictionary(h => h.Word, StringComparer.Ordinal);

    /// <summary>Words that say where an organ stands or how it works, and do not make a name with its noun alone: “Consejo Permanente”.</summary>
    private static readonly FrozenSet<string> Generic = FrozenSet.ToFrozenSet(
    [
        "general", "ejecutivo", "ejecutiva", "directivo", "directiva", "permanente", "tecnico", "tecnica", "tecnicos", "consultivo", "consultiva",
        "mixto", "mixta", "conjunto", "conjunta", "superior", "pro", "tempore", "regional", "internacional", "adjunta", "plenaria", "binacional",
        "bilateral", "nacional", "organizador", "organizadora", "electoral", "especial", "multilateral", "subregional", "administrativo", "administrativa",
        "executive", "permanent", "technical", "advisory", "joint", "standing", "steering", "regional", "international", "national", "country",
        "special", "binational", "headquarters", "head", "main", "governing", "organizing", "organising", "plenary", "senior", "high", "level",
    ], StringComparer.Ordinal);

    /// <summary>Nouns of meetings, papers and works that bear names like organisations and are none.</summary>
    private static readonly FrozenSet<string> Meetings = FrozenSet.ToFrozenSet(["mixta", "mixto", "conjunta", "conjunto", "joint", "mixed", "tempore"], StringComparer.Ordinal);

    /// <summary>Work that any commission does.</summary>
    private static readonly FrozenSet<string> Work = FrozenSet.ToFrozenSet(
    [
        "cooperacion", "seguimiento", "evaluacion", "coordinacion", "trabajo", "redaccion", "gestion", "consultas", "vecindad",
        "cooperation", "monitoring", "evaluation", "coordination", "drafting", "working",
    ], StringComparer.Ordinal);

    /// <summary>Whether a word only says what work a commission does.</summary>
    /// <param name="folded">The word, folded.</param>
    public static bool IsWork(string folded) => Work.Contains(folded);

    /// <summary>Whether it is an office of another: a mission, a delegation, an embassy.</summary>
    public bool IsOffice => Kind is OrganisationKind.Office;

    /// <summary>The head noun that a word is; null where it is none.</summary>
    /// <param name="folded">The word, folded.</param>
    public static HeadNoun? Of(string folded) => All.GetValueOrDefault(folded);

    /// <summary>Whether a word leaves open which organ is meant.</summary>
    /// <param name="folded">The word, folded.</param>
    public static bool IsGeneric(string folded) => Generic.Contains(folded);

    /// <summary>Whether a word makes a committee a meeting of two sides: “Comisión Mixta”, “Joint Committee”.</summary>
    /// <param name="folded">The word, folded.</param>
    public static bool MakesMeeting(string folded) => Meetings.Contains(folded);

    /// <summary>Whether it makes a name only where an acronym in brackets or its State says that it does: networks and groups are not all organisations.</summary>
    public bool NeedsMore { get; private init; }

    private static IEnumerable<HeadNoun> Introduced(IEnumerable<HeadNoun> nouns) => nouns.Select(n => n with { NeedsMore = true });

    private static IEnumerable<HeadNoun> Spanish(OrganisationKind kind, OrganisationRelation? relation, bool takesList, params string[] words) =>
        words.Select(w => new HeadNoun(w, kind, relation, IsEnglish: false, takesList));

    private static IEnumerable<HeadNoun> English(OrganisationKind kind, OrganisationRelation? relation, bool takesList, params string[] words) =>
        words.Select(w => new HeadNoun(w, kind, relation, IsEnglish: true, takesList));
}
