using Relations.App;
using Relations.App.Cli;

var terminal = Terminal.OfProcess(args);
return (int)(CommandLine.Read(args) switch
{
    Asked.Application => await Application.RunAsync(args, terminal),
    Asked.Verb => await CommandLine.RunAsync(args, terminal),
    Asked.Tool => await Application.RunToolAsync(args, terminal),
    Asked.Help => await HelpPage.WriteAsync(args, terminal),
    _ => HelpPage.Refuse(args, terminal),
});
