using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Relations.App.Access.Accounts;
using Relations.App.Access.Web;
using Relations.App.Coming;
using Relations.App.Home;
using Relations.App.Import.Tables;
using Relations.App.Ledger;
using Relations.App.Ledger.Places;
using Relations.App.Lists;
using Relations.App.Network;
using Relations.App.People;
using Relations.App.Reading;
using Relations.App.Recording;
using Relations.App.Reminders;
using Relations.App.Reports;
using Relations.App.Search;
using Relations.App.Views;
using Relations.Domain.Access;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Sources;
using Weasel.Core;
using Wolverine.Marten;

namespace Relations.App.Store;

/// <summary>The event store: what is kept, under which names, and which views are made of it.</summary>
public static class RelationsStore
{
    /// <summary>The schema that everything is in.</summary>
    public const string Schema = "relations";

    /// <summary>The name under which the views of partnerships are built and rebuilt together.</summary>
    public const string PartnershipViews = "Partnerships";

    /// <summary>Statements that a connection keeps planned: more than the store has, some hundred.</summary>
    private const int PreparedStatements = 300;

    /// <summary>Sets the store up.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="logins">The ways into the database.</param>
    public static void AddRelationsStore(this IServiceCollection services, DatabaseLogins logins)
    {
        services.AddSingleton(_ => new Eraser(logins));
        services.AddSingleton<ErasedRemains>();
        services.AddSingleton<Erasure>();

        // Marten writes every statement there with its values, and a failed one as an error, that is into every log. What the
        // record says, and accounts and keys, stay out of logs; a failure is told by its exception, which carries no values.
        services.AddSingleton<ILogger<IDocumentStore>>(NullLogger<IDocumentStore>.Instance);
        var marten = services.AddMarten(options =>
        {
            Configure(options, logins.Application);
            if (logins.AreSeparate)
                options.AutoCreateSchemaObjects = AutoCreate.None;
        });
        if (!logins.AreSeparate)
            marten.ApplyAllDatabaseChangesOnStartup();
        marten
            .UseLightweightSessions()
            .IntegrateWithWolverine(m => m.UseWolverineManagedEventSubscriptionDistribution = true)
            .ProcessEventsWithWolverineHandlersInStrictOrder("Erasure", o =>
            {
                o.IncludeType<PersonDataErased>();
                o.IncludeType<PersonErasureCompleted>();
            });
    }

    /// <summary>
    /// Has the server plan a statement once and not at each command: Marten's statements are few and always the same. Whoever
    /// operates a pooler that cannot take that says so in the connection string.
    /// </summary>
    private static string Tuned(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (builder.MaxAutoPrepare == 0)
            builder.MaxAutoPrepare = PreparedStatements;

        // Each question takes a millisecond or less. Where the planner thinks otherwise, starting workers or a compiler for it costs twenty.
        if (string.IsNullOrEmpty(builder.Options))
            builder.Options = "-c max_parallel_workers_per_gather=0 -c jit=off";

        // Marten writes the moment of recording as UTC without saying so.
        builder.Timezone = "UTC";
        return builder.ConnectionString;
    }

    /// <summary>
    /// Opens the store beside the application's own, with the rights of another role. It makes no table, and keeps no view up to
    /// date unless told to.
    /// </summary>
    /// <param name="connectionString">The way in.</param>
    public static DocumentStore Open(string connectionString) => DocumentStore.For(options =>
    {
        Configure(options, connectionString);
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.Projections.AsyncMode = DaemonMode.ExternallyManaged;
    });

