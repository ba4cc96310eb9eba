using System.Globalization;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;

namespace Relations.App.Import.Generated;

/// <summary>
/// Makes large, realistic records out of sizes and a seed. Pure: the same sizes give the same records, byte for byte. Each
/// record is made by commands that its decider accepts, and refers only to records made before it.
/// </summary>
public sealed partial class Generator
{
    /// <summary>Liaison officers. They have accounts, and no means of signing in until they are invited.</summary>
    private const int Officers = 40;

    private readonly GeneratedSizes sizes;

    private Generator(GeneratedSizes sizes) => this.sizes = sizes;

    /// <summary>The records, one by one as they are asked for, so that any number fits in memory.</summary>
    /// <param name="sizes">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not within its bounds.</exception>
    public static IEnumerable<GeneratedRecord> Records(GeneratedSizes sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        return sizes.AreWithinBounds
            ? new Generator(sizes).All()
            : throw new ArgumentOutOfRangeException(nameof(sizes), sizes, "A size is not within its bounds.");
    }

    private IEnumerable<GeneratedRecord> All() => Many(Officers, MakeAccount)
        .Concat(Many(sizes.Organisations, MakeOrganisation))
        .Concat(Many(sizes.PeopleInAll, MakePerson))
        .Concat(Many(sizes.Partnerships, MakePartnership))
        .Concat(Enumerable.Range(0, sizes.Partnerships).SelectMany(MakeAgreements))
        .Concat(Enumerable.Range(0, sizes.Partnerships).SelectMany(MakeProjects))
        .Concat(Enumerable.Range(0, sizes.Meetings).SelectMany(MakeMeeting));

    private static IEnumerable<GeneratedRecord> Many(int count, Func<int, GeneratedRecord> make) =>
        Enumerable.Range(0, count).Select(make);

    private Chance ChanceOf(Part part, int number) => Chance.Of(sizes.Seed, part, number);

    private Guid Id(Part part, int number) => Chance.Id(sizes.Seed, part, number);

    private OrganisationId Organisation(int number) => new(Id(Part.Organisation, number));

    private PersonId Person(int number) => new(Id(Part.Person, number));

    private PartnershipId Partnership(int number) => new(Id(Part.Partnership, number));

    /// <summary>One of the people of an organisation: those are its number and every number that many further on.</summary>
    private int PersonAt(int organisation, int which) =>
        organisation + (sizes.Organisations * (which % (((sizes.PeopleInAll - 1 - organisation) / sizes.Organisations) + 1)));

    /// <summary>The account of one of the liaison officers.</summary>
    private string Officer(int number) => FormattableString.Invariant($"oficial{number % Officers}.{sizes.Seed}");

    private static string PostOf(int person) => Words.Posts[person / 7 % Words.Posts.Length];

    /// <summary>The parties of a partnership: two or three different organisations.</summary>
    private int[] PartiesOf(int partnership)
    {
        var first = partnership % sizes.Organisations;
        var second = (first + 1 + (partnership % 5)) % sizes.Organisations;
        return partnership % 6 == 0 ? [first, second, (first + 6) % sizes.Organisations] : [first, second];
    }

    /// <summary>The year that a partnership began in.</summary>
    private static int YearOf(int partnership) => 1992 + (partnership * 7 % 28);

    /// <summary>A day since a year, more often a late one.</summary>
    private static DateOnly Day(Chance chance, int sinceYear)
    {
        var days = GeneratedSizes.Today.DayNumber - new DateOnly(sinceYear, 1, 1).DayNumber;
        return GeneratedSizes.Today.AddDays(-chance.Skewed(Math.Max(1, days - 31)) - 1);
    }

    /// <summary>A date as precise as sources are: mostly a day, sometimes a month or a year, now and then about a year.</summary>
    private static EdtfDate Date(Chance chance, DateOnly day) => EdtfDate.Parse(chance.Below(100) switch
    {
        < 82 => Text(day),
        < 90 => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        < 95 => day.ToString("yyyy", CultureInfo.InvariantCulture),
        < 97 => day.ToString("yyyy", CultureInfo.InvariantCulture) + "~",
        < 99 => Text(day) + "?",
        _ => $"{Text(day)}/{Text(day.AddDays(1))}",
    });

    private static EdtfDate Exactly(DateOnly day) => EdtfDate.Of(day);

    private static EdtfDate Year(int year) => EdtfDate.Parse(year.ToString("D4", CultureInfo.InvariantCulture));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Provenance Because(string reason) => new(Reason: reason);
}
