using System.Runtime.CompilerServices;
using System.Text.Json;
using Relations.App.Pages.Import;
using Relations.App.Pages.QuickLog;
using Relations.App.Pages.Reading;
using Relations.App.Reading;
using Relations.App.Search;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Search;

/// <summary>A place to go to, or something to do, from anywhere.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Keys">The keys that lead there, one after the other; null where there are none.</param>
public sealed record PaletteCommand(string Text, string Address, string? Keys = null);

/// <summary>Where one can go, and what one may do, from anywhere: what the palette offers and the keys stand for.</summary>
public static class PaletteCommands
{
    /// <summary>The commands that open a record, the most used first.</summary>
    private static readonly Type[] Openers =
    [
        typeof(LogMeeting), typeof(ScheduleMeeting), typeof(MakeCommitment), typeof(RegisterSource), typeof(ProposeAgreement), typeof(AttestAgreement),
        typeof(ProposeProject), typeof(RecordProject), typeof(RegisterPerson), typeof(RegisterOrganisation), typeof(EstablishPartnership),
    ];

    /// <summary>The pages that everybody finds.</summary>
    public static IReadOnlyList<PaletteCommand> Pages =>
    [
        new(Say("Palette.Home"), "/", "g h"),
        new(Say("Palette.Portfolio"), "/portfolio", "g p"),
        new(Say("Palette.Calendar"), "/calendar", "g c"),
        new(Say("Search.Title"), SearchPage.Address, "g s"),
        new(Say("Search.Meetings"), "/meetings", "g m"),
        new(Say("Search.Agreements"), "/agreements", "g a"),
        new(Say("Search.Commitments"), "/commitments", "g t"),
        new(Say("Search.Projects"), "/projects", "g j"),
        new(Say("Search.Organisations"), "/organisations", "g o"),
        new(Say("Search.People"), "/people", "g e"),
        new(Say("Search.Sources"), "/sources", "g f"),
        new(Say("Report.Title"), Relations.App.Reports.Report.Path),
        new(Say("Reading.Report"), ReadingReportPage.Address),
    ];

    /// <summary>What somebody may do.</summary>
    /// <param name="actor">Who.</param>
    public static IReadOnlyList<PaletteCommand> ActionsOf(Actor actor) =>
    [
        .. Openers.Where(o => IsAllowed(actor, o)).Select(o => new PaletteCommand(
            TextOf(o), AddressOf(o), o == typeof(LogMeeting) ? "c" : null)),
        .. IsAllowed(actor, typeof(RegisterPerson)) ? [new PaletteCommand(Say("Import.Title"), ImportPage.Address, "g i")] : (IReadOnlyList<PaletteCommand>)[],
        .. ReadingDrafts.Forbids(actor) is null
            ? new[] { new PaletteCommand(Say("Reading.Title"), ReadPage.Address, "g r"), new(Say("Reading.Drafts"), DraftsPage.Address, "g b") }
            : [],
    ];

    /// <summary>Those that some words name, without regard to accents.</summary>
    /// <param name="commands">The commands.</param>
    /// <param name="words">The words; all where there are none.</param>
    public static IReadOnlyList<PaletteCommand> Fitting(this IEnumerable<PaletteCommand> commands, string words)
    {
        var asked = SearchEntry.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. commands.Where(c => asked.All(w => SearchEntry.Fold(c.Text).Split(' ').Any(t => t.StartsWith(w, StringComparison.Ordinal))))];
    }

    /// <summary>The policy decides by the sort of the command, and not by what will be in it.</summary>
    private static bool IsAllowed(Actor actor, Type command) =>
        AccessPolicy.Forbids(actor, (Command)RuntimeHelpers.GetUninitializedObject(command), []) is null;

    private static string AddressOf(Type command) => command == typeof(LogMeeting)
        ? QuickLogPage.Address
        : $"/record/{JsonNamingPolicy.KebabCaseLower.ConvertName(command.Name)}";

    private static string TextOf(Type command) => command.Name switch
    {
        nameof(LogMeeting) => Say("Palette.LogMeeting"),
        nameof(ScheduleMeeting) => Say("Palette.ScheduleMeeting"),
        nameof(MakeCommitment) => Say("Palette.MakeCommitment"),
        nameof(RegisterSource) => Say("Palette.RegisterSource"),
        nameof(ProposeAgreement) => Say("Palette.ProposeAgreement"),
        nameof(AttestAgreement) => Say("Palette.AttestAgreement"),
        nameof(ProposeProject) => Say("Palette.ProposeProject"),
        nameof(RecordProject) => Say("Palette.RecordProject"),
        nameof(RegisterPerson) => Say("Palette.RegisterPerson"),
        nameof(RegisterOrganisation) => Say("Palette.RegisterOrganisation"),
        _ => Say("Palette.EstablishPartnership"),
    };
}
