namespace Relations.Reading.Facts.Verbs;

/// <summary>The Spanish verbs that the trade is told in.</summary>
internal static class SpanishVerbs
{
    private const string Regular =
        """
        abogar abordar acceder aceptar aclarar acoger acompañar actualizar acudir adelantar adoptar afirmar agregar alcanzar ampliar analizar añadir
        anticipar anunciar anular apostar apoyar aportar apreciar apuntar arribar articular asegurar aseverar asumir asistir aspirar aumentar auspiciar
        autorizar avanzar ayudar brindar buscar cambiar canalizar cancelar capacitar celebrar citar clausurar coincidir colaborar comentar compartir
        completar complementar comprometer comunicar conceder concertar concretar confiar confirmar congratular conocer considerar consolidar constatar
        consultar contemplar continuar convocar cooperar coordinar crear culminar cumplir debatir decidir declarar definir dedicar dejar delegar delinear
        denunciar desarrollar desear designar desmentir despachar destacar destinar detallar determinar dialogar difundir diseñar discutir donar ejecutar
        elaborar elevar emitir empeñar encabezar encargar enfatizar enfocar entregar entrevistar enunciar enviar esbozar establecer estimar estrechar
        estructurar estudiar evaluar evitar evocar examinar excusar exhortar existir explicar explorar expresar extender facilitar felicitar figurar fijar
        finalizar financiar firmar fomentar formalizar formular fortalecer ganar garantizar gestionar habilitar homologar hospedar identificar impulsar
        implementar inaugurar incorporar incrementar indicar informar iniciar insistir instalar instar integrar intentar intensificar intercambiar
        interesar invitar involucrar justificar juzgar ingresar lamentar lanzar lograr liderar llamar llegar llevar manifestar marcar mejorar mencionar
        necesitar negociar nombrar notificar observar obligar obsequiar ofrecer omitir ocurrir organizar orientar pactar participar pasar patrocinar
        pensar perfilar permitir planear planificar plantear plasmar posibilitar potenciar precisar preguntar preocupar preparar presenciar
        presentar presidir prestar pretender priorizar proceder procurar programar proclamar profundizar prometer pronunciar propiciar propugnar
        prorrogar proyectar publicar puntualizar quedar ratificar reactivar reafirmar realizar realzar recalcar recibir rechazar recomendar reconocer
        recopilar reconfirmar recordar redoblar reflexionar registrar reiterar relanzar relatar remarcar remitir rendir repasar requerir representar
        respaldar responder resaltar restablecer resultar resumir retomar reunir revisar revitalizar rubricar saludar señalar sesionar significar simplificar
        sintetizar solicitar someter subrayar sufrir sumar supervisar suspender suscitar sustentar tocar tomar trabajar transmitir trasladar
        tratar trazar terminar ubicar unificar unir urgir utilizar validar valorar ventilar versar viabilizar viajar vincular visitar
        agradecer moderar platicar conformar hablar deliberar refrendar desistir aprovechar aplazar postergar prolongar posicionar demorar retrasar reprogramar frustrar truncar descartar abandonar impedir declinar
        opinar acotar sentenciar congregar centrar girar agendar sesionar acontecer anhelar depender gestionar departir platicar encaminar estipular caducar vencer expirar prescribir cesar rescindir revocar reanudar vivir encomendar
        depositar canjear protocolizar legalizar enmendar modificar
        """;

