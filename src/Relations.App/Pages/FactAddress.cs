using System.Globalization;
using Relations.App.Lists;
using Relations.App.Partnerships;
using Relations.App.Recording;

namespace Relations.App.Pages;

/// <summary>The permanent address of a recorded fact: it leads to the place on its record's page where the fact is shown whole.</summary>
public static class FactAddress
{
    /// <summary>Where facts are addressed.</summary>
    public const string Path = "/facts";

    /// <summary>The address of a fact.</summary>
    /// <param name="sequence">Its place in the order of recording.</param>
    /// <param name="asOf">The clocks of the page that it is to be shown on.</param>
    public static string To(long sequence, AsOf asOf) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path}/{sequence}") + ClocksOf(asOf);

    /// <summary>The clocks as a query.</summary>
    /// <param name="asOf">The clocks.</param>
    internal static string ClocksOf(AsOf asOf) => AddressReader.Written(TimelineQuestion.Clocks(asOf).Select(c => (c.Name, (object?)c.Value)));
}
