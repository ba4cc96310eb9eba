using System.Globalization;

namespace Relations.App.Pages;

/// <summary>A number in the address of a page, read by us: the framework fails on what it cannot read, and anybody can write an address.</summary>
internal static class AddressNumber
{
    /// <summary>The number; null where there is none to be read, and the page is shown as without it.</summary>
    /// <param name="written">What stands in the address.</param>
    public static int? Read(string? written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
