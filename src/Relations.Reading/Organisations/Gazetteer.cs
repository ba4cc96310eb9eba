using Relations.Domain.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>What is known of the organisations of the trade without any record: States, intergovernmental organisations, common bodies.</summary>
internal static class Gazetteer
{
    private static readonly Lazy<IReadOnlyList<NamedOrganisation>> AllOrganisations = new(ReadOrganisations);

    private static readonly Lazy<IReadOnlyList<NamedState>> AllStates = new(ReadStates);

    /// <summary>The organisations, States left out.</summary>
    public static IReadOnlyList<NamedOrganisation> Organisations => AllOrganisations.Value;

    /// <summary>The States.</summary>
    public static IReadOnlyList<NamedState> States => AllStates.Value;

    private static List<NamedOrganisation> ReadOrganisations() => [.. EmbeddedTable.Read("organisations.tsv", 9).Select(f => new NamedOrganisation(
        new(null, Names((f[0], f[1]), (f[2], f[3])), Enum.Parse<OrganisationKind>(f[4]), Filled(f[5]), Filled(f[7])), Listed(f[6])))];

    private static List<NamedState> ReadStates() => [.. EmbeddedTable.Read("states.tsv", 8).Select(f => new NamedState(
        new(new(null, Names((f[1], ""), (f[3], "")), OrganisationKind.State, null, f[0]), [.. new[] { f[2], f[4] }.Where(n => n.Length > 0), .. Listed(f[7])]),
        f[0],
        Filled(f[5]),
        Filled(f[6])))];

    private static OrganisationName[] Names((string Name, string Acronym) spanish, (string Name, string Acronym) english) =>
        [.. new[] { ("es", spanish.Name, spanish.Acronym), ("en", english.Name, english.Acronym) }
            .Where(n => n.Item2.Length > 0)
            .Select(n => new OrganisationName(n.Item1, n.Item2, Filled(n.Item3)))];

    private static string? Filled(string field) => field.Length > 0 ? field : null;

    private static string[] Listed(string field) => field.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>An organisation with all that it is called.</summary>
/// <param name="Known">The organisation, with one name in each language.</param>
/// <param name="Others">What else it is called.</param>
internal sealed record NamedOrganisation(KnownOrganisation Known, IReadOnlyList<string> Others);

/// <summary>A State with its adjectives.</summary>
/// <param name="Organisation">The State as an organisation.</param>
/// <param name="Code">Its code (ISO 3166-1 alpha-2).</param>
/// <param name="Spanish">The Spanish adjective, masculine: <c>peruano</c>.</param>
/// <param name="English">The English adjective: <c>Peruvian</c>.</param>
internal sealed record NamedState(NamedOrganisation Organisation, string Code, string? Spanish, string? English);
