using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Relations.App.Access;
using Relations.App.Recording;

namespace Relations.App.Pages.Forms;

/// <summary>What a page is told was recorded a moment ago: places in a record, which it reads itself, and what should be looked at.</summary>
/// <param name="Record">The record.</param>
/// <param name="From">The first of the events.</param>
/// <param name="To">The last of them.</param>
/// <param name="Warnings">What a person should look at, in words.</param>
public sealed record Noted(Guid Record, long From, long To, IReadOnlyList<string> Warnings);

/// <summary>
/// Carries a note from the form to the page after it, in the address. It is sealed for the account and for a while, so that
/// nobody can make a page say what was never recorded.
/// </summary>
/// <param name="protection">Seals it.</param>
/// <param name="current">Whom it is for.</param>
public sealed class RecordedNote(IDataProtectionProvider protection, CurrentActor current)
{
    /// <summary>Where the note stands in the address.</summary>
    public const string Parameter = "recorded";

    /// <summary>An address is no place for long texts.</summary>
    private const int MostWarnings = 4;

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    private ITimeLimitedDataProtector Seal => protection.CreateProtector("relations.recorded", current.Actor.Name).ToTimeLimitedDataProtector();

    /// <summary>An address with a note of what was recorded.</summary>
    /// <param name="address">The address.</param>
    /// <param name="recorded">What was recorded.</param>
    public string In(string address, Outcome.Recorded recorded)
    {
        Noted note = new(
            recorded.RecordId,
            recorded.Version - recorded.Events.Count + 1,
            recorded.Version,
            [.. recorded.Warnings.Take(MostWarnings).Select(w => w.Rule.InWords(System.Globalization.CultureInfo.CurrentUICulture, w.Arguments))]);
        return $"{address}?{Parameter}={Seal.Protect(JsonSerializer.Serialize(note), Lasts)}";
    }

    /// <summary>The note in an address; null where there is none, or none for who reads.</summary>
    /// <param name="sealedNote">What stands in the address.</param>
    public Noted? Read(string? sealedNote)
    {
        if (string.IsNullOrEmpty(sealedNote) || !current.IsSomebody)
            return null;
        try
        {
            return JsonSerializer.Deserialize<Noted>(Seal.Unprotect(sealedNote));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
