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
        Number("jobs", 0, 0, 1024, "pages read at the same time; 0: as many as there are processors"),
        Number("search.max", 20, 1, 10_000, "hits that a search shows"),
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
