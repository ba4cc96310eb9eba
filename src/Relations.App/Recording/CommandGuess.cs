using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Relations.Domain.Agreements;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Recording;

/// <summary>
/// Makes commands that somebody might well send to a record, to ask its decider about them. Whatever is asked, the rules stay in
/// one place: nothing here knows any.
/// </summary>
public static class CommandGuess
{
    /// <summary>A text that is also a language, which is the most that a text of two letters can be.</summary>
    private const string SomeText = "es";

    /// <summary>Entries of a record that are looked at for what a command may be about.</summary>
    private const int MostEntries = 60;

    private static readonly ConcurrentDictionary<ParameterInfo, bool> MayBeNull = new();

    /// <summary>Commands of a type that somebody might send, the plainest first.</summary>
    /// <param name="type">The command's type.</param>
    /// <param name="state">The record; null where the command opens one.</param>
    /// <param name="today">Today.</param>
    public static IEnumerable<Command> Of(Type type, RecordState? state, DateOnly today)
    {
        yield return Make(type, state, today, null);
        if (state is null)
            yield break;
        foreach (var organisation in state.Concerns.Organisations.Take(MostEntries))
            yield return Make(type, state, today, new OrganisationId(organisation));
        foreach (var entry in EntriesOf(state).Take(MostEntries))
        {
            foreach (var command in About(type, state, today, entry))
                yield return command;
        }
    }

    /// <summary>Commands of a type about one thing, such as an entry: what can be taken from it is, and what is one of a few is tried.</summary>
    /// <param name="type">The command's type.</param>
    /// <param name="state">The record.</param>
    /// <param name="today">Today.</param>
    /// <param name="about">The thing.</param>
    public static IEnumerable<Command> About(Type type, RecordState state, DateOnly today, object about)
    {
        var open = ParametersOf(type).FirstOrDefault(p => Bare(p.ParameterType).IsEnum && FromEntry(type, p, about) is null);
        return open is null
            ? [Make(type, state, today, about)]
            : Enum.GetValues(Bare(open.ParameterType)).Cast<object>().Select(value => Make(type, state, today, about, (open, value)));
    }

    /// <summary>The entries of a record's lists, each once.</summary>
    /// <param name="state">The record.</param>
    public static IEnumerable<object> EntriesOf(RecordState state) => state.GetType().GetProperties()
        .Where(p => p.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(p.PropertyType) && p.Name != nameof(RecordState.Readers))
        .SelectMany(p => ((IEnumerable)p.GetValue(state)!).Cast<object>())
        .Distinct();

    /// <summary>
    /// A correction back to an earlier state, by the fields in which the two differ; null where a kind has none, or where what
    /// stood there cannot be said again.
    /// </summary>
    /// <param name="type">The type of the correction.</param>
    /// <param name="before">The state to go back to.</param>
    /// <param name="after">The state as it is.</param>
    public static Command? BackTo(Type type, RecordState before, RecordState after)
    {
        if (type == typeof(CorrectAgreement))
            return AgreementBackTo((Agreement)before, (Agreement)after);
        var parameters = ParametersOf(type);
        if (parameters.Length == 0 || parameters.Any(p => before.GetType().GetProperty(p.Name!) is null && !p.HasDefaultValue))
            return null;
        return (Command)ConstructorOf(type).Invoke([.. parameters.Select(p => before.GetType().GetProperty(p.Name!) is { } property
            && Fits(property.PropertyType, p.ParameterType)
            && (!p.HasDefaultValue || !Equals(property.GetValue(before), property.GetValue(after)))
                ? property.GetValue(before)
                : Default(p))]);
    }

    private static CorrectAgreement AgreementBackTo(Agreement before, Agreement after)
    {
        var (then, now) = (AgreementFacts.Of(before), AgreementFacts.Of(after));
        AgreementFacts facts = new();
        List<AgreementField> unknown = [];
        foreach (var field in Enum.GetValues<AgreementField>().Where(f => !then.SaysTheSameOf(f, now)))
        {
            var property = typeof(AgreementFacts).GetProperty(field.ToString())!;
            if (property.GetValue(then) is { } value)
                property.SetValue(facts, value);
            else
                unknown.Add(field);
        }

        // A state brings its own date, so that the one is not said without the other.
        return new(facts.Status is not null && then.Since is not null ? facts with { Since = then.Since } : facts, unknown.Count == 0 ? null : unknown);
    }

