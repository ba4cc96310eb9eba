using System.Globalization;
using Relations.App.Recording;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Pages.Forms;

/// <summary>What is wrong with a form.</summary>
/// <param name="Path">The field at fault; null where it is the whole.</param>
/// <param name="Text">What is wrong, in words.</param>
public sealed record FormMistake(string? Path, string Text);

/// <summary>The form of a command as it stands: what was typed, what it may mean, and what is wrong with it.</summary>
/// <param name="Command">The command's type.</param>
/// <param name="State">The record it is for; null where it opens one.</param>
/// <param name="Values">What was typed.</param>
/// <param name="Names">The names of what the record refers to.</param>
public sealed record CommandForm(Type Command, RecordState? State, FormValues Values, RecordNames Names)
{
    /// <summary>The path of what the facts rest on.</summary>
    public const string Provenance = "provenance";

    private readonly List<FormMistake> mistakes = [];

    /// <summary>The command's own fields.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = FormField.Of(Command);

    /// <summary>The few values that a field can have where no record says so; null where every field is free.</summary>
    public Func<FormField, IReadOnlyList<FormOption>?>? Options { get; init; }

    /// <summary>What the facts rest on.</summary>
    public static FormField Basis { get; } = OfProvenance(nameof(Basis), typeof(Basis), Domain.Recording.Basis.Known);

    /// <summary>The document they are written in.</summary>
    public static FormField Source { get; } = OfProvenance(nameof(Citation.Source), typeof(SourceId), null);

    /// <summary>Its exact words.</summary>
    public static FormField Passage { get; } = OfProvenance(nameof(Passage), typeof(string), null);

    /// <summary>Why it is corrected.</summary>
    public static FormField Reason { get; } = OfProvenance(nameof(Domain.Recording.Provenance.Reason), typeof(string), null);

    /// <summary>Which of several places with the same words is meant.</summary>
    public static string PlacePath => Passage.Path + ".at";

    /// <summary>Whether it corrects what was recorded wrong; then a field left empty stands as it is.</summary>
    public bool Corrects => typeof(ICorrects).IsAssignableFrom(Command);

    /// <summary>The records that may be meant where what was typed names more than one, by the field's path.</summary>
    public Dictionary<string, IReadOnlyList<Choice>> Candidates { get; } = [];

    /// <summary>The places of the passage, where there is more than one.</summary>
    public IReadOnlyList<PassagePlace> Places { get; set; } = [];

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FormMistake> Mistakes => mistakes;

    /// <summary>Says what is wrong.</summary>
    /// <param name="path">The field at fault.</param>
    /// <param name="text">What is wrong.</param>
    public void Mistake(string? path, string text) => mistakes.Add(new(path, text));

    /// <summary>Puts a rule that stands against it at its field.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="within">The path of the part that was refused, where it was recorded on its own.</param>
    public void Refuse(Refusal refusal, string within = "") => Mistake(
        refusal.Field is null ? null : PlaceOf(within.Length == 0 ? refusal.Field : $"{within}.{refusal.Field}"),
        refusal.Rule.InWords(CultureInfo.CurrentUICulture, refusal.Arguments));

    /// <summary>What is wrong with one field.</summary>
    /// <param name="path">The field's path.</param>
    public IEnumerable<string> MistakesAt(string path) => mistakes.Where(m => m.Path == path).Select(m => m.Text);

