using Relations.App.Recording;

namespace Relations.App.Pages.Records;

/// <summary>A record as somebody asked for it, with what its page is made of.</summary>
/// <param name="Question">What the address asks for.</param>
/// <param name="AsOf">The two clocks.</param>
/// <param name="IsThere">Whether the record is there now, for who asks.</param>
/// <param name="Picture">The record; null where it was not there then.</param>
/// <param name="Names">The names of what the page speaks of.</param>
/// <param name="Behind">The facts that things on it rest on.</param>
public sealed record AskedRecord(
    RecordQuestion Question, AsOf AsOf, bool IsThere, RecordPicture? Picture, RecordNames? Names, FactsBehind? Behind);
