using System.Globalization;
using NodaTime;

namespace Readout.Pages.Feeds;

/// <summary>A day and time as a feed, sitemap or archive states it.</summary>
/// <param name="Words">As written.</param>
/// <param name="Day">The day, where the words can be read.</param>
/// <param name="Time">The time of day, where one is stated.</param>
/// <param name="Zone">The offset, where one is stated.</param>
public sealed record FeedTime(string Words, LocalDate? Day, LocalTime? Time = null, Offset? Zone = null)
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // RFC 822's zones, and those of Europe and Russia that mean one thing only.
    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gmt"] = 0, ["ut"] = 0, ["utc"] = 0, ["z"] = 0, ["wet"] = 0,
        ["est"] = -300, ["edt"] = -240, ["cst"] = -360, ["cdt"] = -300, ["mst"] = -420, ["mdt"] = -360, ["pst"] = -480, ["pdt"] = -420,
        ["cet"] = 60, ["cest"] = 120, ["mez"] = 60, ["mesz"] = 120, ["eet"] = 120, ["eest"] = 180, ["msk"] = 180, ["west"] = 60, ["jst"] = 540,
    };

    /// <summary>The moment; a time without a zone is taken for UTC, a day without a time for its beginning. Null where no day could be read.</summary>
    public Instant? Moment => Day is { } day ? day.At(Time ?? LocalTime.Midnight).WithOffset(Zone ?? Offset.Zero).ToInstant() : null;

    /// <summary>Reads what feeds write: RFC 822 and RFC 3339 and the ways both are missed. Null for no words at all.</summary>
    public static FeedTime? Read(string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
            return null;
        words = words.Trim();
        if (words.Length > 100)
            return new(words[..100], null);
        var tokens = Tokens(words);
        return Iso(words, tokens) ?? Mail(words, tokens) ?? new FeedTime(words, null);
    }

    // 2004-01-01T19:48:21Z, 2004-01-01 19:48, 20040101, 2004-01
    private static FeedTime? Iso(string words, List<string> tokens)
    {
        var digits = words.AsSpan();
        var year = Digits(ref digits, 4);
        if (year is null)
            return null;
        Skip(ref digits, "-/.");
        var month = Digits(ref digits, 2) ?? Digits(ref digits, 1);
        Skip(ref digits, "-/.");
        var day = Digits(ref digits, 2) ?? Digits(ref digits, 1);
        return month is null ? null : With(words, year.Value, month.Value, day ?? 1, day is null ? [] : tokens);
    }

    // Thu, 01 Jan 2004 19:48:21 GMT; Jan 1, 2004 7:48 PM; Thursday 1 January 04
    private static FeedTime? Mail(string words, List<string> tokens)
    {
        var at = tokens.FindIndex(t => t.Length >= 3 && char.IsLetter(t[0]) && Array.Exists(Months, m => t.StartsWith(m, StringComparison.OrdinalIgnoreCase)));
        if (at < 0)
            return null;
        var month = 1 + Array.FindIndex(Months, m => tokens[at].StartsWith(m, StringComparison.OrdinalIgnoreCase));
        var isDayFirst = at > 0 && Number(tokens[at - 1]) is >= 1 and <= 31;
        var day = isDayFirst ? Number(tokens[at - 1]) : at + 1 < tokens.Count ? Number(tokens[at + 1]) : null;
        var year = at + (isDayFirst ? 1 : 2) < tokens.Count ? Number(tokens[at + (isDayFirst ? 1 : 2)]) : null;
        // asctime writes the year last
        if (year is null or > 2200 || (year < 100 && tokens.Exists(t => t.Length == 4 && Number(t) is >= 1900 and <= 2200)))
            year = tokens.Where(t => t.Length == 4).Select(Number).FirstOrDefault(n => n is >= 1900 and <= 2200);
        if (day is null || year is null)
            return null;
        return With(words, year < 70 ? 2000 + year.Value : year < 100 ? 1900 + year.Value : year.Value, month, day.Value, tokens);
    }

    private static FeedTime? With(string words, int year, int month, int day, List<string> tokens)
    {
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
            return null;
        var date = new LocalDate(year, month, day);
        var (time, zone) = Clock(words, tokens);
        return new FeedTime(words, date, time, zone);
    }

    private static (LocalTime?, Offset?) Clock(string words, List<string> tokens)
    {
        var colon = words.IndexOf(':');
        if (colon < 1 || !char.IsAsciiDigit(words[colon - 1]))
            return default;
        var start = colon - 1 - (colon > 1 && char.IsAsciiDigit(words[colon - 2]) ? 1 : 0);
        var rest = words.AsSpan(start);
        var hour = Digits(ref rest, 2) ?? Digits(ref rest, 1);
        Skip(ref rest, ":");
        var minute = Digits(ref rest, 2);
        var second = 0;
        if (rest.Length > 1 && rest[0] == ':')
        {
            Skip(ref rest, ":");
            second = Digits(ref rest, 2) ?? 0;
            if (rest.Length > 1 && rest[0] is '.' or ',')
                rest = rest[1..].TrimStart("0123456789");
        }
        if (hour is null || minute is null || minute > 59)
            return default;
        if (tokens.Exists(t => t.Equals("pm", StringComparison.OrdinalIgnoreCase)) && hour < 12)
            hour += 12;
        // 24:00 and leap seconds are taken for the last second before.
        var time = hour > 23 ? new LocalTime(23, 59, 59) : new LocalTime(hour.Value, minute.Value, Math.Min(second, 59));
        return (time, ZoneIn(rest));
    }

    private static Offset? ZoneIn(ReadOnlySpan<char> rest)
    {
        var sign = rest.IndexOfAny('+', '-', '−');
        if (sign >= 0 && sign + 2 < rest.Length)
        {
            var digits = rest[(sign + 1)..];
            var hours = Digits(ref digits, 2) ?? Digits(ref digits, 1);
            Skip(ref digits, ":");
            var minutes = Digits(ref digits, 2) ?? 0;
            return hours is null or > 17 || minutes > 59 ? null : Offset.FromSeconds((rest[sign] == '+' ? 1 : -1) * ((hours.Value * 3600) + (minutes * 60)));
        }
        foreach (var word in rest.ToString().Split(' ', '(', ')', ','))
        {
            if (Zones.TryGetValue(word, out var minutes))
                return Offset.FromSeconds(minutes * 60);
        }
        return null;
    }

    private static List<string> Tokens(string words) =>
        [.. words.Split([' ', ',', '\t', '\n', '\r', '/', '-', '.'], StringSplitOptions.RemoveEmptyEntries)];

    private static int? Number(string token) => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Digits(ref ReadOnlySpan<char> text, int count)
    {
        if (text.Length < count || !int.TryParse(text[..count], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        text = text[count..];
        return number;
    }

    private static void Skip(ref ReadOnlySpan<char> text, string marks)
    {
        if (text.Length > 0 && marks.Contains(text[0], StringComparison.Ordinal))
            text = text[1..];
    }
}
