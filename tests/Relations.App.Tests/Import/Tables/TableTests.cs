using System.Globalization;
using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using Relations.App.Import.Tables;
using Relations.App.Lists;
using Relations.App.Pages.Import;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;

namespace Relations.App.Tests.Import.Tables;

/// <summary>How a table is read and what its rows are taken for, without a database.</summary>
public sealed class TableTests
{
    private static readonly OrganisationId Can = new(Guid.NewGuid()), Oim = new(Guid.NewGuid()), Sgcan = new(Guid.NewGuid());
    private static readonly PartnershipId CanOim = new(Guid.NewGuid());
    private static readonly PersonId Davalos = new(Guid.NewGuid());
    private static readonly Guid Import = Guid.NewGuid();

    [Theory]
    [InlineData("Nombre;Sigla\nComunidad Andina;CAN\n")]
    [InlineData("Nombre,Sigla\r\n\r\n\"Comunidad Andina\",CAN\r\n")]
    [InlineData("\uFEFFNombre\tSigla\nComunidad Andina\tCAN")]
    public void values_are_read_whatever_parts_them(string text)
    {
        var table = Table.Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal(["Nombre", "Sigla"], table.Headings);
        Assert.Equal(["Comunidad Andina", "CAN"], Assert.Single(table.Rows).Cells);
    }

    [Fact]
    public void an_old_text_and_a_workbook_are_read_and_lines_are_those_of_the_file()
    {
        Assert.Equal("Perú", Table.Read(Encoding.Latin1.GetBytes("País,Nombre\nPerú,X")).Rows[0].Cells[0]);
        using var file = new MemoryStream();
        file.SaveAs(new[] { new { Fecha = new DateTime(2016, 2, 12, 0, 0, 0, DateTimeKind.Unspecified), Título = "Reunión" } });
        var row = Assert.Single(Table.Read(file.ToArray()).Rows);
        Assert.Equal((2, "2016-02-12", "Reunión"), (row.Line, row.Cells[0], row.Cells[1]));
    }

