using Marten;
using Npgsql;
using Relations.App.Cli;
using Relations.App.Import;
using Relations.App.Recording;
using Relations.App.Store;
using Relations.App.Tests.Cli;
using Relations.Domain.People;

namespace Relations.App.Tests.Store;

/// <summary>What PostgreSQL itself lets each role do with the record, whatever a program with its password asks.</summary>
[Collection(AppCollection.Name)]
public sealed class DatabaseRoleTests(AppFixture app)
{
    /// <summary>The triggers' answer.</summary>
    private const string Guarded = PostgresErrorCodes.RestrictViolation;

    /// <summary>The answer where rights are missing.</summary>
    private const string Forbidden = PostgresErrorCodes.InsufficientPrivilege;

    private string Application => TestServer.LoginsOf(app.ConnectionString).Application;

    private string Owner => TestServer.LoginsOf(app.ConnectionString).Owner!;

    private string Eraser => TestServer.LoginsOf(app.ConnectionString).Eraser;

    [Fact]
    public async Task the_application_works_as_a_role_that_owns_nothing()
    {
        await using var connection = app.Documents.Storage.Database.CreateConnection();
        await connection.OpenAsync();
        await using var who = new NpgsqlCommand(
            """
            select current_user::text, r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolbypassrls,
                   exists (select from pg_class where relowner = r.oid), exists (select from pg_auth_members where member = r.oid)
            from pg_roles r where rolname = current_user
            """,
            connection);
        await using var answer = await who.ExecuteReaderAsync();
        Assert.True(await answer.ReadAsync());
        Assert.Equal(
            (DatabaseRoles.Application, false, false, false),
            (answer.GetString(0), answer.GetBoolean(1), answer.GetBoolean(2), answer.GetBoolean(3)));
    }

    [Theory]
    [InlineData("update relations.mt_events set data = '{}'")]
    [InlineData("delete from relations.mt_events")]
    [InlineData("truncate relations.mt_events")]
    [InlineData("drop table relations.mt_events")]
    [InlineData("alter table relations.mt_events disable trigger all")]
    [InlineData("drop trigger mt_events_keep on relations.mt_events")]
    [InlineData("drop function relations.mt_events_stamp cascade")]
    [InlineData("create or replace function relations.mt_events_stamp() returns trigger language plpgsql as 'begin return new; end'")]
    [InlineData("delete from relations.mt_streams")]
    [InlineData("truncate relations.mt_streams cascade")]
    [InlineData("truncate relations.mt_doc_person")]
    [InlineData("create table relations.mine (n int)")]
    [InlineData("drop schema relations cascade")]
    [InlineData("select setval('relations.mt_events_sequence', 1)")]
    [InlineData("set role relations")]
    [InlineData("set role relations_eraser")]
    [InlineData("set session_replication_role = replica")]
    public Task the_application_cannot(string statement) => RefusedAsync(Application, statement, Forbidden);

    [Theory]
    [InlineData("update relations.mt_events set data = '{}'")]
    [InlineData("update relations.mt_events set timestamp = '2001-01-01'")]
    [InlineData("update relations.mt_events set user_name = 'nadie'")]
    [InlineData("delete from relations.mt_events")]
    [InlineData("truncate relations.mt_events cascade")]
    [InlineData("update relations.mt_streams set version = version - 1")]
    [InlineData("update relations.mt_streams set id = gen_random_uuid()")]
    [InlineData("update relations.mt_streams set type = 'meeting'")]
    [InlineData("update relations.mt_streams set created = '2001-01-01'")]
    [InlineData("update relations.mt_streams set is_archived = true")]
    [InlineData("delete from relations.mt_streams")]
    [InlineData("truncate relations.mt_streams cascade")]
    public Task even_the_owner_is_refused(string statement) => RefusedAsync(Owner, statement, Guarded);

    [Theory]
    [InlineData("update relations.mt_streams set version = version - 1")]
    [InlineData("update relations.mt_streams set is_archived = true")]
    public Task the_application_can_move_streams_on_but_not(string statement) => RefusedAsync(Application, statement, Guarded);

