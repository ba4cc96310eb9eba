namespace Relations.Reading.Tests.Facts;

/// <summary>Short forms of what was read from a text, for comparing.</summary>
internal static class Told
{
    /// <summary>Each agreement with its acts: <c>CooperationAgreement OIM+CAN InForce 1992; Signature 1992 OIM+CAN</c>.</summary>
    public static string Agreements(string text)
    {
        var reading = CommuniqueReader.Read(text, ReadingContext.None);
        return string.Join(" | ", reading.Facts.OfType<AgreementFact>().Select(a => Agreement(reading, a)));
    }

    /// <summary>Each act: <c>Signature 2021-05-03</c>.</summary>
    public static string Acts(string text) =>
        string.Join(" | ", CommuniqueReader.Read(text, ReadingContext.None).Facts.OfType<AgreementActFact>().Select(Act));

    /// <summary>Each project: <c>“Title” 2010/2015 Implementation OIM:Funding+CAN</c>.</summary>
    public static string Projects(string text)
    {
        var reading = CommuniqueReader.Read(text, ReadingContext.None);
        return string.Join(" | ", reading.Facts.OfType<ProjectFact>().Select(p => Joined(
            p.Title is null ? $"{p.Ordinal}/{p.Of}" : $"“{p.Title}”", p.Period?.ToString(), p.Status?.ToString(),
            string.Join('+', p.Participants.Select(o => Name(reading, o.Organisation) + (o.Role is { } role ? $":{role}" : ""))))));
    }

    /// <summary>Each commitment: <c>OIM: enviar el borrador → CAN, 2024-03-15</c>.</summary>
    public static string Commitments(string text)
    {
        var reading = CommuniqueReader.Read(text, ReadingContext.None);
        return string.Join(" | ", reading.Facts.OfType<CommitmentFact>().Select(c =>
            $"{(c.OwedBy is { } by ? Name(reading, by) : "?")}: {c.What}{(c.Due is { } due ? $", {due}" : "")}"));
    }

    /// <summary>The notes on what was not proposed, with their words.</summary>
    public static string Notes(string text) =>
        string.Join(" | ", CommuniqueReader.Read(text, ReadingContext.None).Notes.Select(n => $"{n.Kind} “{n.Passage.In(text)}”"));

    private static string Agreement(TextReading reading, AgreementFact agreement) => string.Join("; ",
        [
            Joined(agreement.Type?.ToString() ?? "?", string.Join('+', agreement.Parties.Select(p => Name(reading, p))), agreement.Status?.ToString(), agreement.Since?.ToString(), Conditions(agreement)),
            .. reading.Facts.OfType<AgreementActFact>().Where(a => a.Agreement == agreement.Key).Select(Act),
        ]);

    private static string? Conditions(AgreementFact agreement) => agreement.Conditions is not { } said ? null : Joined(
        $"[{said.Term.Kind}", said.Term.Months?.ToString(System.Globalization.CultureInfo.InvariantCulture), said.Term.Until?.ToString(),
        said.Renewal is Domain.Agreements.RenewalMode.Unknown ? null : said.Renewal.ToString(), said.RenewalMonths is { } m ? $"every {m}" : null, said.NoticeMonths is { } n ? $"notice {n}]" : "]");

    private static string Act(AgreementActFact act) => Joined(act.Act.ToString(), act.On?.ToString() + (act.Inferred.Contains("on") ? "*" : ""), act.Until is { } until ? $"until {until}" : null);

    private static string Name(TextReading reading, string key)
    {
        var names = reading.Facts.OfType<OrganisationFact>().Single(o => o.Key == key).Names;
        return names.Select(n => n.Acronym).FirstOrDefault(a => a is not null) ?? names[0].Name;
    }

    private static string Joined(params string?[] parts) => string.Join(' ', parts.Where(p => !string.IsNullOrEmpty(p)));
}