    /// <summary>The element of a field on the page.</summary>
    /// <param name="path">The field's path.</param>
    public static string IdOf(string path) => "f-" + path.Replace("[", "-", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('.', '-');

    /// <summary>Where the words typed for a record stand beside its id.</summary>
    /// <param name="path">The field's path.</param>
    public static string TypedPath(string path) => path + ".text";

    /// <summary>Where a choice among several records stands.</summary>
    /// <param name="path">The field's path.</param>
    public static string ChosenPath(string path) => path + ".choice";

    /// <summary>Where it stands that a record is to be opened with this one.</summary>
    /// <param name="path">The field's path.</param>
    public static string NewPath(string path) => path + ".new";

    /// <summary>The command that opens the record a field asks for, where one can be opened in passing; else null.</summary>
    /// <param name="field">The field.</param>
    public static Type? OpenerOf(FormField field) => field.Type switch
    {
        _ when field.Type == typeof(PersonId) => typeof(RegisterPerson),
        _ when field.Type == typeof(OrganisationId) => typeof(RegisterOrganisation),
        _ => null,
    };

    /// <summary>Whether a record is being opened at a field.</summary>
    /// <param name="field">The field.</param>
    public bool IsOpening(FormField field) => OpenerOf(field) is not null && Values[NewPath(field.Path)].Length > 0;

    /// <summary>The few values that a field can have here; null where there are more than can be listed.</summary>
    /// <param name="field">The field.</param>
    public IReadOnlyList<FormOption>? OptionsOf(FormField field) => Options?.Invoke(field) ?? FormOptions.Of(Command, field, State, Names);

    /// <summary>How many entries of a list the page shows: one to begin with, where one is needed.</summary>
    /// <param name="field">The list.</param>
    public int RowsOf(FormField field) => Math.Max(Values.Rows(field.Path), field.IsRequired && !Values.Has(FormValues.Counter(field.Path)) ? 1 : 0);

    /// <summary>A field's value as recorded now, where a correction would change it; null where there is none, or it takes more than words.</summary>
    /// <param name="field">The field.</param>
    public string? NowOf(FormField field) => Corrects && State?.GetType().GetProperty(field.Name)?.GetValue(State) switch
    {
        string { Length: > 0 } text => text,
        EdtfDate date => date.ToWords(Names.Culture),
        Enum word => Vocabulary.InWords(word, Names.Culture),
        IRecordId id => Names.Of(id).Text,
        int number => number.ToString(Names.Culture),
        _ => null,
    } is { } now ? now : null;

    /// <summary>Whether anything was said for a field.</summary>
    /// <param name="field">The field.</param>
    public bool IsSaid(FormField field) => field.Input switch
    {
        FormInput.Group => field.Parts.Any(IsSaid),
        FormInput.Rows => Enumerable.Range(0, Values.Rows(field.Path)).Any(i => IsSaid(field.Row(i))),
        FormInput.Choices => Values.All(field.Path).Count > 0,
        FormInput.Flag => false,
        FormInput.Choice => Values[field.Path] is { Length: > 0 } value && value != field.Default?.ToString(),
        FormInput.Reference => IsOpening(field) || Values[TypedPath(field.Path)].Length > 0
            || (Values[field.Path].Length > 0 && !Values.Has(TypedPath(field.Path))),
        _ => Values[field.Path].Length > 0,
    };

    /// <summary>Every field down to its parts, lists with their entries.</summary>
    public IEnumerable<FormField> All() => Fields.Concat([Basis, Source, Passage, Reason]).SelectMany(Within);

    private IEnumerable<FormField> Within(FormField field) => field.Input switch
    {
        FormInput.Group => field.Parts.SelectMany(Within).Prepend(field),
        FormInput.Rows => Enumerable.Range(0, RowsOf(field)).SelectMany(i => Within(field.Row(i))).Prepend(field),
        FormInput.Reference when IsOpening(field) => FormField.Of(OpenerOf(field)!, NewPath(field.Path)).SelectMany(Within).Prepend(field),
        _ => [field],
    };

    /// <summary>The field that a rule means: deciders name a field of a part without its part, and citations as a whole.</summary>
    private string? PlaceOf(string path)
    {
        if (path.StartsWith("provenance.citations", StringComparison.Ordinal))
            return path.EndsWith(".source", StringComparison.Ordinal) ? Source.Path : Passage.Path;
        var paths = All().Select(f => f.Path).ToList();
        return paths.Find(p => p == path)
            ?? paths.Find(p => p.EndsWith("." + path, StringComparison.Ordinal))
            ?? (path.LastIndexOfAny(['.', '[']) is > 0 and var end ? PlaceOf(path[..end]) : null);
    }

    private static FormField OfProvenance(string name, Type type, object? given) => new(
        typeof(Provenance), name, type, $"{Provenance}.{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name)}", false, given);
}
