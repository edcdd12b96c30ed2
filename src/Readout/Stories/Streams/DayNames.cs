using System.Globalization;
using Readout.Languages;

namespace Readout.Stories.Streams;

/// <summary>Words that name a day, by their hashes: weekdays and months in the languages of the locale data, days of a month, years.</summary>
internal sealed class DayNames
{
    // Shorter names are words of other languages, too; that of a month counts only beside a number.
    private const int ShortestWeekday = 4;
    private const int ShortestMonth = 3;

    private static readonly Lazy<DayNames> s_loaded = new(() => new DayNames());

    private readonly Dictionary<uint, int> _weekdays = Names("weekdays.tsv", ShortestWeekday);
    private readonly Dictionary<uint, int> _months = Names("months.tsv", ShortestMonth);
    private readonly Dictionary<uint, int> _days = [];
    private readonly Dictionary<uint, int> _years = [];

    private DayNames()
    {
        for (var day = 1; day <= 31; day++)
        {
            foreach (var ending in (ReadOnlySpan<string>)["", "st", "nd", "rd", "th"])
                _days[Hashing.Of(day.ToString(CultureInfo.InvariantCulture) + ending)] = day;
        }
        for (var year = 1900; year < 2100; year++)
            _years[Hashing.Of(year.ToString(CultureInfo.InvariantCulture))] = year;
    }

    public static DayNames All => s_loaded.Value;

    /// <summary>1 for Monday; 0 where the word names no weekday.</summary>
    public int Weekday(Word word) => _weekdays.GetValueOrDefault(word.Plain);

    /// <summary>1 for January; 0 where the word names no month.</summary>
    public int Month(Word word) => _months.GetValueOrDefault(word.Plain);

    /// <summary>A day of a month; 0 where the word is no such number.</summary>
    public int Day(Word word) => word.Kind == WordKind.Number ? _days.GetValueOrDefault(word.Plain) : 0;

    /// <summary>A year of the last century or of this one; 0 where the word is no such number.</summary>
    public int Year(Word word) => word.Kind == WordKind.Number ? _years.GetValueOrDefault(word.Plain) : 0;

    private static Dictionary<uint, int> Names(string file, int shortest)
    {
        var names = new Dictionary<uint, int>();
        Span<char> buffer = stackalloc char[WordScanner.BufferSize];
        foreach (var row in Resource.Rows(file).Where(r => r[0].Length >= shortest))
        {
            var scanner = new WordScanner(row[0], english: false, buffer);
            if (scanner.Next() && scanner.Current.Kind == WordKind.Letters && scanner.Position == row[0].Length)
                names.TryAdd(scanner.Current.Plain, int.Parse(row[1], CultureInfo.InvariantCulture));
        }
        return names;
    }
}
