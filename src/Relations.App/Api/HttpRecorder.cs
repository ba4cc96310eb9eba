using System.Globalization;
using Microsoft.Net.Http.Headers;
using Relations.App.Access;
using Relations.App.Recording;
using Relations.Domain.Recording;

namespace Relations.App.Api;

/// <summary>
/// Takes a command from an HTTP request to the record. The version seen comes in <c>If-Match</c> (RFC 9110, section
/// 13.1.1) and the key of the sender in <c>Idempotency-Key</c>; the answer carries the new version as <c>ETag</c>.
/// </summary>
/// <param name="recorder">The way into the record.</param>
/// <param name="current">Who asks.</param>
public sealed class HttpRecorder(Recorder recorder, CurrentActor current)
{
    /// <summary>The header with the sender's own key.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>Opens a record.</summary>
    /// <param name="http">The request.</param>
    /// <param name="command">The command in its body.</param>
    /// <param name="address">The path of the records of its kind, without the id.</param>
    public Task<IResult> OpenAsync(HttpContext http, Command command, string address) =>
        RecordAsync(http, Guid.CreateVersion7(), command, address);

    /// <summary>Adds to a record.</summary>
    /// <param name="http">The request.</param>
    /// <param name="id">The record.</param>
    /// <param name="command">The command in its body.</param>
    public Task<IResult> AddAsync(HttpContext http, Guid id, Command command) => RecordAsync(http, id, command, null);

    private async Task<IResult> RecordAsync(HttpContext http, Guid id, Command command, string? address)
    {
        var key = http.Request.Headers[IdempotencyKey].ToString();
        if (key.Length > CommandReceipt.KeyLimit)
            return Problems.BadHeader(IdempotencyKey);
        if (!TryReadVersion(http, out var seen))
            return Problems.BadHeader(HeaderNames.IfMatch);

        var outcome = await recorder.RecordAsync(
            new Submission(id, command, current.Actor)
            {
                SeenVersion = seen,
                IdempotencyKey = key.Length == 0 ? null : key,
                CorrelationId = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
            },
            http.RequestAborted);
        return outcome is Outcome.Recorded recorded ? Answer(http, recorded, address) : Problems.Of(outcome);
    }

    private static IResult Answer(HttpContext http, Outcome.Recorded recorded, string? address)
    {
        http.Response.Headers.ETag = Tag(recorded.Version);
        var body = RecordedAnswer.Of(recorded);
        return address is null
            ? Results.Ok(body)
            : Results.Created($"{address}/{recorded.RecordId}", body);
    }

    /// <summary>A version as an entity tag.</summary>
    /// <param name="version">A record's version.</param>
    public static string Tag(long version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    private static bool TryReadVersion(HttpContext http, out long? version)
    {
        version = null;
        var header = http.Request.Headers.IfMatch.ToString();
        if (header.Length == 0)
            return true;
        if (!EntityTagHeaderValue.TryParse(header, out var tag) || tag.IsWeak
            || !long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
            return false;
        version = seen;
        return true;
    }
}

/// <summary>What a recorded command is answered with.</summary>
/// <param name="Id">The record.</param>
/// <param name="Version">Its version now; send it in <c>If-Match</c> with the next command.</param>
/// <param name="Events">The names of the events recorded.</param>
/// <param name="Replayed">Whether the command had been recorded before, under the same <c>Idempotency-Key</c>.</param>
/// <param name="Warnings">What a person should look at although nothing forbids it.</param>
public sealed record RecordedAnswer(
    Guid Id, long Version, IReadOnlyList<string> Events, bool Replayed, IReadOnlyList<BrokenRule> Warnings)
{
    /// <summary>The answer to a recorded command, its warnings in the words of the current culture.</summary>
    /// <param name="recorded">What became of the command.</param>
    public static RecordedAnswer Of(Outcome.Recorded recorded) => new(
        recorded.RecordId, recorded.Version, recorded.Events, recorded.Replayed, [.. recorded.Warnings.Select(BrokenRule.Of)]);
}

/// <summary>A rule, in the reader's words.</summary>
/// <param name="Rule">The rule's lasting code.</param>
/// <param name="Field">The field at fault; none where it is the whole.</param>
/// <param name="Detail">The rule in words.</param>
public sealed record BrokenRule(string Rule, string? Field, string Detail)
{
    /// <summary>Puts a refusal into the words of the current culture.</summary>
    /// <param name="refusal">The refusal.</param>
    public static BrokenRule Of(Refusal refusal) => new(
        refusal.Rule.Code, refusal.Field, refusal.Rule.InWords(CultureInfo.CurrentUICulture, refusal.Arguments));
}
