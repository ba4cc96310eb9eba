using System.Globalization;
using System.Resources;
using Relations.App.Replay;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;

namespace Relations.App.Pages.Replay;

/// <summary>Puts differences into sentences, without the stop at their end; the record they are of is told before them.</summary>
/// <param name="names">The names of what they speak of.</param>
public sealed class DifferenceWords(INames names)
{
    /// <summary>The part of a key that stands for a value that is not on record.</summary>
    internal const string Nothing = nameof(Nothing);

    /// <summary>Longer texts are cut: they are whole in the event that a sentence opens.</summary>
    private const int LongestText = 160;

    private const string Amount = "#,0.####";

    private static readonly ResourceManager Resources = new(typeof(DifferenceWords));

    private readonly CultureInfo culture = names.Culture;
    private readonly FactDetails details = new(names);

    /// <summary>A difference in a sentence.</summary>
    /// <param name="kind">The kind of record that differs, as <see cref="RecordDifferences.Kind"/> says it.</param>
    /// <param name="difference">The difference.</param>
    public string Of(string kind, Difference difference) => difference switch
    {
        Difference.Opened { By: var by } => Tell($"{kind}.{nameof(Difference.Opened)}") + Dated(by?.On),
        Difference.Absent => Tell($"{kind}.{nameof(Difference.Absent)}"),
        Difference.Became { Field: ComparedFields.Standing, Before: var before, After: StandingValue now } => Of(kind, now) + Earlier(Words(before)),
        Difference.Became { Field: nameof(Person.Name), Before: PersonName, After: null } => Tell($"{kind}.{nameof(Person.Name)}.{Nothing}"), // and never what it was
        Difference.Became { Before: var before, After: null } b when Find($"{kind}.{b.Field}.{Nothing}") is { } gone => gone + Earlier(Words(before)),
        Difference.Became { After: AgreementNotice notice } b =>
            Tell($"{kind}.{b.Field}", Name(notice.Party), notice.EffectiveOn.ToWords(culture)) + Dated(notice.On) + Earlier(Words(b.Before)),
        Difference.Became { Field: nameof(Source.Language) } b => Tell($"{kind}.{b.Field}", Named(b.After, Names.Language) ?? Tell(Nothing)) + Earlier(Named(b.Before, Names.Language)),
        Difference.Became { Field: nameof(Organisation.Country) } b => Tell($"{kind}.{b.Field}", Named(b.After, Names.Country) ?? Tell(Nothing)) + Earlier(Named(b.Before, Names.Country)),
        Difference.Became b => Tell($"{kind}.{b.Field}", Words(b.After) ?? Tell(Nothing)) + Earlier(Words(b.Before)),
        Difference.Added a => Entry(kind, a.Field, a.Entry),
        Difference.Removed r => Tell(nameof(Difference.Removed), Entry(kind, r.Field, r.Entry)),
        Difference.Altered { After: Appointment { To: not null } left } a => Entry(kind, a.Field, left),
        Difference.Altered { After: Placement { To: not null } left } a => Entry(kind, a.Field, left),
        Difference.Altered { After: AgreementSignature { Confirmed: true }, Before: AgreementSignature { Confirmed: false } } a =>
            Entry(kind, a.Field, a.After),
        Difference.Altered a => Tell(nameof(Difference.Altered), Entry(kind, a.Field, a.Before), Entry(kind, a.Field, a.After)),
        _ => throw new System.Diagnostics.UnreachableException(difference.GetType().Name),
    };

    private string Of(string kind, StandingValue standing) =>
        Tell($"{kind}.{ComparedFields.Standing}.{standing.Status}") + Dated(standing.On) + (standing.Why is { } why ? ": " + why.Beginning(LongestText) : null);

    /// <summary>An entry of a list in a sentence: what it says in its own words, and its date in the world.</summary>
    private string Entry(string kind, string list, object entry)
    {
        var (variant, on, parts) = Parts(entry);
        return Tell(variant is null ? $"{kind}.{list}" : $"{kind}.{list}.{variant}", parts) + Dated(on);
    }

