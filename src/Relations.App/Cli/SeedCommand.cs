using JasperFx.CommandLine;
using JasperFx.Events.Projections;
using Marten;
using Relations.App.Import.Generated;
using Relations.App.Store;

namespace Relations.App.Cli;

/// <summary>What <c>seed</c> takes.</summary>
public sealed class SeedInput : VerbInput
{
    /// <summary>How many partnerships.</summary>
    [FlagAlias("partnerships", true)]
    public int PartnershipsFlag { get; set; } = 500;

    /// <summary>How many meetings.</summary>
    [FlagAlias("meetings", true)]
    public int MeetingsFlag { get; set; } = 10_000;

    /// <summary>How many people; without it, four for each organisation.</summary>
    [FlagAlias("people", true)]
    public int? PeopleFlag { get; set; }

    /// <summary>The seed of chance.</summary>
    [FlagAlias("seed", true)]
    public int SeedFlag { get; set; } = 1;

    /// <summary>The sizes.</summary>
    internal GeneratedSizes Sizes => new(PartnershipsFlag, MeetingsFlag) { People = PeopleFlag, Seed = SeedFlag };
}

/// <summary>
/// Fills a database with generated data, for tests of load and for trying things out. It uses the record alone, and refuses a
/// database that holds anything but generated data.
/// </summary>
[Verb("seed")]
public sealed class SeedCommand : Verb<SeedInput>
{
    internal override bool AsOwner => true;

    internal override IReadOnlyList<string> Mistakes(SeedInput input, Words words) => input.Sizes.AreWithinBounds
        ? []
        : [words.Say("sizes-out-of-bounds", GeneratedSizes.MostPartnerships, GeneratedSizes.MostMeetings, GeneratedSizes.MostPeople)];

    internal override async Task<ExitCode> RunAsync(
        SeedInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        var store = (DocumentStore)record.Get<IDocumentStore>();
        await using var alone = await RecordUse.TryAloneAsync(record.ConnectionString, cancellation);
        if (alone is null)
        {
            terminal.Complain(terminal.Words.Say("in-use"));
            return ExitCode.Refused;
        }

        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        var load = new GeneratedLoad(store);
        if (!await load.IsWelcomeAsync(input.Sizes.Correlation, cancellation))
        {
            terminal.Complain(terminal.Words.Say("not-generated", input.Sizes.Seed));
            return ExitCode.Refused;
        }

        var events = 0L;
        await terminal.ProgressAsync(async progress =>
        {
            events = await LoadAsync(load, input.Sizes, share => progress(terminal.Words.Say("loading"), share), cancellation);
            var views = store.Options.Projections.All.Where(p => p.Lifecycle == ProjectionLifecycle.Async).Select(p => p.Name).ToList();
            await RebuildCommand.RebuildAsync(store, views, progress, cancellation);
        });
        if (input.JsonFlag)
            terminal.SayJson(new Loaded(input.Sizes.Seed, events));
        else
            terminal.Say(terminal.Words.Say("loaded", events));
        return ExitCode.Done;
    }

    /// <summary>Loads the records. Most are meetings and come last, so their share tells how far it has come.</summary>
    private static Task<long> LoadAsync(GeneratedLoad load, GeneratedSizes sizes, Action<double> progress, CancellationToken cancellation)
    {
        var meetings = 0;
        var records = Generator.Records(sizes).Select(r =>
        {
            meetings += r.Kind.Name == "meeting" ? 1 : 0;
            return r;
        });
        return load.LoadAsync(records, _ => progress((double)meetings / Math.Max(1, sizes.Meetings)), cancellation);
    }

    private sealed record Loaded(int Seed, long Events);
}
