using System.Globalization;
using NodaTime;
using Readout.Pages.Feeds;

namespace Readout.Pages.Archives;

/// <summary>The line that heads a record of an ARC: address, server, time, type, length; in version 2 more in between.</summary>
internal sealed record ArcHead(string Target, Instant? Date, string MediaType, long? Length)
{
    /// <summary>The line's parts; null where it is no such line. An address may hold blanks: the rest is told from the end.</summary>
    public static ArcHead? Read(string line)
    {
        var words = line.Split(' ');
        if (words.Length < 5 || !words[0].Contains(':', StringComparison.Ordinal))
            return null;
        foreach (var rest in (ReadOnlySpan<int>)[4, 9])
        {
            if (words.Length > rest && IsTime(words[^(rest - 1)]) && IsServer(words[^rest]))
            {
                return new ArcHead(string.Join(' ', words[..^rest]), Time(words[^(rest - 1)]), words[^(rest - 2)],
                    long.TryParse(words[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null);
            }
        }
        return null;
    }

    /// <summary>A time as archives write it: WARC's 2025-05-06T18:30:00Z, ARC's 20250506183000.</summary>
    public static Instant? Time(string? words)
    {
        if (words is null || !IsTime(words))
            return FeedTime.Read(words)?.Moment;
        var padded = words.PadRight(14, '0');
        var text = $"{padded[..4]}-{padded[4..6]}-{padded[6..8]}T{padded[8..10]}:{padded[10..12]}:{padded[12..14]}Z";
        return FeedTime.Read(text)?.Moment;
    }

    private static bool IsTime(string word) => word.Length is >= 8 and <= 20 && word.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsServer(string word) => word.Length > 0 && word.AsSpan().IndexOfAny('.', ':', '-') >= 0 && !word.Contains('/', StringComparison.Ordinal);
}
