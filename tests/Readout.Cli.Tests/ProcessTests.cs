using System.Diagnostics;

namespace Readout.Cli.Tests;

/// <summary>What only shows in a process of its own: the locale, the time zone, the streams.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly CommandLine _shell = new();

    public ProcessTests()
    {
        _shell.File("a.txt", "IĞDIR and Orlen sign\n\nORLEN, 14 March 2021 (NLA) - Mayor İnes Hald said “the pier is OURS” on Friday, 1,234.5 tonnes of it.\n");
        _shell.File("b.html", "<title>Orlen signs</title><p>Mayor Ines Hald will come to Vask on 20 March 2021 if the ferry sails, her office said on Friday.</p>");
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Locale_time_zone_and_order_do_not_change_a_byte()
    {
        var plain = Run([], "a.txt", "b.html");
        plain.Code.ShouldBe(ExitCode.Done, plain.Error);
        Run([("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY", "false")], "b.html", "a.txt").Out.ShouldBe(plain.Out);
        Run([("TZ", "Asia/Tokyo"), ("LC_ALL", "C")], "a.txt", "b.html").Out.ShouldBe(plain.Out);
        plain.Out.ShouldContain("İnes");
    }

    private (int Code, string Out, string Error) Run((string Name, string Value)[] environment, params string[] pages)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            WorkingDirectory = _shell.Folder,
        };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Readout.Cli.dll"), "brief", "--json", "--include-text" }.Concat(pages))
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
