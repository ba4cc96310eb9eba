using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Relations.Domain.Recording;

namespace Relations.Domain.Organisations;

/// <summary>A public register that gives organisations identifiers.</summary>
[JsonConverter(typeof(EnumNameConverter<IdentifierScheme>))]
public enum IdentifierScheme
{
    /// <summary>
    /// The IATI organisation identifier: a code of the Organisation Registration Agency codelist, a hyphen, and the agency's number for
    /// the organisation, such as <c>XM-DAC-47066</c>.
    /// </summary>
    IatiOrgId,

    /// <summary>The Research Organization Registry: nine characters, of which the last two check the others, such as <c>02jbv0t02</c>.</summary>
    Ror,

    /// <summary>The item of Wikidata, such as <c>Q42</c>.</summary>
    Wikidata,

    /// <summary>The code of a State, ISO 3166-1 alpha-2, such as <c>PE</c>.</summary>
    IsoCountry,
}

/// <summary>An identifier that a public register gave an organisation.</summary>
/// <param name="Scheme">The register.</param>
/// <param name="Value">The identifier in its canonical form, without the register's address.</param>
public sealed partial record OrganisationIdentifier(IdentifierScheme Scheme, string Value)
{
    // Crockford's base 32: no i, l, o or u, which are mistaken for other characters.
    private const string RorDigits = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Reads an identifier as people paste it, with spaces around it or as the register's address.</summary>
    /// <param name="scheme">The register.</param>
    /// <param name="text">What was written.</param>
    /// <returns>The identifier in canonical form; null where it is not one of that register.</returns>
    public static OrganisationIdentifier? Read(IdentifierScheme scheme, string text)
    {
        var match = Shape(scheme)?.Match(text.Trim());
        return match is { Success: true } && IsGiven(scheme, match.Groups["id"].Value) ? new(scheme, match.Groups["id"].Value) : null;
    }

    /// <summary>What an identifier of that register looks like, for the sentence that refuses another.</summary>
    /// <param name="scheme">The register.</param>
    public static string Example(IdentifierScheme scheme) => scheme switch
    {
        IdentifierScheme.IatiOrgId => "XM-DAC-47066",
        IdentifierScheme.Ror => "02jbv0t02",
        IdentifierScheme.Wikidata => "Q42",
        _ => "PE",
    };

    private static Regex? Shape(IdentifierScheme scheme) => scheme switch
    {
        IdentifierScheme.IatiOrgId => IatiShape(),
        IdentifierScheme.Ror => RorShape(),
        IdentifierScheme.Wikidata => WikidataShape(),
        IdentifierScheme.IsoCountry => CountryShape(),
        _ => null,
    };

    private static bool IsGiven(IdentifierScheme scheme, string value) => scheme switch
    {
        IdentifierScheme.Ror => HasRightCheckDigits(value),
        IdentifierScheme.IsoCountry => IsoCodes.IsCountry(value),
        _ => true,
    };

    /// <summary>ISO/IEC 7064, mod 97-10: the number with its two check digits leaves 1 when divided by 97.</summary>
    private static bool HasRightCheckDigits(string ror)
    {
        var number = ror[..^2].Aggregate(0L, (sum, digit) => (sum * RorDigits.Length) + RorDigits.IndexOf(digit, StringComparison.Ordinal));
        var check = ((ror[^2] - '0') * 10) + (ror[^1] - '0');
        return ((number * 100) + check) % 97 == 1;
    }

    // IATI forbids / & | ? anywhere in an identifier, and so do we spaces.
    [GeneratedRegex(@"^(?<id>[A-Z]{2}-[A-Z0-9_]{2,20}-[^\s/&|?]{1,50})\z", RegexOptions.CultureInvariant)]
    private static partial Regex IatiShape();

    [GeneratedRegex(@"^(https?://)?(ror\.org/)?(?<id>0[0-9a-hj-km-np-tv-z]{6}[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex RorShape();

    [GeneratedRegex(@"^(https?://www\.wikidata\.org/(wiki|entity)/)?(?<id>Q[1-9][0-9]{0,11})\z", RegexOptions.CultureInvariant)]
    private static partial Regex WikidataShape();

    [GeneratedRegex(@"^(?<id>[A-Z]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex CountryShape();
}
