using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Access;
using Relations.App.Import.Generated;
using Relations.App.Lists;
using Relations.App.Pages.Lists;
using Relations.Domain.Access;

namespace Relations.App.Tests.Lists;

/// <summary>An application with generated records beside those of the stories.</summary>
public sealed class ListedApp : IAsyncLifetime
{
    public AppFixture App { get; } = new();

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        await new GeneratedLoad(App.Documents).LoadAsync(Generator.Records(new(Partnerships: 25, Meetings: 1_500)));
        await App.ViewsAsync();
    }

    public Task DisposeAsync() => App.DisposeAsync();

    /// <summary>The scope of somebody who asks.</summary>
    public AsyncServiceScope ScopeOf(Actor actor)
    {
        var scope = App.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Is(actor, "test");
        return scope;
    }

    /// <summary>The ids of all records that a list's address opens, in its order.</summary>
    public async Task<IReadOnlyList<Guid>> OpenAsync(string address, Actor? actor = null)
    {
        await using var scope = ScopeOf(actor ?? Actor.Operator("test"));
        var parts = address.Split('?');
        var list = RecordLists.At(parts[0])!;
        Assert.Empty(ListQuestion.Read(list, new QueryCollection(QueryHelpers.ParseQuery(parts.ElementAtOrDefault(1))), out var question));
        Assert.Equal(address, question.AddressOf(list.Name));
        var answer = await list.ReadAsync(scope.ServiceProvider.GetRequiredService<ListReader>(), question, 0, 10_000, default);
        Assert.Empty(answer.Refusals);
        return [.. answer.Rows.Select(r => Guid.Parse(r.Address.Split('/')[^1]))];
    }
}
