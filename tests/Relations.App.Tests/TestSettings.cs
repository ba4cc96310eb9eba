using System.Runtime.CompilerServices;

namespace Relations.App.Tests;

/// <summary>
/// The settings of every application that the tests start, in this process or another: as an operator sets them. Thousands of
/// requests come from one address in seconds, and the data folder of this machine is nobody's to test with.
/// </summary>
internal static class TestSettings
{
    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("relations-settings-");

    [ModuleInitializer]
    internal static void Set()
    {
        foreach (var limit in new[] { "Address", "User", "SignIn", "Expensive" })
            Environment.SetEnvironmentVariable($"Relations__RateLimits__{limit}__Burst", "1000000");
        Environment.SetEnvironmentVariable("Relations__DataFolder", Path.Combine(Folder.FullName, "data"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Delete(recursive: true);
    }
}
