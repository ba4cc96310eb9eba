using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Tests.Recording;

/// <summary>The cast of the stories: fixed ids and dates, so that a failure reads the same every time.</summary>
public static class Some
{
    public static readonly PartnershipId CanOim = new(Numbered(1));
    public static readonly OrganisationId Can = new(Numbered(2));
    public static readonly OrganisationId Oim = new(Numbered(3));
    public static readonly OrganisationId Sgcan = new(Numbered(4));
    public static readonly OrganisationId Peru = new(Numbered(5));
    public static readonly PersonId Davalos = new(Numbered(6));
    public static readonly PersonId SanMiguel = new(Numbered(7));
    public static readonly MeetingId Meeting = new(Numbered(8));
    public static readonly AgreementId Agreement = new(Numbered(9));
    public static readonly ProjectId Project = new(Numbered(10));
    public static readonly SourceId PressRelease = new(Numbered(11));

    /// <summary>A day after every story's today.</summary>
    public static readonly EdtfDate Tomorrow = Day("2026-11-24");

    public static EdtfDate Day(string edtf) => EdtfDate.Parse(edtf);

    public static Guid Numbered(int number) => new($"0198f3a0-0000-7000-8000-{number:x12}");
}
