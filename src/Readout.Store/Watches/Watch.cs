using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Readout.Store.Watches;

/// <summary>What a standing question asks about.</summary>
public enum WatchKind { Query, Story, Prospect, Person, All }

/// <summary>A standing question.</summary>
/// <param name="Value">The search, the story's or prospect's id, the person's name; empty for all.</param>
/// <param name="Notify">Where alerts go: <c>stdout</c>, <c>file:PATH</c>, <c>atom:PATH</c>, <c>jsonfeed:PATH</c>, <c>webhook:ADDRESS</c>, <c>exec:COMMAND</c>.</param>
/// <param name="Budget">At most so many; null for no limit.</param>
/// <param name="Quiet">When nothing is sent; null for never.</param>
/// <param name="Seen">Entries up to then were looked at.</param>
public sealed record Watch(string Name, WatchKind Kind, string Value, IReadOnlyList<string> Notify, Budget? Budget, QuietHours? Quiet, string Created, string Seen)
{
    /// <summary>Who asks; null for one of an earlier version, which did not keep that.</summary>
    public string? Owner { get; init; }

    /// <summary>Everybody sees it; else its owner alone.</summary>
    public bool IsShared { get; init; } = true;
}

/// <summary>At most so many alerts in an hour or a day; what is beyond waits.</summary>
public sealed partial record Budget(int Count, bool IsDaily)
{
    /// <summary>How long one lasts.</summary>
    public Duration Length => IsDaily ? Duration.FromDays(1) : Duration.FromHours(1);

    /// <summary>Reads <c>5/d</c> or <c>2/h</c>; null where it is neither.</summary>
    public static Budget? Read(string? text) =>
        text is not null && Form().Match(text) is { Success: true } match ? new Budget(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value == "d") : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count}/{(IsDaily ? "d" : "h")}");

    [GeneratedRegex("^([1-9][0-9]{0,5})/([dh])$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}

/// <summary>Hours of the day in which nothing is sent; they may go over midnight.</summary>
/// <param name="Zone">An IANA name.</param>
public sealed record QuietHours(LocalTime From, LocalTime To, string Zone)
{
    private static readonly LocalTimePattern s_pattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Reads <c>22:00-07:00</c>; null where it is no such thing or the zone is unknown.</summary>
    public static QuietHours? Read(string? text, string? zone)
    {
        if (text?.Split('-') is not [var from, var to] || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone ?? "UTC") is null)
            return null;
        var (start, end) = (s_pattern.Parse(from), s_pattern.Parse(to));
        return start.Success && end.Success && start.Value != end.Value ? new QuietHours(start.Value, end.Value, zone ?? "UTC") : null;
    }

    /// <summary>True inside them.</summary>
    public bool Contains(Instant at)
    {
        var time = at.InZone(DateTimeZoneProviders.Tzdb[Zone]).TimeOfDay;
        return From < To ? time >= From && time < To : time >= From || time < To;
    }

    public override string ToString() => $"{s_pattern.Format(From)}-{s_pattern.Format(To)}";
}
