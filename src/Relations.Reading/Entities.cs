using Relations.Domain.Time;
using Relations.Reading.Dates;
using Relations.Reading.Facts;
using Relations.Reading.Organisations;
using Relations.Reading.People;
using Relations.Reading.Text;

namespace Relations.Reading;

/// <summary>The text with what it names: what the readers of facts build on.</summary>
/// <param name="Text">The text.</param>
/// <param name="Dates">Its dates.</param>
/// <param name="Organisations">The organisations that it names.</param>
/// <param name="People">The people that it names.</param>
internal sealed record Entities(ReadText Text, DatesRead Dates, OrganisationsRead Organisations, PeopleRead People)
{
    private IReadOnlyList<Line>? _lines;

    /// <summary>Its sentences, with what stands at each of their words.</summary>
    public IReadOnlyList<Line> Lines => _lines ??= Line.All(this);
}
