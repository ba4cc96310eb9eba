using System.Text.Json;
using Relations.App.Recording;
using Spectre.Console;

namespace Relations.App.Cli;

/// <summary>
/// Where the command line writes: answers on one side, complaints and progress on the other, so that an answer can be piped.
/// Texts of the record are written as they are, never read as markup, and without control characters.
/// </summary>
public sealed class Terminal
{
    /// <summary>The width, in characters, of what is written where there is no terminal.</summary>
    private const int PageWidth = 120;

    private readonly TextWriter output;
    private readonly TextWriter error;
    private readonly IAnsiConsole margin;
    private readonly bool watched;

    /// <summary>A terminal.</summary>
    /// <param name="output">Takes answers.</param>
    /// <param name="error">Takes complaints and progress.</param>
    /// <param name="words">Its language.</param>
    /// <param name="decorated">Whether answers are decorated: nothing is where a program may read along.</param>
    /// <param name="watched">Whether somebody watches progress.</param>
    public Terminal(TextWriter output, TextWriter error, Words words, bool decorated = false, bool watched = false)
    {
        this.output = output;
        this.error = error;
        this.watched = watched;
        Words = words;
        Answers = ConsoleOn(output, decorated);
        margin = ConsoleOn(error, watched);
    }

    /// <summary>Its language.</summary>
    public Words Words { get; }

    /// <summary>Takes answers that are more than a line.</summary>
    public IAnsiConsole Answers { get; }

    /// <summary>The terminal of this process. See https://no-color.org for <c>NO_COLOR</c>.</summary>
    /// <param name="args">The process's arguments.</param>
    public static Terminal OfProcess(string[] args)
    {
        var plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new(
            Console.Out,
            Console.Error,
            Words.For(args, Environment.GetEnvironmentVariable),
            !plain && !Console.IsOutputRedirected,
            !plain && !Console.IsErrorRedirected);
    }

    /// <summary>Answers with a line.</summary>
    /// <param name="line">The line.</param>
    public void Say(string line) => output.WriteLine(Clean(line));

    /// <summary>Answers with JSON, as the API does.</summary>
    /// <param name="answer">The answer.</param>
    public void SayJson(object answer) => output.WriteLine(JsonSerializer.Serialize(answer, RecordJson.Stored));

    /// <summary>Says what went wrong.</summary>
    /// <param name="line">What went wrong.</param>
    public void Complain(string line) => error.WriteLine(Clean(line));

    /// <summary>Shows that work of unknown length is under way, where somebody watches.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="what">The work, in words.</param>
    /// <param name="work">The work.</param>
    public Task<T> WhileAsync<T>(string what, Func<Task<T>> work) =>
        watched ? margin.Status().StartAsync(Markup.Escape(what), _ => work()) : work();

    /// <summary>Shows how far work has come, where somebody watches.</summary>
    /// <param name="work">The work; it tells a step in words, and how far that step is from 0 to 1.</param>
    public Task ProgressAsync(Func<Action<string, double>, Task> work)
    {
        if (!watched)
            return work((_, _) => { });
        return margin.Progress().StartAsync(progress =>
        {
            Dictionary<string, ProgressTask> steps = [];
            return work((what, share) =>
            {
                lock (steps)
                {
                    if (!steps.TryGetValue(what, out var step))
                        steps[what] = step = progress.AddTask(Markup.Escape(what), maxValue: 1);
                    step.Value = share;
                }
            });
        });
    }

    /// <summary>Text from the record that is safe to print: a terminal takes control characters for orders.</summary>
    /// <param name="text">The text.</param>
    public static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) && c != '\n' ? '\uFFFD' : c));

    private static IAnsiConsole ConsoleOn(TextWriter writer, bool decorated)
    {
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = decorated ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = decorated ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = decorated ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!decorated && !(ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected))
            console.Profile.Width = PageWidth;
        return console;
    }
}
