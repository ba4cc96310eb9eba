using Microsoft.AspNetCore.Http.HttpResults;

namespace Relations.App.Pages;

/// <summary>Where a page leads on to: to a page of ours and nowhere else. An address from outside could lead anywhere.</summary>
internal static class LocalAddress
{
    /// <summary>An address where it is ours, else another.</summary>
    /// <param name="asked">The address asked for.</param>
    /// <param name="other">Where to go instead.</param>
    public static string Or(string? asked, string other) => RedirectHttpResult.IsLocalUrl(asked) ? asked! : other;
}
