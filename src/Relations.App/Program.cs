using JasperFx;
using Relations.App;
using Relations.App.Store;

var builder = WebApplication.CreateBuilder(args);
builder.AddRelations(builder.Configuration.GetConnectionString("relations")!);
var app = builder.Build();
app.UseRelations();
return await app.RunJasperFxCommands(args);
