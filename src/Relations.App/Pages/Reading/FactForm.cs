using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using Relations.App.Pages.Forms;
using Relations.App.Reading;
using Relations.App.Recording;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using Relations.Reading;

namespace Relations.App.Pages.Reading;

/// <summary>The form of a fact: made of its fields, as forms of commands are, with the other facts of the draft to choose from.</summary>
internal static class FactForm
{
    /// <summary>Fields that the reader alone fills: what a fact is, and where it stands among its like.</summary>
    private static readonly string[] NotAsked = [nameof(OrganisationFact.Record), nameof(ProjectFact.Ordinal), nameof(ProjectFact.Of)];

    /// <summary>The fields of a kind of fact.</summary>
    /// <param name="fact">The type of the fact.</param>
    public static IReadOnlyList<FormField> FieldsOf(Type fact) =>
    [
        .. FormField.Of(fact).Where(f => !NotAsked.Contains(f.Name))
            .Select(f => f.Type == typeof(AgreementAct) ? f with { Type = typeof(string) } : f), // its words are the application's own
    ];

    /// <summary>The form of a fact.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="sent">What was typed; null where it begins as the fact stands.</param>
    /// <param name="sentences">Names the other facts.</param>
    public static CommandForm Of(ReadingDraft draft, DraftFact fact, FormValues? sent, FactSentences sentences) =>
        new(fact.Fact.GetType(), null, sent ?? ValuesOf(fact.Fact), new(new Dictionary<Guid, string>(), CultureInfo.CurrentUICulture))
        {
            Fields = FieldsOf(fact.Fact.GetType()),
            Options = field => OptionsOf(draft, field, sentences),
        };

    /// <summary>The fact that a form tells; null where something is wrong with it, and then the form says what.</summary>
    /// <param name="form">The form.</param>
    /// <param name="fact">The fact as it stands.</param>
    /// <param name="reading">Reads what was typed.</param>
    public static Fact? Read(CommandForm form, DraftFact fact, FormReading reading)
    {
        var body = reading.FieldsOf(form);
        var json = JsonSerializer.SerializeToNode(fact.Fact, RecordJson.Stored)!.AsObject();
        foreach (var field in form.Fields)
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(field.Name);
            json.Remove(name);
            if (body[name] is { } value)
                json[name] = value.DeepClone();
            else if (field.IsRequired && form.MistakesAt(field.Path).FirstOrDefault() is null)
                form.Refuse(new(CommonRules.FieldRequired, field.Path));
        }

