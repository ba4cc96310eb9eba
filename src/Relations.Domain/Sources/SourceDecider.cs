using System.Diagnostics;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Sources;

/// <summary>Every rule of a source, on one screen.</summary>
public static class SourceDecider
{
    /// <inheritdoc cref="IRecordKind{TState, TCommand}.Decide" />
    public static Decision Decide(Source? state, SourceCommand command, DateOnly today) => (state, command) switch
    {
        (null, RegisterSource c) => Register(c, today),
        ({ } s, ProvideSourceText c) => new Deciding()
            .Text(c.Text, nameof(c.Text), Limits.SourceText)
            .Require(s.Text is null, SourceRules.TextProvidedOnce)
            .Require(s.Sha256.Equals(c.Sha256, StringComparison.OrdinalIgnoreCase), SourceRules.TextIsNotThisDocument, nameof(c.Sha256))
            .Record(() => new SourceTextProvided(c.Text)),
        ({ } s, ReadSource c) => Counts(c).Text(c.Reader, nameof(c.Reader), Limits.Name)
            .Require((long)c.Accepted + c.Changed + c.Refused <= c.Proposed, SourceRules.JudgedWithinProposed, nameof(c.Proposed))
            .Items(c.ByKind, nameof(c.ByKind), 0, Limits.Items)
            .Each(c.ByKind, (d, k) => Kind(d, k))
            .Record(() => new SourceRead(c.Reader, c.Proposed, c.Accepted, c.Changed, c.Refused, c.ByKind)),
        ({ } s, SupersedeSource c) => new Deciding()
            .Require(s.SupersededBy is null, SourceRules.SupersededOnce)
            .Require(c.By.Value != s.Id, SourceRules.AnotherSource, nameof(c.By))
            .Require(c.On is null || c.On.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.On))
            .Require(!IsBefore(c.On, s.Date), SourceRules.SupersededAfterItsDate, nameof(c.On), s.Date)
            .Record(() => new SourceSuperseded(c.By, c.On)),
        ({ } s, RetractSupersession) => new Deciding()
            .Require(s.SupersededBy is not null, SourceRules.OnlySuperseded)
            .Record(() => new SourceSupersessionRetracted()),
        ({ } s, CorrectSource c) => Correct(s, c, today),
        _ => throw new UnreachableException($"{command.GetType().Name} on {(state is null ? "nothing" : "a source")}"),
    };

    private static Decision Register(RegisterSource c, DateOnly today)
    {
        var particulars = new SourceFacts(
            c.Kind, c.Title, c.Language, c.Publisher, c.PublisherName, c.Date, c.Address, c.Partnerships ?? [], c.Summarises);
        return Particulars(particulars, today)
            .Text(c.Title, nameof(c.Title), Limits.Subject)
            .Require(c.Language is not null, SourceRules.LanguageCode, nameof(c.Language))
            .Require(IsSha256(c.Sha256), SourceRules.Sha256Shape, nameof(c.Sha256))
            .OptionalText(c.Text, nameof(c.Text), Limits.SourceText)
            .Record(() => Registered(c));
    }

    private static IReadOnlyList<Event> Registered(RegisterSource c)
    {
        var registered = new SourceRegistered(c.Kind, c.Title, c.Language, c.Sha256, c.Publisher, c.PublisherName, c.Date, c.Address,
            [.. (c.Partnerships ?? []).Distinct()], c.Summarises);
        return c.Text is null ? [registered] : [registered, new SourceTextProvided(c.Text)];
    }

    private static Decision Correct(Source s, CorrectSource c, DateOnly today)
    {
        var partnerships = c.Partnerships?.Distinct().ToList() ?? s.Partnerships;
        var after = new SourceFacts(
            c.Kind == s.Kind ? null : c.Kind,
            c.Title == s.Title ? null : c.Title,
            c.Language == s.Language ? null : c.Language,
            c.Publisher == s.Publisher ? null : c.Publisher,
            c.PublisherName == s.PublisherName ? null : c.PublisherName,
            c.Date == s.Date ? null : c.Date,
            c.Address == s.Address ? null : c.Address,
            partnerships.SequenceEqual(s.Partnerships) ? null : partnerships,
            c.Summarises == s.Summarises ? null : c.Summarises);
        return Particulars(after, today)
            .OptionalText(c.Title, nameof(c.Title), Limits.Subject)
            .Require(c.Summarises?.Value != s.Id, SourceRules.AnotherSource, nameof(c.Summarises))
            .Require(!IsBefore(s.SupersededOn, after.Date), SourceRules.SupersededAfterItsDate, nameof(c.Date), after.Date)
            .Require(after != new SourceFacts(), CommonRules.NothingChanged)
            .Record(() => new SourceCorrected(Before(s, after), after));
    }

    private static SourceFacts Before(Source s, SourceFacts after) => new(
        after.Kind is null ? null : s.Kind,
        after.Title is null ? null : s.Title,
        after.Language is null ? null : s.Language,
        after.Publisher is null ? null : s.Publisher,
        after.PublisherName is null ? null : s.PublisherName,
        after.Date is null ? null : s.Date,
        after.Address is null ? null : s.Address,
        after.Partnerships is null ? null : s.Partnerships,
        after.Summarises is null ? null : s.Summarises);

    /// <summary>What holds of the particulars of a document, registered or corrected; null is not given.</summary>
    private static Deciding Particulars(SourceFacts f, DateOnly today) => new Deciding()
        .Require(f.Language is null || IsoCodes.IsLanguage(f.Language), SourceRules.LanguageCode, nameof(f.Language))
        .OptionalText(f.PublisherName, nameof(f.PublisherName), Limits.Name)
        .Require(f.Date is null || f.Date.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(f.Date))
        .OptionalText(f.Address, nameof(f.Address), Limits.Subject)
        .Require(f.Address is null || IsAddress(f.Address), SourceRules.AddressShape, nameof(f.Address))
        .Items(f.Partnerships, nameof(f.Partnerships), 0, Limits.Partnerships);

    private static Deciding Counts(ReadSource c)
    {
        var deciding = new Deciding();
        foreach (var (count, field) in new[]
        {
            (c.Proposed, nameof(c.Proposed)), (c.Accepted, nameof(c.Accepted)), (c.Changed, nameof(c.Changed)), (c.Refused, nameof(c.Refused)),
        })
        {
            deciding.Require(count is >= 0 and <= SourceReading.MostProposed, SourceRules.CountInBounds, field, SourceReading.MostProposed);
        }

        return deciding;
    }

    private static Deciding Kind(Deciding deciding, KindCount k) => deciding
        .Text(k.Kind, nameof(ReadSource.ByKind), Limits.Code)
        .Require(
            new[] { k.Proposed, k.Accepted, k.Changed, k.Refused }.All(n => n is >= 0 and <= SourceReading.MostProposed),
            SourceRules.CountInBounds, nameof(ReadSource.ByKind), SourceReading.MostProposed)
        .Require((long)k.Accepted + k.Changed + k.Refused <= k.Proposed, SourceRules.JudgedWithinProposed, nameof(ReadSource.ByKind));

    private static bool IsSha256(string? hash) => hash is { Length: 64 } && hash.All(char.IsAsciiHexDigitLower);

    private static bool IsAddress(string address) =>
        !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" or "mailto" or "urn";

    private static bool IsBefore(EdtfDate? one, EdtfDate? other) =>
        one is not null && other is not null && one.CertainlyBefore(other);
}
