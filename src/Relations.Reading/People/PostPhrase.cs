namespace Relations.Reading.People;

/// <summary>A post in a sentence: “Jefe de Misión de la OIM en el Perú”.</summary>
/// <param name="Start">The number of its first word, with words such as “acting” and an organisation before it.</param>
/// <param name="End">The number of the first word after it and its organisation.</param>
/// <param name="Head">Its noun, folded: <c>jefe</c>.</param>
/// <param name="Post">The post as written, without the organisation.</param>
/// <param name="Organisation">The key of its organisation; null where none stands beside it.</param>
/// <param name="Acting">Whether it is held for the time being.</param>
/// <param name="Former">Whether it was held before.</param>
internal sealed record PostPhrase(int Start, int End, string Head, string Post, string? Organisation, bool Acting, bool Former)
{
    /// <summary>Whether an article stands before it.</summary>
    public bool HasArticle { get; init; }
}
