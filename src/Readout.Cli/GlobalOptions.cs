using System.CommandLine;

namespace Readout.Cli;

/// <summary>Options that every verb takes.</summary>
internal sealed class GlobalOptions
{
    private readonly Option<string?> _directory = new("-C")
    {
        Description = "Run as if started in this folder.",
        HelpName = "DIR",
        Recursive = true,
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q")
    {
        Description = "Say nothing on standard error but what failed.",
        Recursive = true,
    };

    private readonly Option<bool> _verbose = new("--verbose", "-v")
    {
        Description = "Say more on standard error: files passed over, times taken.",
        Recursive = true,
    };

    private readonly Option<bool> _offline = new("--offline")
    {
        Description = "Use no network: fetch and web addresses are refused, webhooks wait.",
        Recursive = true,
    };

    private readonly Option<string?> _zone = new("--tz")
    {
        Description = "Time zone of the reader (an IANA name). Days are kept as the pages give them, so it changes nothing yet.",
        HelpName = "ZONE",
        Recursive = true,
    };

    public void AddTo(RootCommand root)
    {
        root.Add(_directory);
        root.Add(_quiet);
        root.Add(_verbose);
        root.Add(_offline);
        root.Add(_zone);
        _zone.Validators.Add(zone =>
        {
            if (zone.GetValueOrDefault<string?>() is { } name && NodaTime.DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is null)
                zone.AddError($"--tz: '{name}' is no time zone; write an IANA name such as Europe/Oslo.");
        });
    }

    /// <summary>The shell as seen from the folder that -C names.</summary>
    public Shell In(Shell shell, ParseResult result)
    {
        var moved = shell.In_(result.GetValue(_directory));
        if (!Directory.Exists(moved.Directory))
            throw new UsageException($"-C: there is no folder '{result.GetValue(_directory)}'.");
        return moved;
    }

    public bool IsQuiet(ParseResult result) => result.GetValue(_quiet);

    public bool IsOffline(ParseResult result) => result.GetValue(_offline);

    /// <exception cref="UsageException">The command was told to use no network, and needs one.</exception>
    public void NeedNetwork(ParseResult result, string what)
    {
        if (IsOffline(result))
            throw new UsageException($"{what} needs the network, and --offline forbids it.");
    }

    public bool IsVerbose(ParseResult result) => result.GetValue(_verbose);
}
