using Relations.App.Recording;

namespace Relations.App.Pages;

/// <summary>A fact with one of the passages that it cites.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Passage">The passage.</param>
public sealed record CitedFact(HistoryEntry Fact, CitedPassage Passage);
