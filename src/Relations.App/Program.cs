using JasperFx;
using Relations.App;
using Relations.App.Store.Embedded;

var builder = WebApplication.CreateBuilder(args);
try
{
    using var logging = LoggerFactory.Create(l => l.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
    await using var database = await RelationsDatabase.ResolveAsync(
        builder.Configuration, logging.CreateLogger<RelationsDatabase>(), attachIfRunning: args is [not "run", ..]);
    builder.AddRelations(database.ConnectionString, alone: database.Embedded is not null);
    await using var app = builder.Build();
    app.UseRelations();
    return await app.RunJasperFxCommands(args);
}
catch (EmbeddedPostgresException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
