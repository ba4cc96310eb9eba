using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Relations.Browser.Tests;

/// <summary>Signing in as a person does it.</summary>
[Collection(PagesCollection.Name)]
public sealed class SignInTests(PagesFixture pages)
{
    /// <summary>Whose passkey it is.</summary>
    private const string Owner = "duena";

    [Fact]
    public async Task whoever_asked_for_a_page_comes_back_to_it_without_scripts_and_by_keyboard()
    {
        await using var reader = await pages.OpenAsync(scripts: false, signedIn: false);
        await reader.Page.GotoAsync(RunningApp.Partnership);
        Assert.Equal("Ingresar", await reader.Page.Locator("h1").InnerTextAsync());

        await reader.Page.Locator("#name").FocusAsync();
        await reader.Page.Keyboard.TypeAsync(RunningApp.Administrator);
        await reader.Page.Keyboard.PressAsync("Tab");
        await reader.Page.Keyboard.TypeAsync(RunningApp.Password);
        await reader.Page.Keyboard.PressAsync("Enter");

        await reader.Page.WaitForURLAsync("**" + RunningApp.Partnership);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Salir" }).ClickAsync();
        await reader.Page.WaitForURLAsync("**/account/sign-in");
    }

    [Fact]
    public async Task a_refusal_is_told_and_nothing_is_shown()
    {
        await using var reader = await pages.OpenAsync("en", signedIn: false);
        await reader.Page.GotoAsync("/account/sign-in");
        await reader.Page.FillAsync("#name", "nobody.here");
        await reader.Page.FillAsync("#password", "not the password at all");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        Assert.Contains("do not open an account", await reader.Page.GetByRole(AriaRole.Alert).First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("", await reader.Page.InputValueAsync("#password"));
    }

    [Fact]
    public async Task a_passkey_is_enrolled_signs_in_is_renamed_and_removed()
    {
        await using var reader = await pages.OpenAsync("en", signedIn: false);
        var device = await reader.Page.Context.NewCDPSessionAsync(reader.Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        // An account of its own: a change of what opens an account ends its other sessions, and the tests share the administrator's.
        await reader.Page.GotoAsync(await InviteAsync(Owner));
        await reader.Page.FillAsync("#password", RunningApp.Password);
        await reader.Page.FillAsync("#repeated", RunningApp.Password);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Keep it and sign in" }).ClickAsync();
        await reader.Page.GetByText("Account " + Owner).WaitForAsync();

        await reader.Page.GotoAsync(Named("/account"));
        await reader.Page.FillAsync("#new-passkey", "Telephone");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = "Telephone" }).WaitForAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await reader.Page.WaitForURLAsync("**/account/sign-in");

        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await reader.Page.GetByText("Account " + Owner).WaitForAsync();

        await reader.Page.GotoAsync(Named("/account"));
        Assert.Contains("passkey", await reader.Page.Locator(".trail li").First.InnerTextAsync(), StringComparison.Ordinal);
        await reader.Page.Locator(".record input[name=name]").FillAsync("Key ring");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Rename “Telephone”" }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = "Key ring" }).WaitForAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Remove “Key ring”" }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = "Key ring" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await reader.Page.WaitForURLAsync("**/account/sign-in");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Alert).Filter(new() { Visible = true }).First.WaitForAsync();
        await reader.Page.GotoAsync(Named("/account"));
        Assert.Equal("Sign in", await reader.Page.Locator("h1").InnerTextAsync());
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/tokens")]
    [InlineData("/account/authenticator")]
    [InlineData("/administration/accounts")]
    public async Task no_page_of_accounts_scrolls_sideways_on_a_telephone(string address)
    {
        await using var reader = await pages.OpenAsync(width: 360);
        await reader.Page.GotoAsync(address);
        Assert.True(await reader.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    /// <summary>A passkey is for a name, and 127.0.0.1 is none.</summary>
    private string Named(string path) => new UriBuilder(new Uri(pages.App.Address, path)) { Host = "localhost" }.ToString();

    /// <summary>Opens an account, and gives the address where its owner chooses a password.</summary>
    private async Task<string> InviteAsync(string name)
    {
        using var http = pages.App.Client();
        var opened = await PostAsync("api/accounts", new { name, displayName = name });
        return Named((string)(await PostAsync($"api/accounts/{opened["id"]}/invite", new { }))["address"]!);

        async Task<JsonNode> PostAsync(string path, object body)
        {
            using var answer = await http.PostAsJsonAsync(path, body);
            answer.EnsureSuccessStatusCode();
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        }
    }
}