    [Fact]
    public void what_is_no_table_or_too_large_is_refused_with_its_reason()
    {
        Assert.Equal(TableRules.NoRows, Refused("Nombre\n"u8.ToArray()));
        Assert.Equal(TableRules.NoRows, Refused([]));
        Assert.Equal(TableRules.FileUnreadable, Refused([0, 1, 2, 3]));
        Assert.Equal(TableRules.FileUnreadable, Refused([.. "PK"u8, 3, 4, .. new byte[200]]));
        Assert.Equal(TableRules.FileTooLarge, Refused(new byte[Table.MostBytes + 1]));
        Assert.Equal(TableRules.TooManyRows, Refused(Encoding.UTF8.GetBytes("a\n" + string.Concat(Enumerable.Repeat("b\n", Table.MostRows + 1)))));
        Assert.Equal(TableRules.TooManyColumns, Refused(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("a", Table.MostColumns + 1)) + "\n")));
        Assert.Equal(TableRules.FileUnreadable, Refused(Encoding.UTF8.GetBytes($"a\n\"{new string('x', 200_000)}\"\n")));
        Assert.Equal(TableRules.FileUnreadable, Refused(Bomb()));
    }

    [Theory]
    [InlineData(TableKind.Organisations, "Institución", "Siglas", "Tipo", "name=0", "acronym=1", "kind=2")]
    [InlineData(TableKind.People, "NOMBRES", "Apellidos", "Cargo", "given=0", "family=1", "post=2")]
    [InlineData(TableKind.Meetings, "Meeting date", "Attendees", "Temas", "on=0", "participants=1", "topics=2")]
    [InlineData(TableKind.Agreements, "Título", "Tipo de convenio", "Partes", "title=0", "type=1", "parties=2")]
    [InlineData(TableKind.Projects, "Proyecto", "Donante", "Ejecutor", "title=0", "funding=1", "implementing=2")]
    public void columns_are_known_by_their_headings_in_both_languages(TableKind kind, string first, string second, string third, params string[] said)
    {
        string[] headings = [first, second, third];
        Assert.Equal(kind, ColumnMapping.GuessKind(headings));
        Assert.Equal(said.Order(StringComparer.Ordinal), ColumnMapping.Guess(kind, headings).Select(m => $"{m.Key}={m.Value}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void every_template_is_its_own_kind_and_its_example_would_be_recorded(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        foreach (var kind in Enum.GetValues<TableKind>())
        {
            var template = ImportEndpoints.TemplateTable(kind);
            Assert.Equal(kind, ColumnMapping.GuessKind(template.Headings));
            var mapping = ColumnMapping.Guess(kind, template.Headings);
            Assert.Equal(TableField.Of(kind).Select((f, i) => (f.Name, i)), mapping.OrderBy(m => m.Value).Select(m => (m.Key, m.Value)));
            var register = kind == TableKind.Organisations ? new TableRegister() : Register();
            var plan = new TablePlanner(kind, new(Import, mapping, language, false, new(2021, 1, 1)), register, Actor.Operator("oficial")).Plan(new(2, [.. template.Rows[0].Cast<string>()]));
            Assert.True(plan.Fate is RowFate.New, $"{kind}: {string.Join(' ', plan.Findings.Select(f => f.English))}");
        }
    }

    [Fact]
    public void rows_become_commands()
    {
        Assert.Equal(
            [typeof(RegisterOrganisation), typeof(IdentifyOrganisation), typeof(PlaceOrganisation)],
            Types(Plan(TableKind.Organisations, "name=Parlamento Andino", "kind=órgano", "wikidata=Q42", "parent=CAN")));
        var person = Plan(TableKind.People, "name=Emb. Elmer Schialer", "organisation=sgcan", "post=Director General", "from=2015");
        Assert.Equal(new PersonName("Elmer", "Schialer", "Emb."), ((RegisterPerson)person.Steps[0].Command).Name);
        Assert.Equal((Sgcan, 1L), (((AppointPerson)person.Steps[1].Command).Organisation, person.Steps[1].Seen));
        var meeting = (LogMeeting)Plan(TableKind.Meetings, "on=12 de febrero de 2016", "participants=José Iván Dávalos", "organisations=SGCAN", "topics=A; B").Steps[0].Command;
        Assert.Equal(("2016-02-12", CanOim, Oim, 2), (meeting.On.ToString(), meeting.Partnerships[0], meeting.Participants![0].OnBehalfOf, meeting.Topics!.Count));
        var agreement = (AttestAgreement)Plan(TableKind.Agreements, "title=Convenio", "type=convenio marco", "parties=CAN; OIM", "status=en vigor", "since=1992").Steps[0].Command;
        Assert.Equal((AgreementStatus.InForce, "1992", null), (agreement.Status, agreement.Since!.ToString(), agreement.Term));
        var project = (RecordProject)Plan(TableKind.Projects, "title=Migración", "funding=OIM", "implementing=CAN", "from=2010").Steps[0].Command;
        Assert.Equal(("2010/", CanOim), (project.Period!.ToString(), project.Partnerships[0]));
    }

    [Theory]
    [InlineData(TableKind.Organisations, "name", "table.cell-required", "name=", "acronym=X")]
    [InlineData(TableKind.Organisations, "kind", "table.word-unknown", "name=X", "kind=club")]
    [InlineData(TableKind.Organisations, "ror", "table.identifier-unreadable", "name=X", "ror=zzz")]
    [InlineData(TableKind.Organisations, "founded", "table.date-unreadable", "name=X", "founded=hace mucho")]
    [InlineData(TableKind.People, "organisation", "table.nothing-named", "name=Rosa Quispe", "organisation=ONU", "post=Asesora")]
    [InlineData(TableKind.People, "post", "table.cell-required", "name=Rosa Quispe", "organisation=CAN")]
    [InlineData(TableKind.Meetings, "on", "record.not-in-the-future", "on=2999", "partnership=can-oim")]
    [InlineData(TableKind.Meetings, "partnership", "table.partnership-unknown", "on=2016")]
    [InlineData(TableKind.Meetings, "participants", "table.nothing-named", "on=2016", "participants=Nadie", "partnership=can-oim")]
    [InlineData(TableKind.Agreements, "months", "table.number-unreadable", "type=protocolo", "parties=CAN;OIM", "title=X", "months=doce")]
    [InlineData(TableKind.Agreements, "months", "table.term-twice", "type=protocolo", "parties=CAN;OIM", "title=X", "months=12", "until=2020")]
    [InlineData(TableKind.Projects, "until", "table.date-unreadable", "title=X", "funding=OIM", "from=2015", "until=2010")]
    public void what_is_wrong_is_told_by_its_column(TableKind kind, string field, string rule, params string[] cells)
    {
        var plan = Plan(kind, cells);
        Assert.Equal((RowFate.Wrong, 0), (plan.Fate, plan.Steps.Count));
        var finding = Assert.Single(plan.Findings, f => (f.Field, f.Rule) == (field, rule));
        Assert.NotEqual(finding.English, finding.Spanish);
    }

    [Fact]
    public void what_is_on_record_or_stands_in_the_table_twice_is_left_alone()
    {
        Assert.Equal(RowFate.OnRecord, Plan(TableKind.Organisations, "name=comunidad ANDINA").Fate);
        Assert.Equal(RowFate.OnRecord, Plan(TableKind.People, "name=Jose Ivan Davalos", "organisation=OIM", "post=X").Fate);
        Assert.Equal(RowFate.Doubtful, Plan(TableKind.People, "name=José Iván Dávalos", "organisation=CAN", "post=X").Fate);
        var (planner, row) = Planner(TableKind.Meetings, Register(), "on=2016", "partnership=can-oim", "title=X");
        Assert.Equal([RowFate.New, RowFate.OnRecord], new[] { planner.Plan(row), planner.Plan(row with { Line = 3 }) }.Select(p => p.Fate));
    }

    [Fact]
    public void a_row_is_the_same_record_each_time_and_recognised_once_it_is_on_record()
    {
        var first = Plan(TableKind.People, "name=Rosa Quispe");
        Assert.Equal(first.Record, Plan(TableKind.People, "name=Rosa Quispe").Record);
        var register = Register();
        register.Add(new PersonName("Rosa", "Quispe"), new(first.Record!.Value, []));
        var (planner, row) = Planner(TableKind.People, register, "name=Rosa Quispe");
        Assert.Equal((RowFate.Recorded, 0), (planner.Plan(row).Fate, planner.Plan(row).Steps.Count));
    }

    [Fact]
    public void organisations_that_are_missing_are_made_once_where_that_is_wanted()
    {
        string[] cells = ["name=Rosa Quispe", "organisation=Foro Andino (FOA)", "post=Asesora"];
        var (planner, row) = Planner(TableKind.People, Register(), cells, makes: true);
        var (first, second) = (planner.Plan(row), planner.Plan(new(3, ["Ana Soto", "FOA", "Jefa"])));
        Assert.Equal([typeof(RegisterOrganisation), typeof(RegisterPerson), typeof(AppointPerson)], Types(first));
        Assert.Equal((RowFate.Doubtful, RowFate.New), (first.Fate, second.Fate));
        Assert.Equal(first.Steps[0].Record, ((AppointPerson)second.Steps[1].Command).Organisation.Value);
    }

    [Fact]
    public void who_may_not_record_in_a_partnership_is_told_so()
    {
        var (planner, row) = Planner(TableKind.Meetings, Register(), ["on=2016", "partnership=can-oim"], by: new("otra", [new(Role.Officer, [new(Guid.NewGuid())])]));
        Assert.Equal(RowFate.Wrong, planner.Plan(row).Fate);
    }

    [Fact]
    public async Task what_is_handed_in_is_no_formula_when_it_comes_back()
    {
        var csv = Encoding.UTF8.GetString(await Export.CsvAsync(new("x", ["a"], [["=cmd|' /C calc'!A0"]], false)));
        Assert.DoesNotContain("\n=", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("\"=", csv, StringComparison.Ordinal);
    }

    private static IEnumerable<Type> Types(RowPlan plan) => plan.Steps.Select(s => s.Command.GetType());

    private static Rule Refused(byte[] file) => Assert.Throws<TableException>(() => Table.Read(file)).Refusal.Rule;

    private static RowPlan Plan(TableKind kind, params string[] cells)
    {
        var (planner, row) = Planner(kind, Register(), cells);
        return planner.Plan(row);
    }

    private static (TablePlanner Planner, TableRow Row) Planner(TableKind kind, TableRegister register, params string[] cells) => Planner(kind, register, cells, false);

    private static (TablePlanner Planner, TableRow Row) Planner(TableKind kind, TableRegister register, string[] cells, bool makes = false, Actor? by = null)
    {
        var said = cells.Select(c => c.Split('=', 2)).ToList();
        var mapping = said.Index().ToDictionary(c => c.Item[0], c => c.Index);
        return (new(kind, new(Import, mapping, "es", makes, new(2020, 1, 1)), register, by ?? Actor.Operator("oficial")), new(2, [.. said.Select(c => c[1])]));
    }

    private static TableRegister Register()
    {
        var register = new TableRegister();
        register.Add(Can.Value, [new("es", "Comunidad Andina", "CAN")], ["Q1"], []);
        register.Add(Oim.Value, [new("es", "Organización Internacional para las Migraciones", "OIM")], [], []);
        register.Add(Sgcan.Value, [new("es", "Secretaría General de la Comunidad Andina", "SGCAN")], [], [Can]);
        register.Add(new Partnership { Id = CanOim.Value, Slug = "can-oim", Parties = [new(Can, null), new(Oim, null)] });
        register.Add(new PersonName("José Iván", "Dávalos"), new(Davalos.Value, [new(Oim, "Jefe de Misión", null, null, false, null)]));
        return register;
    }

    /// <summary>A small workbook that unpacks to half a gigabyte.</summary>
    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var nothing = new byte[1_000_000];
            for (var i = 0; i < 500; i++)
                sheet.Write(nothing);
        }

        return file.ToArray();
    }
}
