using JasperFx;
using Marten;
using Relations.App.Access;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;
using Relations.Reading;

namespace Relations.App.Reading;

/// <summary>A text to be read into a draft.</summary>
/// <param name="Text">The text.</param>
/// <param name="Sha256">The SHA-256 of the bytes that it came from.</param>
/// <param name="FileName">The name of its file.</param>
/// <param name="Partnership">The partnership that it is about.</param>
/// <param name="PublishedOn">When it was published.</param>
public sealed record NewDraft(string Text, string Sha256, string? FileName = null, Guid? Partnership = null, EdtfDate? PublishedOn = null);

/// <summary>What became of a text that was to be read into a draft.</summary>
public abstract record DraftStart
{
    private DraftStart()
    {
    }

    /// <summary>There is a draft of it.</summary>
    /// <param name="Id">The draft.</param>
    /// <param name="IsNew">Whether it was begun now; the same text is read into one draft.</param>
    public sealed record Begun(Guid Id, bool IsNew) : DraftStart;

    /// <summary>Somebody has as many drafts as one may have.</summary>
    public sealed record TooMany : DraftStart;

    /// <summary>The document is on record with another text, in which passages count.</summary>
    /// <param name="Source">The source.</param>
    public sealed record OtherText(Guid Source) : DraftStart;
}

/// <summary>What became of something that was done to a draft.</summary>
public abstract record DraftOutcome
{
    private DraftOutcome()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Draft">The draft as it is.</param>
    public sealed record Done(ReadingDraft Draft) : DraftOutcome;

    /// <summary>Somebody else changed it in between, and nothing was done.</summary>
    /// <param name="Draft">The draft as it is.</param>
    public sealed record Moved(ReadingDraft Draft) : DraftOutcome;

    /// <summary>Something cannot be recorded, and so nothing was.</summary>
    /// <param name="Draft">The draft as it is.</param>
    /// <param name="Key">The fact that it comes from.</param>
    /// <param name="Why">What stands against it.</param>
    public sealed record Stopped(ReadingDraft Draft, string Key, Outcome Why) : DraftOutcome;

    /// <summary>There is no such draft for who asks.</summary>
    public sealed record NotThere : DraftOutcome;
}

/// <summary>A draft in a list.</summary>
public sealed record DraftLine
{
    /// <summary>The draft.</summary>
    public Guid Id { get; init; }

    /// <summary>What its document is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>The account whose it is.</summary>
    public Guid Account { get; init; }

    /// <summary>That account's name.</summary>
    public string By { get; init; } = "";

    /// <summary>The partnership that it is about.</summary>
    public Guid? Partnership { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset Touched { get; init; }

    /// <summary>When its facts were recorded.</summary>
    public DateTimeOffset? RecordedAt { get; init; }
}

/// <summary>
/// Keeps drafts. A draft is its officer's; where it is about a partnership, the officers of that partnership may work on it, too.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="records">Reads the records that facts are about.</param>
/// <param name="register">What the reader is told of the register.</param>
/// <param name="batches">Records the facts of a draft.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="current">Who asks.</param>
/// <param name="clock">When they do.</param>
public sealed class ReadingDrafts(
    IDocumentStore store, RecordReader records, ReadingRegister register, BatchRecorder batches, Sight sight, CurrentActor current, TimeProvider clock)
{
    /// <summary>The most drafts of one account that wait to be confirmed.</summary>
    public const int Most = 100;

    /// <summary>Drafts that are listed at most, one's own first.</summary>
    public const int MostListed = 100;

    /// <summary>How long a draft is kept once its facts are recorded.</summary>
    public static readonly TimeSpan KeptOnceRecorded = TimeSpan.FromDays(30);

    private Guid Account => current.Actor.Account?.Value ?? Guid.Empty;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The rule that keeps somebody from having drafts at all; null where none does: who may register a source may read it.</summary>
    /// <param name="actor">Who asks.</param>
    public static Rule? Forbids(Actor actor) =>
        AccessPolicy.Forbids(actor, new RegisterSource(SourceKind.Communique, "", "es", ""), []);

    /// <summary>The drafts that somebody may work on, their own first, the last touched first.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<DraftLine>> ListAsync(CancellationToken cancellation)
    {
        if (Forbids(current.Actor) is not null)
            return [];
        await using var session = store.QuerySession();
        var own = await Lines(session.Query<ReadingDraft>().Where(d => d.Account == Account)).ToListAsync(cancellation);
        var shared = await Lines(session.Query<ReadingDraft>().Where(d => d.Account != Account && d.Partnership != null && d.RecordedAt == null))
            .ToListAsync(cancellation);
        var readable = await ReadableAsync(shared.Select(d => d.Partnership!.Value), cancellation);
        return [.. own, .. shared.Where(d => readable.Contains(d.Partnership!.Value)).Take(MostListed - own.Count)];

        static IQueryable<DraftLine> Lines(IQueryable<ReadingDraft> drafts) => drafts
            .OrderByDescending(d => d.Touched).Take(MostListed)
            .Select(d => new DraftLine { Id = d.Id, Name = d.Name, Account = d.Account, By = d.By, Partnership = d.Partnership, Touched = d.Touched, RecordedAt = d.RecordedAt });
    }

    /// <summary>Reads a text into a draft; one that waits already is found again.</summary>
    /// <param name="asked">The text.</param>
    /// <param name="owner">Whose draft it is; null for who asks.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<DraftStart> StartAsync(NewDraft asked, Account? owner, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var account = owner?.Id ?? Account;
        await using var session = store.LightweightSession();
        var waiting = session.Query<ReadingDraft>().Where(d => d.Account == account && d.RecordedAt == null);
        if (await waiting.Where(d => d.Sha256 == asked.Sha256).Select(d => d.Id).Take(1).ToListAsync(cancellation) is [var same])
            return new DraftStart.Begun(same, IsNew: false);
        if (await waiting.CountAsync(cancellation) >= Most)
            return new DraftStart.TooMany();
        var source = await SourceAsync(session, asked.Sha256, cancellation);
        if (source?.Text is { } text && text != asked.Text)
            return new DraftStart.OtherText(source.Id);

        var now = clock.GetUtcNow();
        var context = await register.ContextAsync(asked.Text, asked.PublishedOn, Today, cancellation);
        var reading = CommuniqueReader.Read(asked.Text, context);
        var draft = new ReadingDraft
        {
            Id = Guid.CreateVersion7(),
            Account = account,
            By = owner?.Name ?? current.Actor.Name,
            Text = asked.Text,
            Sha256 = asked.Sha256,
            FileName = asked.FileName,
            Partnership = asked.Partnership,
            PublishedOn = asked.PublishedOn,
            Source = source?.Id,
            Facts = await register.LinkAsync(reading, FactsOf(reading, asked), context.Organisations, asked.Partnership, cancellation),
            Notes = reading.Notes,
            Name = "",
            Begun = now,
            Touched = now,
            TouchedBy = current.Actor.Name,
        };
        session.Insert(draft with { Name = draft.Title });
        var longAgo = now - KeptOnceRecorded;
        session.DeleteWhere<ReadingDraft>(d => d.Account == account && d.RecordedAt < longAgo);
        await session.SaveChangesAsync(cancellation);
        return new DraftStart.Begun(draft.Id, IsNew: true);
    }

