namespace Readout.Languages;

/// <summary>Names of months and weekdays in the languages of the Unicode locale data.</summary>
internal sealed class CalendarNames
{
    public static CalendarNames Months => LazyMonths.Value;

    public static CalendarNames Weekdays => LazyWeekdays.Value;

    private static readonly Lazy<CalendarNames> LazyMonths = new(() => new CalendarNames("months.tsv"));
    private static readonly Lazy<CalendarNames> LazyWeekdays = new(() => new CalendarNames("weekdays.tsv"));

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
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
    }

    /// <summary>The number a name stands for, Monday and January being 1; 0 where it is no such name.</summary>
    /// <param name="word">The word in lower case.</param>
    /// <param name="language">Decides between languages that use one word for different months.</param>
    public int NumberOf(ReadOnlySpan<char> word, string? language = null)
    {
        if (!_numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var number))
            return 0;
        return language is not null && _byLanguage.Count > 0 && _byLanguage.TryGetValue((word.ToString(), language), out var own) ? own : number;
    }
}