    private static readonly SpanishVerb[] Irregular =
    [
        new("acordar", "acuerd"), new("recordar", "recuerd"), new("renovar", "renuev"), new("encontrar", "encuentr"), new("mostrar", "muestr"),
        new("demostrar", "demuestr"), new("contar", "cuent"), new("aprobar", "aprueb"), new("comprobar", "comprueb"), new("rogar", "rueg"),
        new("reunir", "reún"), new("comenzar", "comienz"), new("empezar", "empiez"), new("cerrar", "cierr"), new("pensar", "piens"),
        new("negar", "nieg"), new("recomendar", "recomiend"), new("encomendar", "encomiend"), new("manifestar", "manifiest"),
        new("plegar", "plieg"), new("denegar", "denieg"), new("reforzar", "refuerz"), new("esforzar", "esfuerz"), new("acertar", "aciert"),
        new("enviar", "enví"), new("ampliar", "amplí"), new("confiar", "confí"), new("continuar", "continú"), new("evaluar", "evalú"),
        new("actuar", "actú"), new("efectuar", "efectú"), new("situar", "sitú"), new("ansiar", "ansí"),
        new("mover", "muev"), new("promover", "promuev"), new("volver", "vuelv", Participles: "vuelto"), new("devolver", "devuelv", Participles: "devuelto"),
        new("resolver", "resuelv", Participles: "resuelto"), new("extender", "extiend"), new("atender", "atiend"), new("entender", "entiend"),
        new("tender", "tiend"), new("defender", "defiend"), new("querer", "quier", "quis", Future: "querr"),
        new("suscribir", Participles: ["suscrito", "suscripto"]), new("subscribir", Participles: ["subscrito", "subscripto"]),
        new("inscribir", Participles: ["inscrito", "inscripto"]), new("escribir", Participles: "escrito"), new("describir", Participles: "descrito"),
        new("abrir", Participles: "abierto"), new("cubrir", Participles: "cubierto"), new("descubrir", Participles: "descubierto"),
        new("adherir", "adhier", Weak: "adhir"), new("referir", "refier", Weak: "refir"), new("sugerir", "sugier", Weak: "sugir"), new("advertir", "adviert", Weak: "advirt"),
        new("requerir", "requier", Weak: "requir"), new("sentir", "sient", Weak: "sint"), new("preferir", "prefier", Weak: "prefir"),
        new("transferir", "transfier", Weak: "transfir"), new("diferir", "difier", Weak: "difir"), new("invertir", "inviert", Weak: "invirt"),
        new("despedir", "despid", Weak: "despid"), new("pedir", "pid", Weak: "pid"), new("impedir", "impid", Weak: "impid"),
        new("rendir", "rind", Weak: "rind"), new("repetir", "repit", Weak: "repit"), new("medir", "mid", Weak: "mid"),
        new("servir", "sirv", Weak: "sirv"), new("seguir", "sigu", Weak: "sigu"), new("proseguir", "prosigu", Weak: "prosigu"),
        new("conseguir", "consigu", Weak: "consigu"), new("elegir", "elig", Weak: "elig"), new("dirigir"), new("concordar", "concuerd"), new("regir", "rig", Weak: "rig"),
        new("concluir"), new("contribuir"), new("incluir"), new("constituir"), new("instituir"), new("construir"), new("distribuir"),
        new("tener", "tien", "tuv", Subjunctive: "teng", Future: "tendr"), new("sostener", "sostien", "sostuv", Subjunctive: "sosteng", Future: "sostendr"),
        new("mantener", "mantien", "mantuv", Subjunctive: "manteng", Future: "mantendr"),
        new("obtener", "obtien", "obtuv", Subjunctive: "obteng", Future: "obtendr"), new("abstener", "abstien", "abstuv", Subjunctive: "absteng", Future: "abstendr"),
        new("contener", "contien", "contuv", Subjunctive: "conteng", Future: "contendr"),
        new("poner", "pon", "pus", Subjunctive: "pong", Future: "pondr", Participles: "puesto"),
        new("proponer", "propon", "propus", Subjunctive: "propong", Future: "propondr", Participles: "propuesto"),
        new("exponer", "expon", "expus", Subjunctive: "expong", Future: "expondr", Participles: "expuesto"),
        new("disponer", "dispon", "dispus", Subjunctive: "dispong", Future: "dispondr", Participles: "dispuesto"),
        new("suponer", "supon", "supus", Subjunctive: "supong", Future: "supondr", Participles: "supuesto"),
        new("posponer", "pospon", "pospus", Subjunctive: "pospong", Future: "pospondr", Participles: "pospuesto"),
        new("imponer", "impon", "impus", Subjunctive: "impong", Future: "impondr", Participles: "impuesto"),
        new("componer", "compon", "compus", Subjunctive: "compong", Future: "compondr", Participles: "compuesto"),
        new("decir", "dic", "dij", "dic", "dig", "dir", "dicho"), new("hacer", "hac", "hic", Subjunctive: "hag", Future: "har", Participles: "hecho"),
        new("venir", "vien", "vin", "vin", "veng", "vendr"), new("intervenir", "intervien", "intervin", "intervin", "interveng", "intervendr"),
        new("convenir", "convien", "convin", "convin", "conveng", "convendr"), new("provenir", "provien", "provin", "provin", "proveng", "provendr"),
        new("producir", Strong: "produj"), new("introducir", Strong: "introduj"), new("conducir", Strong: "conduj"), new("traducir", Strong: "traduj"),
        new("reducir", Strong: "reduj"), new("traer", "tra", "traj", Subjunctive: "traig"), new("atraer", "atra", "atraj", Subjunctive: "atraig"),
        new("poder", "pued", "pud", "pud", Future: "podr"), new("saber", Strong: "sup", Subjunctive: "sep", Future: "sabr"),
        new("salir", Subjunctive: "salg", Future: "saldr"), new("valer", Subjunctive: "valg", Future: "valdr"),
        new("deber"), new("ver", "v", Subjunctive: "ve", Participles: "visto"), new("caer", Subjunctive: "caig"),
        new("conversar"), new("dotar"), new("esperar"), new("respetar"), new("soler", "suel"),
    ];

