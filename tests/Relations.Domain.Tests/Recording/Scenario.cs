using System.Globalization;
using System.Text.Json;
using Relations.Domain.Recording;

namespace Relations.Domain.Tests.Recording;

/// <summary>Given events, when a command, then events or the rule that forbids it.</summary>
public sealed class Scenario<TState, TCommand>
    where TState : RecordState, IRecordKind<TState, TCommand>
    where TCommand : Command
{
    /// <summary>The day on which every story is told.</summary>
    public static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Guid Id = new("0198f3a0-0000-7000-8000-00000000000a");
    private readonly TState? state;

    private Scenario(TState? state) => this.state = state;

    public static Scenario<TState, TCommand> Nothing { get; } = new(null);

    public static Scenario<TState, TCommand> Given(params Event[] events) =>
        new(events.Aggregate((TState?)null, (s, e) => TState.Fold(s, Id, e)));

    public Outcome When(TCommand command) => new(state, TState.Decide(state, command, Today));

    public sealed class Outcome(TState? before, Decision decision)
    {
        /// <summary>Exactly these events are recorded.</summary>
        public Outcome Then(params Event[] expected)
        {
            Assert.Equal(Json(expected), Json(Accepted.Events));
            return this;
        }

        /// <summary>The state after them.</summary>
        public void ThenState(Action<TState> check) =>
            check(Accepted.Events.Aggregate(before, (s, e) => TState.Fold(s, Id, e))!);

        /// <summary>A person is warned, and the events are recorded all the same.</summary>
        public Outcome ThenWarned(Rule rule)
        {
            Assert.Contains(Accepted.Warnings, w => w.Rule == rule);
            return this;
        }

        /// <summary>Nothing is recorded, because of this rule, which has a sentence in both languages.</summary>
        public void ThenRefused(Rule rule, string? field = null)
        {
            var refused = Assert.IsType<Decision.Refused>(decision);
            var refusal = Assert.Single(refused.Refusals, r => r.Rule == rule);
            Assert.Equal(field, refusal.Field);
            foreach (var language in new[] { "es", "en" })
                Assert.NotEmpty(rule.InWords(CultureInfo.GetCultureInfo(language), refusal.Arguments));
        }

        private Decision.Accepted Accepted => decision is Decision.Accepted accepted
            ? accepted
            : throw new Xunit.Sdk.XunitException("Refused: " + string.Join(", ", ((Decision.Refused)decision).Refusals));

        private static string Json(IEnumerable<Event> events) =>
            string.Join('\n', events.Select(e => e.GetType().Name + " " + JsonSerializer.Serialize<object>(e)));
    }
}
