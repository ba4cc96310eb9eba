using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Relations.App.Recording;
using Relations.App.Store;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Store;

/// <summary>
/// The events as they are stored, every field filled. What is stored is never rewritten, so a change here needs an upcaster
/// and a test on the old JSON.
/// </summary>
public class EventJsonTests
{
    [Fact]
    public void every_event_keeps_its_name_and_shape()
    {
        var text = new StringBuilder();
        foreach (var (type, alias) in EventTypes.All.OrderBy(e => e.Value, StringComparer.Ordinal))
            text.Append(alias).Append(' ').AppendLine(JsonSerializer.Serialize(Sample(type), RecordJson.Stored));
        Snapshot.Matches(text.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void every_event_reads_back_as_it_was_written(bool whole)
    {
        foreach (var type in EventTypes.All.Keys)
        {
            var written = JsonSerializer.Serialize(whole ? Sample(type) : Sparse(type), RecordJson.Stored);
            var read = JsonSerializer.Deserialize(written, type, RecordJson.Stored);
            Assert.Equal(written, JsonSerializer.Serialize(read, RecordJson.Stored));
        }
    }

    [Fact]
    public void no_two_events_share_a_name() =>
        Assert.Equal(EventTypes.All.Count, EventTypes.All.Values.Distinct().Count());

    [Fact]
    public void the_catalogue_of_events_names_each_and_no_other()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "events.md"));
        var named = System.Text.RegularExpressions.Regex.Matches(page, @"^\| `(\w+)` \|", System.Text.RegularExpressions.RegexOptions.Multiline)
            .Select(m => m.Groups[1].Value);
        Assert.Equal(EventTypes.All.Values.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    /// <summary>A value of a type with every field filled, always the same.</summary>
    internal static object Sample(Type type, string name = "value")
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => name,
            _ when type == typeof(int) => 7,
            _ when type == typeof(long) => 9L,
            _ when type == typeof(Guid) => new Guid("0198f3a0-0000-7000-8000-000000000001"),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2016, 2, 12, 9, 30, 0, TimeSpan.Zero),
            _ when type == typeof(decimal) => 12.5m,
            _ when type == typeof(bool) => true,
            _ when type == typeof(EdtfDate) => EdtfDate.Parse("2016-02-12"),
            { IsEnum: true } => Enum.GetValues(type).Cast<object>().Last(),
            _ when typeof(IRecordId).IsAssignableFrom(type) => Activator.CreateInstance(type, new Guid("0198f3a0-0000-7000-8000-000000000001"))!,
            { IsGenericType: true } when typeof(IEnumerable).IsAssignableFrom(type) => List(type.GetGenericArguments()[0], name),
            _ => Record(type),
        };
    }

    /// <summary>An event with nothing in it that may be left out.</summary>
    private static object Sparse(Type type)
    {
        var nullability = new NullabilityInfoContext();
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(p =>
            nullability.Create(p).ReadState == NullabilityState.Nullable ? null : Sample(p.ParameterType, p.Name!))]);
    }

    private static Array List(Type item, string name)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Sample(item, name), 0);
        return list;
    }

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance)
            .MaxBy(c => c.GetParameters().Length)!;
        var parameters = constructor.GetParameters();
        var record = constructor.Invoke([.. parameters.Select(p => Sample(p.ParameterType, p.Name!))]);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && parameters.All(c => c.Name != p.Name)))
            property.SetValue(record, Sample(property.PropertyType, property.Name));
        return record;
    }
}