    private (string? Variant, EdtfDate? On, object?[] Parts) Parts(object entry) => entry switch
    {
        string text => (null, null, [text]),
        IRecordId id => (null, null, [Name(id)]),
        PartnershipParty p => (null, p.Until ?? p.Since, [Name(p.Organisation)]),
        AgreementSignature { Confirmed: true } s => ("Confirmed", s.ConfirmedOn, [Name(s.Party)]),
        AgreementSignature { AdReferendum: true } s => ("AdReferendum", s.On, [Name(s.Party)]),
        AgreementSignature { Signatory: { } by } s => ("By", s.On, [Name(s.Party), Name(by)]),
        AgreementSignature s => (null, s.On, [Name(s.Party)]),
        AgreementRatification r => (null, r.On, [Name(r.Party), Vocabulary.InWords(r.Form, culture)]),
        AgreementAccession a => (null, a.On, [Name(a.Party)]),
        AgreementWithdrawal w => (null, w.EffectiveOn ?? w.On, [Name(w.Party)]),
        AgreementRegistration r => (null, r.On, [string.Join(", ", new[] { r.Where, r.NumberThere }.OfType<string>())]),
        AgreementReservation r => (null, r.On, [Name(r.Party), r.Text.Beginning(LongestText)]),
        AgreementObligation o => (null, null, [o.Text.Beginning(LongestText)]),
        AgreementChange c => (c.Kind.ToString(), c.On, [c.Summary?.Beginning(LongestText)]),
        ProjectParticipant p => (null, null, [Name(p.Organisation), Vocabulary.InWords(p.Role, culture)]),
        ProjectMilestone m => (null, m.On, [m.Title]),
        ProjectFunds f => (null, f.On, [Name(f.By), f.Amount.ToString(Amount, culture), f.Currency]),
        ProjectResult r => (null, r.On, [r.Title]),
        Participant { Expected: true } p => ("Expected", null, [Name(p.Person), Name(p.OnBehalfOf)]),
        Participant { Post: { } post } p => ("Post", null, [Name(p.Person), Name(p.OnBehalfOf), post]),
        Participant p => (null, null, [Name(p.Person), Name(p.OnBehalfOf)]),
        Topic t => (null, null, [t.Text]),
        Statement s => (null, null, [Name(s.Speaker), s.Text.Beginning(LongestText)]),
        Outcome o => (null, null, [o.Text.Beginning(LongestText)]),
        MinutesApproval a => (null, a.On, [string.Join(", ", a.By.Select(by => Name(by)))]),
        OrganisationName n => (null, null, [Words(n)]),
        Placement { To: { } to } p => ("Ended", to, [Vocabulary.InWords(p.Relation, culture), Name(p.Parent)]),
        Placement p => (null, p.From, [Vocabulary.InWords(p.Relation, culture), Name(p.Parent)]),
        OrganisationIdentifier i => (null, null, [Vocabulary.InWords(i.Scheme, culture), i.Value]),
        Appointment { To: { } to } a => ("Ended", to, [a.Post, Name(a.Organisation)]),
        Appointment { Acting: true } a => ("Acting", a.From, [a.Post, Name(a.Organisation)]),
        Appointment { From: null } a => ("Attested", a.AttestedBy, [a.Post, Name(a.Organisation)]),
        Appointment a => (null, a.From, [a.Post, Name(a.Organisation)]),
        FullPowers f => (null, f.On, [Name(f.OnBehalfOf), f.Purpose.Beginning(LongestText)]),
        SourceReading r => (null, null, [r.Proposed, r.Accepted]),
        _ => throw new System.Diagnostics.UnreachableException(entry.GetType().Name),
    };

    private string? Words(object? value) => value switch
    {
        null => null,
        StandingValue s => Vocabulary.InWords((Enum)s.Status, culture) + Dated(s.On),
        AgreementTerm { Kind: TermKind.Until, Until: { } end } => end.ToWords(culture),
        AgreementNotice n => Name(n.Party) + Dated(n.EffectiveOn),
        Minutes => null,
        string text => text.Beginning(LongestText),
        _ => details.ValueOf(value) is { } shown ? Text(shown) : null,
    };

    private string Text(FactValue value) => value switch
    {
        FactValue.Words w => w.Text,
        FactValue.Date d => d.On.ToWords(culture),
        FactValue.Moment m => m.At.ToString("u", culture),
        FactValue.Link l => l.To.Text,
        FactValue.List l => string.Join(", ", l.Items.Select(Text)),
        FactValue.Fields f => string.Join(", ", f.Of.Select(x => $"{x.Label}: {Text(x.Value)}")),
        FactValue.Corrected c => c.After is null ? "" : Text(c.After),
        _ => throw new System.Diagnostics.UnreachableException(value.GetType().Name),
    };

    /// <summary>A country or language by its name: what is stored is its code.</summary>
    private static string? Named(object? code, Func<string, string> name) => code is string known ? name(known) : null;

    private string Name(IRecordId id) => names.Of(id).Text;

    private string? Dated(EdtfDate? on) => on is null ? null : Tell("On", on.ToWords(culture));

    private string? Earlier(string? value) => value is null ? null : Tell("Before", value);

    private string Tell(string key, params object?[] parts)
    {
        var text = Find(key) ?? throw new MissingManifestResourceException($"The difference {key} has no words.");
        return parts.Length == 0 ? text : string.Format(culture, text, parts);
    }

    private string? Find(string key) => Resources.GetString(key, culture);
}