    /// <summary>Forms that no rule gives.</summary>
    private static readonly (string Spelled, string Lemma, VerbForm Form, bool IsPlural)[] Single =
    [
        ("hizo", "hacer", VerbForm.Past, false), ("prevé", "prever", VerbForm.Present, false), ("prevén", "prever", VerbForm.Present, true),
        ("preveía", "prever", VerbForm.Past, false), ("preveían", "prever", VerbForm.Past, true), ("previó", "prever", VerbForm.Past, false),
        ("previeron", "prever", VerbForm.Past, true), ("prever", "prever", VerbForm.Infinitive, false), ("previsto", "prever", VerbForm.Participle, false),
        ("prevista", "prever", VerbForm.Participle, false), ("previstos", "prever", VerbForm.Participle, true),
        ("previstas", "prever", VerbForm.Participle, true), ("prevea", "prever", VerbForm.Subjunctive, false), ("preverá", "prever", VerbForm.Future, false),
        ("va", "ir", VerbForm.Present, false), ("van", "ir", VerbForm.Present, true), ("vamos", "ir", VerbForm.Present, true),
        ("iba", "ir", VerbForm.Past, false), ("iban", "ir", VerbForm.Past, true), ("dio", "dar", VerbForm.Past, false), ("dieron", "dar", VerbForm.Past, true),
        ("da", "dar", VerbForm.Present, false), ("dan", "dar", VerbForm.Present, true), ("dar", "dar", VerbForm.Infinitive, false),
        ("dará", "dar", VerbForm.Future, false), ("darán", "dar", VerbForm.Future, true), ("daría", "dar", VerbForm.Conditional, false),
        ("dando", "dar", VerbForm.Gerund, false), ("dado", "dar", VerbForm.Participle, false), ("dada", "dar", VerbForm.Participle, false),
        ("haga", "hacer", VerbForm.Subjunctive, false),
    ];

    /// <summary>Every form of every verb, as spelled, with its infinitive.</summary>
    public static IEnumerable<(string Spelled, Verb Verb)> Forms()
    {
        var irregular = Irregular.Select(v => v.Infinitive).ToHashSet(StringComparer.Ordinal);
        var regular = Regular.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Where(v => !irregular.Contains(v)).Select(v => new SpanishVerb(v));
        return Single.Select(s => (s.Spelled, new Verb(Text.ReadText.Fold(s.Lemma), s.Form, s.IsPlural)))
            .Concat(from verb in Irregular.Concat(regular)
                    let lemma = Text.ReadText.Fold(verb.Infinitive)
                    from form in verb.Forms()
                    select (form.Spelled, new Verb(lemma, form.Form, form.IsPlural)));
    }
}
