using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Relations.App.Access;
using Relations.App.Cli;
using Relations.App.Import.Tables;
using Relations.App.Pages.Import;
using Relations.App.Tests.Cli;
using Relations.App.Tests.Pages.Forms;
using Relations.Domain.Access;
using Relations.Domain.Meetings;
using Relations.Domain.People;
using Xunit.Abstractions;

namespace Relations.App.Tests.Import.Tables;

/// <summary>Tables on a real PostgreSQL: by the pages, by the command line, and with the process killed in the middle.</summary>
public sealed class when_a_table_is_imported(ITestOutputHelper output)
{
    /// <summary>How many rows are imported while the process is killed: as many as the suite has time for; 20000 by this variable.</summary>
    private static int KilledRows => int.Parse(Environment.GetEnvironmentVariable("RELATIONS_TEST_IMPORT_ROWS") ?? "1500", CultureInfo.InvariantCulture);

    [Fact]
    public async Task what_would_become_of_each_row_is_shown_and_then_it_is_recorded_once()
    {
        var forms = new FormFixture();
        await forms.InitializeAsync();
        var address = await HandInAsync(forms.Ana, "reuniones.csv", "Fecha;Título;Organizaciones\n12/02/2016;Primera;CAN, OIM\n13/02/2016;Segunda;CAN; OIM\nnunca;Tercera;CAN\n"
            .Replace("CAN, OIM", "CAN|OIM", StringComparison.Ordinal).Replace("CAN; OIM", "CAN|OIM", StringComparison.Ordinal));
        var before = await forms.App.EventsAsync();
        using (var matched = await TestAccounts.SendFormAsync(forms.Ana, address, TablePage.Match, ("kind", "Meetings"), ("column.on", "0"), ("column.title", "1"), ("column.organisations", "2")))
            Assert.Equal(HttpStatusCode.Found, matched.StatusCode);
        var html = WebUtility.HtmlDecode(await FormFixture.PageAsync(forms.Ana, address));
        Assert.Contains("Fecha: «nunca» no es una fecha que se pueda leer.", html, StringComparison.Ordinal);
        Assert.Contains("Registrar 2 filas", html, StringComparison.Ordinal);
        Assert.Contains("nunca", await FormFixture.PageAsync(forms.Ana, ImportEndpoints.FindingsOf(IdIn(address))), StringComparison.Ordinal);
        Assert.Equal(before, await forms.App.EventsAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await forms.Berta.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);

        using (var loaded = await TestAccounts.SendFormAsync(forms.Ana, address, TablePage.Load))
            Assert.Equal(HttpStatusCode.Found, loaded.StatusCode);
        await DoneAsync(forms.App.Documents, IdIn(address));
        Assert.Equal(before + 2, await forms.App.EventsAsync());

        // Handed in again it is the same import, and loaded again nothing is recorded twice.
        Assert.Equal(address, await HandInAsync(forms.Ana, "otra vez.csv", "Fecha;Título;Organizaciones\n12/02/2016;Primera;CAN|OIM\n13/02/2016;Segunda;CAN|OIM\nnunca;Tercera;CAN\n"));
        using (await TestAccounts.SendFormAsync(forms.Ana, address, TablePage.Load))
            await DoneAsync(forms.App.Documents, IdIn(address));
        Assert.Equal(before + 2, await forms.App.EventsAsync());

        // The columns are remembered for such headings.
        var next = await HandInAsync(forms.Ana, "más.csv", "Fecha;Título;Organizaciones\n1/1/2017;Cuarta;CAN|OIM\n");
        await using var session = forms.App.Documents.QuerySession();
        Assert.Equal((TableKind.Meetings, 2), ((await session.LoadAsync<TableImport>(IdIn(next)))!.Kind, (await session.LoadAsync<TableImport>(IdIn(next)))!.Mapping["organisations"]));
        await forms.DisposeAsync();
    }

