using System.Globalization;
using Relations.App.Pages;
using Relations.Domain.Recording;

namespace Relations.App.Network;

/// <summary>An organisation as it is drawn.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="Label">Its acronym, or its name.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Address">Its page.</param>
/// <param name="Weight">The sum of its ties' weights.</param>
/// <param name="IsChosen">Whether it is the one asked for.</param>
public sealed record DrawnNode(Guid Id, string Label, string Name, string Address, int Weight, bool IsChosen);

/// <summary>All that ties two organisations, as it is drawn: one line.</summary>
/// <param name="From">The one.</param>
/// <param name="To">The other.</param>
/// <param name="Weight">The sum of the ties' weights.</param>
/// <param name="IsPart">Whether nothing ties them but that one is a part of the other.</param>
public sealed record DrawnEdge(Guid From, Guid To, int Weight, bool IsPart);

/// <summary>A network as <c>network.js</c> draws it.</summary>
/// <param name="Nodes">The organisations.</param>
/// <param name="Edges">What ties them.</param>
public sealed record DrawnNetwork(IReadOnlyList<DrawnNode> Nodes, IReadOnlyList<DrawnEdge> Edges)
{
    /// <summary>The drawing of a network.</summary>
    /// <param name="picture">The network.</param>
    /// <param name="culture">The reader's language.</param>
    public static DrawnNetwork Of(NetworkPicture picture, CultureInfo culture) => new(
        [
            .. from node in picture.Network.Organisations
               where picture.Organisations.ContainsKey(node.Id)
               let organisation = picture.Organisations[node.Id]
               select new DrawnNode(
                   node.Id, organisation.ShortNameIn(culture), organisation.NameIn(culture), RecordLink.To(new OrganisationId(node.Id)),
                   node.Weight, node.Id == picture.Question.Organisation),
        ],
        [
            .. from tie in picture.Network.Ties
               group tie by tie.From.CompareTo(tie.To) < 0 ? (tie.From, tie.To) : (From: tie.To, To: tie.From) into pair
               select new DrawnEdge(pair.Key.From, pair.Key.To, pair.Sum(t => t.Weight), pair.All(t => t.Kind == TieKind.Affiliation)),
        ]);
}

/// <summary>What the network page's script draws, so that the page itself stays small.</summary>
internal static class NetworkEndpoint
{
    /// <summary>The address.</summary>
    public const string Route = "/network/drawing";

    /// <summary>Adds what reads the network.</summary>
    /// <param name="services">The host's services.</param>
    public static void AddNetwork(this IServiceCollection services) => services.AddScoped<NetworkReader>();

    /// <summary>Maps the address.</summary>
    /// <param name="app">The application.</param>
    public static void MapNetwork(this WebApplication app) =>
        app.MapGet(Route, DrawAsync).ExcludeFromDescription().RequireRateLimiting(Access.Web.RateLimits.Expensive);

    private static async Task<IResult> DrawAsync(HttpContext http, NetworkReader reader) =>
        NetworkAddress.Read(http.Request.Query, reader.Today, out var question).Count > 0
            ? Results.BadRequest()
            : Results.Ok(DrawnNetwork.Of(await reader.ReadAsync(question, http.RequestAborted), CultureInfo.CurrentUICulture));
}
