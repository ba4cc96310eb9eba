using System.Globalization;
using Npgsql;
using Relations.App.Ledger.Checks;
using Relations.Domain.People;
using Relations.Ledger.Notes;

namespace Relations.App.Tests.Ledger;

/// <summary>
/// What whoever owns the database can do to it, triggers or not, and what the verification says of it. Each attack is undone after it was looked at.
/// </summary>
public sealed class when_the_database_is_attacked(LedgeredApp ledgered) : IClassFixture<LedgeredApp>
{
    private const int Target = 500;

    private const string Event = "(select seq_id from relations.mt_events where type = 'meeting_held' order by seq_id offset 20 limit 1)";

    [Fact]
    public async Task untouched_it_raises_nothing()
    {
        var verified = await ledgered.VerifyAsync();
        Assert.Empty(verified.Findings);
        Assert.True(verified.ViewsCompared);
    }

    [Theory]
    [InlineData("""update relations.mt_events set data = jsonb_set(data, '{title}', '"Otra reunión"') where seq_id = (select seq_id from relations.mt_events where type = 'meeting_held' and data ? 'title' order by seq_id offset 20 limit 1)""", "/data/title", "\"Otra reunión\"")]
    [InlineData($"""update relations.mt_events set data = jsonb_set(data, '{"{on}"}', '"1999-01-01"') where seq_id = {Event}""", "/data/on", "\"1999-01-01\"")]
    [InlineData($"update relations.mt_events set data = data - 'on' where seq_id = {Event}", "/data/on", null)]
    [InlineData($"update relations.mt_events set timestamp = timestamp - interval '1 microsecond' where seq_id = {Event}", "/at", null)]
    [InlineData($"update relations.mt_events set user_name = 'otro' where seq_id = {Event}", "/by", "\"otro\"")]
    [InlineData($"update relations.mt_events set causation_id = 'otra' where seq_id = {Event}", "/causation", "\"otra\"")]
    [InlineData($"""update relations.mt_events set headers = jsonb_set(headers, '{"{provenance,basis}"}', '"Stated"') where seq_id = {Event}""", "/headers/provenance/basis", "\"Stated\"")]
    [InlineData($"update relations.mt_events set type = 'meeting_cancelled' where seq_id = {Event}", "/type", "\"meeting_cancelled\"")]
    public async Task an_altered_value_is_told_by_its_field(string attack, string field, string? found)
    {
        var finding = await ledgered.AttackAsync(attack);
        Assert.Equal((FindingKind.ValueAltered, field), (finding.Kind, finding.Field));
        if (found is not null)
            Assert.Equal(found, finding.Found);
        Assert.NotNull(finding.Sequence);
        Assert.Contains(finding.Sequence.Value.ToString(CultureInfo.InvariantCulture), finding.InWords(CultureInfo.GetCultureInfo("es")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task two_events_that_changed_places_are_told()
    {
        var finding = await ledgered.AttackAsync(
            $"""
            update relations.mt_events set seq_id = -1 where seq_id = {Target};
            update relations.mt_events set seq_id = {Target} where seq_id = {Target + 7};
            update relations.mt_events set seq_id = {Target + 7} where seq_id = -1
            """);
        Assert.Equal((FindingKind.OrderChanged, (long?)Target), (finding.Kind, finding.Sequence));
    }

    [Fact]
    public async Task an_event_that_is_gone_is_told()
    {
        var finding = await ledgered.AttackAsync($"delete from relations.mt_events where seq_id = {Target}");
        Assert.Equal((FindingKind.EventMissing, (long?)Target), (finding.Kind, finding.Sequence));
        Assert.NotNull(finding.Event);
    }

    [Fact]
    public async Task an_event_that_was_put_into_the_past_is_told()
    {
        var finding = await ledgered.AttackAsync(
            $"""
            update relations.mt_events set seq_id = -seq_id - 1 where seq_id >= {Target};
            update relations.mt_events set seq_id = -seq_id where seq_id < 0;
            insert into relations.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, headers, user_name)
            select {Target}, gen_random_uuid(), stream_id, 999, data, type, timestamp, mt_dotnet_type, headers, user_name from relations.mt_events where seq_id = {Target + 1}
            """);
        Assert.Equal(FindingKind.EventInserted, finding.Kind);
        Assert.Equal(999, finding.Version);
    }

    [Fact]
    public async Task renumbered_events_are_told()
    {
        var finding = await ledgered.AttackAsync(
            $"update relations.mt_events set seq_id = seq_id + 100000 where seq_id > {Target}; update relations.mt_events set seq_id = seq_id - 99999 where seq_id > 100000");
        Assert.Equal((FindingKind.OrderChanged, (long?)(Target + 2)), (finding.Kind, finding.Sequence));
    }

    [Fact]
    public async Task an_event_that_is_hidden_from_readers_is_told()
    {
        var finding = await ledgered.AttackAsync($"update relations.mt_events set is_archived = true where seq_id = {Target}");
        Assert.Equal((FindingKind.EventArchived, (long?)Target), (finding.Kind, finding.Sequence));
    }

    [Fact]
    public async Task a_stream_that_says_it_is_longer_is_told()
    {
        var finding = await ledgered.AttackAsync("update relations.mt_streams set version = version + 1 where id = (select id from relations.mt_streams order by id limit 1)");
        Assert.Equal(FindingKind.VersionsBroken, finding.Kind);
        Assert.NotNull(finding.Record);
    }

    [Fact]
    public async Task a_tail_that_was_cut_off_with_all_that_belongs_to_it_is_caught_by_what_is_held_outside()
    {
        var held = await ledgered.KeepOutsideAsync();
        var finding = await ledgered.AttackAsync(
            """
            delete from relations.ledger_checkpoints where size > 480;
            delete from relations.ledger_entries where index >= 480;
            delete from relations.mt_events where seq_id > (select sequence from relations.ledger_leaves where index = 479);
            delete from relations.ledger_leaves where index >= 480;
            update relations.ledger_tiles set hashes = substring(hashes for (480 % 256) * 32) where level = 0 and tile = 1;
            delete from relations.ledger_tiles where level = 0 and tile > 1;
            update relations.ledger_tiles set hashes = substring(hashes for 32) where level = 1;
            update relations.mt_event_progression set last_seq_id = (select max(seq_id) from relations.mt_events)
            """);
        Assert.Equal((FindingKind.TailMissing, "480"), (finding.Kind, finding.Found));
        Assert.Equal(held.Size.ToString(CultureInfo.InvariantCulture), finding.Expected);
    }

    [Fact]
    public async Task a_log_that_was_rebuilt_is_caught_by_what_is_held_outside()
    {
        await ledgered.KeepOutsideAsync();
        var finding = await ledgered.AttackAsync(
            $"""update relations.mt_events set data = jsonb_set(data, '{"{on}"}', '"1999-01-01"') where seq_id = {Event}""", LedgeredApp.RebuildAsync);
        Assert.Equal(FindingKind.HistoryRewritten, finding.Kind);
        Assert.StartsWith(ledgered.Outside, finding.Where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_log_that_was_rebuilt_with_another_key_is_caught_by_what_is_held_outside()
    {
        var held = await ledgered.KeepOutsideAsync();
        var origin = held.Note.Split('\n')[0];
        var finding = await ledgered.AttackAsync($"update relations.ledger_keys set public = '{SigningKey.Create(origin).Verifier}'", LedgeredApp.RebuildAsync);
        Assert.Equal(FindingKind.CheckpointUnsigned, finding.Kind);
        Assert.StartsWith(ledgered.Outside, finding.Where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_log_that_was_forked_is_caught_by_what_is_held_outside()
    {
        var held = await ledgered.KeepOutsideAsync();
        var finding = await ledgered.AttackAsync(
            "update relations.mt_events set user_name = 'otro' where seq_id > (select max(seq_id) - 5 from relations.mt_events)", LedgeredApp.RebuildAsync);
        Assert.Equal((FindingKind.HistoryRewritten, held.Size.ToString(CultureInfo.InvariantCulture)), (finding.Kind, finding.Expected));
    }

    [Fact]
    public async Task another_history_does_not_take_the_place_of_what_is_held_outside()
    {
        var held = await ledgered.KeepOutsideAsync();
        await ledgered.AttackAsync("update relations.mt_events set user_name = 'otro' where seq_id = 20", async connection =>
        {
            await LedgeredApp.RebuildAsync(connection);
            await ledgered.KeepOutsideAsync(); // the application is made to sign it
        });
        Assert.Equal(held.Note, await File.ReadAllTextAsync(Path.Combine(ledgered.Outside, "checkpoint")));
        await ledgered.ForgetFailuresAsync();
    }

    [Fact]
    public async Task an_old_checkpoint_in_the_place_of_a_later_one_is_told()
    {
        var held = await ledgered.KeepOutsideAsync();
        await ledgered.App.Api.OpenAsync("/api/people", new RegisterPerson(new("Julia", "Vargas")));
        await ledgered.App.ViewsAsync();
        var later = await ledgered.KeepOutsideAsync();
        Assert.True(later.Size > held.Size);
        var path = Path.Combine(ledgered.Outside, "checkpoints", later.Size.ToString("D12", CultureInfo.InvariantCulture));
        File.Delete(path);
        await File.WriteAllTextAsync(Path.Combine(ledgered.Outside, "checkpoint"), held.Note);
        var finding = Assert.Single((await ledgered.VerifyAsync()).Findings);
        await File.WriteAllTextAsync(path, later.Note);
        await File.WriteAllTextAsync(Path.Combine(ledgered.Outside, "checkpoint"), later.Note);
        Assert.Equal(FindingKind.PlaceWentBack, finding.Kind);
    }

    [Fact]
    public async Task a_text_of_a_source_that_was_edited_is_told()
    {
        var finding = await ledgered.AttackAsync(
            """update relations.mt_events set data = jsonb_set(data, '{text}', to_jsonb(replace(data ->> 'text', ' ', '  '))) where seq_id = (select min(seq_id) from relations.mt_events where type = 'source_text_provided')""");
        Assert.Equal((FindingKind.ValueAltered, "/data/text", "source_text_provided"), (finding.Kind, finding.Field, finding.Event));
    }

    [Fact]
    public async Task a_mask_that_nobody_decided_is_told()
    {
        var finding = await ledgered.AttackAsync(
            """
            with one as (select e.id, l.index from relations.mt_events e join relations.ledger_leaves l on l.event = e.id
              where e.type = 'person_registered' and l.salts ? '/data/name/family' order by e.seq_id desc limit 1),
            salt as (update relations.ledger_leaves set salts = salts - '/data/name/family',
              erased = jsonb_build_object('/data/name/family', encode(sha256(decode(salts ->> '/data/name/family', 'hex')
                || convert_to((select (data -> 'name' -> 'family')::text from relations.mt_events where id = event), 'UTF8')), 'hex')) where event = (select id from one))
            update relations.mt_events set data = jsonb_set(data, '{name,family}', '"█"') where id = (select id from one)
            """);
        Assert.Equal((FindingKind.ErasedUndecided, "/data/name/family"), (finding.Kind, finding.Field));
    }

    [Theory]
    [InlineData("update relations.mt_doc_meeting set data = jsonb_set(data, '{title}', '\"Otra\"') where id = (select id from relations.mt_doc_meeting order by id limit 1)", "meeting", FindingKind.ViewAltered)]
    [InlineData("delete from relations.mt_doc_agreement where id = (select id from relations.mt_doc_agreement order by id limit 1)", "agreement", FindingKind.ViewMissing)]
    [InlineData("update relations.mt_doc_portfoliorow set data = jsonb_set(data, '{inForce}', '99') where id = (select id from relations.mt_doc_portfoliorow order by id limit 1)", "portfoliorow", FindingKind.ViewAltered)]
    [InlineData("update relations.mt_doc_partnershipview set data = data - 'people'", "partnershipview", FindingKind.ViewAltered)]
    [InlineData("delete from relations.mt_doc_timelineentry where id = (select id from relations.mt_doc_timelineentry limit 1)", "timelineentry", FindingKind.ViewMissing)]
    [InlineData("insert into relations.mt_doc_person (id, data, mt_version) select gen_random_uuid(), data, mt_version from relations.mt_doc_person limit 1", "person", FindingKind.ViewExtra)]
    [InlineData("update relations.search set names = 'Otra' where record = (select record from relations.search order by record limit 1)", "search", FindingKind.ViewAltered)]
    public async Task an_edited_view_is_told(string attack, string view, FindingKind kind)
    {
        var finding = await ledgered.AttackAsync(attack);
        Assert.Equal((kind, view), (finding.Kind, finding.Where));
        Assert.NotNull(finding.Record);
    }

    [Theory]
    [InlineData("delete from relations.ledger_leaves where index = 300")]
    [InlineData("update relations.ledger_leaves set salts = '{}' where index = 300")]
    [InlineData("update relations.ledger_entries set leaf = ''")]
    [InlineData("delete from relations.ledger_entries")]
    [InlineData("update relations.ledger_tiles set hashes = overlay(hashes placing '\\x00'::bytea from 1)")]
    [InlineData("delete from relations.ledger_tiles")]
    [InlineData("delete from relations.ledger_checkpoints")]
    [InlineData("truncate relations.ledger_checkpoints")]
    [InlineData("update relations.ledger_keys set private = ''")]
    [InlineData("insert into relations.ledger_checkpoints (size, root, note, at) values (1, sha256(''), '', now())")]
    public async Task even_the_owner_is_refused_as_long_as_the_triggers_stand(string statement)
    {
        await ledgered.KeepOutsideAsync();
        await using var connection = new NpgsqlConnection(ledgered.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }
}
