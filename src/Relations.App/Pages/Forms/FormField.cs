using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Pages.Forms;

/// <summary>How a field is filled in.</summary>
public enum FormInput
{
    /// <summary>One line of text.</summary>
    Line,

    /// <summary>A text of several lines.</summary>
    Paragraph,

    /// <summary>A date in the world.</summary>
    Date,

    /// <summary>One of the values of an enumeration.</summary>
    Choice,

    /// <summary>Any of the values of an enumeration.</summary>
    Choices,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>Yes, no, or left as it is.</summary>
    YesNo,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Another record.</summary>
    Reference,

    /// <summary>Fields that belong together.</summary>
    Group,

    /// <summary>As many entries as there are.</summary>
    Rows,
}

/// <summary>A field of a form, made of a property of a command: a new command needs words, not code.</summary>
/// <param name="Owner">The type whose property it is.</param>
/// <param name="Name">The property's name.</param>
/// <param name="Type">What it holds, without its being nullable.</param>
/// <param name="Path">Its place in the command, as in JSON: <c>participants[1].person</c>.</param>
/// <param name="IsRequired">Whether it must be filled in.</param>
/// <param name="Default">What it holds unless something else is said.</param>
public sealed record FormField(Type Owner, string Name, Type Type, string Path, bool IsRequired, object? Default)
{
    /// <summary>Texts that are told rather than named.</summary>
    private static readonly HashSet<string> Told =
    [
        nameof(MakeCommitment.What), nameof(KeepCommitment.Evidence), nameof(ProposeAgreement.Subject), nameof(AmendAgreement.Summary),
        "Text", "Why", "Description", "Reason", "Passage",
    ];

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Shape>> Shapes = new();

    /// <summary>How it is filled in.</summary>
    public FormInput Input => this switch
    {
        _ when Type == typeof(string) => Told.Contains(Name) ? FormInput.Paragraph : FormInput.Line,
        _ when Type == typeof(EdtfDate) => FormInput.Date,
        { Type.IsEnum: true } => FormInput.Choice,
        _ when Type == typeof(bool) => Default is null && !IsRequired ? FormInput.YesNo : FormInput.Flag,
        _ when Type == typeof(int) || Type == typeof(decimal) => FormInput.Number,
        _ when typeof(IRecordId).IsAssignableFrom(Type) => FormInput.Reference,
        _ when Item is { IsEnum: true } => FormInput.Choices,
        _ when Item is not null => FormInput.Rows,
        _ => FormInput.Group,
    };

    /// <summary>The fields of a command, or of a part of one.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="within">The path of the part; empty for the whole.</param>
    public static IReadOnlyList<FormField> Of(Type type, string within = "") =>
    [
        .. Shapes.GetOrAdd(type, ShapesOf).Select(s => new FormField(
            type, s.Name, s.Type, (within.Length == 0 ? "" : within + ".") + JsonNamingPolicy.CamelCase.ConvertName(s.Name), s.IsRequired, s.Default)),
    ];

    /// <summary>The fields of which it consists, where it is a group.</summary>
    public IReadOnlyList<FormField> Parts => Of(Type, Path);

    /// <summary>The entry with a number, where it has entries.</summary>
    /// <param name="number">The number, from 0.</param>
    public FormField Row(int number) => this with { Type = Item!, Path = RowPath(Path, number), IsRequired = false, Default = null };

    /// <summary>Whether the entries are records of several fields.</summary>
    public bool HasGroups => Row(0).Input == FormInput.Group;

    /// <summary>The type of one entry; null where there are no entries.</summary>
    public Type? Item => Type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(Type) ? Type.GetGenericArguments()[0] : null;

    /// <summary>The path of an entry.</summary>
    /// <param name="path">The path of all entries.</param>
    /// <param name="number">Its number, from 0.</param>
    public static string RowPath(string path, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}[{number}]");

    /// <summary>
    /// What may be null, or has a value of its own, need not be filled in. A part without a constructor of its own names the
    /// fields that a correction touches.
    /// </summary>
    private static IReadOnlyList<Shape> ShapesOf(Type type)
    {
        var nullability = new NullabilityInfoContext();
        var whole = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return whole.GetParameters() is { Length: > 0 } parameters
            ? [.. parameters.Select(p => ShapeOf(
                p.Name!, p.ParameterType, nullability.Create(p).WriteState == NullabilityState.Nullable, p.HasDefaultValue, p.HasDefaultValue ? p.DefaultValue : null))]
            : [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Where(p => p.CanWrite)
                .Select(p => ShapeOf(p.Name, p.PropertyType, nullability.Create(p).WriteState == NullabilityState.Nullable, true, null))];
    }

    private static Shape ShapeOf(string name, Type type, bool isNullable, bool hasDefault, object? given)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var value = given is not null && bare.IsEnum ? Enum.ToObject(bare, given) : given;
        return new(name, bare, !isNullable && !hasDefault, value);
    }

    private sealed record Shape(string Name, Type Type, bool IsRequired, object? Default);
}
