using System.Globalization;
using System.Text.Json.Nodes;
using Relations.App.Access;
using Relations.App.Recording;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Forms;

/// <summary>Makes a command of what was typed, by the checks of the API, and says what is wrong at each field.</summary>
/// <param name="choices">Finds the records that are meant.</param>
/// <param name="records">Reads records.</param>
/// <param name="recorder">Opens records that were named in passing.</param>
/// <param name="current">Who asks.</param>
/// <param name="clock">For today's date.</param>
public sealed class FormReading(Choices choices, RecordReader records, Recorder recorder, CurrentActor current, TimeProvider clock)
{
    /// <summary>Finds the records that are meant by what was typed or came in the address.</summary>
    /// <param name="form">The form.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task ResolveAsync(CommandForm form, CancellationToken cancellation)
    {
        var references = form.All().Where(f => f.Input == FormInput.Reference && form.OptionsOf(f) is null && !form.IsOpening(f)).ToList();
        foreach (var field in references)
        {
            var chosen = form.Values[CommandForm.ChosenPath(field.Path)];
            var isOfThis = form.Values[CommandForm.TypedPath(field.Path)] == form.Values[CommandForm.ChosenPath(field.Path) + ".of"];
            form.Values.Forget(CommandForm.ChosenPath(field.Path));
            if (chosen.Length == 0 || !isOfThis)
                continue;
            form.Values.Forget(field.Path);
            form.Values[field.Path] = chosen;
        }

        var names = await RecordNames.OfAsync(references.Select(f => IdIn(form, f)), records, cancellation);
        foreach (var field in references)
            await ResolveAsync(form, field, names, cancellation);
    }

    /// <summary>The command that the form asks for; null where something is wrong with it, and then the form says what.</summary>
    /// <param name="form">The form.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Command?> ReadAsync(CommandForm form, CancellationToken cancellation)
    {
        Compact(form);
        await ResolveAsync(form, cancellation);
        foreach (var field in form.All().Where(f => f.Input == FormInput.Reference && form.Candidates.ContainsKey(f.Path)))
            form.Mistake(field.Path, form.Candidates[field.Path].Count == 0 ? Say("Form.NoSuchRecord") : Say("Form.SeveralRecords"));
        var provenance = await ProvenanceAsync(form, cancellation);
        foreach (var field in form.All().Where(form.IsOpening).ToList())
            await OpenAsync(form, field, provenance, cancellation);
        var body = Object(form, form.Fields);
        body[CommandForm.Provenance] = provenance;
        return form.Mistakes.Count > 0 ? null : Command(form, form.Command, body, "");
    }

    /// <summary>What stands in the fields of a form, as JSON; what cannot be read the form says.</summary>
    /// <param name="form">The form.</param>
    public JsonObject FieldsOf(CommandForm form)
    {
        Compact(form);
        return Object(form, form.Fields);
    }

    /// <summary>Opens a record that was named in passing, and takes it for the field.</summary>
    /// <param name="form">The form.</param>
    /// <param name="field">The field.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task OpenAsync(CommandForm form, FormField field, CancellationToken cancellation) =>
        await OpenAsync(form, field, await ProvenanceAsync(form, cancellation), cancellation);

