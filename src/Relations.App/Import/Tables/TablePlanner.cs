using System.Diagnostics;
using System.Globalization;
using Relations.App.QuickLog;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Import.Tables;

/// <summary>Says what is to become of each row of a table: which commands record it, or what keeps it out. Nothing is recorded here.</summary>
/// <param name="kind">What each row is.</param>
/// <param name="options">How rows are taken.</param>
/// <param name="register">What rows may name; what a row opens is added to it.</param>
/// <param name="by">Who imports.</param>
public sealed class TablePlanner(TableKind kind, TableOptions options, TableRegister register, Actor by)
{
    /// <summary>What is to become of a row.</summary>
    /// <param name="row">The row; after those before it in the table.</param>
    public RowPlan Plan(TableRow row)
    {
        var reading = new RowReading(row, options, register);
        if (row.Cells.Any(c => c.Length > Limits.Text))
            reading.Wrong(TableRules.CellTooLong, null, Limits.Text);
        var plan = kind switch
        {
            TableKind.Organisations => Organisation(reading),
            TableKind.People => Person(reading),
            TableKind.Meetings => Meeting(reading),
            TableKind.Agreements => Agreement(reading),
            TableKind.Projects => Project(reading),
            _ => throw new UnreachableException(),
        };
        foreach (var made in plan.Steps.Select(s => (s.Record, s.Command)).Where(s => s.Record != plan.Record))
            register.Add(made.Record, ((RegisterOrganisation)made.Command).Names, [], []);
        return plan;
    }

    private RowPlan Organisation(RowReading row)
    {
        List<OrganisationName> names = [new(options.Language, row.Required("name"), row.Optional("acronym"))];
        if (row.Optional("otherName") is { } other)
            names.Add(new(options.Language == "es" ? "en" : "es", other, row.Optional("otherAcronym")));
        OrganisationIdentifier?[] identifiers = [Identifier(row, IdentifierScheme.IatiOrgId, "iati"), Identifier(row, IdentifierScheme.Ror, "ror"), Identifier(row, IdentifierScheme.Wikidata, "wikidata")];
        var known = identifiers.OfType<OrganisationIdentifier>().Select(i => i.Value).ToList();
        var alike = known.Prepend(names[0].Name).SelectMany(register.Organisations).ToHashSet();
        if (row.IfAlike(alike) is { } settled)
            return settled;
        var sort = row.Word("kind", OrganisationKind.Other);
        var parent = row.Optional("parent") is { } above ? row.Organisation("parent", above) : null;
        if (parent is not null && sort is not (OrganisationKind.Organ or OrganisationKind.Office))
            row.Wrong(TableRules.ParentNeedsKind, "parent");
        row.Do(new RegisterOrganisation(names, sort, row.Optional("seat"), row.Optional("country")?.ToUpperInvariant(), row.Date("founded")));
        var version = 1;
        foreach (var identifier in identifiers.OfType<OrganisationIdentifier>())
            row.Do(new IdentifyOrganisation(identifier.Scheme, identifier.Value), version++);
        if (parent is { } under)
            row.Do(new PlaceOrganisation(sort == OrganisationKind.Organ ? OrganisationRelation.OrganOf : OrganisationRelation.OfficeOf, under), version);
        var plan = row.Plan(by);
        if (plan.Fate != RowFate.Wrong)
            register.Add(row.Id, names, known, parent is { } p ? [p] : []);
        return plan;
    }

    private static OrganisationIdentifier? Identifier(RowReading row, IdentifierScheme scheme, string field)
    {
        if (row.Optional(field) is not { } text)
            return null;
        var identifier = OrganisationIdentifier.Read(scheme, text);
        if (identifier is null)
            row.Wrong(TableRules.IdentifierUnreadable, field, text, OrganisationIdentifier.Example(scheme));
        return identifier;
    }

    private RowPlan Person(RowReading row)
    {
        var typed = row.Optional("family") is { } family ? new PersonName(row.Text("given"), family) : TypedName.Of(row.Required("name"));
        var name = typed with { Honorific = row.Optional("honorific") ?? typed.Honorific };
        var organisation = row.Optional("organisation") is { } at ? row.Organisation("organisation", at) : null;
        var same = register.People($"{name.Given} {name.Family}".Trim());
        var alike = organisation is null ? same : same.Where(p => p.Posts.Any(a => a.Organisation == organisation)).ToList();
        if (row.IfAlike([.. alike.Select(p => p.Id)]) is { } settled)
            return settled;
        if (same.Count > 0)
            row.Doubt(TableRules.SameName, row.Optional("family") is null ? "name" : "family");
        row.Do(new RegisterPerson(name));
        List<Appointment> posts = [];
        if (organisation is { } held)
        {
            var post = row.Required("post");
            var from = row.Date("from");
            row.Do(new AppointPerson(held, post, from), 1);
            posts.Add(new(held, post, from, To: null, Acting: false, AttestedBy: null));
        }

        var plan = row.Plan(by);
        if (plan.Fate != RowFate.Wrong)
            register.Add(name, new(row.Id, posts));
        return plan;
    }

