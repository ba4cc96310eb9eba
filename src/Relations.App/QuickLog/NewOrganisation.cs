using System.Globalization;
using Relations.Domain.Organisations;
using Relations.Domain.Recording;

namespace Relations.App.QuickLog;

/// <summary>The name of an organisation that is registered in passing.</summary>
public static class NewOrganisation
{
    /// <summary>The name in the typist's language, its acronym apart where it was typed behind it: “Comunidad Andina (CAN)”.</summary>
    /// <param name="typed">What was typed.</param>
    public static OrganisationName Named(string typed) => Named(typed, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>The name in a language, its acronym apart.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="language">The language.</param>
    public static OrganisationName Named(string typed, string language)
    {
        var name = typed.Trim();
        var open = name.LastIndexOf('(');
        return open > 0 && name.EndsWith(')') && name[(open + 1)..^1].Trim() is { Length: > 0 and <= Limits.Code } acronym && !acronym.Contains(' ', StringComparison.Ordinal)
            ? new(language, name[..open].Trim(), acronym)
            : new(language, name);
    }
}
