using Relations.App.Tests.Api;
using Relations.Domain.Commitments;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Commitments;

/// <summary>What the rules of commitments forbid.</summary>
public static class CommitmentRefusals
{
    private const string Commitments = "/api/commitments";

    public static IReadOnlyList<RefusalCase> All { get; } =
    [
        new(CommitmentRules.OwedToAnother, "owedTo", Commitments, c => Make(c) with { OwedTo = [c.Oim] }),
        new(CommitmentRules.DueAfterMade, "due", Commitments, c => Make(c) with { Due = On("2015") }),
        new(CommitmentRules.OnlyWhileOpen, null, Kept, _ => new BreakCommitment(On("2016-07"), "Nada llegó")),
        new(CommitmentRules.SettledAfterMade, "on", Made("keep"), _ => new KeepCommitment(On("2015"), "Informe")),
        new(CommonRules.TextRequired, "evidence", Made("keep"), _ => new KeepCommitment(On("2016-05"), " ")),
        new(CommonRules.NotInTheFuture, "on", Commitments, c => Make(c) with { On = On("2999") }),
        new(CommonRules.CorrectionNeedsReason, "provenance.reason", Made("correct"), _ => new CorrectCommitment("Otra cosa")),
        new(
            CommonRules.NothingChanged,
            null,
            Made("correct"),
            _ => new CorrectCommitment(Status: CommitmentStatus.Open) { Provenance = new(Reason: "Error de registro") }),
        new(CommonRules.ReferenceUnknown, "owedBy", Commitments, c => Make(c) with { OwedBy = new(Guid.Empty) }),
        new(CommonRules.TooFewItems, "partnerships", Commitments, c => Make(c) with { Partnerships = [] }),
    ];

    private static MakeCommitment Make(Cast cast) =>
        new([cast.CanOim], "Compartir las cifras", cast.Oim, [cast.Can], On("2016-02-12"), On("2016-06"));

    private static Func<ApiClient, Cast, Task<string>> Made(string verb) =>
        async (api, cast) => $"{Commitments}/{await api.OpenAsync(Commitments, Make(cast))}/{verb}";

    private static async Task<string> Kept(ApiClient api, Cast cast)
    {
        var path = await Made("keep")(api, cast);
        await api.AddAsync(path, new KeepCommitment(On("2016-05"), "Informe"));
        return path.Replace("keep", "break", StringComparison.Ordinal);
    }

    private static EdtfDate On(string edtf) => EdtfDate.Parse(edtf);
}