    private RowPlan Meeting(RowReading row)
    {
        row.Required("on");
        var on = row.Date("on");
        var organisations = row.Organisations("organisations");
        var participants = row.List("participants").Select(p => Participant(row, p)).OfType<ParticipantEntry>().ToList();
        var partnership = row.Partnership([.. organisations.Concat(participants.Select(p => p.OnBehalfOf)).Distinct()]);
        var title = row.Optional("title");
        var place = (row.Optional("place") ?? row.Optional("city")) is { } where ? new Place(where, null, row.Optional("city"), row.Optional("country")?.ToUpperInvariant()) : null;
        return Once(row, TableRegister.KeyOf(kind, on, partnership, title, place?.Name), () => new LogMeeting(
            [partnership!.Value], on!, place, Title: title, Participants: participants, Topics: row.List("topics"),
            Outcomes: [.. row.List("outcomes").Select(o => new OutcomeEntry(o, OutcomeKind.Other))]));
    }

    /// <summary>Somebody on record comes in the one post that they hold.</summary>
    private ParticipantEntry? Participant(RowReading row, string name)
    {
        const string field = "participants";
        var people = register.People(name);
        if (people is not [{ } person])
            row.Wrong(people.Count == 0 ? TableRules.NothingNamed : TableRules.SeveralNamed, field, name, people.Count);
        else if (person.Posts.Where(p => p.To is null).ToList() is [var held])
            return new(new(person.Id), held.Organisation, held.Post, ParticipantRole.Delegate);
        else
            row.Wrong(TableRules.PostUnclear, field, name);
        return null;
    }

    private RowPlan Agreement(RowReading row)
    {
        row.Required("type");
        row.Required("parties");
        var type = row.Word("type", AgreementType.CooperationAgreement);
        var parties = row.Organisations("parties");
        var partnership = row.Partnership(parties);
        var (since, until, months) = (row.Date("since"), row.Date("until"), row.Number("months"));
        if (until is not null && months is not null)
            row.Wrong(TableRules.TermTwice, "months");
        var (title, reference) = (row.Optional("title"), row.Optional("reference"));
        return Once(row, TableRegister.KeyOf(kind, type, title, reference, since, TableRegister.PartiesKey(parties)), () => new AttestAgreement(
            [partnership!.Value], type, title, row.Optional("subject"), parties, row.Word("status", AgreementStatus.Recorded), since,
            until is not null ? AgreementTerm.EndingOn(until) : months is { } count ? AgreementTerm.Lasting(count) : null, Reference: reference));
    }

    private RowPlan Project(RowReading row)
    {
        var title = row.Required("title");
        List<ProjectParticipant> participants = [];
        foreach (var (field, role) in new[] { ("funding", ProjectRole.Funding), ("accountable", ProjectRole.Accountable), ("implementing", ProjectRole.Implementing) })
            participants.AddRange(row.Organisations(field).Select(o => new ProjectParticipant(o, role)));
        var partnership = row.Partnership([.. participants.Select(p => p.Organisation).Distinct()]);
        var period = Period(row.Date("from"), row.Date("until"), row);
        return Once(row, TableRegister.KeyOf(kind, title, partnership, period), () => new RecordProject(
            [partnership!.Value], participants, row.Word("status", ProjectStatus.Implementation), title, row.Optional("description"), period));
    }

    /// <summary>A beginning without an end says nothing of the end: it is unknown, not open.</summary>
    private static EdtfDate? Period(EdtfDate? from, EdtfDate? until, RowReading row)
    {
        if (from is null && until is null)
            return null;
        if (until is null && from!.IsInterval)
            return from;
        if (EdtfDate.TryParse($"{from}/{until}", out var period))
            return period;
        row.Wrong(TableRules.DateUnreadable, "until", string.Create(CultureInfo.InvariantCulture, $"{from}/{until}"));
        return null;
    }

    private RowPlan Once(RowReading row, string key, Func<Command> command)
    {
        if (row.IfAlike(register.Alike(key)) is { } settled)
            return settled;
        if (!row.IsWrong)
            row.Do(command());
        var plan = row.Plan(by);
        if (plan.Fate != RowFate.Wrong)
            register.Add(key, row.Id);
        return plan;
    }
}
