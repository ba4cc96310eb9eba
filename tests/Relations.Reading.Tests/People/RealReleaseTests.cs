using Relations.Reading.Score;

namespace Relations.Reading.Tests.People;

/// <summary>Who and what the one real press release names. Its text is not shipped.</summary>
public sealed class RealReleaseTests
{
    private static readonly Named Release = Named.In(Corpus.RealRelease!.Text);

    [Fact]
    public void its_four_organisations_are_named() => Assert.Equal("OIM; SGCAN; OIM Perú; CAN", Release.Bodies);

    [Fact]
    public void its_organ_and_its_office_stand_under_theirs() => Assert.Equal("SGCAN OrganOf CAN; OIM Perú OfficeOf OIM", Release.Placements);

    [Fact]
    public void the_seat_is_in_the_city_of_the_dateline()
    {
        var seat = Assert.Single(Release.Organisations.Organisations, o => o.Seat is not null);
        Assert.Equal(("Lima", "SGCAN"), (seat.Seat, Release.Short(seat.Key)));
        Assert.Contains("seat", seat.Inferred);
    }

    [Fact]
    public void its_four_people_are_named_with_their_titles() => Assert.Equal(
        "Sr.|José Iván|Dávalos; Sr.|Walker|San Miguel; Emb.|Elmer|Schialer Salcedo; Sr.|Javier|Vega Cabieses", Release.Names);

    [Fact]
    public void each_holds_one_post_and_since_when_is_not_said() => Assert.Equal(
        "Dávalos: Jefe de Misión @ OIM Perú; San Miguel: Secretario General @ SGCAN; Schialer Salcedo: Director General @ SGCAN; "
        + "Vega Cabieses: funcionario de programas y proyectos @ OIM",
        Release.Posts);

    [Theory]
    [InlineData(0, 253, 17)]
    [InlineData(1, 365, 17)]
    [InlineData(3, 1745, 20)]
    public void a_person_is_shown_at_the_name(int person, int offset, int length) =>
        Assert.Equal(new(offset, length), Release.People.People[person].Passage);
}
