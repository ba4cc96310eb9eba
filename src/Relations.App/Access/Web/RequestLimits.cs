using Microsoft.AspNetCore.Http.Features;

namespace Relations.App.Access.Web;

/// <summary>How large a request may be and how long it may take, so that nobody can hold the application up by asking.</summary>
public static class RequestLimits
{
    /// <summary>The largest request body, in bytes: the text of the longest source, as UTF-8 in JSON.</summary>
    public const int LargestBody = 8_000_000;

    /// <summary>The setting with the seconds that a request may take.</summary>
    public const string SecondsSetting = "RequestSeconds";

    /// <summary>Enough for the largest body over a poor line of 400 kbit/s.</summary>
    private const int Seconds = 180;

    private const int MostSeconds = 3_600;
    private const int LargestForm = 1_000_000;
    private const int MostFields = 200;
    private const int LargestFieldName = 200;
    private const int MostHeaders = 64;
    private const int LargestHeaders = 16_384;
    private const int LargestLine = 8_192;
    private const int MostConnections = 2_000;

    /// <summary>Adds the limits.</summary>
    /// <param name="builder">The host under construction.</param>
    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = LargestBody;
            k.Limits.MaxRequestHeaderCount = MostHeaders;
            k.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
            k.Limits.MaxRequestLineSize = LargestLine;
            k.Limits.MaxConcurrentConnections = MostConnections;
            k.Limits.MaxConcurrentUpgradedConnections = 0; // there are no web sockets
            k.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            k.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);

            // What comes slower than this for five seconds is no line, however poor.
            k.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
            k.Limits.MinResponseDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        });
        var seconds = builder.Configuration.GetSection("Relations").Number(SecondsSetting, Seconds, MostSeconds);
        builder.Services.AddRequestTimeouts(o => o.DefaultPolicy = new() { Timeout = TimeSpan.FromSeconds(seconds) });
        builder.Services.Configure<FormOptions>(o =>
        {
            o.ValueCountLimit = MostFields;
            o.KeyLengthLimit = LargestFieldName;
            o.ValueLengthLimit = LargestForm;
            o.BufferBodyLengthLimit = LargestForm;
            o.MultipartBodyLengthLimit = LargestForm;
            o.MultipartHeadersCountLimit = 8;
        });
    }
}
