using System.CommandLine;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Readout.Cli.Commands;
using Readout.Cli.Settings;
using Readout.Web;

namespace Readout.Cli.Workspaces;

/// <summary>The workspace in a browser.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 8070;

    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var port = new Option<int>("--port", "-p") { Description = $"The port to listen on; 0 for any that is free ({DefaultPort}).", HelpName = "N", DefaultValueFactory = _ => DefaultPort };
        var host = new Option<string>("--host") { Description = "The address to listen on; one that others can reach wants accounts or tokens first (readout user, readout token).", HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1" };
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
            var settings = new SettingsReader(here);
            var options = new SiteOptions(WorkspaceFinder.Folder(here), Author.Name(here), Address(result.GetValue(host)!), result.GetValue(port)) 
            {
                Version = VersionCommand.Version,
                Hosts = settings.List("serve.hosts"),
                Proxies = settings.List("serve.proxies"),
                Certificate = Certificate(settings),
                Fetch = Fetching.Network.Options(here),
                CapturePort = settings.Number("serve.capture-port"),
                Otlp = settings.Text("serve.otlp") is { Length: > 0 } collector ? new Uri(collector) : null,
                Rate = settings.Number("serve.rate"),
            };
            // opened once before anything is promised: a workspace that can't be read says so now
            using (var workspace = WorkspaceFinder.Read(here))
            {
                if (options.Fault(workspace.Accounts.HasAny) is { } fault)
                {
                    here.Complain(fault);
                    return ExitCode.Authentication;
                }
            }
            if (options.IsReadable)
                here.Complain("passwords and pages go over the network unencrypted: give a certificate (setting serve.certificate), or let a proxy take the requests (serve.proxies).");
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

    private static X509Certificate2? Certificate(SettingsReader settings)
    {
        if (settings.Text("serve.certificate") is not { Length: > 0 } file)
            return null;
        try
        {
            return X509Certificate2.CreateFromPemFile(file, settings.Text("serve.certificate-key"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new UsageException($"serve.certificate: '{file}' can't be used ({e.Message.TrimEnd('.')}); it is to be a PEM file with the certificate and its chain, serve.certificate-key one with its key.", e);
        }
    }

    private static IPAddress Address(string written) =>
        written == "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(written.Trim('[', ']'), out var address) ? address
        : throw new UsageException($"--host: '{written}' is no address; write 127.0.0.1 or ::1.");
}
