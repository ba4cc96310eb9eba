using System.Resources;
using Relations.App.Pages;
using Relations.App.Pages.Forms;
using Relations.App.Pages.Reading;
using Relations.App.Reading;
using Relations.App.Recording;
using Relations.Domain.Recording;

namespace Relations.App.Tests.Pages.Forms;

/// <summary>Every command has a form, and every field of it words in both languages; and no words are left over.</summary>
public sealed class CommandWordsTests
{
    private static readonly ResourceManager Resources = new(typeof(CommandWords));

    public static TheoryData<string> Commands => [.. AllowedActions.Commands.Keys];

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public void every_command_and_every_field_has_words(string language)
    {
        var (own, shared) = (ResourceTexts.Of(Resources, language), ResourceTexts.Of(new(typeof(FactWords)), language));
        var missing = AllowedActions.Commands.Values.Select(c => c.Name).Where(name => !own.ContainsKey(name)).Concat(
            Fields().Where(f => !CommandWords.KeysOf(f).Any(own.ContainsKey) && !shared.ContainsKey(FactWords.SharedKey(f.Name)))
                .Select(f => $"{f.Owner.Name}.{f.Name}"));
        Assert.Equal([], missing.Distinct().Order());
        Assert.All(own.Values, text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    [Fact]
    public void no_words_are_left_over()
    {
        var keys = ResourceTexts.Of(Resources, "en").Keys.ToHashSet();
        var used = AllowedActions.Commands.Values.Select(c => c.Name).ToHashSet();
        foreach (var field in Fields())
        {
            used.UnionWith(CommandWords.KeysOf(field).Where(keys.Contains).Take(1));
            used.UnionWith(CommandWords.HintKeysOf(field).Where(keys.Contains).Take(1));
        }

        Assert.Equal([], keys.Except(used).Order());
        Assert.Equal(keys.Order(), ResourceTexts.Of(Resources, "es").Keys.Order());
    }

    [Fact]
    public void every_command_but_those_about_accounts_has_a_form()
    {
        Assert.Equal(
            CommandBodies.Commands.Values.Where(c => c.Namespace != "Relations.Domain.Access").Select(c => c.Name).Order(),
            AllowedActions.Commands.Values.Select(c => c.Name).Order());
        Assert.True(AllowedActions.Commands.Count > 100);
    }

    /// <summary>A field of a form is one that the API knows, so that whatever a form sends can be read.</summary>
    [Theory]
    [MemberData(nameof(Commands))]
    public void the_fields_of_a_form_are_those_of_the_api(string command)
    {
        var type = RecordJson.Received.GetTypeInfo(AllowedActions.Commands[command]);
        var fields = FormField.Of(type.Type);
        Assert.Equal(
            type.Properties.Select(p => (p.Name, p.IsRequired)).Where(p => p.Name != CommandForm.Provenance).Order(),
            fields.Select(f => (f.Path, f.IsRequired)).Order());
    }

    /// <summary>The fields of commands, and those of the facts that a text tells, whose forms are made of the same words.</summary>
    private static IEnumerable<FormField> Fields() => AllowedActions.Commands.Values.SelectMany(c => FormField.Of(c))
        .Concat(FactKinds.All.Values.SelectMany(FactForm.FieldsOf)).SelectMany(Whole)
        .Concat([CommandForm.Basis, CommandForm.Source, CommandForm.Passage, CommandForm.Reason]);

    private static IEnumerable<FormField> Whole(FormField field) => field.Input switch
    {
        FormInput.Group => field.Parts.SelectMany(Whole).Prepend(field),
        FormInput.Rows when field.HasGroups => field.Row(0).Parts.SelectMany(Whole).Prepend(field),
        _ => [field],
    };
}
