using System.Reflection;

namespace Relations.Browser.Tests;

public sealed class VendorTests
{
    [Fact]
    public async Task the_front_end_files_that_are_served_are_what_the_lock_says()
    {
        var pages = typeof(VendorTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Pages").Value!;
        await Npm.InstallAsync(pages);
        Assert.Equal((0, ""), await Npm.RunAsync(pages, "run", "--silent", "vendor:check"));
    }
}