    [Fact]
    public async Task the_eraser_masks_a_name_once_its_erasure_is_on_record()
    {
        var id = await app.Api.OpenAsync("/api/people", new RegisterPerson(new("Elena", "Apaza")));
        var mask = $"update relations.mt_events set data = '{{}}' where type = 'person_registered' and stream_id = '{id}'";
        await RefusedAsync(Eraser, mask, Guarded);
        await app.AddAsAsync("jefa", id, new RequestErasure("Solicitud 11-2026"), seen: 1);
        await RefusedAsync(Eraser, mask, Guarded);

        await app.Api.AddAsync($"/api/people/{id}/erase-personal-data", new ErasePersonalData("Resolución 14-2026"));
        await app.ErasureAsync(id);
        await RefusedAsync(Owner, mask, Guarded);
        Assert.Equal(1, await DoneAndUndoneAsync(Eraser, mask));
        await RefusedAsync(Eraser, mask.Replace("person_registered", "person_data_erased", StringComparison.Ordinal), Guarded);
    }

    [Theory]
    [InlineData("update relations.mt_events set user_name = 'nadie'")]
    [InlineData("update relations.mt_events set timestamp = '2001-01-01'")]
    [InlineData("update relations.mt_events set type = 'tombstone'")]
    [InlineData("delete from relations.mt_events")]
    [InlineData("truncate relations.mt_events")]
    [InlineData("insert into relations.mt_streams (id, version) values (gen_random_uuid(), 0)")]
    [InlineData("update relations.mt_streams set version = version + 1")]
    [InlineData("select * from relations.mt_doc_person")]
    [InlineData("select * from relations.wolverine_nodes")]
    public Task the_eraser_cannot(string statement) => RefusedAsync(Eraser, statement, Forbidden);

    [Theory]
    [InlineData("mt_events")]
    [InlineData("mt_streams")]
    [InlineData("mt_doc_person")]
    [InlineData("mt_doc_agreement")]
    [InlineData("mt_doc_partnershipview")]
    [InlineData("mt_doc_timelineentry")]
    public async Task the_auditor_reads_the_record_and_changes_nothing(string table)
    {
        var auditor = await AuditorAsync();
        Assert.True(await ScratchFolder.AskAsync<long>(auditor, $"select count(*) from relations.{table}") >= 0);
        await RefusedAsync(auditor, $"delete from relations.{table}", Forbidden);
        await RefusedAsync(auditor, $"truncate relations.{table}", Forbidden);
        await RefusedAsync(auditor, $"insert into relations.{table} select * from relations.{table}", Forbidden);
    }

    [Theory]
    [InlineData("mt_doc_commandreceipt")]
    [InlineData("wolverine_incoming_envelopes")]
    public async Task the_auditor_does_not_read_what_is_not_made_of_events(string table) =>
        await RefusedAsync(await AuditorAsync(), $"select * from relations.{table}", Forbidden);

    [Fact]
    public async Task the_auditor_reads_what_is_made_of_events_and_their_ledger()
    {
        var readable = await ScratchFolder.AskAsync<string[]>(
            await AuditorAsync(),
            """
            select array_agg(relname::text order by relname) from pg_class
            where relnamespace = 'relations'::regnamespace and relkind = 'r' and has_table_privilege(oid, 'SELECT')
            """);
        var states = RecordKinds.All.Select(k => $"mt_doc_{k.Name}");
        Assert.Equal(
            [.. states.Concat(["ledger_checkpoints", "ledger_entries", "ledger_leaves", "ledger_tiles", "mt_events", "mt_streams", "mt_doc_partnershipview", "mt_doc_portfoliorow", "mt_doc_timelineentry", "mt_doc_datedrecord", "mt_doc_networkrow", "mt_doc_personkeys", "mt_doc_postfinding", "mt_doc_readingtally", "mt_doc_reportentry", "search"]).Order(StringComparer.Ordinal)],
            readable);
    }

    [Fact]
    public async Task the_moment_of_recording_is_the_databases_whatever_a_client_says()
    {
        await using var connection = new NpgsqlConnection(Application);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = new NpgsqlCommand(
            """
            with stream as (insert into relations.mt_streams (id, version) values (gen_random_uuid(), 1) returning id)
            insert into relations.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            select nextval('relations.mt_events_sequence'), gen_random_uuid(), id, 1, '{}', 'tombstone', '2001-01-01' from stream
            returning timestamp = transaction_timestamp()
            """,
            connection);

        // The reference from event to stream is checked at the end of the statement, when both are there.
        Assert.Equal(true, await insert.ExecuteScalarAsync());
    }