    /// <summary>Begins to open a record at a field, with what was typed there as its name.</summary>
    /// <param name="form">The form.</param>
    /// <param name="field">The field.</param>
    public static void BeginOpening(CommandForm form, FormField field)
    {
        var typed = form.Values[CommandForm.TypedPath(field.Path)];
        var part = CommandForm.NewPath(field.Path);
        form.Values.Forget(field.Path);
        form.Values[part] = "1";
        if (field.Type == typeof(OrganisationId))
        {
            form.Values[$"{part}.names[0].name"] = typed;
            form.Values[$"{part}.names[0].language"] = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        }
        else if (typed.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries) is [var given, .. var family])
        {
            form.Values[$"{part}.name.given"] = given;
            form.Values[$"{part}.name.family"] = string.Join(' ', family);
        }
    }

    private async Task OpenAsync(CommandForm form, FormField field, JsonObject provenance, CancellationToken cancellation)
    {
        var part = CommandForm.NewPath(field.Path);
        var opener = CommandForm.OpenerOf(field)!;
        var wrong = form.Mistakes.Count;
        var body = Object(form, FormField.Of(opener, part));
        body[CommandForm.Provenance] = provenance.DeepClone();
        if (form.Mistakes.Count > wrong || Command(form, opener, body, part) is not { } command)
            return;
        var id = Guid.CreateVersion7();
        switch (await recorder.RecordAsync(new(id, command, current.Actor), cancellation))
        {
            case Outcome.Recorded:
                form.Values.Forget(field.Path);
                form.Values[field.Path] = id.ToString();
                await ResolveAsync(form, cancellation);
                break;
            case Outcome.Refused refused:
                foreach (var refusal in refused.Refusals)
                    form.Refuse(refusal, part);
                break;
            case Outcome.Forbidden forbidden:
                form.Mistake(field.Path, forbidden.Rule.InWords(CultureInfo.CurrentUICulture));
                break;
        }
    }

    private static void Compact(CommandForm form)
    {
        foreach (var list in form.All().Where(f => f.Input == FormInput.Rows).ToList())
            form.Values.Compact(list.Path, row => form.IsSaid(list.Row(NumberIn(list, row))));
    }

    private static Command? Command(CommandForm form, Type type, JsonObject body, string within)
    {
        var (command, refusals) = CommandBodies.Read(body, RecordJson.Received.GetTypeInfo(type));
        foreach (var refusal in refusals)
            form.Refuse(refusal, within);
        return command as Command;
    }

    private async Task ResolveAsync(CommandForm form, FormField field, RecordNames names, CancellationToken cancellation)
    {
        var typedPath = CommandForm.TypedPath(field.Path);
        var id = IdIn(form, field);

        // An address may name a record by its id, or by a word such as a partnership's slug; and whoever empties the field means nobody.
        var typed = form.Values.Has(typedPath) ? form.Values[typedPath] : id is null ? form.Values[field.Path] : null;
        var name = id is null ? null : names.Of(id) is { Address: not null } known ? known.Text : null;
        if (name is not null && (typed is null || typed == name))
        {
            form.Values[typedPath] = name;
            return;
        }

        form.Values[field.Path] = "";
        form.Values[typedPath] = typed ?? "";
        if (string.IsNullOrEmpty(typed))
            return;
        var found = await choices.FindAsync(RecordNames.KindOf(field.Type), typed, cancellation);
        var same = found.Where(c => Choices.IsCalled(c.Name, typed)).ToList();
        if ((same.Count == 1 ? same : found) is [var one])
            (form.Values[field.Path], form.Values[typedPath]) = (one.Id.ToString(), one.Name);
        else
            form.Candidates[field.Path] = found;
    }

    private static IRecordId? IdIn(CommandForm form, FormField field) =>
        Guid.TryParse(form.Values[field.Path], out var id) ? (IRecordId)Activator.CreateInstance(field.Type, id)! : null;

    private static int NumberIn(FormField list, string row) =>
        int.Parse(row.AsSpan(list.Path.Length).Trim("[]"), NumberStyles.None, CultureInfo.InvariantCulture);

    private JsonObject Object(CommandForm form, IEnumerable<FormField> fields)
    {
        JsonObject body = [];
        foreach (var field in fields)
        {
            if (Value(form, field) is { } value)
                body[System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(field.Name)] = value;
        }

        return body;
    }

    private JsonNode? Value(CommandForm form, FormField field) => field.Input switch
    {
        FormInput.Line => form.Values[field.Path] is { Length: > 0 } text ? text : null,
        FormInput.Paragraph => Told(form, field),
        FormInput.Date => Date(form, field),
        FormInput.Number => Number(form, field),
        FormInput.Choice or FormInput.Reference => form.Values[field.Path] is { Length: > 0 } value ? value : null,
        FormInput.Choices => Listed(form.Values.All(field.Path).Select(v => (JsonNode?)v), field),
        FormInput.Flag => form.Values[field.Path].Length > 0,
        FormInput.YesNo => form.Values[field.Path] is { Length: > 0 } yes ? yes == "true" : null,
        FormInput.Rows => Listed(Enumerable.Range(0, form.Values.Rows(field.Path)).Select(i => Value(form, field.Row(i))), field),
        _ => field.IsRequired || form.IsSaid(field) ? Object(form, field.Parts) : null,
    };

    private static JsonArray? Listed(IEnumerable<JsonNode?> items, FormField field) =>
        items.OfType<JsonNode>().ToArray() is var all && (all.Length > 0 || field.IsRequired) ? new(all) : null;

    /// <summary>The text of a source is kept exactly as given: citations count in it.</summary>
    private static JsonNode? Told(CommandForm form, FormField field)
    {
        var text = form.Values.Text(field.Path);
        return string.IsNullOrWhiteSpace(text) ? null : typeof(SourceCommand).IsAssignableFrom(field.Owner) ? text : text.Trim();
    }

    private JsonNode? Date(CommandForm form, FormField field)
    {
        if (form.Values[field.Path] is not { Length: > 0 } typed)
            return null;
        if (TypedDate.Read(typed, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) is { } date)
            return date.ToString();
        form.Mistake(field.Path, Say("Form.DateUnreadable"));
        return null;
    }

    private static JsonNode? Number(CommandForm form, FormField field)
    {
        if (form.Values[field.Path] is not { Length: > 0 } typed)
            return null;
        if (field.Type == typeof(int) && int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;

        // A comma before the decimals, as in Spanish; whoever groups thousands is asked again.
        if (field.Type == typeof(decimal)
            && decimal.TryParse(typed.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount))
            return amount;
        form.Mistake(field.Path, Say("Form.NumberUnreadable"));
        return null;
    }

    /// <summary>What the facts rest on. A passage is told by its words; where they stand is found in the source's text.</summary>
    private async Task<JsonObject> ProvenanceAsync(CommandForm form, CancellationToken cancellation)
    {
        var provenance = Object(form, [CommandForm.Basis, CommandForm.Reason]);
        var words = form.Values.Text(CommandForm.Passage.Path);
        if (!Guid.TryParse(form.Values[CommandForm.Source.Path], out var id))
        {
            if (!string.IsNullOrWhiteSpace(words) && form.MistakesAt(CommandForm.Source.Path).FirstOrDefault() is null)
                form.Mistake(CommandForm.Source.Path, Say("Form.PassageOfWhat"));
            return provenance;
        }

        var source = (await records.ReadManyAsync<Source>([id], AsOf.Now, cancellation)).GetValueOrDefault(id);
        if (source?.Text is null)
            form.Mistake(CommandForm.Source.Path, Say("Form.SourceWithoutText"));
        else if (Place(form, source.Text, words) is { } place)
            provenance["citations"] = new JsonArray(new JsonObject { ["source"] = id.ToString(), ["offset"] = place.Offset, ["length"] = place.Length });
        return provenance;
    }

    private static PassagePlace? Place(CommandForm form, string text, string words)
    {
        var places = PassagePlace.Find(text, words);
        var asked = form.Values[CommandForm.PlacePath];
        if (places is [var one])
            return one;
        if (places.FirstOrDefault(p => p.Offset.ToString(CultureInfo.InvariantCulture) == asked) is { } chosen)
        {
            form.Places = places;
            return chosen;
        }

        form.Places = places;
        form.Mistake(CommandForm.Passage.Path, places.Count > 0 ? Say("Form.PassageOften")
            : string.IsNullOrWhiteSpace(words) ? Say("Form.PassageMissing") : Say("Form.PassageNotThere"));
        return null;
    }
}
