using Relations.App.Access;
using Relations.App.Api;
using Relations.App.Recording;
using Relations.App.Sources;
using Relations.Domain.Sources;

namespace Relations.App.Cli;

/// <summary>What <c>source</c> takes.</summary>
public sealed class SourceInput : VerbInput
{
    /// <summary>What to do with the source: <c>text</c>.</summary>
    public string Action { get; set; } = "";

    /// <summary>The source's id.</summary>
    public string Source { get; set; } = "";

    /// <summary>The document.</summary>
    public string File { get; set; } = "";
}

/// <summary>Supplies the text of a registered source, from the document itself, so that its hash is computed here.</summary>
[Verb("source")]
public sealed class SourceCommand : Verb<SourceInput>
{
    internal override IReadOnlyList<string> Mistakes(SourceInput input, Words words)
    {
        List<string> mistakes = [];
        if (input.Action != "text")
            mistakes.Add(words.Say("misused", "source"));
        if (!Guid.TryParse(input.Source, out _))
            mistakes.Add(words.Say("not-an-id", input.Source));
        if (!File.Exists(input.File))
            mistakes.Add(words.Say("no-file", input.File));
        else if (new FileInfo(input.File).Length > SourceDocument.MostBytes)
            mistakes.Add(words.Say("too-large", input.File, SourceDocument.MostBytes));
        return mistakes;
    }

    internal override async Task<ExitCode> RunAsync(
        SourceInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        if (SourceDocument.Read(await File.ReadAllBytesAsync(input.File, cancellation)) is not { } document)
        {
            terminal.Complain(terminal.Words.Say("not-utf8", input.File));
            return ExitCode.Misused;
        }

        var id = Guid.Parse(input.Source);
        if (await record.Get<RecordReader>().ReadAsync<Source>(id, AsOf.Now, cancellation) is not { } source)
            return NotOnRecord(terminal, input.Source);
        Outcome? outcome = null;
        var submission = new Submission(
            id, new ProvideSourceText(document.Text, document.Sha256), record.Operator)
        { SeenVersion = source.Version };
        await record.RecordingAsync(async () => outcome = await record.Get<Recorder>().RecordAsync(submission, cancellation), cancellation);
        return Tell(outcome!, input, terminal);
    }

    private static ExitCode Tell(Outcome outcome, SourceInput input, Terminal terminal)
    {
        if (outcome is Outcome.Recorded recorded)
        {
            foreach (var warning in recorded.Warnings)
                terminal.Complain(terminal.Words.Say(warning));
            if (input.JsonFlag)
                terminal.SayJson(RecordedAnswer.Of(recorded));
            else
                terminal.Say(terminal.Words.Say("text-provided", input.Source, recorded.Version));
            return ExitCode.Done;
        }

        if (outcome is Outcome.Refused refused)
        {
            foreach (var refusal in refused.Refusals)
                terminal.Complain(terminal.Words.Say(refusal));
        }
        else
        {
            // The source was read a moment ago: it has moved on since.
            terminal.Complain(terminal.Words.Say("moved-on", input.Source));
        }

        return ExitCode.Refused;
    }
}
