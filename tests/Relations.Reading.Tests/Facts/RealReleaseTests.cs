using Relations.Domain.Agreements;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.Reading.Tests.Facts;

/// <summary>The real press release of 2016: its text stays beside the project.</summary>
public sealed class RealReleaseTests
{
    private static readonly string Text = Find();
    private static readonly TextReading Reading = CommuniqueReader.Read(Text, ReadingContext.None);

    [Fact]
    public void the_agreement_is_attested_in_force_since_a_year_with_an_unknown_term()
    {
        var agreement = Assert.Single(Reading.Facts.OfType<AgreementFact>());
        Assert.Equal(
            (AgreementType.CooperationAgreement, "convenio de cooperación interinstitucional", AgreementStatus.InForce, "1992", null),
            (agreement.Type, agreement.Title, agreement.Status, agreement.Since?.ToString(), agreement.Conditions));
        Assert.Equal(["OIM", "CAN"], agreement.Parties.Select(Acronym));
        Assert.Contains("cuentan con un convenio de cooperación interinstitucional", agreement.Passage.In(Text), StringComparison.Ordinal);
        Assert.Equal(Basis.Stated, agreement.Basis);
    }

    [Fact]
    public void the_agreement_was_neither_renewed_nor_signed()
    {
        Assert.Empty(Reading.Facts.OfType<AgreementActFact>());
        Assert.Contains(Reading.Notes, n => n.Kind is NoteKind.TiesNotAgreement && n.Passage.In(Text).StartsWith("renovaron los lazos", StringComparison.Ordinal));
    }

    [Fact]
    public void two_unnamed_projects_are_told_at_one_passage()
    {
        var projects = Reading.Facts.OfType<ProjectFact>().ToList();
        Assert.Equal([(1, 2), (2, 2)], projects.Select(p => (p.Ordinal, p.Of)));
        Assert.All(projects, p =>
        {
            Assert.Equal((null, "2010/2015"), (p.Title, p.Period?.ToString()));
            Assert.Equal(["OIM", "CAN"], p.Participants.Select(o => Acronym(o.Organisation)));
            Assert.StartsWith("dos proyectos conjuntos", p.Passage.In(Text), StringComparison.Ordinal);
            Assert.StartsWith("fortalecimiento de la integración andina", p.Description, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void the_document_is_a_communique_of_its_day()
    {
        var source = Assert.Single(Reading.Facts.OfType<SourceFact>());
        Assert.Equal(
            (SourceKind.Communique, "OIM y Secretaría General de la Comunidad Andina renuevan lazos de cooperación", "es", "2016-02-12"),
            (source.Kind, source.Title, source.Language, source.Date?.ToString()));
    }

    [Fact]
    public void it_tells_of_one_partnership() =>
        Assert.Equal(["OIM", "CAN"], Assert.Single(Reading.Facts.OfType<PartnershipFact>()).Parties.Select(Acronym));

    private static string? Acronym(string key) => Reading.Facts.OfType<OrganisationFact>().Single(o => o.Key == key).Names.Select(n => n.Acronym).First(a => a is not null);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "seeds", "000_ad3c3200a3ede216.txt");
            if (File.Exists(file))
                return File.ReadAllText(file);
        }

        throw new FileNotFoundException("The seed is expected in shared/seeds beside the project.");
    }
}
