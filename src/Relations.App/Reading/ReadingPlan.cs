using System.Text.Json.Serialization;
using Relations.Domain.Recording;

namespace Relations.App.Reading;

/// <summary>A command that a fact becomes.</summary>
/// <param name="Key">The fact.</param>
/// <param name="Record">The record that it is for.</param>
/// <param name="Command">The command.</param>
/// <param name="SeenVersion">The version of the record that was looked at; null where it is new.</param>
public sealed record ReadingStep(string Key, Guid Record, Command Command, long? SeenVersion);

/// <summary>What a fact lacks to be recorded.</summary>
[JsonConverter(typeof(EnumNameConverter<Lack>))]
public enum Lack
{
    /// <summary>Another fact, which is not to be recorded.</summary>
    OtherFact,

    /// <summary>A partnership that it belongs to.</summary>
    Partnership,

    /// <summary>A second party.</summary>
    TwoParties,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A surname.</summary>
    FamilyName,

    /// <summary>The organisation that somebody speaks or acts for.</summary>
    Organisation,

    /// <summary>The end of a post that the text calls past.</summary>
    EndOfPost,

    /// <summary>The meeting that it was said at.</summary>
    Meeting,

    /// <summary>The person who said it.</summary>
    Speaker,

    /// <summary>The sort of the agreement.</summary>
    AgreementType,

    /// <summary>Who did it.</summary>
    Actors,

    /// <summary>Where the project stands.</summary>
    Status,

    /// <summary>An organisation with a role in the project.</summary>
    Role,

    /// <summary>Who owes it.</summary>
    Debtor,

    /// <summary>Whom it is owed to.</summary>
    Creditor,

    /// <summary>Until when it is prolonged.</summary>
    End,

    /// <summary>What a rule of the record asks for.</summary>
    ByRule,
}

/// <summary>An accepted fact that cannot be recorded, and why.</summary>
/// <param name="Key">The fact.</param>
/// <param name="Lack">What it lacks.</param>
/// <param name="Needs">The other fact that it needs.</param>
/// <param name="Refusals">The rules that stand against it.</param>
public sealed record LeftOut(string Key, Lack Lack, string? Needs = null, IReadOnlyList<Refusal>? Refusals = null);

/// <summary>What confirming a draft records, and what it leaves out.</summary>
/// <param name="Steps">The commands, in an order in which each finds what it refers to.</param>
/// <param name="LeftOut">The accepted facts that are left out.</param>
public sealed record ReadingPlan(IReadOnlyList<ReadingStep> Steps, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>Why a fact is left out; null where it is not.</summary>
    /// <param name="key">The fact.</param>
    public LeftOut? WhyNot(string key) => LeftOut.FirstOrDefault(l => l.Key == key);
}
