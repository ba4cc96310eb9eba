using System.Text;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Reading.Dates;
using Relations.Reading.Facts;
using Relations.Reading.Organisations;
using Relations.Reading.People;
using Relations.Reading.Text;

namespace Relations.Reading.Tests.Facts;

/// <summary>
/// A text whose people and organisations are marked by hand, so that a reader of facts is tested by itself: <c>[OIM]</c> is an organisation,
/// <c>{el Director de la [OIM], señor &lt;Juan Soto&gt;}</c> a person with title and post, <c>&lt;Soto=el Director&gt;</c> and
/// <c>[OIM=dicho organismo]</c> point back. The key of a person is the last word of the name, of an organisation its words.
/// </summary>
internal static class Marked
{
    /// <summary>Reads the meetings of a marked text; its dates are read as in any other.</summary>
    public static MeetingsRead Meetings(string marked) => MeetingReader.Read(Entities(marked));

    /// <summary>The text without its marks, with what they mark.</summary>
    public static Entities Entities(string marked)
    {
        var plain = new StringBuilder();
        List<OrganisationMention> organisations = [];
        List<PersonMention> people = [];
        Stack<(char Mark, int Start, string? Key)> open = [];
        (Passage At, string Key, bool Back)? name = null;
        (Passage At, string Key)? own = null;
        foreach (var c in marked)
        {
            switch (c)
            {
                case '[' or '<' or '{':
                    open.Push((c, plain.Length, null));
                    if (c is '{')
                        (name, own) = (null, null);
                    break;
                case '=' when open.Count > 0:
                    var (mark, start, _) = open.Pop();
                    open.Push((mark, start, plain.ToString(start, plain.Length - start)));
                    plain.Length = start;
                    break;
                case ']':
                    var organisation = Close();
                    organisations.Add(new(organisation.At, organisation.Key ?? organisation.At.In(plain.ToString()), organisation.Key is not null));
                    own ??= (organisation.At, organisations[^1].Key);
                    break;
                case '>':
                    var person = Close();
                    name = (person.At, person.Key ?? person.At.In(plain.ToString()).Split(' ')[^1], person.Key is not null);
                    if (!open.Any(o => o.Mark is '{'))
                        people.Add(new(person.At, person.At, name.Value.Key, null, null, name.Value.Back));
                    break;
                case '}':
                    people.Add(new(Close().At, name!.Value.At, name.Value.Key, null, own?.Key, name.Value.Back));
                    break;
                default:
                    plain.Append(c);
                    break;
            }
        }

        var text = ReadText.Of(plain.ToString());
        return new(
            text,
            DateReader.Read(text, ReadingContext.None),
            new([.. organisations.DistinctBy(o => o.Key).Select(o => Organisation(o.Key, o.Passage))], [], organisations),
            new([.. people.DistinctBy(p => p.Key).Select(p => Person(p, text))], [], people));

        (Passage At, string? Key) Close()
        {
            var (_, start, key) = open.Pop();
            return (Passage.Between(start, plain.Length), key);
        }
    }

    private static OrganisationFact Organisation(string key, Passage at) =>
        new([new("es", key)], OrganisationKind.StateBody, null, null) { Key = key, Basis = Basis.Stated, Evidence = [Evidence.Of(at)], Confidence = new(1, ConfidenceReason.OnRecord) };

    private static PersonFact Person(PersonMention mention, ReadText text) =>
        new(new PersonName("", text.In(mention.Name))) { Key = mention.Key, Basis = Basis.Stated, Evidence = [Evidence.Of(mention.Whole)], Confidence = new(1, ConfidenceReason.NamedLikeIt) };
}
