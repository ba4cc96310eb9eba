using System.Diagnostics;
using System.Text;
using Xunit.Abstractions;

namespace Relations.Reading.Tests.Text;

/// <summary>Runs alone, because it measures.</summary>
[CollectionDefinition(nameof(SpeedTests), DisableParallelization = true)]
public sealed class SpeedCollection;

/// <summary>How long a reading takes.</summary>
[Collection(nameof(SpeedTests))]
public sealed class SpeedTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("a.")]
    [InlineData("a. ")]
    [InlineData(".")]
    [InlineData("“")]
    [InlineData("(")]
    [InlineData("A ")]
    [InlineData("El Secretario General de la ")]
    [InlineData("OIM, ")]
    [InlineData("de ")]
    [InlineData("12 y ")]
    [InlineData("12 de marzo al ")]
    [InlineData("J. ")]
    [InlineData("Ana y ")]
    [InlineData("señor ")]
    [InlineData("firmó el convenio ")]
    [InlineData("> ")]
    [InlineData("\n- ")]
    [InlineData("\"a\" ")]
    public void a_text_that_repeats_itself_takes_no_longer_than_its_length(string piece)
    {
        var most = TimeToRead(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)));
        Assert.True(most < TimeSpan.FromSeconds(5), $"{most}");
    }

    [Fact]
    public void five_pages_are_read_in_fifty_milliseconds()
    {
        var text = Pages(2_500);
        var times = Enumerable.Range(0, 45).Select(_ => TimeToRead(text)).Skip(30).Order().ToList();
        output.WriteLine($"Five pages: {times[7].TotalMilliseconds:0.0} ms, at best {times[0].TotalMilliseconds:0.0} ms");
        Assert.True(times[0] < TimeSpan.FromMilliseconds(50), $"{times[0]}");
    }

    [Fact]
    public void a_hundred_thousand_words_are_read_in_seconds()
    {
        var time = TimeToRead(Pages(100_000));
        output.WriteLine($"100 000 words: {time.TotalMilliseconds:0} ms");
        Assert.True(time < TimeSpan.FromSeconds(8), $"{time}");
    }

    private static TimeSpan TimeToRead(string text)
    {
        // The clock counts what else the machine is busy with, and the processor's time what the runtime compiles meanwhile: the less is the reader's.
        var (clock, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        CommuniqueReader.Read(text, ReadingContext.None);
        var (passed, used) = (Stopwatch.GetElapsedTime(clock), Environment.CpuUsage.TotalTime - processor);
        return passed < used ? passed : used;
    }

    /// <summary>So many words of the seeds, which are made different from each other.</summary>
    private static string Pages(int words)
    {
        var text = new StringBuilder();
        for (var n = 0; words > 0; n++)
        {
            var seed = FuzzTests.Seeds[n % FuzzTests.Seeds.Length].Replace("2016", $"{1950 + n % 80}", StringComparison.Ordinal).Replace("Soto", $"Soto{(char)('a' + n % 26)}o", StringComparison.Ordinal);
            text.Append(seed).Append(n % 3 == 0 ? "\n\n" : " ");
            words -= seed.Split(' ').Length;
        }

        return text.ToString();
    }
}