    /// <summary>A draft that somebody may work on; null where there is none for them.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ReadingDraft?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<ReadingDraft>(id, cancellation) is not { } draft || Forbids(current.Actor) is not null)
            return null;
        var isOpen = draft.Account == Account
            || (draft.Partnership is { } partnership && (await ReadableAsync([partnership], cancellation)).Count > 0);
        if (!isOpen || draft.RecordedAt is not null)
            return isOpen ? draft : null;

        // Somebody may have registered the document since.
        return draft with { Source = (await SourceAsync(session, draft.Sha256, cancellation))?.Id };
    }

    /// <summary>Notes that somebody has a draft open, and tells who else has.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<DraftVisit>> VisitAsync(ReadingDraft draft, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var session = store.LightweightSession();
        session.Store(new DraftVisit { Id = $"{draft.Id}/{Account}", Draft = draft.Id, Account = Account, By = current.Actor.Name, At = now });
        var longAgo = now - DraftVisit.Lasts;
        session.DeleteWhere<DraftVisit>(v => v.At < longAgo);
        await session.SaveChangesAsync(cancellation);
        return await session.Query<DraftVisit>().Where(v => v.Draft == draft.Id && v.Account != Account).OrderBy(v => v.At).Take(MostListed).ToListAsync(cancellation);
    }

    /// <summary>Does something to a draft and keeps it.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="seen">The version that was seen.</param>
    /// <param name="act">What is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<DraftOutcome> DoAsync(Guid id, int seen, DraftAct act, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } draft)
            return new DraftOutcome.NotThere();
        if (draft.Version != seen || draft.RecordedAt is not null)
            return new DraftOutcome.Moved(draft);
        await using var session = store.LightweightSession();
        var after = Touched(draft.After(act));
        session.UpdateRevision(after, seen + 1);
        try
        {
            await session.SaveChangesAsync(cancellation);
        }
        catch (ConcurrencyException)
        {
            return await MovedAsync(id, cancellation);
        }

        return new DraftOutcome.Done((await FindAsync(id, cancellation))!);
    }

    /// <summary>What confirming a draft as it is would record.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ReadingPlan> PlanAsync(ReadingDraft draft, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var slugs = draft.Facts.Any(f => f is { Fact: PartnershipFact, Record: null }) ? await register.SlugsAsync(cancellation) : new HashSet<string>();
        return ReadingReview.Of(draft, await BehindAsync(draft, cancellation), slugs, current.Actor, Today);
    }

    /// <summary>
    /// Accepts what nobody need look at twice, and records all that is accepted in one transaction, or nothing. Confirmed twice, it is
    /// recorded once: the draft itself is marked with the facts.
    /// </summary>
    /// <param name="id">The draft.</param>
    /// <param name="seen">The version that was seen.</param>
    /// <param name="cancellation">Stops the work before it is committed.</param>
    public async Task<DraftOutcome> ConfirmAsync(Guid id, int seen, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } draft)
            return new DraftOutcome.NotThere();
        if (draft.RecordedAt is not null)
            return new DraftOutcome.Done(draft);
        if (draft.Version != seen)
            return new DraftOutcome.Moved(draft);
        var accepted = draft.After(new DraftAct.AcceptRest());
        var plan = await PlanAsync(accepted, cancellation);
        var document = draft.Facts.First(f => f.Fact is SourceFact).Key;
        if (plan.WhyNot(document) is { } lack)
            return new DraftOutcome.Stopped(draft, document, new Outcome.Refused(lack.Refusals ?? []));

        // What is left out was decided by nobody: neither the draft nor the source says otherwise.
        var without = plan.LeftOut.Aggregate(accepted, (d, left) => d.After(new DraftAct.Reopen(left.Key)));
        var done = Touched(without) with { RecordedAt = clock.GetUtcNow(), Source = plan.Steps.Last(s => s.Key == document).Record };
        var submissions = plan.Steps.Select(s => new Submission(s.Record, s.Command, current.Actor) { SeenVersion = s.SeenVersion, CorrelationId = $"reading/{id}" });
        try
        {
            return await batches.RecordAllAsync([.. submissions], session => session.UpdateRevision(done, seen + 1), cancellation) switch
            {
                BatchOutcome.Stopped stopped => new DraftOutcome.Stopped(draft, plan.Steps[stopped.At].Key, stopped.Why),
                _ => new DraftOutcome.Done((await FindAsync(id, cancellation))!),
            };
        }
        catch (ConcurrencyException)
        {
            return await MovedAsync(id, cancellation) is DraftOutcome.Moved { Draft: { RecordedAt: not null } recorded }
                ? new DraftOutcome.Done(recorded)
                : await MovedAsync(id, cancellation);
        }
    }

    /// <summary>Removes a draft of one's own.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } draft || draft.Account != Account)
            return false;
        await using var session = store.LightweightSession();
        session.Delete(draft);
        session.DeleteWhere<DraftVisit>(v => v.Draft == id);
        await session.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Whether a draft is of who asks.</summary>
    /// <param name="draft">The draft.</param>
    public bool IsOwn(DraftLine draft) => draft.Account == Account;

    private ReadingDraft Touched(ReadingDraft draft) =>
        draft with { Name = draft.Title, Touched = clock.GetUtcNow(), TouchedBy = current.Actor.Name };

    private async Task<DraftOutcome> MovedAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } draft ? new DraftOutcome.Moved(draft) : new DraftOutcome.NotThere();

    /// <summary>The partnerships among some that somebody may record in, and read.</summary>
    private async Task<IReadOnlySet<Guid>> ReadableAsync(IEnumerable<Guid> partnerships, CancellationToken cancellation) =>
        await sight.AmongAsync([.. partnerships.Where(p => current.Actor.Holds(Role.Officer, p)).Distinct()], cancellation);

    private async Task<IReadOnlyDictionary<Guid, RecordState>> BehindAsync(ReadingDraft draft, CancellationToken cancellation)
    {
        Dictionary<Guid, RecordState> states = [];
        var asked = draft.Facts.Where(f => f.Record is not null).Select(f => (Kind: FactKinds.RecordOf(f.Fact), Id: f.Record!.Value))
            .Append((Kind: typeof(Source), Id: draft.Source ?? Guid.Empty)).Append((Kind: typeof(Partnership), Id: draft.Partnership ?? Guid.Empty));
        foreach (var kind in asked.Where(a => a.Kind is not null && a.Id != Guid.Empty).GroupBy(a => a.Kind!))
        {
            foreach (var state in await RecordKinds.Of(kind.Key)!.ReadMany(records, [.. kind.Select(k => k.Id).Distinct()], cancellation))
                states[state.Id] = state;
        }

        return states;
    }

    private async Task<Source?> SourceAsync(IQuerySession session, string sha256, CancellationToken cancellation) =>
        await sight.OfAsync(await session.Query<Source>().Where(s => s.Sha256 == sha256).FirstOrDefaultAsync(cancellation), cancellation);

    /// <summary>The facts of a reading as a draft begins. There is always one about the document; without it nothing could be cited.</summary>
    private static IReadOnlyList<DraftFact> FactsOf(TextReading reading, NewDraft asked)
    {
        var facts = reading.Facts.Take(ReadingDraft.MostFacts).ToList();
        if (!facts.Exists(f => f is SourceFact))
        {
            facts.Insert(0, new SourceFact(SourceKind.Other, null, "es", asked.PublishedOn, null)
            {
                Key = "source-1",
                Basis = Basis.Inferred,
                Evidence = [Evidence.Of(new Passage(0, Math.Min(reading.Text.Length, 1)))],
                Confidence = new(1, ConfidenceReason.FixedForm),
            });
        }

        return [.. facts.Select(f => new DraftFact
        {
            Proposed = f,
            Fate = f is SourceFact ? Fate.Accepted : Fate.Undecided,
            Record = f is OrganisationFact { Record: { } known } ? known : null,
        })];
    }
}
