using System.Reflection;
using Relations.Domain.Recording;

namespace Relations.Domain.Tests.Recording;

/// <summary>What keeps the domain pure, and its events a lasting contract.</summary>
public class when_the_domain_is_looked_at_from_outside
{
    private static readonly Assembly Domain = typeof(Event).Assembly;

    [Fact]
    public void it_knows_no_host_no_database_and_no_library() =>
        Assert.All(Domain.GetReferencedAssemblies(), a => Assert.StartsWith("System", a.Name, StringComparison.Ordinal));

    [Fact]
    public void every_event_is_a_sealed_record_with_a_lasting_name()
    {
        var events = Domain.GetTypes().Where(t => t.IsSubclassOf(typeof(Event)) && !t.IsAbstract).ToList();
        Assert.All(events, e => Assert.True(e.IsSealed, e.Name));
        Assert.All(events, e => Assert.Matches("^[a-z]+(_[a-z]+)+$", e.GetCustomAttribute<EventAliasAttribute>()!.Alias));
        Assert.Equal(events.Count, events.Select(e => e.Name).Distinct().Count());
    }
}
