using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Access;

/// <summary><see cref="AccessPolicy.MayRead(Actor, RecordState, IReadOnlySet{Guid})"/> in SQL, for lists and their counts.</summary>
internal static class ReadableInSql
{
    private const string Nothing = "false";

    /// <summary>The condition on a record <c>d</c>, and the values of its parameters.</summary>
    /// <param name="kind">The type of the records.</param>
    /// <param name="actor">Who asks; not one who reads everything.</param>
    /// <param name="hidden">The restricted partnerships that they may not read.</param>
    public static (string Sql, object[] Values) Of(Type kind, Actor actor, IReadOnlySet<Guid> hidden)
    {
        if (kind == typeof(Account))
            return actor.Holds(Role.Administrator) ? ("true", []) : ("d.id = ?", [actor.Account?.Value ?? Guid.Empty]);

        var belongsTo = RecordLabel.PartnershipsIn(kind);
        var (works, scope) = WorksWith(actor, belongsTo, hidden);
        return (
            $"""
            case when d.{RecordLabel.RestrictedAlone} then jsonb_exists(d.data -> 'readers', ?)
            else ({belongsTo} = '[]'::jsonb or not {belongsTo} <@ ?::jsonb)
                and (d.data ->> 'classification' = 'Public' or {works}) end
            """,
            [actor.Name, Json(hidden), .. scope]);
    }

    /// <summary>
    /// The same for entries <c>s</c> of a view that keeps a record's classification and partnerships beside it. A view may be a
    /// moment behind, so what is restricted is asked of the records themselves; the values go in as <c>@reader</c>,
    /// <c>@hidden</c> and <c>@scope</c>.
    /// </summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="hidden">The restricted partnerships that they may not read.</param>
    public static (string Sql, IReadOnlyDictionary<string, object> Values) OfEntries(Actor actor, IReadOnlySet<Guid> hidden)
    {
        if (actor.ReadsEverything)
            return ("true", new Dictionary<string, object>());
        List<Grant> grants = [.. actor.Grants.Where(g => g.Role is Role.Officer or Role.Manager)];
        var works = actor switch
        {
            _ when actor.Holds(Role.Administrator) || grants.Any(g => g.IsOverAll) => "true",
            _ when grants.Count == 0 => Nothing,
            _ => "(s.partnerships = '{}' or s.partnerships && @scope)",
        };
        return (
            $"""
            (s.record not in ({Restricted("not ")})
                and (s.record in ({Restricted("")})
                    or ((s.partnerships = '{"{}"}' or not s.partnerships <@ @hidden) and (s.classification = 'Public' or {works}))))
            """,
            new Dictionary<string, object>
            {
                ["reader"] = actor.Name,
                ["hidden"] = hidden.ToArray(),
                ["scope"] = grants.SelectMany(g => g.Over ?? []).Select(p => p.Value).Where(p => !hidden.Contains(p)).Distinct().ToArray(),
            });
    }

    /// <summary>The restricted records that name the reader, or that do not.</summary>
    private static string Restricted(string not) => string.Join(
        " union all ",
        RecordKinds.All.Where(k => k.State != typeof(Account)).Select(k =>
            $"select d.id from {RecordLabel.TableOf(k.State)} d where d.{RecordLabel.RestrictedAlone} and {not}coalesce(jsonb_exists(d.data -> 'readers', @reader), false)"));

    private static (string Sql, object[] Values) WorksWith(Actor actor, string belongsTo, IReadOnlySet<Guid> hidden)
    {
        List<Grant> grants = [.. actor.Grants.Where(g => g.Role is Role.Officer or Role.Manager)];
        return actor switch
        {
            _ when actor.Holds(Role.Administrator) || grants.Any(g => g.IsOverAll) => ("true", []),
            _ when grants.Count == 0 => (Nothing, []),
            _ => (
                $"({belongsTo} = '[]'::jsonb or jsonb_exists_any({belongsTo}, ?))",
                [grants.SelectMany(g => g.Over ?? []).Select(p => p.Value).Where(p => !hidden.Contains(p)).Select(p => p.ToString()).ToArray()]),
        };
    }

    private static string Json(IEnumerable<Guid> ids) => $"[{string.Join(',', ids.Select(id => $"\"{id}\""))}]";
}
