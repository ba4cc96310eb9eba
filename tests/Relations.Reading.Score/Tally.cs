namespace Relations.Reading.Score;

/// <summary>Counts of facts.</summary>
/// <param name="Found">Expected and proposed.</param>
/// <param name="Missed">Expected and not proposed.</param>
/// <param name="Wrong">Proposed and not expected.</param>
internal readonly record struct Tally(int Found, int Missed, int Wrong)
{
    /// <summary>Which share of what is proposed is right; 1 where nothing is proposed.</summary>
    public double Precision => Found + Wrong == 0 ? 1 : (double)Found / (Found + Wrong);

    /// <summary>Which share of what is expected is proposed; 1 where nothing is expected.</summary>
    public double Recall => Found + Missed == 0 ? 1 : (double)Found / (Found + Missed);

    /// <summary>Counts facts.</summary>
    /// <param name="scores">The texts' scores.</param>
    /// <param name="kind">The kind of facts; null for all.</param>
    public static Tally Of(IReadOnlyCollection<TextScore> scores, string? kind = null) => new(
        scores.Sum(s => s.Found.Count(f => kind is null || f.Kind == kind)),
        scores.Sum(s => s.Missed.Count(f => kind is null || f.Fact.Kind == kind)),
        scores.Sum(s => s.Wrong.Count(f => kind is null || f.Fact.Kind == kind)));
}
