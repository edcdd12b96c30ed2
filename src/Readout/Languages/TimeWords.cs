using System.Globalization;

namespace Readout.Languages;

/// <summary>A unit of time.</summary>
/// <param name="Letter">TIMEX3 letter: S M H D W M Q Y.</param>
/// <param name="Count">How many of the letter one unit is: a decade is ten years.</param>
/// <param name="IsClock">True for hours, minutes and seconds.</param>
internal sealed record TimeUnit(char Letter, int Count, bool IsClock);

/// <summary>A word or phrase that is a time by itself.</summary>
internal sealed record TimePhrase(string Kind, string Value);

/// <summary>A named day: a date, the nth weekday of a month (<paramref name="Nth"/> above 0), or days from Easter (month 0).</summary>
internal sealed record Holiday(int Month, int Day, int Nth);

/// <summary>Words for times, lower case.</summary>
internal sealed class TimeWords
{
    public TimeWords(Language language)
    {
        foreach (var (word, row) in language.Table("calendar.tsv"))
        {
            if (row[0] == "season")
                Seasons[word] = row[1];
            else
                (row[0] == "month" ? Months : Weekdays)[word] = Number(row[1]);
        }
        foreach (var (word, row) in language.Table("time-units.tsv"))
            Units[word] = new TimeUnit(row[0][0], Number(row[1]), row.Length > 2);
        foreach (var (word, row) in language.Table("time-words.tsv"))
            Phrases[Spaced(word)] = new TimePhrase(row[0], row[1]);
        foreach (var (word, row) in language.Table("holidays.tsv"))
            Holidays[Spaced(word)] = row.Length == 1 ? new Holiday(0, Number(row[0]), 0) : new Holiday(Number(row[0]), Number(row[1]), row.Length > 2 ? Number(row[2]) : 0);
        foreach (var (word, row) in language.Table("day-parts.tsv"))
            DayParts[word] = row[0];
        CountedNouns = language.Words("counted-nouns.txt");
        Starts = language.Words("time-starts.txt");
        Starts.UnionWith([.. Months.Keys, .. Weekdays.Keys, .. Weekdays.Keys.Select(w => w + "s"), .. Seasons.Keys, .. Units.Keys, .. DayParts.Keys]);
        Starts.UnionWith([.. language.Numbers.Cardinals.Keys, .. language.Numbers.Ordinals.Keys, .. language.Numbers.Groups.Keys]);
        PhraseStarts = new(Phrases.Keys.Concat(Holidays.Keys).Select(k => k.Split(' ')[0]), StringComparer.Ordinal);
        Starts.UnionWith(PhraseStarts);
    }

    /// <summary>Words that can begin a time; most words cannot, and are passed over with one look.</summary>
    public HashSet<string> Starts { get; }

    public Dictionary<string, int> Months { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Weekdays { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Seasons { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TimeUnit> Units { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TimePhrase> Phrases { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Holiday> Holidays { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> DayParts { get; } = new(StringComparer.Ordinal);

    /// <summary>First words of phrases and named days.</summary>
    public HashSet<string> PhraseStarts { get; }

    /// <summary>Nouns that make a four-digit number before them a count.</summary>
    public HashSet<string> CountedNouns { get; }

    /// <summary>True for the name of a month or a weekday.</summary>
    public bool IsCalendarName(string norm) => Months.ContainsKey(norm) || Weekdays.ContainsKey(norm);

    // Keys are compared token by token: "new year's day" is four tokens.
    private static string Spaced(string phrase) => phrase.Replace("'s", " 's", StringComparison.Ordinal);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
