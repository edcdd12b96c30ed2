using System.Globalization;

namespace Readout.Cli;

internal static class Program
{
    public static int Main(string[] args)
    {
        // The same pages give the same bytes on every machine, so nothing may follow the locale.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        Console.CancelKeyPress += (_, _) =>
        {
            AtomicFile.DiscardUnfinished();
            Environment.Exit(ExitCode.Interrupted);
        };
        return Application.Run(args, Shell.Process());
    }
}
