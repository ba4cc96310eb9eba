using System.Diagnostics;
using System.Globalization;
using Relations.App.Cli;

namespace Relations.App.Tests.Cli;

/// <summary>The program as a process, the way a person or a script starts it.</summary>
public sealed class when_the_program_is_started
{
    [Theory]
    [InlineData("help", "en")]
    [InlineData("--help", "es")]
    public async Task help_names_every_verb_and_needs_no_database(string how, string language)
    {
        var said = await RunAsync(NoDatabase, how, "--lang", language);

        Assert.Equal(0, said.Exit);
        Assert.All(CommandLine.Verbs, v => Assert.Contains(
            "  " + JasperFx.CommandLine.CommandFactory.CommandNameFor(v) + " ", said.Output, StringComparison.Ordinal));
        Assert.Contains("codegen", said.Output, StringComparison.Ordinal);
        Assert.Contains(language == "es" ? "Códigos de salida" : "Exit codes", said.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', said.Output);
    }

    [Fact]
    public async Task every_verb_has_a_page_of_help()
    {
        foreach (var verb in CommandLine.Verbs.Select(JasperFx.CommandLine.CommandFactory.CommandNameFor))
            Assert.Contains($"relations {verb}", (await RunAsync(NoDatabase, "help", verb)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_roles_of_a_server_of_ones_own_are_printed_for_another_program_to_run()
    {
        var said = await RunAsync(NoDatabase, "roles", "--rights");
        Assert.Equal((0, (await Verbs.RunAsync("", "roles", "--rights")).Output, ""), said);
    }

    [Theory]
    [InlineData("shwo")]
    [InlineData("show", "partnership", "can-oim", "--jsn")]
    public async Task an_unknown_verb_or_flag_is_misuse(params string[] args)
    {
        var said = await RunAsync(NoDatabase, args);

        Assert.Equal((2, ""), (said.Exit, said.Output));
    }

    [Fact]
    public async Task the_code_around_handlers_and_endpoints_is_the_one_it_would_write()
    {
        var said = await RunAsync(NoDatabase, "codegen", "write");

        Assert.Equal(0, said.Exit);
        var written = Path.Combine(AppContext.BaseDirectory, "Internal", "Generated");
        var kept = Path.Combine(Repository.Root, "src", "Relations.App", "Internal", "Generated");
        Assert.Equal(Files(written).Keys, Files(kept).Keys);
        foreach (var (name, path) in Files(written))
            Assert.True(Text(path) == Text(Files(kept)[name]), $"{name} is not what ./codegen.sh writes.");

        static SortedDictionary<string, string> Files(string folder) => new(
            Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f)),
            StringComparer.Ordinal);

        static string Text(string path) => File.ReadAllText(path).ReplaceLineEndings("\n").TrimEnd();
    }

    [Fact]
    public async Task it_says_where_it_listens_and_ends_with_its_database_server_when_told_to()
    {
        using var folder = new Store.ScratchFolder();
        using var process = Start(
            new() { ["Relations__DataFolder"] = folder.Path }, "--urls", "http://127.0.0.1:0", "--lang=en", "--Relations:Seed=none");
        List<string> lines = [];
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2)) is { } line)
        {
            lines.Add(line);
            if (line.StartsWith("Relations: http://127.0.0.1:", StringComparison.Ordinal))
                break;
        }

        var portfolio = await RunAsync(new() { ["Relations__DataFolder"] = folder.Path }, "portfolio", "--json");
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((0, "", 0), (portfolio.Exit, portfolio.Error, process.ExitCode));
        Assert.False(File.Exists(Path.Combine(folder.Path, "cluster", "postmaster.pid")), "The server of the database still runs.");
        Assert.DoesNotContain(lines, l => l.Contains("CREATE ", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task a_wrong_setting_ends_it_with_a_sentence()
    {
        var said = await RunAsync(new(NoDatabase) { ["Relations__OpenIdConnect__Authority"] = "login.example.org" }, "codegen", "preview");

        Assert.Equal(
            (1, "The setting Relations:OpenIdConnect:Authority must be the provider's address, such as https://login.example.org/realms/institution."),
            (said.Exit, said.Error.Trim()));
    }

    private static Dictionary<string, string> NoDatabase => new() { ["Relations__PostgresBin"] = "/nowhere", ["Relations__DataFolder"] = "/nowhere" };

    internal static async Task<(int Exit, string Output, string Error)> RunAsync(Dictionary<string, string> environment, params string[] args)
    {
        using var process = Start(environment, args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await output, await error);
    }

    private static Process Start(Dictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ConnectionStrings__relations");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
