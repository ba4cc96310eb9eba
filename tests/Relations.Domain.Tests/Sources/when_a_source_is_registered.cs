using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Sources;

using Story = Scenario<Source, SourceCommand>;

public class when_a_source_is_registered
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly RegisterSource Register = new(
        SourceKind.Communique, "OIM y SGCAN renuevan lazos", "es", Hash, Some.Sgcan, "Secretaría General", Some.Day("2016-02-12"),
        "https://example.org/comunicado", null, [Some.CanOim]);

    private static readonly SourceRegistered Registered = new(
        SourceKind.Communique, "OIM y SGCAN renuevan lazos", "es", Hash, Some.Sgcan, "Secretaría General", Some.Day("2016-02-12"),
        "https://example.org/comunicado", [Some.CanOim], null);

    [Fact]
    public void its_particulars_are_enough() => Story.Nothing.When(Register).Then(Registered).ThenState(s =>
    {
        Assert.Null(s.Text);
        Assert.Equal([Some.CanOim.Value], s.Concerns.Partnerships);
        Assert.Equal([Some.Sgcan.Value], s.Concerns.Organisations);
    });

    [Fact]
    public void its_date_is_not_the_date_of_the_registration() => Assert.IsNotAssignableFrom<IDated>(Registered);

    [Fact]
    public void its_text_is_kept_exactly_as_given() => Story.Nothing.When(Register with { Text = " Líma,\r\n 12 \uD83D\uDE00 \n" })
        .Then(Registered, new SourceTextProvided(" Líma,\r\n 12 \uD83D\uDE00 \n"))
        .ThenState(s => Assert.Equal(" Líma,\r\n 12 \uD83D\uDE00 \n", s.Text));

    [Fact]
    public void it_may_belong_to_no_partnership_and_have_no_known_publisher_date_or_address() => Story.Nothing
        .When(new RegisterSource(SourceKind.Other, "Note", "en", Hash))
        .Then(new SourceRegistered(SourceKind.Other, "Note", "en", Hash, null, null, null, null, [], null));

    [Fact]
    public void a_summary_names_what_it_summarises() => Story.Nothing.When(Register with { Summarises = Some.PressRelease })
        .Then(Registered with { Summarises = Some.PressRelease })
        .ThenState(s => Assert.Equal([Some.PressRelease.Value], s.Concerns.Records));

    [Fact]
    public void it_has_a_title() => Story.Nothing.When(Register with { Title = "" }).ThenRefused(CommonRules.TextRequired, "title");

    [Theory]
    [InlineData(null)]
    [InlineData("ES")]
    [InlineData("spa")]
    [InlineData("es-PE")]
    [InlineData("e")]
    public void its_language_is_two_small_letters(string? language) =>
        Story.Nothing.When(Register with { Language = language! }).ThenRefused(SourceRules.LanguageCode, "language");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a0")]
    [InlineData("9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08")]
    [InlineData("9g86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    public void its_hash_is_64_small_hexadecimal_digits(string? hash) =>
        Story.Nothing.When(Register with { Sha256 = hash! }).ThenRefused(SourceRules.Sha256Shape, "sha256");

    [Theory]
    [InlineData("http://example.org/a?b=c#d")]
    [InlineData("https://example.org/migración")]
    [InlineData("mailto:oficina@example.org")]
    [InlineData("urn:isbn:9789290686408")]
    public void its_address_is_absolute(string address) =>
        Story.Nothing.When(Register with { Address = address }).Then(Registered with { Address = address });

    [Theory]
    [InlineData("")]
    [InlineData("example.org/comunicado")]
    [InlineData("/comunicado")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("https://")]
    [InlineData("https://example.org/a b")]
    [InlineData(" https://example.org/a")]
    [InlineData("java\tscript:alert(1)")]
    public void any_other_address_is_refused(string address) =>
        Story.Nothing.When(Register with { Address = address }).ThenRefused(SourceRules.AddressShape, "address");

    [Fact]
    public void its_address_is_bounded() => Story.Nothing
        .When(Register with { Address = "https://example.org/" + new string('x', Limits.Subject) })
        .ThenRefused(CommonRules.TextTooLong, "address");

    [Fact]
    public void a_document_does_not_bear_a_date_to_come() =>
        Story.Nothing.When(Register with { Date = Some.Day("2027") }).ThenRefused(CommonRules.NotInTheFuture, "date");

    [Fact]
    public void a_publisher_named_is_not_blank() =>
        Story.Nothing.When(Register with { PublisherName = " " }).ThenRefused(CommonRules.TextRequired, "publisherName");

    [Fact]
    public void its_partnerships_are_bounded() => Story.Nothing
        .When(Register with { Partnerships = [.. Enumerable.Range(1, Limits.Partnerships + 1).Select(n => new PartnershipId(Some.Numbered(n)))] })
        .ThenRefused(CommonRules.TooManyItems, "partnerships");

    [Fact]
    public void a_text_given_is_not_blank() =>
        Story.Nothing.When(Register with { Text = " \n" }).ThenRefused(CommonRules.TextRequired, "text");

    [Fact]
    public void its_text_is_bounded() => Story.Nothing
        .When(Register with { Text = new('x', Limits.SourceText + 1) }).ThenRefused(CommonRules.TextTooLong, "text");

    [Fact]
    public void a_text_that_cannot_be_kept_exactly_is_refused()
    {
        foreach (var text in new[] { "a\0b", "half \uD83D", "\uDE00 half", "\uD83D\uD83D\uDE00" })
            Story.Nothing.When(Register with { Text = text }).ThenRefused(CommonRules.TextUnreadable, "text");
    }
}
