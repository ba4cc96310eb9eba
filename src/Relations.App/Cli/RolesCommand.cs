using JasperFx.CommandLine;
using Relations.App.Store;

namespace Relations.App.Cli;

/// <summary>What <c>roles</c> takes.</summary>
public sealed class RolesInput : VerbInput
{
    /// <summary>Print the rights too, which the application otherwise grants by itself.</summary>
    public bool RightsFlag { get; set; }
}

/// <summary>Prints the SQL that makes the roles of a database server of one's own. It needs no database.</summary>
[Verb("roles")]
public sealed class RolesCommand : JasperFxAsyncCommand<RolesInput>, IVerb
{
    /// <inheritdoc />
    ExitCode IVerb.Exit => ExitCode.Done;

    /// <inheritdoc />
    public override Task<bool> Execute(RolesInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var sql = input.RightsFlag ? $"{DatabaseRoles.Script}\n\n{Rights()}" : DatabaseRoles.Script;
        if (input.JsonFlag)
            input.Surroundings.Terminal.SayJson(new Printed(sql));
        else
            input.Surroundings.Terminal.Say(sql);
        return Task.FromResult(true);
    }

    private static string Rights()
    {
        using var store = RelationsStore.Open("Host=127.0.0.1");
        return DatabaseRoles.Rights(store);
    }

    private sealed record Printed(string Sql);
}
