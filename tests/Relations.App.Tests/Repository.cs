using System.Runtime.CompilerServices;

namespace Relations.App.Tests;

/// <summary>The folder that the project is checked out in.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(File())!, "..", ".."));

    private static string File([CallerFilePath] string file = "") => file;
}
