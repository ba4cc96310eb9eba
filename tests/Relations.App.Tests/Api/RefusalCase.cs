using Relations.Domain.Recording;

namespace Relations.App.Tests.Api;

/// <summary>A command that a rule forbids: what is on record before it, the command, and the rule it breaks.</summary>
/// <param name="Rule">The rule that must be named.</param>
/// <param name="Field">The field that must be named with it; null where it is the whole.</param>
/// <param name="Given">Records what must be there and gives the path of the command.</param>
/// <param name="Command">The command.</param>
public sealed record RefusalCase(
    Rule Rule, string? Field, Func<ApiClient, Cast, Task<string>> Given, Func<Cast, Command> Command)
{
    /// <summary>A command that opens a record and needs nothing else on record.</summary>
    public RefusalCase(Rule rule, string? field, string path, Func<Cast, Command> command)
        : this(rule, field, (_, _) => Task.FromResult(path), command)
    {
    }

    /// <inheritdoc />
    public override string ToString() => $"{Rule.Code} ({Field})";
}
