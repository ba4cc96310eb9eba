using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Partnerships;

/// <summary>A person whose posts changed: what they left, and what they took up.</summary>
/// <param name="Person">The person.</param>
/// <param name="Left">The posts that ended.</param>
/// <param name="Taken">The posts that began.</param>
public sealed record PostChange(PersonId Person, IReadOnlyList<Appointment> Left, IReadOnlyList<Appointment> Taken)
{
    /// <summary>The changes that certainly came after a date, such as that of the last meeting.</summary>
    /// <param name="people">The people.</param>
    /// <param name="date">The date; null where there is none, and so nothing after it.</param>
    public static IReadOnlyList<PostChange> Since(IEnumerable<Person> people, EdtfDate? date) => date is null ? [] :
    [
        .. people
            .Select(p => new PostChange(
                new(p.Id),
                [.. p.Appointments.Where(a => a.To is { } to && date.CertainlyBefore(to))],
                [.. p.Appointments.Where(a => a.From is { } from && date.CertainlyBefore(from))]))
            .Where(c => c.Left.Count + c.Taken.Count > 0)
            .OrderByDescending(c => c.Taken.Select(a => a.From).Concat(c.Left.Select(a => a.To)).Max()),
    ];
}