    private static Command Make(Type type, RecordState? state, DateOnly today, object? about, (ParameterInfo Parameter, object Value)? tried = null)
    {
        var parameters = ParametersOf(type);
        var fills = type.Name.StartsWith("Correct", StringComparison.Ordinal);
        var command = (Command)ConstructorOf(type).Invoke([.. parameters.Select(p =>
            p == tried?.Parameter ? tried.Value.Value
            : about is IRecordId id && Bare(p.ParameterType) == id.GetType() ? id
            : about is not null and not IRecordId && FromEntry(type, p, about) is { } found ? found
            : Value(p, state, today, fills))]);
        return command is ICorrects ? command with { Provenance = new(Reason: SomeText) } : command;
    }

    private static object? Value(ParameterInfo parameter, RecordState? state, DateOnly today, bool fills)
    {
        var type = Bare(parameter.ParameterType);
        var mayBeLeft = parameter.HasDefaultValue || IsNullable(parameter);
        return mayBeLeft && !(fills && (type == typeof(string) || type == typeof(EdtfDate))) ? Default(parameter) : Some(type, state, today);
    }

    private static object? Some(Type type, RecordState? state, DateOnly today) => type switch
    {
        _ when type == typeof(string) => SomeText,
        _ when type == typeof(EdtfDate) => EdtfDate.Of(today),
        { IsEnum: true } => Enum.GetValues(type).GetValue(0),
        _ when type == typeof(bool) => false,
        _ when type == typeof(int) => 1,
        _ when type == typeof(decimal) => 1m,
        _ when typeof(IRecordId).IsAssignableFrom(type) => Activator.CreateInstance(type, SomeId(type, state)),
        { IsGenericType: true } when ItemOf(type) is { } item => ListOf(item, Some(item, state, today)!),
        _ when type == typeof(AgreementFacts) => new AgreementFacts { Title = SomeText },
        _ => ConstructorOf(type).Invoke([.. ParametersOf(type).Select(p => Value(p, state, today, fills: false))]),
    };

    private static Guid SomeId(Type type, RecordState? state)
    {
        var concerns = state?.Concerns ?? Concerns.None;
        var known = type switch
        {
            _ when type == typeof(OrganisationId) => concerns.Organisations,
            _ when type == typeof(PersonId) => concerns.People,
            _ when type == typeof(PartnershipId) => concerns.Partnerships,
            _ => [],
        };
        return known.Count > 0 ? known.First() : Guid.AllBitsSet;
    }

    private static Array ListOf(Type item, object value)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(value, 0);
        return list;
    }

    /// <summary>What an entry says of a parameter: by its name, or else by its type, if no other parameter goes by that name.</summary>
    private static object? FromEntry(Type type, ParameterInfo parameter, object entry)
    {
        var bare = Bare(parameter.ParameterType);
        if (entry.GetType() == bare)
            return entry;
        var properties = entry.GetType().GetProperties();
        var named = properties.FirstOrDefault(p => p.Name == parameter.Name && Bare(p.PropertyType) == bare);
        if (named is not null)
            return named.GetValue(entry);
        var taken = ParametersOf(type).Select(p => p.Name).ToHashSet();
        return properties.FirstOrDefault(p => !taken.Contains(p.Name) && Bare(p.PropertyType) == bare && bare != typeof(string))?.GetValue(entry);
    }

    private static object? Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        DBNull or null => null,
        var value when Bare(parameter.ParameterType) is { IsEnum: true } type => Enum.ToObject(type, value),
        var value => value,
    };

    private static bool Fits(Type from, Type to) => to.IsAssignableFrom(from) || Bare(to) == Bare(from);

    private static bool IsNullable(ParameterInfo parameter) => Nullable.GetUnderlyingType(parameter.ParameterType) is not null
        || MayBeNull.GetOrAdd(parameter, p => new NullabilityInfoContext().Create(p).WriteState == NullabilityState.Nullable);

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static Type? ItemOf(Type type) => typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0] : null;

    private static ConstructorInfo ConstructorOf(Type type) => type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;

    private static ParameterInfo[] ParametersOf(Type type) => ConstructorOf(type).GetParameters();
}