    private static void Configure(StoreOptions options, string connectionString)
    {
        options.Connection(Tuned(connectionString));
        options.DatabaseSchemaName = Schema;
        options.DisableNpgsqlLogging = true;
        options.Serializer(new RecordSerializer());

        // No client can set the moment of recording: RecordGuard stamps every event with the database's clock. Marten stamps the
        // first events of a new record, and bulk loads, with that of the application.
        options.Events.AppendMode = EventAppendMode.Quick;
        options.Events.UseIdentityMapForAggregates = true;
        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        options.Events.MetadataConfig.EnableAll();
        options.Events.MetadataConfig.UserNameEnabled = true;
        EventTypes.RegisterIn(options);
        KeyRing.DescribeTo(options);
        EventIndexes.AddTo(options);
        RelationIndexes.AddTo(options);
        options.Storage.Add(new RecordGuard());
        options.Storage.Add(new SearchSchema());
        options.Storage.Add(new LedgerSchema());

        foreach (var kind in RecordKinds.All)
            kind.Register(options);
        ListColumns.DescribeTo(options);

        options.Projections.CompositeProjectionFor(PartnershipViews, views =>
        {
            // A batch writes each view that it touches once, and a view is long: few large batches write it few times.
            // While the views lag behind, a batch takes some 200 megabytes.
            views.Options.BatchSize = 50_000;
            views.Add<PartnershipProjection>();
            views.Add<PortfolioProjection>(2);
            views.Add<NetworkProjection>(2);
        });
        options.Projections.Add(new TimelineProjection(), ProjectionLifecycle.Async);
        options.Projections.Add(new DatedRecordProjection(), ProjectionLifecycle.Async);
        options.Projections.Add(new ReadingTallyProjection(), ProjectionLifecycle.Async);
        options.Projections.Add(new PersonKeysProjection(), ProjectionLifecycle.Async);
        options.Projections.Add(new ReportEntryProjection(), ProjectionLifecycle.Async);
        options.Projections.Add(new PostFindingProjection(), ProjectionLifecycle.Async, PostFindingProjection.ViewName, findings =>
        {
            findings.BatchSize = 5_000;
            findings.DeleteViewTypeOnTeardown<PostFinding>();
        });
        options.Projections.Add(new SearchProjection(), ProjectionLifecycle.Async, SearchProjection.ViewName, search =>
        {
            search.BatchSize = 5_000;
            search.DeleteDataInTableOnTeardown(SearchSchema.Table);
        });
        options.Events.Subscribe(new LedgerSubscription());
        options.Projections.RebuildWithBulkCopy = true;

        // An event that a view cannot take in must stop it: a view that leaves facts out in silence is worse than an old one.
        options.Projections.Errors.SkipSerializationErrors = false;
        options.Projections.Errors.SkipApplyErrors = false;
        options.Projections.Errors.SkipUnknownEvents = false;
        options.RegisterDocumentType<CommandReceipt>(); // no view makes it, and the application may not make its table
        options.RegisterDocumentType<ScheduleMark>();
        options.RegisterDocumentType<SeenMark>();
        options.RegisterDocumentType<ImportPart>();
        options.RegisterDocumentType<RememberedMapping>();
        options.Schema.For<ReadingDraft>().UseNumericRevisions(true).Metadata(m => m.Revision.MapTo(d => d.Version))
            .Index(d => d.Account).Index(d => d.Sha256).Index(d => d.Partnership!);
        options.Schema.For<PersonKeys>().Duplicate(p => p.Keys, configure: index => index.Method = Weasel.Postgresql.Tables.IndexMethod.gin);
        options.Schema.For<ReadingTally>().Index(t => t.LastMonth);
        options.Schema.For<DraftVisit>().Index(v => v.Draft);
        options.RegisterDocumentType<PlaceState>();
        options.RegisterDocumentType<DigestMark>();
        options.Schema.For<DatedRecord>().GinIndexJsonData(); // months are found through it
        options.Schema.For<TimelineEntry>()
            .Index(t => new { t.Partnership, t.Day, t.Sequence })
            .Index(t => new { t.Partnership, t.IsPart, t.Day, t.Sequence })
            .Index(t => new { t.Partnership, t.Sequence })
            .Index(t => t.Sequence);
        ReportIndexes.DescribeTo(options);
        options.Schema.For<Partnership>().UniqueIndex(p => p.Slug);
        options.Schema.For<Source>().UniqueIndex(s => s.Sha256);
        options.Schema.For<Organisation>().IndexLastModified(); // PartnershipStamp asks for the last change to the register
        options.Schema.For<Person>().IndexLastModified();
        options.Schema.For<Source>().IndexLastModified();
        options.Schema.For<Account>().UniqueIndex(a => a.Name);
        options.Schema.For<Credentials>().UniqueIndex(c => c.Name);
        options.Schema.For<SavedView>().Index(v => v.Account).Index(v => v.SharedWith);
        options.Schema.For<TableImport>().Index(i => i.By);
        options.Schema.For<ReminderSettings>().Index(s => s.StopKey);
        options.Schema.For<ApiToken>().UniqueIndex(t => t.Hash).Index(t => t.Account);
    }
}
