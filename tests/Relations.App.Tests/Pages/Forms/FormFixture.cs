using System.Net;
using System.Text.RegularExpressions;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Pages.Forms;

/// <summary>Two officers with browsers, and a record of each kind to write on.</summary>
public sealed partial class FormFixture : IAsyncLifetime
{
    private readonly Dictionary<string, Guid> records = [];

    public AppFixture App { get; } = new();

    public Cast Cast => App.Cast;

    /// <summary>The first officer's browser.</summary>
    public HttpClient Ana { get; private set; } = null!;

    /// <summary>The second officer's browser.</summary>
    public HttpClient Berta { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        Ana = await BrowserAsync("ana");
        Berta = await BrowserAsync("berta");
        var on = EdtfDate.Parse("2020-03-01");
        records["organisation"] = Cast.Can.Value;
        records["person"] = Cast.Davalos.Value;
        records["partnership"] = Cast.CanOim.Value;
        records["source"] = Cast.Communique.Value;
        records["meeting"] = await App.Api.OpenAsync("/api/meetings/log", new LogMeeting(
            [Cast.CanOim], on, Participants: [new(Cast.Davalos, Cast.Oim, "Jefe de Misión", ParticipantRole.Head)], Topics: ["Movilidad humana"]));
        records["agreement"] = await App.Api.OpenAsync("/api/agreements/attest", new AttestAgreement(
            [Cast.CanOim], AgreementType.FrameworkAgreement, "Convenio marco", null, [Cast.Can, Cast.Oim], AgreementStatus.InForce, on));
        records["project"] = await App.Api.OpenAsync("/api/projects/record", new RecordProject(
            [Cast.CanOim], [new(Cast.Can, ProjectRole.Funding)], ProjectStatus.Implementation, "Proyecto"));
        records["commitment"] = await App.Api.OpenAsync("/api/commitments", new MakeCommitment([Cast.CanOim], "Enviar el informe", Cast.Can, [Cast.Oim], on));
    }

    public Task DisposeAsync() => App.DisposeAsync();

    /// <summary>The form of a command, on the record of its kind.</summary>
    public string FormOf(Type command, string? query = null)
    {
        var name = AllowedActions.Commands.Single(c => c.Value == command).Key;
        var address = typeof(IOpensRecord).IsAssignableFrom(command)
            ? $"/record/{name}"
            : $"/record/{name}/{records[RecordKinds.OfCommand(command)?.Name ?? "meeting"]}";
        return query is null ? address : $"{address}?{query}";
    }

    /// <summary>The form of a command on a record.</summary>
    public static string FormOf<T>(Guid record) => $"/record/{AllowedActions.Commands.Single(c => c.Value == typeof(T)).Key}/{record}";

    /// <summary>The record that an answer leads to.</summary>
    public static async Task<Guid> RecordedAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode is HttpStatusCode.Found, Mistakes().Match(await answer.Content.ReadAsStringAsync()).Value);
        return Guid.Parse(TestAccounts.LeadsTo(answer)!.Split('/', '?')[2]);
    }

    /// <summary>A page's text in a language.</summary>
    public static async Task<string> PageAsync(HttpClient browser, string address, string language = "es")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await browser.SendAsync(request);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{address}: {answer.StatusCode} {html}");
        return html;
    }

    /// <summary>The fields of a page that no label names.</summary>
    public static IEnumerable<string> Unlabelled(string html) =>
        from field in Fields().Matches(html)
        let id = Id().Match(field.Value) is { Success: true } match ? match.Groups["id"].Value : null
        where !(id is not null && Regex.IsMatch(html, $"<label [^>]*for=\"{Regex.Escape(id)}\"")) && !field.Value.StartsWith("<label", StringComparison.Ordinal)
        select field.Value;

    private async Task<HttpClient> BrowserAsync(string name)
    {
        await App.Accounts.OpenWithPasswordAsync(name, new Grant(Role.Officer));
        var browser = App.Accounts.Browser();
        (await TestAccounts.SignInAsync(browser, name)).Dispose();
        return browser;
    }

    [GeneratedRegex("""<section class="mistakes".*?</section>|$""", RegexOptions.Singleline)]
    private static partial Regex Mistakes();

    [GeneratedRegex("""(<label class="check">)?<(input(?! type="hidden")|select|textarea)[^>]*>""")]
    private static partial Regex Fields();

    [GeneratedRegex(""" id="(?<id>[^"]+)""")]
    private static partial Regex Id();
}
