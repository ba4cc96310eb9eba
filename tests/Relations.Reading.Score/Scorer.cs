namespace Relations.Reading.Score;

/// <summary>Compares a reading with what is expected of it.</summary>
internal static class Scorer
{
    /// <summary>
    /// Scores a reading. Each expected fact is met by one proposed fact at most, so a fact proposed twice is wrong once. What must be there
    /// takes its pick before what may be there.
    /// </summary>
    /// <param name="text">The text and what is expected.</param>
    /// <param name="facts">What is proposed.</param>
    public static TextScore Score(CorpusText text, IEnumerable<Fact> facts)
    {
        List<ProposedFact> left = [.. facts.Select(f => new ProposedFact(f))];
        var identities = new Identities(text.Facts, left);
        List<ExpectedFact> found = [];
        List<ExpectedFact> missed = [];
        foreach (var expected in text.Facts.OrderBy(f => f.Optional))
        {
            var met = left.FindIndex(p => p.Kind == expected.Kind && Differences(expected, p, identities).Count == 0);
            if (met >= 0)
                left.RemoveAt(met);
            if (!expected.Optional)
                (met >= 0 ? found : missed).Add(expected);
        }

        return new(
            text,
            found,
            [.. missed.Select(m => new Missed(m, Nearest(left.Where(p => p.Kind == m.Kind).Select(p => Differences(m, p, identities)))))],
            [.. left.Select(w => new Wrong(w, Nearest(missed.Where(m => m.Kind == w.Kind).Select(m => Differences(m, w, identities)))))]);
    }

    /// <summary>What keeps a proposed fact from being the expected one: fields, the passage, or that it is about another.</summary>
    private static List<string> Differences(ExpectedFact expected, ProposedFact proposed, Identities identities)
    {
        List<string> differences = identities.IsAbout(expected, proposed) ? [] : ["names"];
        if (!proposed.IsAt(expected.At))
            differences.Add("passage");
        differences.AddRange(DecisiveField.Of(expected.Kind)
            .Where(d => !d.Agree(expected.Fields[d.Name], proposed.Field(d.Name), identities))
            .Select(d => d.Name));
        return differences;
    }

    private static List<string> Nearest(IEnumerable<List<string>> differences) => differences.MinBy(d => d.Count) ?? [];
}

/// <summary>How the reading of a text compares with what is expected of it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Found">The expected facts that are proposed.</param>
/// <param name="Missed">The expected facts that are not proposed.</param>
/// <param name="Wrong">The proposed facts that are not expected.</param>
internal sealed record TextScore(
    CorpusText Text, IReadOnlyList<ExpectedFact> Found, IReadOnlyList<Missed> Missed, IReadOnlyList<Wrong> Wrong);

/// <summary>An expected fact that is not proposed.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Differences">In what the nearest wrong proposal differs; empty where there is none.</param>
internal sealed record Missed(ExpectedFact Fact, IReadOnlyList<string> Differences);

/// <summary>A proposed fact that is not expected.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Differences">In what it differs from the nearest missed fact; empty where there is none.</param>
internal sealed record Wrong(ProposedFact Fact, IReadOnlyList<string> Differences)
{
    /// <summary>Whether it says that an agreement was signed or renewed where the text tells of no such act.</summary>
    /// <param name="text">The text and what is expected.</param>
    public bool IsInventedAct(CorpusText text) =>
        Fact.Fact is AgreementActFact { Act: AgreementAct.Signature or AgreementAct.Renewal } act
        && !text.Facts.Any(f => ExpectedFact.Accepted(f.Fields["act"]).Contains(act.Act.ToString()));
}
