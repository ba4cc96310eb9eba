using Relations.App.Organisations;
using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Organisations;

/// <summary>What stands under an organisation on a day.</summary>
public class OrganTreeTests
{
    private static readonly DateOnly Day = new(2016, 2, 12);

    [Fact]
    public void organs_stand_under_organs_as_of_the_day()
    {
        var can = Organisation("CAN");
        var secretariat = Organisation("SGCAN", Under(can, "1997"));
        var unit = Organisation("Unidad", Under(secretariat, "2010"));
        var later = Organisation("Oficina", Under(can, "2020"));
        var former = Organisation("Junta", Under(can, "1969", "1997"));
        var tree = Assert.Single(OrganTree.Of([can.Id], [can, secretariat, unit, later, former], Day));
        var part = Assert.Single(tree.Parts);
        Assert.Equal((secretariat, unit), (part.Organisation, Assert.Single(part.Parts).Organisation));
    }

    [Fact]
    public void organisations_under_each_other_make_no_endless_tree()
    {
        var one = Organisation("Una");
        var other = Organisation("Otra", Under(one, null));
        one = one with { Placements = [Under(other, null)] };
        var tree = Assert.Single(OrganTree.Of([one.Id], [one, other], Day));
        Assert.Empty(Assert.Single(tree.Parts).Parts);
    }

    private static Organisation Organisation(string name, params Placement[] placements) => new()
    {
        Id = Guid.CreateVersion7(),
        Names = [new("es", name)],
        Kind = OrganisationKind.Organ,
        Placements = placements,
    };

    private static Placement Under(Organisation parent, string? from, string? to = null) => new(
        OrganisationRelation.OrganOf, new(parent.Id), from is null ? null : EdtfDate.Parse(from), to is null ? null : EdtfDate.Parse(to));
}