    [Fact]
    public async Task a_file_may_be_larger_than_any_other_form_and_one_too_large_is_refused_at_its_field()
    {
        var forms = new FormFixture();
        await forms.InitializeAsync();
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"Persona {i} {new string('x', 80)}\n")));
        Assert.StartsWith("/import/", await HandInAsync(forms.Ana, "grande.csv", "Nombre completo\n" + rows), StringComparison.Ordinal);
        using var answer = await PostAsync(forms.Ana, "vacío.csv", "Nombre completo\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("La tabla no tiene filas", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await forms.DisposeAsync();
    }

    [Fact]
    public async Task the_command_line_does_the_same()
    {
        var database = await TestServer.NewDatabaseAsync();
        await Verbs.RunAsync(database, "import", Relations.App.Import.ShippedSeed.File);
        var file = Path.Combine(Directory.CreateTempSubdirectory("relations-table-").FullName, "personas.csv");
        await File.WriteAllTextAsync(file, "Nombre completo,Organización,Cargo\nRosa Quispe,CAN,Asesora\nAna Soto,Nadie,Jefa\n");
        var dry = await Verbs.RunAsync(database, "import", file, "--kind", "people", "--dry-run", "--lang", "es");
        Assert.Contains("Nada en el registro se llama «Nadie»", dry.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, dry.Exit);
        var first = await Verbs.RunAsync(database, "import", file, "--kind", "people");
        var again = await Verbs.RunAsync(database, "import", file, "--kind", "people");
        Assert.Equal((ExitCode.Refused, ExitCode.Refused), (first.Exit, again.Exit));
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from relations.mt_events where data ->> 'name' like '%Quispe%'", connection);
        Assert.Equal(1L, await command.ExecuteScalarAsync());
        Assert.Equal(ExitCode.Misused, (await Verbs.RunAsync(database, "import", file, "--kind", "cars")).Exit);
    }

    [Fact]
    public async Task an_import_that_is_killed_half_way_is_taken_up_and_each_row_recorded_once()
    {
        var app = new AppFixture();
        await app.InitializeAsync();
        var id = await BegunAsync(app);
        var before = await app.EventsAsync();
        var database = app.ConnectionString;
        await app.DisposeAsync(); // from here on, only the processes below work on the database

        var clock = Stopwatch.StartNew();
        using (var first = Start(database))
        {
            await UntilAsync(database, id, settled => settled >= KilledRows / 2, first);
            first.Kill(entireProcessTree: true); // as kill -9 does: no warning, no farewell
            await first.WaitForExitAsync();
        }

        var killedAt = await SettledAsync(database, id);
        Assert.InRange(killedAt, KilledRows / 2, KilledRows - 1);
        using var second = Start(database);
        await UntilAsync(database, id, settled => settled == KilledRows, second);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{KilledRows} rows, killed at {killedAt}, {clock.Elapsed.TotalSeconds:0} s with both starts"));
        second.Kill(entireProcessTree: true);
        await second.WaitForExitAsync();

        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select count(*), count(distinct data -> 'name' ->> 'family'), count(distinct stream_id) from relations.mt_events
            where type = 'person_registered' and data -> 'name' ->> 'given' = 'Fila'
            """, connection);
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        Assert.Equal((KilledRows, KilledRows, KilledRows), (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)));
        await row.DisposeAsync();
        await using var all = new NpgsqlCommand("select count(*) from relations.mt_events where type in ('person_registered', 'person_appointed') and causation_id like $1", connection)
        {
            Parameters = { new() { Value = $"{id:N}/%" } },
        };
        Assert.Equal(2L * KilledRows, await all.ExecuteScalarAsync());
        Assert.True(before > 0);
    }

    /// <summary>An import of people with their posts that was begun, and that nobody has worked on.</summary>
    private static async Task<Guid> BegunAsync(AppFixture app)
    {
        await app.Accounts.OpenWithPasswordAsync("ana", new Grant(Role.Officer));
        var table = new StringBuilder("Nombres,Apellidos,Organización,Cargo\n");
        for (var i = 0; i < KilledRows; i++)
            table.AppendLine(CultureInfo.InvariantCulture, $"Fila,Número {i},CAN,Asesora");
        await using var scope = app.Host.Services.CreateAsyncScope();
        await using var session = app.Documents.QuerySession();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Is((await session.Query<Account>().SingleAsync(a => a.Name == "ana")).ToActor(), "test");
        var imports = scope.ServiceProvider.GetRequiredService<TableImports>();
        var import = await imports.TakeAsync("personas.csv", Encoding.UTF8.GetBytes(table.ToString()), null, default);
        Assert.Equal(TableKind.People, import.Kind);
        await imports.BeginAsync(import, default);
        return import.Id;
    }

    private static Process Start(string database)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "run", "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in TestServer.SettingsOf(database))
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["Relations__Seed"] = "none";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task UntilAsync(string database, Guid id, Func<int, bool> isEnough, Process process)
    {
        var patience = Stopwatch.StartNew();
        while (!isEnough(await SettledAsync(database, id)))
        {
            Assert.False(process.HasExited, "The application stopped by itself.");
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(10), $"{await SettledAsync(database, id)} rows are settled.");
            await Task.Delay(50);
        }
    }

    private static async Task<int> SettledAsync(string database, Guid id)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select (data ->> 'settled')::int from relations.mt_doc_tableimport where id = $1", connection) { Parameters = { new() { Value = id } } };
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private static async Task DoneAsync(IDocumentStore documents, Guid id)
    {
        for (var i = 0; i < 300; i++)
        {
            await using var session = documents.QuerySession();
            if ((await session.LoadAsync<TableImport>(id))!.State == ImportState.Done)
                return;
            await Task.Delay(100);
        }

        Assert.Fail("The import does not come to its end.");
    }

    private static Guid IdIn(string address) => Guid.Parse(address.Split('/')[2]);

    private static async Task<string> HandInAsync(HttpClient browser, string name, string table)
    {
        using var answer = await PostAsync(browser, name, table);
        Assert.True(answer.StatusCode is HttpStatusCode.Found, await answer.Content.ReadAsStringAsync());
        return TestAccounts.LeadsTo(answer)!;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string name, string table)
    {
        var page = await FormFixture.PageAsync(browser, ImportPage.Address);
        using var content = new MultipartFormDataContent();
        foreach (System.Text.RegularExpressions.Match hidden in System.Text.RegularExpressions.Regex.Matches(
            System.Text.RegularExpressions.Regex.Match(page, "<form[^>]*multipart.*?</form>", System.Text.RegularExpressions.RegexOptions.Singleline).Value,
            "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\""))
            content.Add(new StringContent(WebUtility.HtmlDecode(hidden.Groups[2].Value)), hidden.Groups[1].Value);
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(table)), "file", name);
        return await browser.PostAsync(new Uri(ImportPage.Address, UriKind.Relative), content);
    }
}
