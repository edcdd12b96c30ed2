using System.Globalization;
using Readout.Store.Watches;

namespace Readout.Cli.Settings;

/// <summary>What kind of value a setting takes.</summary>
internal enum SettingKind { Text, Number, Flag, List }

/// <summary>A setting that readout knows.</summary>
/// <param name="Name">As it is written, parts with dots between them.</param>
/// <param name="Default">Its value where nobody gave one; null for none.</param>
/// <param name="Describes">What it does.</param>
internal sealed record Setting(string Name, SettingKind Kind, string? Default, string Describes)
{
    /// <summary>Says what is wrong with a value; null for nothing.</summary>
    public Func<string, string?> Check { get; init; } = _ => null;

    /// <summary>Every setting, in the order of their names.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("author", SettingKind.Text, null, "who makes corrections and visits; the user's name without it"),
        new("fetch.agent", SettingKind.Text, "Readout", "the name that servers and robots files know the fetcher by")
        {
            Check = value => value.Length is > 0 and <= 60 && value.All(c => char.IsAsciiLetter(c) || c is '-' or '_') ? null : "write letters, - and _",
        },
        new("fetch.allowed-hosts", SettingKind.List, null, "servers that may be asked though only this network can reach them: intranet.example,127.0.0.1:8080"),
        new("fetch.contact", SettingKind.Text, null, "where a site's owner can complain: an address of mail or of a page, sent with every request")
        {
            Check = value => value.Any(c => char.IsControl(c) || c is '(' or ')') ? "write an address without brackets" : null,
        },
        Number("fetch.delay", 1, 0, 3600, "seconds between two requests to one server; longer where its robots file asks for more"),
        Number("fetch.max-bytes", Pages.PageReader.MaxBytes, 1000, Pages.PageReader.MaxBytes, "the largest answer, as it comes and unpacked"),
        Number("fetch.max-pages", 1000, 1, 1_000_000, "pages that one fetch asks for; the rest waits for the next"),
        new("fetch.proxy", SettingKind.Text, null, "a proxy that all requests go through: http://proxy.example:3128")
        {
            Check = value => Uri.TryCreate(value, UriKind.Absolute, out var proxy) && proxy.Scheme is "http" or "https" or "socks5" ? null : "write an address such as http://proxy.example:3128",
        },
        Number("fetch.retries", 2, 0, 10, "how often a request is tried again at once that failed for a reason that may pass"),
        Number("fetch.timeout", 60, 1, 3600, "seconds that an answer may take in all"),
        Number("jobs", 0, 0, 1024, "pages read at the same time; 0: as many as there are processors"),
        Number("search.max", 20, 1, 10_000, "hits that a search shows"),
        Number("serve.capture-port", 0, 0, 65_535, "the port that originals are shown from, apart from everything else; 0: any that is free, where only this machine can reach the server; elsewhere they are text alone"),
        new("serve.certificate", SettingKind.Text, null, "a PEM file with the certificate and its chain, for TLS"),
        new("serve.certificate-key", SettingKind.Text, null, "a PEM file with the certificate's key, where it stands in a file of its own"),
        new("serve.hosts", SettingKind.List, null, "names that the server answers to where others can reach it; any without it"),
        new("serve.otlp", SettingKind.Text, null, "an OpenTelemetry collector that is told how long requests, writes and builds took (OTLP over HTTP): http://127.0.0.1:4318")
        {
            Check = value => Uri.TryCreate(value, UriKind.Absolute, out var collector) && collector.Scheme is "http" or "https" ? null : "write an address such as http://127.0.0.1:4318",
        },
        new("serve.proxies", SettingKind.List, null, "addresses of proxies whose word on who asks is taken: 10.0.0.5,127.0.0.1")
        {
            Check = value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(a => System.Net.IPAddress.TryParse(a, out _)) ? null : "write IP addresses",
        },
        Number("serve.rate", 600, 1, 1_000_000, "requests a minute from one address, where others can reach the server"),
        new("watch.budget", SettingKind.Text, null, "alerts a watch may send where it names no number of its own: 5/d, 2/h")
        {
            Check = value => Budget.Read(value) is null ? "write 5/d or 2/h" : null,
        },
        new("watch.quiet-hours", SettingKind.Text, null, "when no watch sends anything where it names no hours of its own: 22:00-07:00")
        {
            Check = value => QuietHours.Read(value, null) is null ? "write 22:00-07:00" : null,
        },
        new("watch.zone", SettingKind.Text, "UTC", "the time zone of quiet hours")
        {
            Check = value => NodaTime.DateTimeZoneProviders.Tzdb.GetZoneOrNull(value) is null ? "write an IANA name such as Europe/Oslo" : null,
        },
        Number("wait", 30, 0, 86_400, "seconds to wait for another readout that writes"),
    ];

    /// <summary>The setting of that name; null where there is none.</summary>
    public static Setting? Named(string name) => All.FirstOrDefault(s => s.Name == name);

    /// <summary>The environment variable that gives it: <c>search.max</c> is <c>READOUT_SEARCH_MAX</c>.</summary>
    public string Variable => "READOUT_" + Name.ToUpperInvariant().Replace('.', '_').Replace('-', '_');

    /// <summary>What is wrong with a value; null for nothing.</summary>
    public string? Fault(string value) => Kind switch
    {
        SettingKind.Number when !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => "write a whole number",
        SettingKind.Flag when value is not ("true" or "false") => "write true or false",
        _ => Check(value),
    };

    private static Setting Number(string name, long value, long least, long most, string describes) =>
        new(name, SettingKind.Number, value.ToString(CultureInfo.InvariantCulture), describes)
        {
            Check = text => long.Parse(text, CultureInfo.InvariantCulture) is var number && number >= least && number <= most
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"write a number from {least} to {most}"),
        };
}
