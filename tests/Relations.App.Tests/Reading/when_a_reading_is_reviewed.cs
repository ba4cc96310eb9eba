using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Access;
using Relations.App.Reading;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;
using Relations.Reading;
using Outcome = Relations.App.Recording.Outcome;

namespace Relations.App.Tests.Reading;

/// <summary>A draft from its first look to its facts on record, on a real PostgreSQL.</summary>
[Collection(AppCollection.Name)]
public sealed class when_a_reading_is_reviewed(AppFixture app)
{
    private static readonly Guid Ana = Guid.CreateVersion7();
    private static readonly Guid Berta = Guid.CreateVersion7();

    [Fact]
    public async Task what_is_decided_is_kept_and_outlives_the_process()
    {
        var draft = await KeptAsync();
        await DoAsync(Ana, draft, new DraftAct.Accept("fp"));
        await DoAsync(Ana, draft with { Version = 2 }, new DraftAct.Refuse("outcome"));
        await using var another = Relations.App.Store.RelationsStore.Open(app.ConnectionString);
        await using var session = another.QuerySession();
        var kept = (await session.LoadAsync<ReadingDraft>(draft.Id))!;
        Assert.Equal((Fate.Accepted, Fate.Refused, 3), (kept.Find("fp")!.Fate, kept.Find("outcome")!.Fate, kept.Version));
        Assert.IsType<MeetingFact>(kept.Find("meeting")!.Fact);
        Assert.Equal(draft.Find("meeting")!.Fact.Evidence[1].Fields, kept.Find("meeting")!.Fact.Evidence[1].Fields);
    }

    [Fact]
    public async Task two_tabs_do_not_overwrite_each_other()
    {
        var draft = await KeptAsync();
        Assert.IsType<DraftOutcome.Done>(await DoAsync(Ana, draft, new DraftAct.Accept("fp")));
        var moved = Assert.IsType<DraftOutcome.Moved>(await DoAsync(Ana, draft, new DraftAct.Refuse("fp")));
        Assert.Equal(Fate.Accepted, moved.Draft.Find("fp")!.Fate);
    }

    [Fact]
    public async Task a_draft_is_its_officers_unless_it_is_about_a_partnership_of_others_too()
    {
        var own = await KeptAsync();
        var shared = await KeptAsync(app.Cast.CanOim.Value);
        Assert.Null(await AsAsync(Berta, d => d.FindAsync(own.Id, default)));
        Assert.IsType<DraftOutcome.NotThere>(await DoAsync(Berta, own, new DraftAct.Accept("fp")));
        Assert.False(await AsAsync(Berta, d => d.RemoveAsync(shared.Id, default)));
        Assert.NotNull(await AsAsync(Berta, d => d.FindAsync(shared.Id, default)));
        Assert.Contains(await AsAsync(Berta, d => d.ListAsync(default)), d => d.Id == shared.Id);
        Assert.DoesNotContain(await AsAsync(Berta, d => d.ListAsync(default)), d => d.Id == own.Id);
        Assert.Null(await AsAsync(Berta, d => d.FindAsync(shared.Id, default), Role.Auditor));
        Assert.Null(await AsAsync(Berta, d => d.FindAsync(shared.Id, default), new Grant(Role.Officer, [new(Guid.CreateVersion7())])));
    }

    [Fact]
    public async Task two_officers_are_warned_of_each_other()
    {
        var draft = await KeptAsync(app.Cast.CanOim.Value);
        Assert.Empty(await AsAsync(Ana, d => d.VisitAsync(draft, default)));
        Assert.Equal(Ana, Assert.Single(await AsAsync(Berta, d => d.VisitAsync(draft, default))).Account);
    }

