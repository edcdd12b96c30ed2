namespace Readout.Languages;

/// <summary>Names of months and weekdays in the languages of the Unicode locale data.</summary>
internal sealed class CalendarNames
{
    // The longest name has 16 letters; what is longer needs no look-up.
    private const int MaxLength = 24;

    private static readonly Lazy<CalendarNames> LazyMonths = new(() => new CalendarNames("months.tsv"));
    private static readonly Lazy<CalendarNames> LazySolarMonths = new(() => new CalendarNames("solar-months.tsv"));
    private static readonly Lazy<CalendarNames> LazyWeekdays = new(() => new CalendarNames("weekdays.tsv"));

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<(string Word, string Language), int> _byLanguage = [];

    private CalendarNames(string file)
    {
        foreach (var row in Resource.Rows(file))
        {
            var number = int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture);
            _numbers.TryAdd(row[0], number);
            foreach (var language in row.Length > 2 ? row[2].Split(',') : [])
                _byLanguage[(row[0], language)] = number;
        }
        _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static CalendarNames Months => LazyMonths.Value;

    /// <summary>Months of the Solar Hijri calendar.</summary>
    public static CalendarNames SolarMonths => LazySolarMonths.Value;

    public static CalendarNames Weekdays => LazyWeekdays.Value;

    /// <summary>The number a name stands for, Monday and January being 1; 0 where it is no such name.</summary>
    /// <param name="word">The word, in any case.</param>
    /// <param name="language">Decides between languages that use one word for different months.</param>
    public int NumberOf(ReadOnlySpan<char> word, string? language = null)
    {
        if (word.Length is 0 or > MaxLength)
            return 0;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        if (!_lookup.TryGetValue(lower, out var number))
            return 0;
        return language is not null && _byLanguage.Count > 0 && _byLanguage.TryGetValue((lower.ToString(), language), out var own) ? own : number;
    }
}
