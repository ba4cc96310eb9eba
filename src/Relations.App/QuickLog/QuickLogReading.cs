using System.Globalization;
using Relations.App.Access;
using Relations.App.Pages.Forms;
using Relations.App.Recording;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using Relations.Reading.Dates;
using static Relations.App.Pages.Texts;

namespace Relations.App.QuickLog;

/// <summary>Understands a quick log: finds the records it names, and says at each field what it does not understand.</summary>
/// <param name="choices">Finds records by their names.</param>
/// <param name="records">Reads records.</param>
/// <param name="attendants">Tells people's posts.</param>
/// <param name="guess">Guesses the partnership.</param>
/// <param name="current">Who asks.</param>
/// <param name="clock">For today's date.</param>
public sealed class QuickLogReading(
    Choices choices, RecordReader records, Attendants attendants, PartnershipGuess guess, CurrentActor current, TimeProvider clock)
{
    /// <summary>Today, where the clock is.</summary>
    public DateOnly Now => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The meeting that is told of; null where something is wrong, and then the form says what.</summary>
    /// <param name="form">The form.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<LoggedMeeting?> ReadAsync(QuickLogForm form, CancellationToken cancellation)
    {
        form.Compact();
        var on = form.On(Now);
        if (on is null)
            form.Mistake(QuickLogForm.When, form.Values[QuickLogForm.When].Length == 0 ? Say("QuickLog.WhenMissing") : Say("QuickLog.WhenUnreadable"));
        var participants = await WhoAsync(form, cancellation);
        var promises = await PromisesAsync(form, participants, cancellation);
        var met = participants.Select(p => p.For).Concat(promises.Select(p => p.OwedBy)).Where(o => o.New is null).Select(o => o.Id).Distinct().ToList();
        var partnership = await PartnershipAsync(form, met, cancellation);
        if (form.Mistakes.Count > 0)
            return null;
        return new(
            new(IdOf(form, "meeting")), new(partnership!.Value), on!, Place(form.Values[QuickLogForm.Where]), participants,
            [.. form.Values.Text(QuickLogForm.Topics).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)],
            promises);
    }

    private async Task<IReadOnlyList<LoggedParticipant>> WhoAsync(QuickLogForm form, CancellationToken cancellation)
    {
        List<LoggedParticipant> participants = [];
        for (var i = 0; i < form.Values.Rows(QuickLogForm.Who); i++)
        {
            var row = FormField.RowPath(QuickLogForm.Who, i);
            var person = await PersonAsync(form, row, cancellation);
            if (person is { New: null })
                await FillAsync(form, row, person.Id, cancellation);
            var organisation = await OrganisationAsync(form, row + ".organisation", Say("QuickLog.ForWhomMissing"), cancellation);
            if (person is not null && organisation is not null)
                participants.Add(new(person, organisation, form.Values[row + ".post"] is { Length: > 0 } post ? post : null, row));
        }

        if (form.Values.Rows(QuickLogForm.Who) == 0)
            form.Mistake(FormField.RowPath(QuickLogForm.Who, 0) + ".person", Say("QuickLog.WhoMissing"));
        return participants;
    }

    /// <summary>Where nothing else is said, somebody comes in the one post that they hold.</summary>
    private async Task FillAsync(QuickLogForm form, string row, PersonId id, CancellationToken cancellation)
    {
        if (form.Values[row + ".organisation.text"].Length > 0
            || (await records.ReadAsync<Person>(id.Value, AsOf.Now, cancellation)) is not { } person
            || attendants.PostsOf(person) is not [var held])
            return;
        var names = await RecordNames.OfAsync([held.Organisation], records, cancellation);
        form.Values[row + ".organisation"] = held.Organisation.ToString();
        form.Values[row + ".organisation.text"] = names.Of(held.Organisation).Text;
        if (form.Values[row + ".post"].Length == 0)
            form.Values[row + ".post"] = held.Post;
    }

    private async Task<LoggedPerson?> PersonAsync(QuickLogForm form, string row, CancellationToken cancellation)
    {
        var path = row + ".person";
        switch (await ResolveAsync(form, path, RecordKinds.Of(typeof(Person))!, Say("QuickLog.PersonMissing"), cancellation))
        {
            case { Id: { } id }:
                return new(new(id));
            case { IsNew: true, Typed: var typed }:
                var understood = TypedName.Of(typed);
                var (given, family) = (form.Values[row + ".given"], form.Values[row + ".family"]);
                if (given.Length + family.Length == 0)
                    (form.Values[row + ".given"], form.Values[row + ".family"]) = (given, family) = (understood.Given, understood.Family);
                return new(new(IdOf(form, "person", Choices.Folded($"{given} {family}"))), new(given, family, understood.Honorific));
            default:
                return null;
        }
    }

    private async Task<LoggedOrganisation?> OrganisationAsync(QuickLogForm form, string path, string missing, CancellationToken cancellation)
    {
        switch (await ResolveAsync(form, path, RecordKinds.Of(typeof(Organisation))!, missing, cancellation))
        {
            case { Id: { } id }:
                return new(new(id));
            case { IsNew: true, Typed: var typed }:
                var kind = Enum.TryParse<OrganisationKind>(form.Values[path + ".kind"], out var said) && Enum.IsDefined(said) ? said : OrganisationKind.Other;
                return new(new(IdOf(form, "organisation", Choices.Folded(typed))), new([NewOrganisation.Named(typed)], kind));
            default:
                return null;
        }
    }

    private async Task<IReadOnlyList<LoggedPromise>> PromisesAsync(
        QuickLogForm form, IReadOnlyList<LoggedParticipant> participants, CancellationToken cancellation)
    {
        List<LoggedPromise> promises = [];
        for (var i = 0; i < form.Values.Rows(QuickLogForm.Promises); i++)
        {
            var row = FormField.RowPath(QuickLogForm.Promises, i);
            var owedBy = await OrganisationAsync(form, row + ".owedBy", Say("QuickLog.OwedByMissing"), cancellation);
            var due = form.Values[row + ".due"] is { Length: > 0 } typed ? DatePhrase.Read(typed, form.TodayBy(Now), DateSense.Coming) : null;
            if (due is null && form.Values[row + ".due"].Length > 0)
                form.Mistake(row + ".due", Say("QuickLog.WhenUnreadable"));
            if (form.Values[row + ".what"].Length == 0)
                form.Mistake(row + ".what", Say("QuickLog.WhatMissing"));
            if (owedBy is null)
                continue;

            // A new organisation named twice is one: its id is made of its name.
            var owedTo = participants.Select(p => p.For).Where(o => o.Id != owedBy.Id).DistinctBy(o => o.Id).ToList();
            if (owedTo.Count == 0 && participants.Count > 0)
                form.Mistake(row + ".owedBy", Say("QuickLog.OwedToNobody"));
            promises.Add(new(form.Values[row + ".what"], owedBy, owedTo, due, row));
        }

        return promises;
    }

    private async Task<Guid?> PartnershipAsync(QuickLogForm form, IReadOnlyCollection<OrganisationId> met, CancellationToken cancellation)
    {
        const string path = QuickLogForm.Partnership;
        if (form.Values[path + ".text"].Length > 0 || form.Values[path].Length > 0)
            return (await ResolveAsync(form, path, RecordKinds.Of(typeof(Partnership))!, "", cancellation))?.Id;
        var likeliest = await guess.OfAsync(met, cancellation);
        if (likeliest is [var one])
            return one.Id;
        form.Candidates[path] = [.. likeliest.Take(Choices.Most).Select(p => new Choice(p.Id, RecordNames.Of(p, CultureInfo.CurrentUICulture)))];
        form.Mistake(path, likeliest.Count == 0 ? Say("QuickLog.NoPartnership") : Say("QuickLog.SeveralPartnerships"));
        return null;
    }

    /// <summary>What a field that names a record means: a record, or one to open under the name typed; null where nobody can tell.</summary>
    private async Task<Meant?> ResolveAsync(QuickLogForm form, string path, RecordKind kind, string missing, CancellationToken cancellation)
    {
        var values = form.Values;
        var typed = values[CommandForm.TypedPath(path)];
        if (values[CommandForm.ChosenPath(path)] is { Length: > 0 } chosen && values[CommandForm.ChosenPath(path) + ".of"] == typed)
            values[path] = chosen;
        values.Forget(CommandForm.ChosenPath(path));
        if (typed.Length == 0 && values[path].Length == 0)
        {
            form.Mistake(path, missing);
            return null;
        }

        if (values[path] == Offer.New && typed.Length > 0)
            return new(null, typed, true);
        if (Guid.TryParse(values[path], out var id) && (await kind.ReadMany(records, [id], cancellation)).FirstOrDefault() is { } record)
        {
            if (typed.Length == 0)
                values[CommandForm.TypedPath(path)] = RecordNames.Of(record, CultureInfo.CurrentUICulture);
            return new(id, typed, false);
        }

        var found = await choices.FindAsync(kind, typed.Length > 0 ? typed : values[path], cancellation);
        var same = found.Where(c => Choices.IsCalled(c.Name, typed)).ToList();
        if ((same.Count == 1 ? same : found) is [var one])
        {
            (values[path], values[CommandForm.TypedPath(path)]) = (one.Id.ToString(), one.Name);
            return new(one.Id, one.Name, false);
        }

        values[path] = "";
        form.Candidates[path] = found;
        form.Mistake(path, found.Count == 0 ? Say("Form.NoSuchRecord") : Say("Form.SeveralRecords"));
        return null;
    }

    private static Place? Place(string typed) => typed.Length == 0 ? null : new(typed);

    private Guid IdOf(QuickLogForm form, params string[] parts) => LogIds.Of([current.Actor.Name, form.Values[QuickLogForm.Key], .. parts]);

    /// <summary>What a field means.</summary>
    private sealed record Meant(Guid? Id, string Typed, bool IsNew);
}
