namespace Relations.Reading.Facts.Verbs;

/// <summary>The English verbs that the trade is told in.</summary>
internal static class EnglishVerbs
{
    private const string Regular =
        """
        abandon analyse analyze assess comprise concur conduct deliberate head moderate need serve wish accede accept accompany acknowledge act add address adopt advance affirm agree aim allow amend announce appoint appreciate approve
        argue arrive ask aspire assist assure attend authorise authorize back believe benefit brief call cancel celebrate chair cite clarify close co-chair
        co-host collaborate commend comment commit complete conclude confer confirm congratulate consider consolidate consult continue contribute
        convene converse cooperate coordinate cover create debate decide declare decline deepen defer define delay deliver deny describe deserve
        designate develop discuss dismiss donate draft emphasise emphasize enable encourage end endorse engage enhance ensure enter establish
        evaluate examine exchange expand expect expire explain explore express extend facilitate fail favour favor finalise finalize focus follow
        formalise formalize foster fulfil fulfill gather greet guarantee guide handle happen help highlight honour honor hope host identify implement improve
        inaugurate include indicate inform initial initiate insist intend intensify introduce invite involve join jot kick launch lament learn
        look manage mark mention move negotiate nominate note notify observe obtain occur offer open operate organise organize outline
        participate pass pause pay permit pick plan pledge point postpone prepare present preside prioritise prioritize proceed promise promote
        propose provide publish pursue raise ratify reaffirm recall receive recognise recognize recommend refer refuse register regret reiterate reject relaunch
        remain remark remember remind renew reopen reply report represent request require reschedule resolve respond restate result
        resume review revise revive salute schedule secure seek share sign signal stage start state stress strengthen stop study subscribe submit succeed
        suggest summarise summarize support suspend talk task terminate thank touch tour try underline underscore undertake update
        urge validate vary verify view visit voice volunteer vow wait want warn welcome widen witness work wrap
        allocate assume circulate co-finance cofinance compile deploy disburse double earmark equip carry execute finance fund hire issue mobilise mobilize monitor
        procure produce recruit return supply train translate unveil upgrade upload channel dedicate invest arrange assign advise grant
        """;

    private static readonly (string Base, string Past, string Participle)[] Irregular =
    [
        ("meet", "met", "met"), ("hold", "held", "held"), ("say", "said", "said"), ("tell", "told", "told"), ("speak", "spoke", "spoken"),
        ("take", "took", "taken"), ("give", "gave", "given"), ("make", "made", "made"), ("pay", "paid", "paid"), ("lead", "led", "led"),
        ("begin", "began", "begun"), ("bring", "brought", "brought"), ("come", "came", "come"), ("go", "went", "gone"), ("hear", "heard", "heard"),
        ("keep", "kept", "kept"), ("let", "let", "let"), ("put", "put", "put"), ("read", "read", "read"), ("see", "saw", "seen"), ("seek", "sought", "sought"),
        ("send", "sent", "sent"), ("set", "set", "set"), ("show", "showed", "shown"), ("sit", "sat", "sat"), ("think", "thought", "thought"),
        ("undertake", "undertook", "undertaken"), ("understand", "understood", "understood"), ("write", "wrote", "written"), ("choose", "chose", "chosen"),
        ("get", "got", "got"), ("have", "had", "had"), ("do", "did", "done"), ("find", "found", "found"), ("build", "built", "built"), ("draw", "drew", "drawn"),
        ("spend", "spent", "spent"), ("withdraw", "withdrew", "withdrawn"), ("underwrite", "underwrote", "underwritten"), ("forge", "forged", "forged"), ("run", "ran", "run"),
    ];

    // One syllable or a stressed last one: the consonant doubles.
    private static readonly HashSet<string> Doubling =
        ["permit", "commit", "submit", "refer", "defer", "confer", "plan", "stop", "wrap", "jot", "initial", "signal", "cancel", "fulfil", "schedule"];

    /// <summary>Every form of every verb, as spelled, with its plain form.</summary>
    public static IEnumerable<(string Spelled, Verb Verb)> Forms()
    {
        var irregular = Irregular.Select(v => v.Base).ToHashSet(StringComparer.Ordinal);
        foreach (var (plain, past, participle) in Irregular)
        {
            yield return (past, new(plain, VerbForm.Past));
            if (participle != past)
                yield return (participle, new(plain, VerbForm.Participle));
        }

        var regular = Regular.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Where(v => !irregular.Contains(v)).ToList();
        foreach (var plain in regular)
        {
            yield return (Past(plain, plain), new(plain, VerbForm.Past));
            if (Doubling.Contains(plain))
                yield return (Past(plain, plain + plain[^1]), new(plain, VerbForm.Past));
        }

        foreach (var plain in regular.Concat(irregular))
        {
            yield return (plain, new(plain, VerbForm.Base, true));
            yield return (Third(plain), new(plain, VerbForm.Present));
            yield return (Gerund(plain), new(plain, VerbForm.Gerund));
            if (Doubling.Contains(plain) || plain is "set" or "put" or "let" or "get" or "sit" or "begin" or "run")
                yield return (plain + plain[^1] + "ing", new(plain, VerbForm.Gerund));
        }
    }

    private static string Past(string plain, string doubled) => doubled switch
    {
        [.., 'e'] => doubled + "d",
        [.., not ('a' or 'e' or 'o' or 'u'), 'y'] => plain[..^1] + "ied",
        _ => doubled + "ed",
    };

    private static string Third(string plain) => plain switch
    {
        "have" => "has",
        [.., 's' or 'x'] or [.., 's' or 'c', 'h'] or "go" or "do" => plain + "es",
        [.., not ('a' or 'e' or 'o' or 'u'), 'y'] => plain[..^1] + "ies",
        _ => plain + "s",
    };

    private static string Gerund(string plain) => plain switch
    {
        [.., not 'e', 'e'] => plain[..^1] + "ing",
        _ => plain + "ing",
    };
}