    [Fact]
    public async Task confirming_records_all_in_one_go_at_its_words()
    {
        var draft = await KeptAsync();
        await AcceptAsync(draft, "outcome");
        var done = Assert.IsType<DraftOutcome.Done>(await ConfirmAsync(draft.Id)).Draft;
        Assert.NotNull(done.RecordedAt);

        await using var session = app.Documents.QuerySession();
        var source = (await session.LoadAsync<Source>(done.Source!.Value))!;
        Assert.Equal(draft.Text, source.Text);
        Assert.Equal((17, 17, 0, 0), Counts(Assert.Single(source.Readings)));
        var meeting = (await session.LoadAsync<Meeting>(draft.RecordOf("meeting")))!;
        Assert.Equal((2, 1, 1, 1), (meeting.Participants.Count, meeting.Topics.Count, meeting.Statements.Count, meeting.Outcomes.Count));
        Assert.Equal([new SourceId(source.Id)], meeting.Sources);
        Assert.Equal(AgreementStatus.Signed, (await session.LoadAsync<Agreement>(draft.RecordOf("agreement")))!.Status);
        var topic = (await session.Events.FetchStreamAsync(meeting.Id)).Single(e => e.Data is TopicDiscussed).Provenance();
        Assert.Equal("comercio marítimo", source.Passage(topic.Citations![0].Offset, topic.Citations[0].Length));
        Assert.Equal(Basis.Stated, topic.Basis);
        Assert.Equal("ana", (await session.Events.FetchStreamAsync(meeting.Id))[0].UserName);
    }

    [Fact]
    public async Task confirmed_twice_it_is_recorded_once()
    {
        var draft = await KeptAsync();
        var seen = (await AsAsync(Ana, d => d.FindAsync(draft.Id, default)))!.Version;
        var both = await Task.WhenAll(
            AsAsync(Ana, d => d.ConfirmAsync(draft.Id, seen, default)), AsAsync(Ana, d => d.ConfirmAsync(draft.Id, seen, default)));
        Assert.All(both, o => Assert.NotNull(Assert.IsType<DraftOutcome.Done>(o).Draft.RecordedAt));
        var before = await app.EventsAsync();
        Assert.IsType<DraftOutcome.Done>(await ConfirmAsync(draft.Id));
        Assert.Equal(before, await app.EventsAsync());
    }

    [Fact]
    public async Task what_is_doubtful_waits_for_a_look()
    {
        var draft = await KeptAsync();
        var done = Assert.IsType<DraftOutcome.Done>(await ConfirmAsync(draft.Id)).Draft;
        Assert.Equal(Fate.Undecided, done.Find("outcome")!.Fate);
        await using var session = app.Documents.QuerySession();
        Assert.Empty((await session.LoadAsync<Meeting>(draft.RecordOf("meeting")))!.Outcomes);
        Assert.Equal((17, 16, 0, 0), Counts((await session.LoadAsync<Source>(done.Source!.Value))!.Readings[0]));
    }

    [Fact]
    public async Task what_is_left_out_is_decided_by_nobody()
    {
        var draft = await KeptAsync();
        await DoAsync(Ana, draft, new DraftAct.Refuse("meeting"));
        var done = Assert.IsType<DraftOutcome.Done>(await ConfirmAsync(draft.Id)).Draft;
        Assert.Equal((Fate.Undecided, Fate.Accepted), (done.Find("topic")!.Fate, done.Find("signature")!.Fate));
        await using var session = app.Documents.QuerySession();
        Assert.Null(await session.LoadAsync<Meeting>(draft.RecordOf("meeting")));
        Assert.Equal((17, 11, 0, 1), Counts((await session.LoadAsync<Source>(done.Source!.Value))!.Readings[0]));
    }

    [Fact]
    public async Task where_one_cannot_be_recorded_nothing_is_and_the_reason_is_told()
    {
        // The address is free when the page is shown and taken when it is confirmed.
        var draft = await KeptAsync();
        var before = await app.EventsAsync();
        await using (var scope = app.Host.Services.CreateAsyncScope())
        {
            var plan = ReadingCommands.From(AReading.Accepted() with { Id = draft.Id, Sha256 = draft.Sha256, Text = draft.Text }, new Dictionary<Guid, RecordState>());
            var wrong = plan.Steps.Select(s => new Submission(s.Record, s.Command is EstablishPartnership e ? e with { Slug = "can-oim" } : s.Command, Actor.Operator("ana")));
            var stopped = Assert.IsType<BatchOutcome.Stopped>(await scope.ServiceProvider.GetRequiredService<BatchRecorder>()
                .RecordAllAsync([.. wrong], session => session.UpdateRevision(draft with { RecordedAt = draft.Begun }, draft.Version + 1)));
            Assert.Equal("fp-rp", plan.Steps[stopped.At].Key);
            Assert.Equal(CommonRules.SlugTaken, Assert.Single(Assert.IsType<Outcome.Refused>(stopped.Why).Refusals).Rule);
        }

        Assert.Equal(before, await app.EventsAsync());
        Assert.Null((await AsAsync(Ana, d => d.FindAsync(draft.Id, default)))!.RecordedAt);
    }

