using System.Globalization;
using Microsoft.Extensions.Primitives;
using Relations.App.Pages;
using Relations.App.Partnerships;

namespace Relations.App.Network;

/// <summary>The questions about the network as they stand in addresses.</summary>
internal static class NetworkAddress
{
    private const int MostOfTheme = 300;

    /// <summary>The names of the kinds in addresses.</summary>
    public static IReadOnlyDictionary<TieKind, string> Kinds { get; } =
        Enum.GetValues<TieKind>().ToDictionary(k => k, k => k.ToString().ToLowerInvariant());

    /// <summary>Reads a question; what cannot be read is left out and named among the mistakes.</summary>
    /// <param name="query">The query of an address.</param>
    /// <param name="today">Today, which is asked for unless another day is.</param>
    /// <param name="question">The question.</param>
    /// <returns>The fields that cannot be read.</returns>
    public static IReadOnlyList<string> Read(IQueryCollection query, DateOnly today, out NetworkQuestion question)
    {
        List<string> mistakes = [];
        var unread = AddressClocks.Read(query["on"], query["asKnownAt"], out var asOf);
        mistakes.AddRange(unread.Select(clock => clock == "On" ? "on" : "asKnownAt"));

        Guid? organisation = null;
        if (Given(query["organisation"]) is { } written)
        {
            organisation = Guid.TryParse(written, out var id) ? id : null;
            if (organisation is null)
                mistakes.Add("organisation");
        }

        var steps = AddressNumber.Read(Given(query["steps"])) ?? 1;
        if (steps is < 1 or > NetworkQuestion.MostSteps)
            mistakes.Add("steps");

        var theme = Given(query["theme"]);
        if (theme?.Length > MostOfTheme)
            mistakes.Add("theme");

        var asked = query["kind"].OfType<string>().Where(k => k.Length > 0).ToHashSet();
        if (asked.Except(Kinds.Values).Any())
            mistakes.Add("kind");
        question = new(
            asOf.On ?? today,
            organisation,
            Math.Clamp(steps, 1, NetworkQuestion.MostSteps),
            mistakes.Contains("theme") ? null : theme,
            Kinds.Where(k => asked.Contains(k.Value)).Select(k => k.Key).ToHashSet(),
            asOf.KnownAt);
        return mistakes;
    }

    /// <summary>The query of a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="today">Today, which need not be said.</param>
    public static string Of(NetworkQuestion question, DateOnly today) => string.Concat(new QueryString()
        .And("on", question.Day == today ? null : question.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        .And("asKnownAt", TimelineQuestion.Clocks(new(KnownAt: question.KnownAt)).Select(c => c.Value).SingleOrDefault())
        .And("organisation", question.Organisation?.ToString())
        .And("steps", question.Steps == 1 ? null : question.Steps.ToString(CultureInfo.InvariantCulture))
        .And("theme", question.Theme)
        .And("kind", question.Kinds.Order().Select(k => Kinds[k]).ToArray()));

    private static QueryString And(this QueryString query, string name, StringValues values) =>
        values.OfType<string>().Aggregate(query, (q, value) => q.Add(name, value));

    private static string? Given(StringValues values) => string.IsNullOrWhiteSpace(values) ? null : values.ToString().Trim();
}
