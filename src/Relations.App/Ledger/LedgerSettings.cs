using Relations.App.Access.Web;
using Relations.Ledger.Notes;

namespace Relations.App.Ledger;

/// <summary>What an operator sets about the ledger.</summary>
/// <param name="Origin">The name of the log, where it is not to be made up at the first start.</param>
/// <param name="Every">How often a checkpoint is signed, if anything was recorded.</param>
/// <param name="Folders">Folders that checkpoints are copied to.</param>
/// <param name="Repositories">Clones of Git repositories that checkpoints are committed to and pushed from.</param>
/// <param name="Witnesses">Witnesses that are asked for their signature.</param>
internal sealed record LedgerSettings(
    string? Origin, TimeSpan Every, IReadOnlyList<string> Folders, IReadOnlyList<string> Repositories, IReadOnlyList<WitnessSetting> Witnesses)
{
    private const string Section = "Relations:Ledger";
    private const int UsualMinutes = 60;
    private const int MostMinutes = 7 * 24 * 60;

    /// <summary>Reads them.</summary>
    /// <param name="configuration">The operator's settings.</param>
    /// <exception cref="UnusableSettingException">One cannot be used.</exception>
    public static LedgerSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        return new(
            ReadOrigin(section[nameof(Origin)]),
            TimeSpan.FromMinutes(section.Number("CheckpointMinutes", UsualMinutes, MostMinutes)),
            [.. configuration.Several($"{Section}:{nameof(Folders)}").Select(Path.GetFullPath)],
            [.. configuration.Several($"{Section}:{nameof(Repositories)}").Select(Path.GetFullPath)],
            [.. configuration.Several($"{Section}:{nameof(Witnesses)}").Select(WitnessSetting.Read)]);
    }

    /// <summary>The origin is the name of the key, too.</summary>
    private static string? ReadOrigin(string? written) => written switch
    {
        null or "" => null,
        { Length: <= VerifierKey.MostName } when VerifierKey.IsName(written) => written,
        _ => throw new UnusableSettingException($"{Section}:{nameof(Origin)} takes a name without blanks and plus signs, of at most {VerifierKey.MostName} characters."),
    };
}

/// <summary>A witness.</summary>
/// <param name="Address">The prefix of its address (C2SP tlog-witness).</param>
/// <param name="Key">The key that its signatures are checked with (the vkey of C2SP tlog-cosignature).</param>
internal sealed record WitnessSetting(Uri Address, VerifierKey Key)
{
    /// <summary>Reads an address and a key with a blank between them.</summary>
    /// <param name="written">What the operator wrote.</param>
    /// <exception cref="UnusableSettingException">It is something else.</exception>
    public static WitnessSetting Read(string written) =>
        written.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var address, var key]
            && Uri.TryCreate(address.TrimEnd('/') + '/', UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            && VerifierKey.TryParse(key, out var known) && known.Use == KeyUse.Cosignature
            ? new(uri, known)
            : throw new UnusableSettingException($"Relations:Ledger:Witnesses takes an address and the witness's key, with a blank between them, not {written}.");
}
