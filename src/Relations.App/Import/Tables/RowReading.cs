using System.Globalization;
using Relations.App.Recording;
using Relations.App.Search;
using Relations.Domain.Access;
using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using Relations.Reading.Dates;
using UUIDNext;

namespace Relations.App.Import.Tables;

/// <summary>Reads the cells of one row, and gathers what is wrong with them and the commands they ask for.</summary>
/// <param name="row">The row.</param>
/// <param name="options">How it is taken.</param>
/// <param name="register">What it may name.</param>
internal sealed class RowReading(TableRow row, TableOptions options, TableRegister register)
{
    private static readonly Guid IdsOfTables = new("a4b92c17-0d3e-4c55-8a1f-6b7e9d2c4f08");
    private static readonly char[] Between = [';', '\n', '|'];

    private readonly List<Finding> findings = [];
    private readonly List<RowStep> steps = [];

    /// <summary>The id of what the row opens.</summary>
    public Guid Id { get; } = Uuid.NewNameBased(IdsOfTables, string.Create(CultureInfo.InvariantCulture, $"{options.Import}/{row.Line}"));

    /// <summary>Whether anything keeps it out.</summary>
    public bool IsWrong => findings.Any(f => f.IsWrong);

    /// <summary>What a cell says; empty where nothing does.</summary>
    /// <param name="field">The field.</param>
    public string Text(string field) => options.Mapping.TryGetValue(field, out var column) && column < row.Cells.Count ? row.Cells[column] : "";

    /// <summary>What a cell says, or null.</summary>
    /// <param name="field">The field.</param>
    public string? Optional(string field) => Text(field) is { Length: > 0 } text ? text : null;

    /// <summary>What a cell says that must say something.</summary>
    /// <param name="field">The field.</param>
    public string Required(string field)
    {
        if (Text(field).Length == 0)
            Wrong(TableRules.CellRequired, field);
        return Text(field);
    }

