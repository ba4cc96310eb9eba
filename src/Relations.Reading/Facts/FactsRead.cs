namespace Relations.Reading.Facts;

/// <summary>The meetings of a text, with all that belongs to them.</summary>
/// <param name="Meetings">The meetings; the first is the one that the text is about.</param>
/// <param name="Parts">Participants, topics, statements and outcomes.</param>
/// <param name="Notes">What was seen and not proposed.</param>
internal sealed record MeetingsRead(IReadOnlyList<MeetingFact> Meetings, IReadOnlyList<Fact> Parts, IReadOnlyList<Note> Notes);

/// <summary>The agreements of a text.</summary>
/// <param name="Agreements">The agreements.</param>
/// <param name="Acts">What was done to them.</param>
/// <param name="Mentions">Every place where one is spoken of, with its key.</param>
/// <param name="Notes">What was seen and not proposed.</param>
internal sealed record AgreementsRead(
    IReadOnlyList<AgreementFact> Agreements,
    IReadOnlyList<AgreementActFact> Acts,
    IReadOnlyList<(Passage Passage, string Key)> Mentions,
    IReadOnlyList<Note> Notes);
