using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Relations.Ledger.Bundles;

namespace Relations.Ledger.Tests.Bundles;

/// <summary>Both verifiers: the library's, and the independent one in JavaScript. They have to find the same, in the same words.</summary>
internal static class Verifiers
{
    /// <summary>Where the independent verifier is.</summary>
    public static string Independent =>
        typeof(Verifiers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Verifier").Value!;

    /// <summary>Has both check some bundles, in one process of the other.</summary>
    /// <returns>What both found of each.</returns>
    public static async Task<List<IReadOnlyList<Finding>>> BothCheckAsync(params IReadOnlyList<(byte[] Bundle, BundlePins Pins)> bundles)
    {
        var ours = bundles.Select(b => BundleVerifier.Verify(new MemoryStream(b.Bundle), b.Pins, default).Findings).ToList();
        var theirs = await IndependentlyAsync(bundles);
        Assert.Equal(ours.Select(f => f.Select(x => x.ToString())), theirs);
        return ours;
    }

    /// <summary>Has both check one bundle.</summary>
    public static async Task<IReadOnlyList<Finding>> BothCheckAsync(byte[] bundle, BundlePins pins) => (await BothCheckAsync([(bundle, pins)]))[0];

    /// <summary>Runs the independent verifier as a reader of its documentation does.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument == "verify.mjs" ? Independent : argument);
        using var node = Process.Start(start)!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(input);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        return (node.ExitCode, await output + await errors);
    }

    /// <summary>Has the independent one check some bundles.</summary>
    public static async Task<List<List<string>>> IndependentlyAsync(IReadOnlyList<(byte[] Bundle, BundlePins Pins)> bundles)
    {
        var folder = Directory.CreateTempSubdirectory("relations-bundles-");
        try
        {
            var asked = bundles.Select((b, i) =>
            {
                var file = Path.Combine(folder.FullName, $"{i}.zip");
                File.WriteAllBytes(file, b.Bundle);
                return new { file, origin = b.Pins.Origin, keys = b.Pins.Keys.Select(k => $"{k}"), witnesses = b.Pins.Witnesses.Select(k => $"{k}") };
            }).ToList();
            var (code, output) = await RunAsync(JsonSerializer.Serialize(asked), Path.Combine(AppContext.BaseDirectory, "Bundles", "verify-many.mjs"), Independent);
            Assert.True(code == 0, output);
            return JsonSerializer.Deserialize<List<List<string>>>(output)!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
