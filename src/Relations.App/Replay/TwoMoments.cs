using Relations.App.Api;
using Relations.App.Recording;
using Relations.Domain.Recording;

namespace Relations.App.Replay;

/// <summary>The two moments of a comparison, as they come in an address; each has both clocks.</summary>
/// <param name="FromOn">The first moment's day in the world, <c>2016-02-12</c>.</param>
/// <param name="FromKnownAt">The first moment's moment of recording, RFC 3339 with its offset.</param>
/// <param name="ToOn">The second moment's day in the world.</param>
/// <param name="ToKnownAt">The second moment's moment of recording.</param>
public sealed record TwoMoments(string? FromOn, string? FromKnownAt, string? ToOn, string? ToKnownAt)
{
    /// <summary>The moment before anything was recorded.</summary>
    public static AsOf Beginning { get; } = new(KnownAt: DateTimeOffset.UnixEpoch);

    /// <summary>Reads both. Without a clock, the first moment is that before anything was recorded and the second the present.</summary>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The second moment.</param>
    /// <returns>What cannot be read.</returns>
    public IReadOnlyList<Refusal> Read(out AsOf from, out AsOf to)
    {
        List<Refusal> refusals =
        [
            .. new Clocks(FromOn, FromKnownAt).Read(out from).Select(r => r with { Field = r.Field == "on" ? "fromOn" : "fromKnownAt" }),
            .. new Clocks(ToOn, ToKnownAt).Read(out to).Select(r => r with { Field = r.Field == "on" ? "toOn" : "toKnownAt" }),
        ];
        from = from.IsPast ? from : Beginning;
        return refusals;
    }
}
