using System.Diagnostics;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Reading.Linking;
using Xunit.Abstractions;

namespace Relations.Reading.Tests.Linking;

public sealed class BlockingKeysTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("José Iván Dávalos", "Jose Ivan Davalos", "accents")]
    [InlineData("José Iván Dávalos", "Dávalos, José Iván", "another order")]
    [InlineData("Elmer Schialer Salcedo", "Elmer Schialer", "no second surname")]
    [InlineData("José Iván Dávalos", "J. I. Dávalos", "initials")]
    [InlineData("José Iván Dávalos", "José Iván Dábalos", "b for v")]
    [InlineData("María Ximena Hernández", "Maria Jimena Ernandes", "written as heard")]
    [InlineData("Walker San Miguel", "Walter San Miguel", "a slip in the given name")]
    [InlineData("Elmer Schialer Salcedo", "Elmer Schilaer Salcedo", "a slip in the surname")]
    [InlineData("J. I. Dávalos", "José Iván Dávalos", "initials on record")]
    [InlineData("Ana Soto", "Ana Sotto", "a slip in one of two names")]
    [InlineData("Juan Carlos de la Fuente", "Juan Carlos Fuente", "no particles")]
    public void a_person_is_found_whatever_the_name_is_written_like(string kept, string lookedFor, string because) =>
        Assert.True(BlockingKeys.Of(kept).Intersect(BlockingKeys.ToLookFor(lookedFor)).Any(), because);

    [Theory]
    [InlineData("Juan García Paz", "Elena García Torres")]
    [InlineData("María José García Paz", "Miguel Jorge García Torres")]
    [InlineData("Ana Soto", "Luis Paz")]
    public void a_surname_alone_does_not_call_up_all_who_bear_it(string kept, string lookedFor) =>
        Assert.Empty(BlockingKeys.Of(kept).Intersect(BlockingKeys.ToLookFor(lookedFor)));

    [Fact]
    public void who_is_looked_for_by_a_surname_alone_is_found() =>
        Assert.NotEmpty(BlockingKeys.Of("José Iván Dávalos").Intersect(BlockingKeys.ToLookFor("Davalos")));

    [Theory]
    [InlineData("")]
    [InlineData("  .-, ")]
    [InlineData("de la")]
    [InlineData("J.")]
    public void a_name_without_a_whole_word_has_no_keys(string name) => Assert.Empty(BlockingKeys.Of(name));

    // Half of a pair of code units, which no test data in an attribute can hold.
    [Fact]
    public void a_broken_letter_does_no_harm() => Assert.Contains("st", BlockingKeys.Of("\ud800 Soto"));

    [Fact]
    public void a_name_has_few_keys_however_long_it_is() =>
        Assert.InRange(BlockingKeys.Of(string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"nombre{i}"))).Count, 1, 51);

    // What is asked is that reviewing a text never waits for this. The best of some runs counts; the clock of the wall is given many times what the
    // work takes of one processor, for machines that do much else.
    [Fact]
    public void twenty_names_are_linked_among_a_hundred_thousand_people_at_once()
    {
        var people = Crowd.Of(100_000);
        var index = people.SelectMany((name, i) => BlockingKeys.Of(name).Select(k => (Key: k, Person: i))).GroupBy(x => x.Key, x => x.Person, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        var shared = new int[people.Count];
        var known = people.Select((name, i) => new KnownPerson(Record(i), Named(name), [])).ToList();
        var asked = Enumerable.Range(0, 20).Select(i => i * 4_999).ToList();
        var reading = new TextReading("", [.. asked.Select(i => Fact(i, people[i]))], []);

        var fastest = Enumerable.Range(0, 20).Min(_ =>
        {
            var clock = Stopwatch.StartNew();
            var found = asked.SelectMany(i => Shared(people[i])).Distinct().Select(i => known[i]).ToList();
            var links = Linker.Link(reading, new([], found, [], []));
            clock.Stop();
            Assert.All(asked, i => Assert.Contains(links, l => l.Key == $"person-{i}" && people[BitConverter.ToInt32(l.Record.ToByteArray()) - 1] == people[i]));
            return clock.Elapsed;
        });

        output.WriteLine($"{fastest.TotalMilliseconds:0.0} ms");
        Assert.InRange(fastest, TimeSpan.Zero, TimeSpan.FromMilliseconds(400));

        // As the database does: who shares most keys comes first, and so many of them are compared.
        IEnumerable<int> Shared(string name)
        {
            List<int> met = [];
            foreach (var person in BlockingKeys.ToLookFor(name).SelectMany(k => index.GetValueOrDefault(k, [])))
            {
                if (shared[person]++ == 0)
                    met.Add(person);
            }

            var ranked = met.ToLookup(p => shared[p]);
            List<int> first = [.. Enumerable.Range(0, 52).Reverse().SelectMany(n => ranked[n]).Take(25)];
            met.ForEach(p => shared[p] = 0);
            return first;
        }

        static Guid Record(int i) => new(i + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

        static PersonName Named(string name) => name.Split(' ') is var parts ? new($"{parts[0]} {parts[1]}", $"{parts[2]} {parts[3]}") : throw new UnreachableException();

        static PersonFact Fact(int i, string name) => new(Named(name))
        {
            Key = $"person-{i}",
            Basis = Basis.Stated,
            Evidence = [Evidence.Of(new(0, 1))],
            Confidence = new(0.9, ConfidenceReason.NamedLikeIt),
        };
    }
}
