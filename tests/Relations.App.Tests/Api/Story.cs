using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Api;

/// <summary>Tells what is on record before a command.</summary>
internal static class Story
{
    /// <summary>What a correction rests on.</summary>
    public static Provenance Mistake { get; } = new(Reason: "Error de registro");

    /// <summary>Opens a record, adds to it, and gives the path of the command that comes next.</summary>
    /// <param name="path">Where the record is opened: <c>/api/meetings/log</c>.</param>
    /// <param name="opens">The command that opens it.</param>
    /// <param name="next">The verb of the command that comes next.</param>
    /// <param name="before">What is added before it.</param>
    public static Func<ApiClient, Cast, Task<string>> Tell(
        string path, Func<Cast, Command> opens, string next, (string Verb, Func<Cast, Command> Command)[] before) => async (api, cast) =>
        {
            var kind = string.Join('/', path.Split('/').Take(3));
            var record = $"{kind}/{await api.OpenAsync(path, opens(cast))}";
            foreach (var (verb, command) in before)
                await api.AddAsync($"{record}/{verb}", command(cast));
            return $"{record}/{next}";
        };

    /// <summary>A date as it is written.</summary>
    public static EdtfDate On(string edtf) => EdtfDate.Parse(edtf);
}
