using System.Globalization;
using System.Text.Json.Serialization;
using Relations.Domain.Recording;

namespace Relations.App.Import.Tables;

/// <summary>What becomes of a row.</summary>
[JsonConverter(typeof(EnumNameConverter<RowFate>))]
public enum RowFate
{
    /// <summary>Nobody has looked at it yet.</summary>
    Unchecked,

    /// <summary>It would be recorded.</summary>
    New,

    /// <summary>It would be recorded, and somebody should look at it.</summary>
    Doubtful,

    /// <summary>What it says is on record already; it is left alone.</summary>
    OnRecord,

    /// <summary>It cannot be recorded as it is.</summary>
    Wrong,

    /// <summary>This import recorded it.</summary>
    Recorded,
}

/// <summary>What is to be said of a row.</summary>
/// <param name="Field">The field at fault; null for the row as a whole.</param>
/// <param name="IsWrong">Whether it keeps the row out.</param>
/// <param name="Rule">The lasting code of the rule.</param>
/// <param name="English">What is to be said, in English.</param>
/// <param name="Spanish">The same in Spanish: who reads it later may read another language than who asked.</param>
public sealed record Finding(string? Field, bool IsWrong, string Rule, string English, string Spanish)
{
    /// <summary>A rule that stands against a row, or that somebody should look at.</summary>
    /// <param name="refusal">The rule.</param>
    /// <param name="isWrong">Whether it keeps the row out.</param>
    public static Finding Of(Refusal refusal, bool isWrong = true)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new(refusal.Field, isWrong, refusal.Rule.Code, In("en"), In("es"));

        string In(string language) => refusal.Rule.InWords(CultureInfo.GetCultureInfo(language), refusal.Arguments);
    }

    /// <summary>What is to be said, in a language.</summary>
    /// <param name="culture">The reader's language.</param>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "es" ? Spanish : English;
}

/// <summary>A command that a row asks for.</summary>
/// <param name="Record">The record it is for.</param>
/// <param name="Command">The command.</param>
/// <param name="Seen">The version it adds to; null where it opens the record.</param>
public sealed record RowStep(Guid Record, Command Command, long? Seen = null);

/// <summary>What is to become of a row.</summary>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Record">The record it is; null where there is none.</param>
/// <param name="Findings">What is to be said of it.</param>
/// <param name="Steps">The commands that record it; none where nothing is to be recorded.</param>
public sealed record RowPlan(RowFate Fate, Guid? Record, IReadOnlyList<Finding> Findings, IReadOnlyList<RowStep> Steps);

/// <summary>How rows are taken.</summary>
/// <param name="Import">The import: what it opens gets ids made from it, so the same however often it is run.</param>
/// <param name="Mapping">Which column says what.</param>
/// <param name="Language">The language that names are in.</param>
/// <param name="MakesOrganisations">Whether organisations that are named and not on record are registered.</param>
/// <param name="Today">Today.</param>
public sealed record TableOptions(Guid Import, IReadOnlyDictionary<string, int> Mapping, string Language, bool MakesOrganisations, DateOnly Today);
