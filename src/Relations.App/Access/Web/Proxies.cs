using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Relations.App.Access.Web;

/// <summary>
/// Who asks, where a proxy stands in between. What a proxy says of the asker is believed only of proxies that the operator has
/// named: anybody can write such a header.
/// </summary>
public static class Proxies
{
    /// <summary>The setting with the addresses and networks of the proxies, separated by <c>;</c>: <c>10.0.0.5;10.1.0.0/16</c>.</summary>
    public const string Setting = "Relations:Proxies";

    /// <summary>Takes the asker's address and scheme from the proxies named.</summary>
    /// <param name="app">The application.</param>
    public static void UseProxies(this WebApplication app)
    {
        IPNetwork[] named = [.. app.Configuration.Several(Setting).Select(Read)];
        if (named.Length == 0)
            return;

        // The host is left as it came, to be held against AllowedHosts: a proxy passes it on.
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null, // the list is followed back as long as each step is a proxy named
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in named)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }

    private static IPNetwork Read(string written) =>
        IPNetwork.TryParse(written, out var network) ? network
        : IPAddress.TryParse(written, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw new UnusableSettingException($"{Setting} takes addresses and networks such as 10.0.0.5;10.1.0.0/16, not {written}.");
}
