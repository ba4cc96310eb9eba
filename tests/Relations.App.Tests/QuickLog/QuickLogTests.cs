using Relations.App.Pages.Forms;
using Relations.App.QuickLog;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.QuickLog;

/// <summary>How a quick log is understood, without a database.</summary>
public sealed class QuickLogTests
{
    private static readonly DateOnly Today = new(2016, 2, 16);

    [Theory]
    [InlineData("Walker San Miguel", "Walker", "San Miguel")]
    [InlineData("José Iván Dávalos", "José Iván", "Dávalos")]
    [InlineData("Juan Carlos Pérez Soto", "Juan Carlos", "Pérez Soto")]
    [InlineData("María de la Cruz", "María", "de la Cruz")]
    [InlineData("Schialer Salcedo, Elmer", "Elmer", "Schialer Salcedo")]
    [InlineData("Emb. Elmer Schialer", "Elmer", "Schialer", "Emb.")]
    [InlineData("Pelé", "", "Pelé")]
    [InlineData("de", "", "de")]
    public void a_name_is_parted(string typed, string given, string family, string? honorific = null) =>
        Assert.Equal(new PersonName(given, family, honorific), TypedName.Of(typed));

    [Theory]
    [InlineData("Comunidad Andina (CAN)", "Comunidad Andina", "CAN")]
    [InlineData("Ministerio (de Lima y otros)", "Ministerio (de Lima y otros)", null)]
    [InlineData("(CAN)", "(CAN)", null)]
    public void an_acronym_is_parted_from_its_name(string typed, string name, string? acronym) =>
        Assert.Equal(new OrganisationName("es", name, acronym), NewOrganisation.Named(typed, "es"));

    [Fact]
    public void what_is_new_is_opened_first_and_once()
    {
        LoggedOrganisation fresh = new(new(Guid.NewGuid()), new([new("es", "Foro")], OrganisationKind.Other)), known = new(new(Guid.NewGuid()));
        LoggedPerson rosa = new(new(Guid.NewGuid()), new("Rosa", "Quispe"));
        LoggedMeeting meeting = new(
            new(Guid.NewGuid()), new(Guid.NewGuid()), EdtfDate.Parse("2016-02-12"), null,
            [new(rosa, fresh, "Asesora", "who[0]"), new(new(new(Guid.NewGuid())), known, null, "who[1]")], [],
            [new("Enviar el acta", fresh, [known], null, "promises[0]")]);
        var steps = meeting.Steps();
        Assert.Equal(
            [typeof(RegisterOrganisation), typeof(RegisterPerson), typeof(AppointPerson), typeof(LogMeeting), typeof(MakeCommitment)],
            steps.Select(s => s.Command.GetType()));
        Assert.Equal(EdtfDate.Parse("2016-02-12"), ((AppointPerson)steps[2].Command).Before);
        Assert.Equal(meeting.Id, ((MakeCommitment)steps[4].Command).Meeting);
        Assert.Equal(steps.Select(s => s.Record), meeting.Steps().Select(s => s.Record));
    }

    [Fact]
    public void the_partnership_most_of_whose_parties_met_is_meant()
    {
        OrganisationId can = new(Guid.NewGuid()), oim = new(Guid.NewGuid()), oit = new(Guid.NewGuid()), oea = new(Guid.NewGuid());
        Partnership canOim = Of(can, oim), canOit = Of(can, oit), all = Of(can, oim, oit);
        Assert.Equal([canOim], Likeliest(can, oim));
        Assert.Equal([all], Likeliest(can, oim, oit));
        Assert.Equal([canOim, canOit], Likeliest(can));
        Assert.Empty(Likeliest(oea));

        IReadOnlyList<Partnership> Likeliest(params OrganisationId[] met) => PartnershipGuess.Likeliest(met.ToHashSet(), [canOim, canOit, all]);
        static Partnership Of(params OrganisationId[] parties) => new() { Id = Guid.NewGuid(), Slug = "s", Parties = [.. parties.Select(p => new PartnershipParty(p, null))] };
    }

    [Theory]
    [InlineData("2016-02-10", "2016-02-09")]
    [InlineData("2016-02-17", "2016-02-16")]
    [InlineData("2016-02-18", "2016-02-15")]
    [InlineData("2015-02-10", "2016-02-15")]
    [InlineData("", "2016-02-15")]
    public void yesterday_is_counted_from_the_day_it_was_typed_within_bounds(string typedOn, string yesterday) =>
        Assert.Equal(yesterday, Form(("today", typedOn), ("when", "ayer")).On(Today)!.ToString());

    [Theory]
    [InlineData("ayer", "", false)]
    [InlineData("ayer", "2016-02-14", false)]
    [InlineData("ayer", "2016-02-15", true)]
    [InlineData("ayer", "*", true)]
    [InlineData("15/2/2016", "", true)]
    public void a_date_that_could_mean_another_is_shown_first(string typed, string shown, bool understood)
    {
        var form = Form(("when", typed), ("understood", shown));
        Assert.Equal(understood, form.IsUnderstood(form.On(Today)!));
    }

    private static QuickLogForm Form(params (string Name, string Value)[] typed) =>
        new(new(typed.Select(t => KeyValuePair.Create(t.Name, new Microsoft.Extensions.Primitives.StringValues(t.Value)))));
}