        return form.Mistakes.Count > 0 ? null : Read(json, fact, form);
    }

    /// <summary>A fact with another value of one field, as the reader offered it.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="other">The other value.</param>
    /// <returns>Null where the field does not take it.</returns>
    public static Fact? With(Fact fact, Alternative other)
    {
        foreach (var value in new Func<JsonNode?>[] { () => JsonValue.Create(other.Value), () => JsonNode.Parse(other.Value) })
        {
            try
            {
                var json = JsonSerializer.SerializeToNode(fact, RecordJson.Stored)!.AsObject();
                json[other.Field] = value();
                return json.Deserialize<Fact>(RecordJson.Stored);
            }
            catch (JsonException)
            {
                // A text where a number or a list is asked for: tried as JSON next.
            }
        }

        return null;
    }

    /// <summary>A fact of a kind as it begins when somebody adds it at a passage; null where it would speak of facts that are not there.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="passage">The passage.</param>
    public static Fact? Begin(ReadingDraft draft, string kind, Passage passage)
    {
        var words = passage.In(draft.Text).ReplaceLineEndings(" ").Trim();
        var language = draft.Document?.Language ?? "es";
        string? First<T>() where T : Fact => draft.Facts.Where(f => f.Fate != Fate.Refused && f.Fact is T).Select(f => f.Key).FirstOrDefault();
        var (person, meeting, agreement) = (First<PersonFact>(), First<MeetingFact>(), First<AgreementFact>());
        JsonObject? fields = kind switch
        {
            "organisation" => new() { ["names"] = new JsonArray(new JsonObject { ["language"] = language, ["name"] = words }), ["kind"] = nameof(OrganisationKind.Other) },
            "person" => new() { ["name"] = Named(words) },
            "appointment" when person is not null => new() { ["person"] = person, ["post"] = words, ["acting"] = false },
            "partnership" => new() { ["parties"] = new JsonArray() },
            "meeting" => new() { ["status"] = nameof(MeetingStatus.Held), ["on"] = draft.Document?.Date?.ToString(), ["organisations"] = new JsonArray() },
            "participant" when person is not null && meeting is not null => new() { ["meeting"] = meeting, ["person"] = person, ["role"] = nameof(ParticipantRole.Delegate) },
            "topic" when meeting is not null => new() { ["meeting"] = meeting, ["topic"] = words },
            "statement" => new() { ["meeting"] = meeting, ["speaker"] = person, ["language"] = language, ["text"] = words, ["quoted"] = true },
            "outcome" when meeting is not null => new() { ["meeting"] = meeting, ["text"] = words, ["kind"] = nameof(OutcomeKind.Understanding) },
            "agreement" => new() { ["title"] = words, ["parties"] = new JsonArray() },
            "agreement-act" when agreement is not null => new()
            {
                ["agreement"] = agreement,
                ["act"] = nameof(AgreementAct.Signature),
                ["on"] = draft.Document?.Date?.ToString(),
                ["parties"] = new JsonArray(),
                ["signatories"] = new JsonArray(),
            },
            "project" => new() { ["title"] = words, ["ordinal"] = 1, ["of"] = 1, ["participants"] = new JsonArray() },
            "commitment" => new() { ["what"] = words, ["owedTo"] = new JsonArray(), ["meeting"] = meeting },
            _ => null,
        };
        if (fields is null)
            return null;
        fields.Insert(0, "fact", kind);
        fields["key"] = draft.FreeKey(kind);
        fields["basis"] = nameof(Basis.Stated);
        fields["evidence"] = JsonSerializer.SerializeToNode<IReadOnlyList<Relations.Reading.Evidence>>([Relations.Reading.Evidence.Of(passage)], RecordJson.Stored);
        fields["confidence"] = JsonSerializer.SerializeToNode(new Confidence(1, ConfidenceReason.FromContext), RecordJson.Stored);
        return fields.Deserialize<Fact>(RecordJson.Stored);
    }

    /// <summary>The kinds of facts that can be added by hand: all but the document, which is there, and where organisations stand, which their own pages record.</summary>
    public static IEnumerable<string> Addable => FactKinds.All.Keys.Except(["source", "placement"]);

    private static JsonObject Named(string words) =>
        words.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries) is [var given, var family]
            ? new() { ["given"] = given, ["family"] = family }
            : new() { ["given"] = "", ["family"] = words };

    private static Fact? Read(JsonObject json, DraftFact fact, CommandForm form)
    {
        try
        {
            var read = json.Deserialize<Fact>(RecordJson.Stored)!;

            // What was sent as it stood is no change.
            return JsonNode.DeepEquals(JsonSerializer.SerializeToNode(read, RecordJson.Stored), JsonSerializer.SerializeToNode(fact.Proposed, RecordJson.Stored))
                ? fact.Proposed
                : read;
        }
        catch (JsonException)
        {
            form.Refuse(new(CommonRules.BodyUnreadable));
            return null;
        }
    }

    private static IReadOnlyList<FormOption>? OptionsOf(ReadingDraft draft, FormField field, FactSentences sentences) => field switch
    {
        { Owner.Name: nameof(AgreementActFact), Name: nameof(AgreementActFact.Act) } =>
            [.. Enum.GetValues<AgreementAct>().Select(a => new FormOption(a.ToString(), FactSentences.InWords(a)))],
        { Input: FormInput.Line } when NamedBy(field) is { } type =>
            [.. draft.Facts.Where(f => f.Fate != Fate.Refused && f.Fact.GetType() == type).Select(f => new FormOption(f.Key, sentences.NameOf(f.Key)))],
        _ => null,
    };

    /// <summary>The kind of fact whose key stands in a field; null where none does.</summary>
    private static Type? NamedBy(FormField field) => (field.Owner.Name, field.Name) switch
    {
        (_, "Publisher" or "Organisation" or "Organisations" or "Parent" or "Parties" or "SeatOf" or "OnBehalfOf" or "OwedBy" or "OwedTo") => typeof(OrganisationFact),
        (_, "Person" or "Speaker" or "Signatories" or "By") => typeof(PersonFact),
        (_, "Meeting") => typeof(MeetingFact),
        (_, "Agreement" or "Amends") => typeof(AgreementFact),
        _ => null,
    };

    private static FormValues ValuesOf(Fact fact)
    {
        Dictionary<string, StringValues> values = [];
        Flatten(JsonSerializer.SerializeToNode(fact, RecordJson.Stored), "");
        return new(values);

        void Flatten(JsonNode? node, string path)
        {
            switch (node)
            {
                case JsonObject fields:
                    foreach (var (name, value) in fields)
                        Flatten(value, path.Length == 0 ? name : $"{path}.{name}");
                    break;
                case JsonArray items:
                    values[FormValues.Counter(path)] = items.Count.ToString(CultureInfo.InvariantCulture);
                    foreach (var (i, item) in items.Index())
                        Flatten(item, FormField.RowPath(path, i));
                    break;
                case JsonValue value when value.GetValueKind() != JsonValueKind.False:
                    values[path] = value.ToString();
                    break;
            }
        }
    }
}
