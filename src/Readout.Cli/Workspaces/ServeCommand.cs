using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Readout.Cli.Commands;
using Readout.Web;

namespace Readout.Cli.Workspaces;

/// <summary>The workspace in a browser.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 8070;

    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var port = new Option<int>("--port", "-p") { Description = $"The port to listen on; 0 for any that is free ({DefaultPort}).", HelpName = "N", DefaultValueFactory = _ => DefaultPort };
        var host = new Option<string>("--host") { Description = "The address to listen on; only this machine's own (127.0.0.1, ::1, localhost).", HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1" };
        var command = new Command("serve", "Show the workspace in a browser. Prints the address; Ctrl-C stops it.") { port, host };
        port.Validators.Add(value =>
        {
            if (!value.Errors.Any() && value.GetValueOrDefault<int>() is < 0 or > 65_535)
                value.AddError("--port takes a number from 0 to 65535.");
        });
        Examples.AddTo(command, "readout serve", "readout serve --port 9000");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            var options = new SiteOptions(WorkspaceFinder.Folder(here), Author.Name(here), Address(result.GetValue(host)!), result.GetValue(port)) { Version = VersionCommand.Version };
            if (options.Fault is { } fault)
                throw new UsageException(fault);
            // opened once before anything is promised: a workspace that can't be read says so now
            WorkspaceFinder.Read(here).Dispose();
            Serve(here, options, globals.IsQuiet(result));
            return ExitCode.Done;
        });
        return command;
    }

    // Apart from the rest, so that no other verb waits for the web server to be loaded.
    private static void Serve(Shell shell, SiteOptions options, bool isQuiet)
    {
        using var site = Site.Build(options, shell.Clock);
        try
        {
            site.Start();
        }
        catch (IOException e)
        {
            throw new UsageException($"{options.Address}, port {options.Port}: it can't be listened on ({e.Message.TrimEnd('.')}); another program may use it: --port N takes another, --port 0 any.", e);
        }
        shell.Print(site.Urls.First() + "/\n");
        if (!isQuiet)
            shell.Complain("Ctrl-C stops it");
        site.WaitForShutdown();
    }

    private static IPAddress Address(string written) =>
        written == "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(written.Trim('[', ']'), out var address) ? address
        : throw new UsageException($"--host: '{written}' is no address; write 127.0.0.1 or ::1.");
}
