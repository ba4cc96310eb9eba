using Relations.Domain.Sources;

namespace Relations.Reading.Tests.Facts;

public sealed class ReadingAssemblyTests
{
    private const string Release = "Comunicado\nLocal\n\nOEA y SELA firman convenio\n\nOEA Y SELA FIRMAN CONVENIO\n\nLima, 12 de febrero del 2016.- La OEA y el SELA firmaron un convenio de cooperación. La OIM saludó la firma.";

    [Theory]
    [InlineData(Release, SourceKind.Communique, "OEA y SELA firman convenio", "2016-02-12")]
    [InlineData("ACTA DE REUNIÓN\n\nFecha: 22 de febrero de 2024\nLugar: Caracas\n\nSe reunieron el SELA y la CAF.", SourceKind.Minutes, "ACTA DE REUNIÓN", "2024-02-22")]
    [InlineData("From: Ana Soto <a@example.org>\nTo: Luis Paz\nDate: Thu, 11 May 2023 16:20:05 +0100\nSubject: Our call\n\nDear Luis,\n\nThank you for the call of the other day.", SourceKind.Email, "Our call", "2023-05-11")]
    [InlineData("Quito, 3 de junio de 2020\n\nEstimado señor Director:\n\nMe dirijo a usted en relación con el convenio de la OEA con el SELA.\n\nAtentamente,\nAna Soto", SourceKind.Letter, null, "2020-06-03")]
    [InlineData("CONVENIO MARCO DE COOPERACIÓN ENTRE LA OEA Y EL SELA\n\nPRIMERA.- De las partes\n\nSEGUNDA.- Del objeto\n\nLas partes cooperarán entre sí.", SourceKind.AgreementText, "CONVENIO MARCO DE COOPERACIÓN ENTRE LA OEA Y EL SELA", null)]
    [InlineData("Informe anual de la OEA\n\nEl presente informe da cuenta de los trabajos de la OEA en la región.", SourceKind.Report, "Informe anual de la OEA", null)]
    public void a_document_is_told_by_its_top_and_its_shape(string text, SourceKind kind, string? title, string? date)
    {
        var source = CommuniqueReader.Read(text, ReadingContext.None).Facts.OfType<SourceFact>().Single();
        Assert.Equal((kind, title, date), (source.Kind, source.Title, source.Date?.ToString()));
    }

    [Fact]
    public void who_is_only_named_is_no_partner()
    {
        var reading = CommuniqueReader.Read(Release, ReadingContext.None);
        var partnership = reading.Facts.OfType<PartnershipFact>().Single();
        Assert.Equal(2, partnership.Parties.Count);
        var oim = reading.Facts.OfType<OrganisationFact>().Single(o => o.Names.Any(n => n.Acronym == "OIM"));
        Assert.DoesNotContain(oim.Key, partnership.Parties);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    public void an_empty_text_tells_nothing(string text) => Assert.Empty(CommuniqueReader.Read(text, ReadingContext.None).Facts);

    [Fact]
    public void facts_stand_in_the_order_of_the_text_and_name_only_each_other()
    {
        var reading = CommuniqueReader.Read(Release, ReadingContext.None);
        Assert.Equal(reading.Facts.Skip(1).OrderBy(f => f.Passage.Offset), reading.Facts.Skip(1));
        Assert.Equal(reading.Facts.Count, reading.Facts.Select(f => f.Key).Distinct().Count());
        var keys = reading.Facts.Select(f => f.Key).ToHashSet();
        Assert.All(reading.Facts.OfType<AgreementActFact>(), a => Assert.True(keys.Contains(a.Agreement) && a.Parties.All(keys.Contains)));
        Assert.Equal("agreement-1", reading.Facts.OfType<AgreementFact>().Single().Key);
    }

    [Fact]
    public void a_text_in_another_language_is_said_to_be_one() =>
        Assert.Contains(CommuniqueReader.Read("Der Generalsekretär empfing heute eine Delegation aus Wien.", ReadingContext.None).Notes, n => n.Kind is NoteKind.OtherLanguage);

    [Fact]
    public void what_is_too_long_is_said_to_be_cut()
    {
        var text = string.Concat(Enumerable.Repeat("La OEA trabaja en la región. ", 14_000));
        Assert.Equal(CommuniqueReader.MostRead, CommuniqueReader.Read(text, ReadingContext.None).Notes.Single(n => n.Kind is NoteKind.NotReadFurther).Passage.Offset);
    }
}