    [Fact]
    public async Task tables_added_later_are_the_applications_and_not_the_auditors()
    {
        var database = await TestServer.NewDatabaseAsync();
        var owner = TestServer.LoginsOf(database).Owner!;
        await Verbs.RunAsync(database, "portfolio");
        await ScratchFolder.ExecuteAsync(owner, "create table relations.mt_doc_credential (id uuid)");
        await RefusedAsync(database, "select * from relations.mt_doc_credential", Forbidden);

        await Verbs.RunAsync(database, "portfolio");

        Assert.Equal(0, await DoneAndUndoneAsync(database, "delete from relations.mt_doc_credential"));
        await RefusedAsync(await TestServer.LoginOfAsync(database, DatabaseRoles.Auditor), "select * from relations.mt_doc_credential", Forbidden);
    }

    [Fact]
    public async Task a_guard_that_was_switched_off_is_noticed_and_put_back()
    {
        var database = await TestServer.NewDatabaseAsync();
        var owner = TestServer.LoginsOf(database).Owner!;
        await Verbs.RunAsync(database, "portfolio");
        using var store = RelationsStore.Open(owner);
        await store.Storage.Database.AssertDatabaseMatchesConfigurationAsync();
        foreach (var change in new[]
        {
            "alter table relations.mt_events disable trigger mt_events_keep",
            "drop trigger mt_streams_forward on relations.mt_streams",
            "create or replace function relations.mt_events_mask() returns trigger language plpgsql as 'begin return new; end'",
        })
        {
            await ScratchFolder.ExecuteAsync(owner, change);
            await Assert.ThrowsAnyAsync<Exception>(() => store.Storage.Database.AssertDatabaseMatchesConfigurationAsync());
        }

        await Verbs.RunAsync(database, "portfolio");

        await store.Storage.Database.AssertDatabaseMatchesConfigurationAsync();
    }

    [Fact]
    public async Task a_database_of_one_role_is_taken_over_with_what_is_in_it()
    {
        var database = await TestServer.NewDatabaseAsync();
        var owner = TestServer.LoginsOf(database).Owner!;
        await Verbs.RunAsync(owner, "import", ShippedSeed.File);
        await RefusedAsync(database, "select count(*) from relations.mt_events", Forbidden);

        var shown = await Verbs.RunAsync(database, "show", "partnership", "can-oim", "--json");
        var rebuilt = await Verbs.RunAsync(database, "rebuild");

        Assert.Equal((ExitCode.Done, ""), (shown.Exit, shown.Error));
        Assert.Equal((ExitCode.Done, ""), (rebuilt.Exit, rebuilt.Error));
    }

    [Fact]
    public async Task where_one_role_does_everything_names_are_erased_too()
    {
        var one = new AppFixture { OneRole = true };
        await one.InitializeAsync();
        await one.ViewsAsync();
        var names = await ScratchFolder.AskAsync<long>(
            one.ConnectionString, "select count(*) from relations.mt_events where data::text like '%Huamán%'");
        await one.DisposeAsync();
        Assert.Equal(0, names);
    }

    [Fact]
    public async Task the_roles_that_the_program_prints_are_made_by_many_at_once()
    {
        var printed = await Verbs.RunAsync("Host=nowhere.invalid", "roles", "--rights");
        Assert.All(DatabaseRoles.All, role => Assert.Contains($"CREATE ROLE {role} LOGIN;", printed.Output, StringComparison.Ordinal));
        using var folder = new ScratchFolder();
        await using var server = await folder.StartAsync();
        var administrator = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Username = "postgres" }.ConnectionString;
        await ScratchFolder.ExecuteAsync(administrator, string.Join(';', DatabaseRoles.All.Select(r => $"drop role {r}")));
        await Verbs.RunAsync(server.ConnectionString, "rebuild");

        var roles = await Verbs.RunAsync("Host=nowhere.invalid", "roles");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ScratchFolder.ExecuteAsync(administrator, roles.Output)));
        await ScratchFolder.ExecuteAsync(administrator, printed.Output);

        Assert.Equal(0, await ScratchFolder.AskAsync<long>(administrator, "set role relations_auditor; select count(*) from relations.mt_events"));
    }

    private Task<string> AuditorAsync() => TestServer.LoginOfAsync(app.ConnectionString, DatabaseRoles.Auditor);

    private static async Task RefusedAsync(string login, string statement, string code)
    {
        var error = await Assert.ThrowsAsync<PostgresException>(() => DoneAndUndoneAsync(login, statement));
        Assert.True(error.SqlState == code, $"{statement}: {error.SqlState} {error.MessageText}");
    }

    /// <summary>How many rows a statement changes; the test's database stays as it is.</summary>
    private static async Task<int> DoneAndUndoneAsync(string login, string statement)
    {
        await using var connection = new NpgsqlConnection(login);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(statement, connection, transaction);
        return await command.ExecuteNonQueryAsync();
    }
}
