namespace Relations.Reading.Facts.Verbs;

/// <summary>A form of a verb.</summary>
/// <param name="Lemma">Its infinitive, without diacritics: <c>suscribir</c>, <c>sign</c>.</param>
/// <param name="Form">Which form it is.</param>
/// <param name="IsPlural">Whether it stands for more than one; never said of forms that do not tell.</param>
internal readonly record struct Verb(string Lemma, VerbForm Form, bool IsPlural = false)
{
    /// <summary>Whether it makes a clause by itself.</summary>
    public bool IsFinite => Form is not (VerbForm.Infinitive or VerbForm.Gerund or VerbForm.Participle or VerbForm.Base);
}

/// <summary>The forms of a verb, as far as they tell whether something happened.</summary>
internal enum VerbForm
{
    /// <summary>“firmar”; in English the plain form is <see cref="Base"/>.</summary>
    Infinitive,

    /// <summary>“sign”: the present of more than one, or what follows “to”, “will”, “may”.</summary>
    Base,

    /// <summary>“firmando”, “signing”.</summary>
    Gerund,

    /// <summary>“firmado”, “met”, “taken”; English past forms that serve as both are <see cref="Past"/>.</summary>
    Participle,

    /// <summary>“firmó”, “firmaban”, “signed”.</summary>
    Past,

    /// <summary>“firma”, “signs”.</summary>
    Present,

    /// <summary>“firmará”.</summary>
    Future,

    /// <summary>“firmaría”.</summary>
    Conditional,

    /// <summary>“firme”, “firmara”.</summary>
    Subjunctive,
}
