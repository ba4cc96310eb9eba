using JasperFx.CommandLine;
using Marten;
using Relations.App.Pages.Reading;
using Relations.App.Reading;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Time;
using Relations.Reading;
using Relations.Reading.Documents;

namespace Relations.App.Cli;

/// <summary>What <c>read</c> takes.</summary>
public sealed class ReadInput : VerbInput
{
    /// <summary>The document, or a folder of documents.</summary>
    public string File { get; set; } = "";

    /// <summary>When it was published, as EDTF.</summary>
    public string? PublishedFlag { get; set; }

    /// <summary>The language of the document, <c>es</c> or <c>en</c>; told by its words where it is not given.</summary>
    public string? LanguageFlag { get; set; }

    /// <summary>Keep what is read as drafts to be confirmed.</summary>
    public bool DraftsFlag { get; set; }

    /// <summary>The account whose drafts they are.</summary>
    public string? ForFlag { get; set; }
}

/// <summary>
/// Reads a document and shows the facts that it tells, by the gazetteer alone and without a database; or reads a folder of documents into
/// drafts, each once.
/// </summary>
[Verb("read")]
public sealed class ReadCommand : JasperFxAsyncCommand<ReadInput>, IVerb
{
    /// <summary>The most documents of one folder.</summary>
    private const int MostDocuments = 2_000;

    private ExitCode exit = ExitCode.Misused;

    /// <inheritdoc />
    ExitCode IVerb.Exit => exit;

    /// <inheritdoc />
    public override async Task<bool> Execute(ReadInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (terminal, settings, cancellation) = input.Surroundings;
        var words = terminal.Words;
        EdtfDate? published = null;
        if (input.PublishedFlag is { } written && !EdtfDate.TryParse(written, out published))
            terminal.Complain(words.Say("not-a-date", written));
        else if (input.LanguageFlag is not (null or "es" or "en") || (input.DraftsFlag && input.LanguageFlag is not null))
            terminal.Complain(words.Say("read-language"));
        else if (input.DraftsFlag && input.ForFlag is null)
            terminal.Complain(words.Say("read-for-whom"));
        else if (!File.Exists(input.File) && !(input.DraftsFlag && Directory.Exists(input.File)))
            terminal.Complain(words.Say("no-file", input.File));
        else if (input.DraftsFlag)
        {
            await using var record = await terminal.WhileAsync(words.Say("opening"), () => RecordAccess.OpenAsync(settings, false, cancellation));
            exit = await KeepAsync(input, published, record, terminal, cancellation);
        }
        else
        {
            exit = await ShowAsync(input, published, terminal, cancellation);
        }

        return exit == ExitCode.Done;
    }

    private static async Task<ExitCode> ShowAsync(ReadInput input, EdtfDate? published, Terminal terminal, CancellationToken cancellation)
    {
        var (document, problem) = await DocumentAsync(input.File, cancellation);
        if (document is null)
        {
            terminal.Complain($"{input.File}: {PastedText.InWords(problem!.Value)}");
            return ExitCode.Refused;
        }

        var reading = CommuniqueReader.Read(document.Text, ReadingContext.None with { PublishedOn = published, Language = input.LanguageFlag });
        if (input.JsonFlag)
            terminal.SayJson(reading);
        else
            Tell(reading, terminal);
        return ExitCode.Done;
    }

    /// <summary>Each fact in a sentence, how sure the reader is of it, and the words it is read from.</summary>
    private static void Tell(TextReading reading, Terminal terminal)
    {
        var sentences = new FactSentences(ReadingDraft.Of(reading), terminal.Words.Language);
        foreach (var fact in reading.Facts)
        {
            terminal.Say($"{FactSentences.Kind(FactKinds.Of(fact))} ({fact.Confidence.Value.ToString("P0", terminal.Words.Language)}): {sentences.Of(fact)}");
            terminal.Say($"  {fact.Passage.Offset}+{fact.Passage.Length} “{fact.Passage.In(reading.Text).ReplaceLineEndings(" ")}”");
        }

        foreach (var note in reading.Notes)
            terminal.Say($"{FactSentences.InWords(note.Kind)} “{note.Passage.In(reading.Text).ReplaceLineEndings(" ")}”");
        if (reading.Facts.Count == 0)
            terminal.Say(terminal.Words.Say("read-nothing"));
    }

    private static async Task<ExitCode> KeepAsync(
        ReadInput input, EdtfDate? published, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        Account? owner;
        await using (var session = record.Get<IDocumentStore>().QuerySession())
            owner = await session.Query<Account>().Where(a => a.Name == input.ForFlag).FirstOrDefaultAsync(cancellation);
        if (owner is null || owner.IsClosed)
        {
            terminal.Complain(terminal.Words.Say("not-on-record", input.ForFlag!));
            return ExitCode.NotOnRecord;
        }

        var files = Directory.Exists(input.File)
            ? Directory.EnumerateFiles(input.File).Where(IsDocument).Order(StringComparer.Ordinal).Take(MostDocuments).ToList()
            : [input.File];
        var (begun, known, left) = (0, 0, 0);
        await terminal.ProgressAsync(async progress =>
        {
            foreach (var (i, file) in files.Index())
            {
                cancellation.ThrowIfCancellationRequested();
                var (document, problem) = await DocumentAsync(file, cancellation);
                var start = document is null
                    ? null
                    : await record.Get<ReadingDrafts>().StartAsync(document with { PublishedOn = published }, owner, cancellation);
                if (start is DraftStart.Begun { IsNew: var isNew })
                    _ = isNew ? begun++ : known++;
                else
                {
                    left++;
                    terminal.Complain($"{file}: {Why(start, problem, terminal.Words)}");
                }

                progress(terminal.Words.Say("reading"), (double)(i + 1) / files.Count);
            }
        });
        if (input.JsonFlag)
            terminal.SayJson(new Kept(begun, known, left));
        else
            terminal.Say(terminal.Words.Say("read-into-drafts", begun, known, left));
        return left == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static string Why(DraftStart? start, DocumentProblem? problem, Words words) => start switch
    {
        DraftStart.TooMany => words.Say("read-too-many", ReadingDrafts.Most),
        DraftStart.OtherText => words.Say("read-other-text"),
        _ => PastedText.InWords(problem!.Value),
    };

    private static bool IsDocument(string file) => PastedText.Accepted.Split(',').Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private static async Task<(NewDraft? Document, DocumentProblem? Problem)> DocumentAsync(string file, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(file);
        return await stream.ReadAtMostAsync(PastedText.MostBytes, cancellation) is { } bytes
            ? await PastedText.OfAsync(bytes, file, cancellation)
            : (null, DocumentProblem.TooLarge);
    }

    private sealed record Kept(int Begun, int AlreadyThere, int NotRead);
}
