using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Readout.Acquire;
using Readout.Cli.Workspaces.Fetching;
using Readout.Store;
using Readout.Store.Watches;

namespace Readout.Cli.Workspaces.Deliveries;

/// <summary>An alert could not be delivered; it is tried again.</summary>
internal sealed class DeliveryException : Exception
{
    public DeliveryException()
    {
    }

    public DeliveryException(string message)
        : base(message)
    {
    }

    public DeliveryException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>The ways an alert can go.</summary>
internal static class Delivery
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <exception cref="UsageException">There is no such way.</exception>
    public static void Check(string notify)
    {
        var (way, to) = Parts(notify);
        switch (way)
        {
            case "stdout" when to.Length == 0:
            case "file" or "atom" or "jsonfeed" or "exec" when to.Length > 0:
                return;
            case "webhook" when Uri.TryCreate(to, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0:
                return;
            default:
                throw new UsageException($"--notify: '{notify}' is no way to go; write stdout, file:PATH, atom:PATH, jsonfeed:PATH, webhook:https://…, or exec:COMMAND.");
        }
    }

    /// <summary>True for a way that goes over the network.</summary>
    public static bool NeedsNetwork(string notify) => Parts(notify).Way == "webhook";

    /// <exception cref="DeliveryException">It did not arrive.</exception>
    public static void Send(Shell shell, Workspace workspace, PendingAlert alert)
    {
        var (way, to) = Parts(alert.Notify);
        try
        {
            switch (way)
            {
                case "stdout":
                    shell.Print(AlertText.Of(alert.Alert));
                    break;
                case "file":
                    File.AppendAllText(shell.Resolve(to), Encoding.UTF8.GetString(Body(alert)) + "\n");
                    break;
                case "atom":
                case "jsonfeed":
                    AtomicFile.Write(shell.Resolve(to), stream => AlertFeed.Write(way, ("watch", alert.Watch), workspace.Watches.Latest(alert.Watch, AlertFeed.Most), stream));
                    break;
                case "exec":
                    Execute(shell, to, Body(alert));
                    break;
                default:
                    Post(shell, to, alert).GetAwaiter().GetResult();
                    break;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DeliveryException(e.Message, e);
        }
    }

    private static byte[] Body(PendingAlert alert) => JsonSerializer.SerializeToUtf8Bytes(new { alert.Id, alert.Alert }, WatchStore.Json);

    private static (string Way, string To) Parts(string notify)
    {
        var colon = notify.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (notify, "") : (notify[..colon], notify[(colon + 1)..]);
    }

    // The command is the user's own line for the shell; the alert, which pages wrote, is only ever on its standard input.
    private static void Execute(Shell shell, string command, byte[] body)
    {
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd.exe", ["/c", command]) : new ProcessStartInfo("/bin/sh", ["-c", command]);
        start.WorkingDirectory = shell.Directory;
        start.RedirectStandardInput = true;
        using var process = Process.Start(start) ?? throw new DeliveryException("the command can't be started.");
        try
        {
            process.StandardInput.BaseStream.Write(body);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // it did not want to hear
        }
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            throw new DeliveryException(FormattableString.Invariant($"the command was stopped after {s_patience.TotalSeconds} seconds."));
        }
        if (process.ExitCode != 0)
            throw new DeliveryException(FormattableString.Invariant($"the command ended with {process.ExitCode}."));
    }

    private static async Task Post(Shell shell, string address, PendingAlert alert)
    {
        var body = Body(alert);
        var fields = new List<(string, string)> { ("Idempotency-Key", FormattableString.Invariant($"{alert.Watch}-{alert.Id}")) };
        if (shell.Variable("READOUT_WEBHOOK_SECRET") is { Length: > 0 } secret)
            fields.Add(("X-Readout-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))));
        using var sender = new Sender(Network.Options(shell) with { WholeTimeout = s_patience });
        if (await sender.Post(address, body, fields).ConfigureAwait(false) is { } failure)
            throw new DeliveryException(failure.Message);
    }
}
