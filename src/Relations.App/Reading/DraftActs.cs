using Relations.Reading;

namespace Relations.App.Reading;

/// <summary>Something that an officer does to a draft.</summary>
public abstract record DraftAct
{
    private DraftAct()
    {
    }

    /// <summary>The fact that it is done to; null where it is the whole draft.</summary>
    public virtual string? About => null;

    /// <summary>Accepts a fact. One that may be on record is new, unless it was merged.</summary>
    /// <param name="Key">The fact.</param>
    public sealed record Accept(string Key) : DraftAct
    {
        /// <inheritdoc />
        public override string About => Key;
    }

    /// <summary>Refuses a fact.</summary>
    /// <param name="Key">The fact.</param>
    public sealed record Refuse(string Key) : DraftAct
    {
        /// <inheritdoc />
        public override string About => Key;
    }

    /// <summary>Takes back what was decided on a fact.</summary>
    /// <param name="Key">The fact.</param>
    public sealed record Reopen(string Key) : DraftAct
    {
        /// <inheritdoc />
        public override string About => Key;
    }

    /// <summary>Changes a fact, and accepts it so.</summary>
    /// <param name="Fact">The fact as it really is.</param>
    public sealed record Change(Fact Fact) : DraftAct
    {
        /// <inheritdoc />
        public override string About => Fact.Key;
    }

    /// <summary>Says that a fact is about a record that is there already, and accepts it so.</summary>
    /// <param name="Key">The fact.</param>
    /// <param name="Record">The record.</param>
    /// <param name="Name">What it is called.</param>
    public sealed record Merge(string Key, Guid Record, string Name) : DraftAct
    {
        /// <inheritdoc />
        public override string About => Key;
    }

    /// <summary>Says that a fact is about nothing on record.</summary>
    /// <param name="Key">The fact.</param>
    public sealed record Unlink(string Key) : DraftAct
    {
        /// <inheritdoc />
        public override string About => Key;
    }

    /// <summary>Offers records that a fact may be about.</summary>
    /// <param name="Key">The fact.</param>
    /// <param name="Found">The records.</param>
    public sealed record Offer(string Key, IReadOnlyList<FoundRecord> Found) : DraftAct
    {
        /// <inheritdoc />
        public override string About => Key;
    }

    /// <summary>Adds a fact by hand.</summary>
    /// <param name="Fact">The fact.</param>
    public sealed record Add(Fact Fact) : DraftAct
    {
        /// <inheritdoc />
        public override string About => Fact.Key;
    }

    /// <summary>Accepts every fact that nobody decided on and nobody need look at twice.</summary>
    public sealed record AcceptRest : DraftAct;
}

/// <summary>What acts make of a draft: pure, so that every path through a review can be told without a store.</summary>
public static class DraftActs
{
    /// <summary>The draft after an act; the same where the act is about a fact that it does not hold.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="act">The act.</param>
    public static ReadingDraft After(this ReadingDraft draft, DraftAct act)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return act switch
        {
            DraftAct.Accept a => draft.With(a.Key, f => f with { Fate = Fate.Accepted }),
            DraftAct.Refuse a => draft.With(a.Key, f => f.Proposed is SourceFact ? f : f with { Fate = Fate.Refused }),
            DraftAct.Reopen a => draft.With(a.Key, f => f with { Fate = f.Proposed is SourceFact ? f.Fate : Fate.Undecided, Changed = null }),
            DraftAct.Change a => draft.With(a.Fact.Key, f => f with { Fate = Fate.Accepted, Changed = a.Fact == f.Proposed ? null : a.Fact }),
            DraftAct.Merge a => draft.With(a.Key, f => f with { Fate = Fate.Accepted, Record = a.Record, RecordName = a.Name }),
            DraftAct.Unlink a => draft.With(a.Key, f => f with { Fate = Fate.Accepted, Record = null, RecordName = null }),
            DraftAct.Offer a => draft.With(a.Key, f => f with { Found = a.Found, Record = null, RecordName = null, Fate = Fate.Undecided }),
            DraftAct.Add a when draft.Find(a.Fact.Key) is null && draft.Facts.Count < ReadingDraft.MostFacts =>
                draft with { Facts = InOrder([.. draft.Facts, new() { Proposed = a.Fact, ByHand = true, Fate = Fate.Accepted }]) },
            DraftAct.AcceptRest => draft with
            {
                Facts = [.. draft.Facts.Select(f => f.Fate == Fate.Undecided && !f.IsDoubtful ? f with { Fate = Fate.Accepted } : f)],
            },
            _ => draft,
        };
    }

    /// <summary>A name for a fact of a kind that no fact of the draft has.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="kind">The kind.</param>
    public static string FreeKey(this ReadingDraft draft, string kind) =>
        Enumerable.Range(1, ReadingDraft.MostFacts + 1).Select(i => FormattableString.Invariant($"{kind}-added-{i}")).First(k => draft.Find(k) is null);

    /// <summary>Facts as they are read: by where they stand in the text.</summary>
    private static IReadOnlyList<DraftFact> InOrder(IEnumerable<DraftFact> facts) => [.. facts.OrderBy(f => f.Proposed.Passage.Offset)];

    private static ReadingDraft With(this ReadingDraft draft, string key, Func<DraftFact, DraftFact> change) =>
        draft with { Facts = [.. draft.Facts.Select(f => f.Key == key ? change(f) : f)] };
}