    [Fact]
    public async Task a_document_that_is_on_record_without_its_text_is_given_it()
    {
        var draft = await KeptAsync();
        var known = await app.Api.OpenAsync("/api/sources", new RegisterSource(SourceKind.Communique, "Comunicado", "es", draft.Sha256));
        var done = Assert.IsType<DraftOutcome.Done>(await ConfirmAsync(draft.Id)).Draft;
        Assert.Equal(known, done.Source);
        await using var session = app.Documents.QuerySession();
        Assert.Equal(draft.Text, (await session.LoadAsync<Source>(known))!.Text);
    }

    [Fact]
    public async Task a_text_is_read_into_one_draft_and_its_organisations_are_known()
    {
        var text = $"La Comunidad Andina se reunió con la Organización Internacional para las Migraciones. {Guid.NewGuid()}";
        var asked = new NewDraft(text, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))));
        var first = Assert.IsType<DraftStart.Begun>(await AsAsync(Ana, d => d.StartAsync(asked, null, default)));
        var again = Assert.IsType<DraftStart.Begun>(await AsAsync(Ana, d => d.StartAsync(asked, null, default)));
        Assert.Equal((first.Id, true, false), (again.Id, first.IsNew, again.IsNew));
        Assert.Single((await AsAsync(Ana, d => d.FindAsync(first.Id, default)))!.Facts, f => f.Fact is SourceFact);
    }

    [Fact]
    public async Task what_became_of_the_proposals_is_reported_by_month_and_kind()
    {
        var draft = await KeptAsync();
        Assert.IsType<DraftOutcome.Done>(await DoAsync(Ana, draft, new DraftAct.Refuse("topic")));
        var done = Assert.IsType<DraftOutcome.Done>(await ConfirmAsync(draft.Id)).Draft;
        await app.ViewsAsync();
        await using var session = app.Documents.QuerySession();
        var live = (await session.LoadAsync<ReadingTally>(done.Source!.Value))!;
        var folded = (await session.Events.FetchStreamAsync(live.Id))
            .Aggregate((ReadingTally?)null, (tally, e) => ReadingTally.Fold(tally, live.Id, (Event)e.Data, e.Timestamp));
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(folded, RecordJson.Stored), System.Text.Json.JsonSerializer.Serialize(live, RecordJson.Stored));

        await using var scope = app.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Is(new("auditora", [new(Role.Auditor)]), "test");
        var report = await scope.ServiceProvider.GetRequiredService<ReadingReportReader>().ReadAsync(default);
        Assert.True(report.Kinds.Single(k => k.Name == "topic").Refused >= 1);
        Assert.Equal(report.Months.Sum(m => m.Proposed), report.Kinds.Sum(k => k.Proposed));
    }

    [Fact]
    public async Task who_may_be_on_record_is_offered_and_never_merged()
    {
        var maruja = await app.Api.OpenAsync("/api/people", new RegisterPerson(new("Maruja Elena", "Cárdenas Ilave")));
        await app.Api.OpenAsync("/api/people", new RegisterPerson(new("Pedro", "Salas")));
        await app.ViewsAsync();
        var reading = new TextReading(AReading.Text, [new PersonFact(new("Maruja Elena", "Cárdenas")) { Key = "maruja", Basis = Basis.Stated, Evidence = AReading.At("Rosa Quispe"), Confidence = new(0.9, ConfidenceReason.NamedLikeIt) }], []);
        await using var scope = app.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Is(new("ana", [new(Role.Officer)]), "test");
        var linked = await scope.ServiceProvider.GetRequiredService<ReadingRegister>()
            .LinkAsync(reading, [new() { Proposed = reading.Facts[0] }], [], null, default);
        Assert.Contains(linked[0].Found, f => (f.Id, f.Name) == (maruja, "Maruja Elena Cárdenas Ilave") && f.Reasons.Count > 0);
        Assert.DoesNotContain(linked[0].Found, f => f.Name == "Pedro Salas");
        Assert.Null(linked[0].Record);
        Assert.True(linked[0].IsDoubtful);
    }

    [Fact]
    public async Task the_reader_is_told_of_the_organisations_that_a_text_may_name_and_of_no_others()
    {
        var institute = await app.Api.OpenAsync("/api/organisations", new RegisterOrganisation([new("es", "Instituto Ecológico del Altiplano", "IEA-XQ")], OrganisationKind.Ngo));
        await using var scope = app.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Is(new("ana", [new(Role.Officer)]), "test");
        var register = scope.ServiceProvider.GetRequiredService<ReadingRegister>();
        Assert.True(await IsToldAsync("El INSTITUTO ECOLOGICO firmó."));
        Assert.True(await IsToldAsync("Firmó el director (IEA-XQ)."));
        Assert.False(await IsToldAsync("La Comunidad Andina saluda a sus socios."));

        async Task<bool> IsToldAsync(string text) => (await register.ContextAsync(text, null, new(2024, 5, 3), default)).Organisations.Any(o => o.Record == institute);
    }

    [Fact]
    public async Task whose_name_was_erased_is_found_no_more()
    {
        await app.ViewsAsync();
        await using var session = app.Documents.QuerySession();
        Assert.Null(await session.LoadAsync<PersonKeys>(app.Cast.Erased.Value));
        Assert.NotEmpty((await session.LoadAsync<PersonKeys>(app.Cast.Davalos.Value))!.Keys);
    }

    [Fact]
    public async Task a_program_reads_a_text_and_nothing_is_stored()
    {
        var before = await app.EventsAsync();
        using var body = new StringContent("Lima, 3 de mayo de 2024.- La Comunidad Andina (CAN) saluda a sus socios.", System.Text.Encoding.UTF8, "text/plain");
        using var answer = await app.Http.PostAsync(new Uri("/api/readings?published=2024-05-03", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var reading = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Contains(reading["facts"]!.AsArray(), f => f!["fact"]!.GetValue<string>() == "organisation" && f["record"]?.GetValue<string>() == app.Cast.Can.ToString());
        Assert.Equal(before, await app.EventsAsync());
        using var wrong = await app.Http.PostAsync(new Uri("/api/readings?published=ayer", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task a_draft_is_removed()
    {
        var draft = await KeptAsync();
        Assert.True(await AsAsync(Ana, d => d.RemoveAsync(draft.Id, default)));
        Assert.Null(await AsAsync(Ana, d => d.FindAsync(draft.Id, default)));
    }

    private static (int Proposed, int Accepted, int Changed, int Refused) Counts(SourceReading r) => (r.Proposed, r.Accepted, r.Changed, r.Refused);

    /// <summary>A draft of a text that no other test has, so that each is a document of its own.</summary>
    private async Task<ReadingDraft> KeptAsync(Guid? partnership = null)
    {
        var draft = AReading.Draft(Ana, "ana", $"{AReading.Text}\n{Guid.NewGuid()}", partnership);
        await using var session = app.Documents.LightweightSession();
        session.Insert(draft);
        await session.SaveChangesAsync();
        return draft with { Version = 1 };
    }

    private async Task AcceptAsync(ReadingDraft draft, string key) =>
        Assert.IsType<DraftOutcome.Done>(await DoAsync(Ana, draft, new DraftAct.Accept(key)));

    private async Task<DraftOutcome> ConfirmAsync(Guid id) =>
        await AsAsync(Ana, async d => await d.ConfirmAsync(id, (await d.FindAsync(id, default))!.Version, default));

    private Task<DraftOutcome> DoAsync(Guid account, ReadingDraft draft, DraftAct act) =>
        AsAsync(account, d => d.DoAsync(draft.Id, draft.Version, act, default));

    private Task<T> AsAsync<T>(Guid account, Func<ReadingDrafts, Task<T>> act, Role role = Role.Officer) => AsAsync(account, act, new Grant(role));

    private async Task<T> AsAsync<T>(Guid account, Func<ReadingDrafts, Task<T>> act, Grant grant)
    {
        await using var scope = app.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Is(new(account == Ana ? "ana" : "berta", [grant]) { Account = new(account) }, "test");
        return await act(scope.ServiceProvider.GetRequiredService<ReadingDrafts>());
    }
}
