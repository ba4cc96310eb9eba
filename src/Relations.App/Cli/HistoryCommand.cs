using System.Text.Json;
using Relations.App.Api;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Spectre.Console;

namespace Relations.App.Cli;

/// <summary>What <c>history</c> takes.</summary>
public sealed class HistoryInput : AsOfInput
{
    /// <summary>A record's id, or a partnership's slug.</summary>
    public string Record { get; set; } = "";

    /// <summary>Which page, from 1.</summary>
    public int? PageFlag { get; set; }

    /// <summary>Entries a page, 1 to 200; 50 unless said.</summary>
    public int? SizeFlag { get; set; }

    /// <summary>Which page, read as the API reads it.</summary>
    internal Paging Paging => Paging.Of(PageFlag, SizeFlag);
}

/// <summary>Shows what was recorded: every event of a record, or, for a slug, everything about a partnership.</summary>
[Verb("history")]
public sealed class HistoryCommand : Verb<HistoryInput>
{
    internal override IReadOnlyList<string> Mistakes(HistoryInput input, Words words) =>
        [.. input.Clocks.Read(out _).Concat(input.Paging.OutOfBounds()).Select(words.Say)];

    internal override async Task<ExitCode> RunAsync(
        HistoryInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        if (await ReadAsync(input, record, cancellation) is not { } page)
            return NotOnRecord(terminal, input.Record);
        if (input.JsonFlag)
        {
            terminal.SayJson(page);
            return ExitCode.Done;
        }

        foreach (var entry in page.Items)
            Write(entry, terminal);
        var last = (page.Number - 1L) * page.Size + page.Items.Count;
        terminal.Say(terminal.Words.Say(last < page.Total ? "entries-shown-more" : "entries-shown", page.Items.Count, page.Total, page.Number + 1));
        return ExitCode.Done;
    }

    private static async Task<Page<HistoryEntry>?> ReadAsync(HistoryInput input, RecordAccess record, CancellationToken cancellation)
    {
        input.Clocks.Read(out var asOf);
        var (records, partnerships) = (record.Get<RecordReader>(), record.Get<PartnershipReader>());
        if (Guid.TryParse(input.Record, out var id))
            return await records.HistoryAsync(id, asOf, input.Paging, cancellation);
        if (await partnerships.FindAsync(input.Record, cancellation) is not { } partnership)
            return null;
        var (events, total) = await partnerships.TimelineAsync(partnership, asOf, input.Paging.Skipped, input.Paging.Size, cancellation);
        return await records.EntriesAsync(events, total, input.Paging, cancellation);
    }

    private static void Write(HistoryEntry entry, Terminal terminal)
    {
        var words = terminal.Words;
        var heading = string.Join(" · ", new[] { words.Show(entry.On), entry.Event }.Where(p => p.Length > 0));
        terminal.Answers.Write(new Text(Terminal.Clean(heading), new Style(decoration: Decoration.Bold)));
        terminal.Say("");
        terminal.Say("  " + words.Say("recorded", words.Show(entry.RecordedAt), entry.RecordedBy, entry.Basis, entry.Sequence));
        terminal.Say($"  {RecordKinds.Of((Event)entry.Data)?.Name ?? entry.Kind} {entry.Record} v{entry.Version}");
        if (entry.Reason is not null)
            terminal.Say("  " + words.Say("reason", entry.Reason));
        foreach (var citation in entry.Citations)
            terminal.Say("  " + words.Say("cited", citation.Passage ?? words.Say("passage-unknown"), citation.Title ?? citation.Source.ToString()));
        terminal.Say("  " + JsonSerializer.Serialize(entry.Data, entry.Data.GetType(), RecordJson.Stored));
    }
}
