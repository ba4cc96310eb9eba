using System.Reflection;
using CsCheck;
using Marten;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Access;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Tests.Access;

/// <summary>What is said of reading in C# and what is said of it in SQL is the same, and nothing reads past either.</summary>
public sealed class SightTests(AccessFixture access) : IClassFixture<AccessFixture>
{
    /// <summary>
    /// The types that hold the store in their hands. A type that is new here has been looked at: it reads through
    /// <see cref="Sight"/>, or shows nobody what it reads.
    /// </summary>
    private static readonly HashSet<string> HoldTheStore =
    [
        // They read for somebody, through Sight or by AccessPolicy.
        "Sight", "RecordLabel", "HiddenPartnerships", "RecordReader", "RecordQueries", "PartnershipReader", "PortfolioReader",
        "AccessLogReader", "LiveTimeline", "ComingReader", "HomeReader", "RecordPageReader", "Choices", "ListReader", "SearchReader",
        "PartnershipOverviewReader", "Attendants", "PartnershipGuess", "HandoverReader", "NetworkReader", "PartnershipStamp", "PortfolioStamp",
        "ReplayReader", "PartnershipOverviewReader", "Attendants", "PartnershipGuess", "HandoverReader", "NetworkReader", "PartnershipStamp",
        "SubmissionHandler", "BatchRecorder", "CrossRecordRules", "RecordLookups", "CommandReceipt",

        // It asks of which kind a record is, and shows it through RecordReader.
        "RecordFinder",
        // They read for somebody, through Sight; a draft is its officer's, or of the officers of its partnership.
        "ReadingDrafts", "ReadingRegister", "ReadingReportReader", "ReportReader",

        // It keeps what is each account's own.
        "SavedViews", "SeenMarks", "ReminderBook",

        // It reads for somebody, through Sight, and leaves out what is restricted.
        "DigestReader",

        // They ask whether somebody keeps the accounts before they read any.
        "AccountsPage", "AdministeredAccountPage",

        // They carry out the schedule, which shows nobody anything.
        "PassedTerms", "RecordPassedTermsHandler", "ScheduleStart", "DueDigests", "SendDigestHandler",

        // They make views of every event, for Sight to look at.
        "TimelineProjection", "PartnershipProjection", "Remaking", "PortfolioProjection", "DatedRecordProjection", "SearchProjection", "NetworkProjection", "ReadingTallyProjection", "PersonKeysProjection",
        "TimelineProjection", "PartnershipProjection", "PortfolioProjection", "DatedRecordProjection", "SearchProjection", "NetworkProjection", "ReadingTallyProjection", "PersonKeysProjection",
        "ReportEntryProjection", "PostFindingProjection",
    ];

    private static readonly string[] Names = ["named", "keeper", "named.reader", "nobody'; --"];

    private static readonly string[] ShowNobody =
    [
        "Relations.App.Store", "Relations.App.Import", "Relations.App.Cli", "Relations.App.Access.Accounts", "Relations.App.Access.Web",
        "Relations.App.Access.OpenIdConnect", "Relations.App.People.Eras", "Relations.App.Access.AccessLog",
        "Relations.App.Recording.RecordKind", "Relations.App.Hosting",

        // Hashes, proofs and findings: what of it names records is for auditors, who read everything.
        "Relations.App.Ledger",
    ];

    [Fact]
    public void lists_leave_in_what_the_policy_lets_be_read()
    {
        PartnershipId[] partnerships = [.. access.Partnerships.Select(p => new PartnershipId(p))];
        var over = Gen.Frequency(
            (1, Gen.Const((IReadOnlyList<PartnershipId>?)null)),
            (4, Gen.Int[0, partnerships.Length - 1].Array[1, 3].Select(which => (IReadOnlyList<PartnershipId>?)[.. which.Distinct().Select(i => partnerships[i])])));
        var grants =
            from role in Gen.Enum<Role>()
            from scope in over
            select new Grant(role, role is Role.Officer or Role.Manager ? scope : null);
        var actors =
            from name in Gen.Int[0, Names.Length - 1].Select(i => Names[i])
            from held in grants.Array[0, 3]
            select new Actor(name, held) { Account = new(access.Another) };
        actors.Sample(actor => AgreesAsync(actor).GetAwaiter().GetResult(), iter: 60, threads: 1);
    }

    [Fact]
    public void nothing_reads_the_store_but_what_was_looked_at()
    {
        var found =
            from type in typeof(Sight).Assembly.GetTypes()
            where type.Namespace?.StartsWith("Relations.App", StringComparison.Ordinal) == true
            where !ShowNobody.Any(s => type.FullName!.StartsWith(s, StringComparison.Ordinal)) && !HoldTheStore.Contains(Outer(type).Name)
            let held = type.GetConstructors(Everything).Cast<MethodBase>().Concat(type.GetMethods(Everything)).SelectMany(m => m.GetParameters()).Select(p => p.ParameterType)
                .Concat(type.GetProperties(Everything).Where(p => p.IsDefined(typeof(InjectAttribute))).Select(p => p.PropertyType))
                .Concat(type.GetFields(Everything).Select(f => f.FieldType))
            where held.Any(t => typeof(IQuerySession).IsAssignableFrom(t) || typeof(IDocumentStore).IsAssignableFrom(t))
            select type.FullName;
        Assert.Equal([], found);
    }

    private const BindingFlags Everything =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static Type Outer(Type type) => type.DeclaringType is { } outer ? Outer(outer) : type;

    private async Task AgreesAsync(Actor actor)
    {
        await using var scope = access.App.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Is(actor, "test");
        var sight = scope.ServiceProvider.GetRequiredService<Sight>();
        var session = scope.ServiceProvider.GetRequiredService<IQuerySession>();
        var hidden = (await session.Query<Partnership>().ToListAsync())
            .Where(p => p.Classification == Classification.Restricted && !actor.ReadsEverything && !p.Readers.Contains(actor.Name))
            .Select(p => p.Id).ToHashSet();
        await AgreesAsync<Organisation>();
        await AgreesAsync<Person>();
        await AgreesAsync<Partnership>();
        await AgreesAsync<Meeting>();
        await AgreesAsync<Agreement>();
        await AgreesAsync<Project>();
        await AgreesAsync<Commitment>();
        await AgreesAsync<Source>();
        await AgreesAsync<Account>();

        async Task AgreesAsync<T>() where T : RecordState
        {
            var all = await session.Query<T>().ToListAsync();
            var allowed = all.Where(r => AccessPolicy.MayRead(actor, r, hidden)).Select(r => r.Id).Order().ToList();
            var listed = await (await sight.OfAsync(session.Query<T>(), default)).Select(r => r.Id).ToListAsync();
            Assert.Equal(allowed, listed.Order());
            Assert.Equal(allowed, (await sight.AmongAsync([.. all.Select(r => r.Id)], default)).Order());
        }
    }
}
