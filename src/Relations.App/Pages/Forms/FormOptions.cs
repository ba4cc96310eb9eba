using System.Collections;
using System.Globalization;
using System.Reflection;
using Relations.App.Recording;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Pages.Forms;

/// <summary>One of the few values that a field can have on a record.</summary>
/// <param name="Value">The value, as it is sent.</param>
/// <param name="Text">What it means.</param>
public sealed record FormOption(string Value, string Text);

/// <summary>The few values that a field can have on a record: its parties, its numbered entries. Nobody should type those.</summary>
public static class FormOptions
{
    /// <summary>What the number of an entry is called, in commands and in records alike.</summary>
    private static readonly string[] Numbers = ["Number", "Entry"];

    /// <summary>The values; null where a field is not bound to what the record holds.</summary>
    /// <param name="command">The command's type.</param>
    /// <param name="field">The field.</param>
    /// <param name="state">The record; null where the command opens one.</param>
    /// <param name="names">The names of what the record refers to.</param>
    public static IReadOnlyList<FormOption>? Of(Type command, FormField field, RecordState? state, RecordNames names) => state switch
    {
        null => null,
        _ when IdsOf(command, field, state) is { } ids => [.. ids.Distinct().Select(id => new FormOption(id.Value.ToString(), names.Of(id).Text))],
        _ when field.Type == typeof(int) && Numbers.Contains(field.Name) && typeof(ICorrects).IsAssignableFrom(command) =>
            [.. EntriesOf(command, state).Select(e => new FormOption(NumberOf(e), InWords(e, names)))],
        _ => null,
    };

    /// <summary>The entries with a number of which a command takes one back.</summary>
    /// <param name="command">The command's type.</param>
    /// <param name="state">The record.</param>
    private static IEnumerable<object> EntriesOf(Type command, RecordState state)
    {
        var numbered = state.GetType().GetProperties()
            .Select(p => (Entry: ItemOf(p.PropertyType), Property: p))
            .Where(p => p.Entry is not null && NumberIn(p.Entry) is not null).ToList();
        var named = numbered.Where(p => command.Name.EndsWith(p.Entry!.Name, StringComparison.Ordinal)).ToList();
        return (named.Count > 0 ? named : numbered).SelectMany(p => ((IEnumerable)p.Property.GetValue(state)!).Cast<object>());
    }

    private static IEnumerable<IRecordId>? IdsOf(Type command, FormField field, RecordState state) => (state, field.Name) switch
    {
        (_, _) when field.Owner != command || field.Input != FormInput.Reference => null,
        (Agreement a, nameof(SignAgreement.Party)) when command != typeof(AccedeToAgreement) =>
            [.. a.Parties, .. a.Signatures.Select(s => s.Party), .. a.Ratifications.Select(r => r.Party)],
        (Partnership p, nameof(LeavePartnership.Party)) when command == typeof(RetractPartnershipWithdrawal) =>
            p.FormerParties.Select(f => (IRecordId)f.Organisation),
        (Partnership p, nameof(LeavePartnership.Party)) when command != typeof(JoinPartnership) =>
            p.Parties.Select(f => (IRecordId)f.Organisation),
        (Meeting m, nameof(RecordStatement.Speaker)) => m.Participants.Where(p => !p.Expected).Select(p => (IRecordId)p.Person),
        (Meeting m, nameof(RetractSource.Source)) when command == typeof(RetractSource) => m.Sources.Cast<IRecordId>(),
        (Project p, nameof(CommitFunds.By)) => p.Participants.Select(x => (IRecordId)x.Organisation),
        (Project p, nameof(RetractProjectParticipant.Organisation)) when command == typeof(RetractProjectParticipant) =>
            p.Participants.Select(x => (IRecordId)x.Organisation),
        _ => null,
    };

    private static string NumberOf(object entry) => ((int)NumberIn(entry.GetType())!.GetValue(entry)!).ToString(CultureInfo.InvariantCulture);

    private static PropertyInfo? NumberIn(Type entry) =>
        entry.GetProperties().FirstOrDefault(p => Numbers.Contains(p.Name) && p.PropertyType == typeof(int));

    /// <summary>An entry by what it says, in the order in which it says it.</summary>
    private static string InWords(object entry, RecordNames names) => string.Join(" · ", entry.GetType().GetProperties()
        .Where(p => !Numbers.Contains(p.Name) && p.PropertyType != typeof(bool))
        .Select(p => InWords(p, p.GetValue(entry), names))
        .Where(text => !string.IsNullOrEmpty(text)).Prepend(NumberOf(entry)));

    private static string? InWords(PropertyInfo property, object? value, RecordNames names) => value switch
    {
        IRecordId id => names.Of(id).Text,
        string text => text.Length > Longest ? text[..Longest] + "…" : text,
        EdtfDate date => date.ToWords(names.Culture),
        Enum word => Vocabulary.InWords(word, names.Culture),
        _ when property.PropertyType == typeof(int) => value?.ToString(),
        _ => null,
    };

    private const int Longest = 80;

    private static Type? ItemOf(Type type) =>
        type != typeof(string) && type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0] : null;
}
