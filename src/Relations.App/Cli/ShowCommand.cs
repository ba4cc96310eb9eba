using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Cli;

/// <summary>What <c>show</c> takes.</summary>
public sealed class ShowInput : AsOfInput
{
    /// <summary>The kind of record.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Its id; of a partnership also its slug.</summary>
    public string Key { get; set; } = "";
}

/// <summary>Shows a record as it is, as it stood on a day, as it was known at a moment.</summary>
[Verb("show")]
public sealed class ShowCommand : Verb<ShowInput>
{
    private const string Partnership = "partnership";

    internal override IReadOnlyList<string> Mistakes(ShowInput input, Words words)
    {
        List<string> mistakes = [.. input.Clocks.Read(out _).Select(words.Say)];
        if (RecordKinds.All.All(k => k.Name != input.Kind))
            mistakes.Add(words.Say("unknown-kind", input.Kind, string.Join(", ", RecordKinds.All.Select(k => k.Name))));
        else if (input.Kind != Partnership && !Guid.TryParse(input.Key, out _))
            mistakes.Add(words.Say("not-an-id", input.Key));
        return mistakes;
    }

    internal override async Task<ExitCode> RunAsync(
        ShowInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        input.Clocks.Read(out var asOf);
        if (input.Kind == Partnership)
            return await ShowPartnershipAsync(input, asOf, record, terminal, cancellation);
        var reader = record.Get<RecordReader>();
        if (await ReadAsync(reader, input.Kind, Guid.Parse(input.Key), asOf, cancellation) is not { } state)
            return NotOnRecord(terminal, input.Key);
        if (input.JsonFlag)
            terminal.SayJson(state);
        else
            Sheets.Of(state, await Names.InAsync(state, asOf, reader, terminal.Words, cancellation)).WriteTo(terminal.Answers);
        return ExitCode.Done;
    }

    private static async Task<ExitCode> ShowPartnershipAsync(
        ShowInput input, AsOf asOf, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        if (await record.Get<PartnershipReader>().ReadAsync(input.Key, asOf, cancellation) is not { } picture)
            return NotOnRecord(terminal, input.Key);
        var answer = PartnershipAnswer.Of(picture);
        if (input.JsonFlag)
            terminal.SayJson(answer);
        else
            Sheets.Of(answer, terminal.Words).WriteTo(terminal.Answers);
        return ExitCode.Done;
    }

    private static async Task<RecordState?> ReadAsync(
        RecordReader reader, string kind, Guid id, AsOf asOf, CancellationToken cancellation) => kind switch
        {
            "agreement" => await reader.ReadAsync<Agreement>(id, asOf, cancellation),
            "meeting" => await reader.ReadAsync<Meeting>(id, asOf, cancellation),
            "project" => await reader.ReadAsync<Project>(id, asOf, cancellation),
            "commitment" => await reader.ReadAsync<Commitment>(id, asOf, cancellation),
            "organisation" => await reader.ReadAsync<Organisation>(id, asOf, cancellation),
            "person" => await reader.ReadAsync<Person>(id, asOf, cancellation),
            "source" => await reader.ReadAsync<Source>(id, asOf, cancellation),
            _ => throw new System.Diagnostics.UnreachableException(kind),
        };
}
