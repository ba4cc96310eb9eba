using Relations.Domain.Organisations;
using Relations.Reading.Dates;
using Relations.Reading.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.People;

/// <summary>A person of a text while it is read.</summary>
/// <param name="name">The name as first read.</param>
internal sealed class NamedPerson(NameParts name)
{
    /// <summary>The fullest name that the text gives.</summary>
    public NameParts Name { get; set; } = name;

    /// <summary>The weightiest title.</summary>
    public string? Title { get; set; }

    /// <summary>Where the fullest name stands.</summary>
    public required Passage Place { get; set; }

    /// <summary>Where they are first named.</summary>
    public required Passage First { get; init; }

    /// <summary>Whether only a surname is known.</summary>
    public bool IsSurnameOnly => Name.Given.Count == 0;

    /// <summary>The posts that the text gives them.</summary>
    public List<HeldPost> Posts { get; } = [];

    /// <summary>Their key.</summary>
    public string Key { get; set; } = "";
}

/// <summary>A post that a text gives a person.</summary>
/// <param name="Head">Its noun, folded.</param>
/// <param name="Post">The post as written.</param>
/// <param name="Organisation">The key of its organisation.</param>
/// <param name="Acting">Whether it is held for the time being.</param>
/// <param name="Former">Whether it was held before.</param>
/// <param name="Passage">Where it is written.</param>
/// <param name="IsFromContext">Whether its organisation is told elsewhere than beside it.</param>
/// <param name="Since">Since when it is held.</param>
internal sealed record HeldPost(string Head, string Post, string? Organisation, bool Acting, bool Former, Passage Passage, bool IsFromContext, DateMention? Since);

/// <summary>A place where a person is named, before it is known which person that is.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Span">The name.</param>
/// <param name="Whole">The name with its title and posts.</param>
/// <param name="Name">The name alone.</param>
/// <param name="Title">The title before it.</param>
/// <param name="Posts">The posts beside it.</param>
/// <param name="Organisation">The organisation they are of, by their post, what stands beside them, or the heading they are listed under.</param>
internal sealed record PersonPlace(
    PeopledSentence Sentence, PersonSpan Span, Passage Whole, Passage Name, string? Title, IReadOnlyList<HeldPost> Posts, string? Organisation);