    /// <summary>What a cell lists.</summary>
    /// <param name="field">The field.</param>
    public IReadOnlyList<string> List(string field) =>
        [.. Text(field).Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The date in a cell; null where it is empty or unreadable.</summary>
    /// <param name="field">The field.</param>
    public EdtfDate? Date(string field)
    {
        if (Text(field) is not { Length: > 0 } text)
            return null;
        var date = DatePhrase.Read(text, options.Today);
        if (date is null)
            Wrong(TableRules.DateUnreadable, field, text);
        return date;
    }

    /// <summary>The whole number in a cell.</summary>
    /// <param name="field">The field.</param>
    public int? Number(string field)
    {
        if (Text(field) is not { Length: > 0 } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Wrong(TableRules.NumberUnreadable, field, text);
        return null;
    }

    /// <summary>A state or kind in a cell, in either language; what it is where the cell is empty.</summary>
    /// <typeparam name="T">Which states or kinds.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="otherwise">What it is where nothing is said.</param>
    public T Word<T>(string field, T otherwise) where T : struct, Enum
    {
        if (Text(field) is not { Length: > 0 } text)
            return otherwise;
        var typed = TableField.Folded(text);
        var words = Enum.GetValues<T>().Select(v => (Value: v, Words: Languages.Select(l => TableField.Folded(Vocabulary.InWords(v, l))).Append(TableField.Folded(v.ToString())).ToList())).ToList();
        if (words.Find(w => w.Words.Contains(typed)) is { Words: not null } exact)
            return exact.Value;
        if (words.FindAll(w => w.Words.Exists(one => one.StartsWith(typed, StringComparison.Ordinal))) is [var begun])
            return begun.Value; // “convenio de cooperación” for “convenio de cooperación interinstitucional”
        var known = Languages.Select(l => string.Join(", ", Enum.GetValues<T>().Select(v => Vocabulary.InWords(v, l)))).ToList();
        findings.Add(new(field, true, TableRules.WordUnknown.Code, TableRules.WordUnknown.InWords(Languages[0], text, known[0]), TableRules.WordUnknown.InWords(Languages[1], text, known[1])));
        return otherwise;
    }

    /// <summary>The organisation that a cell names; null where it names none, or none that can be told.</summary>
    /// <param name="field">The field.</param>
    /// <param name="typed">What it says.</param>
    public OrganisationId? Organisation(string field, string typed)
    {
        switch (register.Organisations(typed))
        {
            case [var one]:
                return new(one);
            case { Count: > 1 } several:
                Wrong(TableRules.SeveralNamed, field, typed, several.Count);
                return null;
            case var _ when options.MakesOrganisations:
                return Make(field, typed);
            default:
                Wrong(TableRules.NothingNamed, field, typed);
                return null;
        }
    }

    /// <summary>The organisations that a cell lists.</summary>
    /// <param name="field">The field.</param>
    public IReadOnlyList<OrganisationId> Organisations(string field) => [.. List(field).Select(o => Organisation(field, o)).OfType<OrganisationId>().Distinct()];

    /// <summary>The partnership that a row names; else the one of the organisations that it names.</summary>
    /// <param name="organisations">Those organisations.</param>
    public PartnershipId? Partnership(IReadOnlyCollection<OrganisationId> organisations)
    {
        const string field = "partnership";
        var typed = Text(field);
        IReadOnlyList<Guid> found = typed.Length > 0 ? register.Partnerships(typed) : [.. register.PartnershipsOf(organisations).Select(p => p.Id)];
        if (found is [var one])
            return new(one);
        if (typed.Length > 0)
            Wrong(found.Count == 0 ? TableRules.NothingNamed : TableRules.SeveralNamed, field, typed, found.Count);
        else
            Wrong(found.Count == 0 ? TableRules.PartnershipUnknown : TableRules.PartnershipUnclear, field, found.Count);
        return null;
    }

    /// <summary>Says that something keeps the row out.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="field">The field at fault.</param>
    /// <param name="arguments">What the rule names.</param>
    public void Wrong(Rule rule, string? field, params IReadOnlyList<object?> arguments) => findings.Add(Finding.Of(new(rule, field, arguments)));

    /// <summary>Says that somebody should look at the row.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="field">The field.</param>
    /// <param name="arguments">What the rule names.</param>
    public void Doubt(Rule rule, string? field, params IReadOnlyList<object?> arguments) => findings.Add(Finding.Of(new(rule, field, arguments), isWrong: false));

    /// <summary>Asks for a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="seen">The version it adds to; null where it opens the row's record.</param>
    public void Do(Command command, long? seen = null) => steps.Add(new(Id, command, seen));

    /// <summary>What is to become of the row, where nothing on record says the same.</summary>
    /// <param name="by">Who imports.</param>
    public RowPlan Plan(Actor by)
    {
        if (!IsWrong)
            Decide(by);
        return IsWrong ? new(RowFate.Wrong, null, findings, []) : new(findings.Count > 0 ? RowFate.Doubtful : RowFate.New, Id, findings, steps);
    }

    /// <summary>What becomes of the row where records say the same: one of them is its own, or it is left alone.</summary>
    /// <param name="alike">Those records.</param>
    public RowPlan? IfAlike(IReadOnlyCollection<Guid> alike) =>
        alike.Contains(Id) ? new(RowFate.Recorded, Id, [], [])
        : alike.Count > 0 && !IsWrong ? new(RowFate.OnRecord, alike.First(), [], [])
        : null;

    private static CultureInfo[] Languages { get; } = [CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("es")];

    private OrganisationId Make(string field, string typed)
    {
        var id = Uuid.NewNameBased(IdsOfTables, $"{options.Import}/{SearchEntry.Fold(typed)}");
        var name = QuickLog.NewOrganisation.Named(typed, options.Language);
        steps.Insert(0, new(id, new RegisterOrganisation([name], OrganisationKind.Other)));
        Doubt(TableRules.Made, field, typed);
        return new(id);
    }

    /// <summary>Asks the deciders, as recording will: whatever they refuse is known before anything is recorded.</summary>
    private void Decide(Actor by)
    {
        Dictionary<Guid, RecordState?> states = [];
        foreach (var step in steps)
        {
            var kind = RecordKinds.Of(step.Command)!;
            var state = states.GetValueOrDefault(step.Record);
            switch (kind.Decide(state, step.Command, options.Today))
            {
                case Decision.Refused { Refusals: var refusals }:
                    findings.AddRange(refusals.Select(r => Finding.Of(r with { Field = Placed(r.Field) })));
                    return;
                case Decision.Accepted accepted:
                    var after = accepted.Events.Aggregate(state, (s, e) => kind.Fold(s, step.Record, e));
                    states[step.Record] = after;
                    findings.AddRange(accepted.Warnings.Select(w => Finding.Of(w with { Field = Placed(w.Field) }, isWrong: false)));
                    if (AccessPolicy.Forbids(by, step.Command, after?.Concerns.Partnerships ?? []) is { } rule)
                        Wrong(rule, null);
                    break;
            }
        }
    }

    /// <summary>The field of a table that says what a field of a command holds.</summary>
    private string? Placed(string? field) => field?.Split('.', '[')[0] switch
    {
        null => null,
        "names" => "name",
        "post" or "organisation" or "from" => field,
        "term" => options.Mapping.ContainsKey("months") ? "months" : "until",
        "period" => "from",
        "parent" => "parent",
        var name => options.Mapping.ContainsKey(name) ? name : null,
    };
}
