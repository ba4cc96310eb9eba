using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;
using Relations.App.Import.Generated;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using Outcome = Relations.App.Recording.Outcome;

namespace Relations.Benchmarks;

/// <summary>
/// Logging a meeting with two participants, a topic and an outcome. One transaction writes 7 rows: the stream, 5 events
/// and the meeting's state.
/// </summary>
internal static class CommandBenchmark
{
    private const int Parallel = 16;
    private const string Insert = "insert into raw.";

    /// <summary>Compares commands with bare inserts of the rows that they write.</summary>
    /// <param name="bench">Where.</param>
    /// <param name="commands">How many a round.</param>
    /// <param name="rounds">How many rounds.</param>
    public static async Task<Comparison> RunAsync(Bench bench, int commands, int rounds)
    {
        var (parties, people) = await RegisterAsync(bench);

        var sample = await RecordAsync(bench, 0, parties, people);
        var rows = await Rows.OfAsync(bench, sample);
        return await Comparison.MeasureAsync(
            "Commands a second, 16 in parallel, beside bare inserts of the same rows",
            0.5,
            rounds,
            () => Bench.RateAsync(commands, () => InParallel(commands, i => RecordAsync(bench, i, parties, people))),
            () => Bench.RateAsync(commands, () => InParallel(commands, _ => rows.InsertAsync(bench.Database))));
    }

    /// <summary>Prepares commands without anything beside them.</summary>
    /// <param name="bench">Where.</param>
    /// <returns>Carries out so many of them, 16 in parallel.</returns>
    public static async Task<Func<int, Task>> PrepareAsync(Bench bench)
    {
        var (parties, people) = await RegisterAsync(bench);
        return commands => InParallel(commands, i => RecordAsync(bench, i, parties, people));
    }

    private static async Task<(List<Concerns> Parties, List<PersonId> People)> RegisterAsync(Bench bench)
    {
        var records = Generator.Records(new(20, 0)).ToList();
        await new GeneratedLoad(bench.Store).LoadAsync(records);
        return (
            [.. records.Where(r => r.Kind.Name == "partnership").Select(r => r.State.Concerns)],
            [.. records.Where(r => r.Kind.Name == "person").Select(r => new PersonId(r.State.Id))]);
    }

    private static Task InParallel(int count, Func<int, Task> work) => System.Threading.Tasks.Parallel.ForAsync(
        0, count, new ParallelOptions { MaxDegreeOfParallelism = Parallel }, async (i, _) => await work(i));

    private static async Task<Guid> RecordAsync(Bench bench, int n, List<Concerns> parties, List<PersonId> people)
    {
        var concerned = parties[n % parties.Count];
        var (partnership, one, other) = (concerned.Partnerships.First(), concerned.Organisations.First(), concerned.Organisations.Last());
        var meeting = new LogMeeting(
            [new(partnership)],
            EdtfDate.Parse("2016-02-12"),
            new("Sede de la Secretaría General", new OrganisationId(one), "Lima", "PE"),
            Modality.InPerson,
            "Reunión de trabajo",
            [
                new(people[n % people.Count], new(one), "Secretario General", ParticipantRole.Host),
                new(people[(n + 1) % people.Count], new(other), "Jefe de Misión", ParticipantRole.Delegate),
            ],
            ["gobernanza migratoria"],
            [new("Se reafirmó el interés mutuo en el trabajo conjunto", OutcomeKind.Reaffirmation)]);
        await using var scope = bench.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<Recorder>()
            .RecordAsync(new(Guid.CreateVersion7(), meeting, Actor.Operator("oficial")) { CorrelationId = "benchmark" });
        return outcome is Outcome.Recorded { RecordId: var id }
            ? id
            : throw new InvalidOperationException($"The meeting was not recorded: {outcome}");
    }

    /// <summary>The rows of one meeting, to be inserted again and again under new ids.</summary>
    private sealed record Rows(string StreamType, IReadOnlyList<EventRow> Events, string State, string StateType)
    {
        public static async Task<Rows> OfAsync(Bench bench, Guid meeting)
        {
            var events = new List<EventRow>();
            await using var command = bench.Database.CreateCommand(
                "select version, data::text, type, mt_dotnet_type, headers::text, correlation_id, causation_id, user_name "
                + $"from relations.mt_events where stream_id = '{meeting}' order by version");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                events.Add(new(
                    reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
                    reader.GetString(5), reader.GetString(6), reader.GetString(7)));
            }

            return new(
                await bench.ReadAsync<string>($"select type from relations.mt_streams where id = '{meeting}'"),
                events,
                await bench.ReadAsync<string>($"select data::text from relations.mt_doc_meeting where id = '{meeting}'"),
                await bench.ReadAsync<string>($"select mt_dotnet_type from relations.mt_doc_meeting where id = '{meeting}'"));
        }

        public async Task InsertAsync(NpgsqlDataSource database)
        {
            var id = Guid.CreateVersion7();
            await using var connection = await database.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await using var batch = new NpgsqlBatch(connection, transaction);
            batch.BatchCommands.Add(Command(
                Insert + "mt_streams (id, type, version, timestamp, created) values ($1, $2, $3, now(), now())",
                new NpgsqlParameter<Guid> { TypedValue = id },
                new NpgsqlParameter<string> { TypedValue = StreamType },
                new NpgsqlParameter<long> { TypedValue = Events.Count }));
            foreach (var e in Events)
                batch.BatchCommands.Add(e.Insert(id));
            batch.BatchCommands.Add(Command(
                Insert + "mt_doc_meeting (id, data, mt_dotnet_type, mt_version) values ($1, $2, $3, $4)",
                new NpgsqlParameter<Guid> { TypedValue = id },
                Json(State),
                new NpgsqlParameter<string> { TypedValue = StateType },
                new NpgsqlParameter<long> { TypedValue = Events.Count }));
            await batch.PrepareAsync();
            await batch.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        }
    }

    private sealed record EventRow(
        long Version, string Data, string Type, string DotNetType, string Headers, string Correlation, string Causation, string User)
    {
        public NpgsqlBatchCommand Insert(Guid stream) => Command(
            CommandBenchmark.Insert + "mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, headers, correlation_id, "
            + "causation_id, user_name) values (nextval('raw.mt_events_sequence'), $1, $2, $3, $4, $5, now(), $6, $7, $8, $9, $10)",
            new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() },
            new NpgsqlParameter<Guid> { TypedValue = stream },
            new NpgsqlParameter<long> { TypedValue = Version },
            Json(Data),
            new NpgsqlParameter<string> { TypedValue = Type },
            new NpgsqlParameter<string> { TypedValue = DotNetType },
            Json(Headers),
            new NpgsqlParameter<string> { TypedValue = Correlation },
            new NpgsqlParameter<string> { TypedValue = Causation },
            new NpgsqlParameter<string> { TypedValue = User });
    }

    private static NpgsqlParameter<string> Json(string json) => new() { TypedValue = json, NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static NpgsqlBatchCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters);
        return command;
    }
}
