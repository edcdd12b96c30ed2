using Readout.Languages;

namespace Readout.Annotations;

/// <summary>So many units of time: "two weeks", "a year and a half", "several months", "nearly 40 years".</summary>
/// <param name="End">Token after it.</param>
/// <param name="Number">How many; null for "several", "a few" and bare plurals.</param>
/// <param name="Unit">The unit, the smallest one named where there are two.</param>
/// <param name="Value">TIMEX3 value.</param>
/// <param name="IsIndefinite">True for "a week": an article, no number.</param>
internal sealed record Amount(int End, double? Number, TimeUnit Unit, string Value, bool IsIndefinite)
{
    private static readonly string[][] Bounds = Split(
    [
        "about", "around", "some", "nearly", "almost", "roughly", "approximately", "over", "under", "another", "barely", "just", "up to", "more than", "less than",
        "fewer than", "at least", "at most", "no more than", "no less than", "no fewer than", "not more than", "as much as", "as little as", "as many as", "close to",
        "an additional", "a further", "a total of", "an estimated", "the better part of", "well over", "just over", "just under", "a little over", "slightly more than",
        "slightly less than",
    ]);

    private static readonly HashSet<string> BoundStarts = new(Bounds.Select(b => b[0]), StringComparer.Ordinal);

    private static string[][] Split(string[] phrases) => [.. phrases.Select(p => p.Split(' '))];

    /// <summary>The bound words that start here, by their tokens.</summary>
    public static int Bound(TimeCursor c, int i)
    {
        var best = i;
        if (!BoundStarts.Contains(c.Norm(i)))
            return best;
        foreach (var words in Bounds)
        {
            var k = 0;
            while (k < words.Length && c.Norm(i + k) == words[k])
                k++;
            if (k == words.Length)
                best = Math.Max(best, i + k);
        }
        return best;
    }

    public static Amount? Read(TimeCursor c, int first)
    {
        var i = Bound(c, first);
        return Hyphenated(c, i) ?? Vague(c, i) ?? Half(c, i) ?? Counted(c, i);
    }

    /// <summary>"two-year", "30-day", "half-hour", "two-and-a-half-year", "year-long", "decades-long".</summary>
    private static Amount? Hyphenated(TimeCursor c, int i)
    {
        var norm = c.Norm(i);
        var cut = norm.LastIndexOf('-');
        if (cut <= 0)
            return null;
        var (head, tail) = (norm[..cut], norm[(cut + 1)..]);
        if (tail is "long" && c.Words.Units.TryGetValue(head, out var whole))
            return new(i + 1, head.EndsWith('s') ? null : 1, whole, Text(head.EndsWith('s') ? null : 1, whole), false);
        if (tail is "quarters" or "quarter")
            return null;
        if (tail is "old" || !c.Words.Units.TryGetValue(tail, out var unit))
        {
            // two-year-long
            return tail is "long" && head.LastIndexOf('-') is var inner and > 0 && c.Words.Units.TryGetValue(head[(inner + 1)..], out unit) && Parse(c, head[..inner]) is { } n
                ? new(i + 1, n, unit, Text(n, unit), false)
                : null;
        }
        if (c.Norm(i + 1) is "old" or "olds")
            return null;
        double? number = head is "half" ? 0.5 : head is "several" or "multi" ? null : Parse(c, head);
        return number is null && head is not ("several" or "multi") ? null : new(i + 1, number, unit, Text(number, unit), false);
    }

    private static double? Parse(TimeCursor c, string text)
    {
        if (NumberReader.Digits(text) is { } digits)
            return digits;
        if (c.Numbers.Cardinals.TryGetValue(text, out var word))
            return word;
        if (text.EndsWith("-and-a-half", StringComparison.Ordinal))
            return Parse(c, text[..^11]) + 0.5;
        var cut = text.IndexOf('-', StringComparison.Ordinal);
        return cut > 0 && c.Numbers.Cardinals.TryGetValue(text[..cut], out var tens) && c.Numbers.Cardinals.TryGetValue(text[(cut + 1)..], out var unit) ? tens + unit : null;
    }

    /// <summary>"several months", "a few days", "a couple of years", "many weeks".</summary>
    private static Amount? Vague(TimeCursor c, int i)
    {
        var (at, number) = (c.Norm(i), c.Norm(i + 1)) switch
        {
            ("several" or "many" or "few" or "various" or "numerous", _) => (i + 1, (double?)null),
            ("a", "few" or "number") => (c.Norm(i + 2) is "of" ? i + 3 : i + 2, null),
            ("a", "couple") => (c.Norm(i + 2) is "of" ? i + 3 : i + 2, 2),
            ("couple", "of") => (i + 2, 2),
            _ => (0, null),
        };
        if (at == 0)
            return null;
        at = Between(c, at);
        return c.Words.Units.TryGetValue(c.Norm(at), out var unit) && c.Norm(at).EndsWith('s') ? new(at + 1, number, unit, Text(number, unit), false) : null;
    }

    /// <summary>"half an hour", "half a year".</summary>
    private static Amount? Half(TimeCursor c, int i) =>
        c.Norm(i) is "half" && c.Norm(i + 1) is "a" or "an" && c.Words.Units.TryGetValue(c.Norm(i + 2), out var unit)
            ? new(i + 3, 0.5, unit, Text(0.5, unit), false)
            : null;

    private static Amount? Counted(TimeCursor c, int i)
    {
        double number;
        int at;
        var article = c.Norm(i) is "a" or "an" or "one";
        if (c.NumberAt(i) is { } read)
        {
            (number, at) = (read.Value, read.End);
            // one and a half years
            if (c.Norm(at) is "and" && c.Norm(at + 1) is "a" && c.Norm(at + 2) is "half")
                (number, at) = (number + 0.5, at + 3);
            // two to three weeks, two or three weeks
            if (c.Norm(at) is "to" or "or" && c.NumberAt(at + 1) is { } second && second.Value > number)
                at = second.End;
        }
        else if (article)
        {
            (number, at) = (1, i + 1);
        }
        else
        {
            return null;
        }
        at = Between(c, at);
        if (!c.Words.Units.TryGetValue(c.Norm(at), out var unit) || (number > 1 && !c.Norm(at).EndsWith('s') && c.Norm(at) is not ("min" or "sec." or "hr" or "yr" or "day" or "week" or "month" or "year" or "hour" or "minute" or "quarter")))
            return null;
        if (c.Norm(at + 1) is "old" or "older" or "younger" || c.Norm(at) is "weekend" or "quarter" && number == 1 && !article)
            return null;
        // "the 1988 quarter", "the 2019 week": one of that year
        if (number is >= 1900 and <= 2099 && c.YearAt(i) is not null && !c.Norm(at).EndsWith('s'))
            return null;
        // "a second round" counts no seconds; "60 Minutes" is a programme
        if ((article && c.Norm(at) is "second") || (c.IsCapital(at) && !c.IsHeading && !c.IsCapital(i)))
            return null;
        var indefinite = article && c.Norm(i) is not "one";
        at++;
        if (c.Norm(at) is "and" && c.Norm(at + 1) is "a" && c.Norm(at + 2) is "half")
            return new(at + 3, number + 0.5, unit, Text(number + 0.5, unit), false);
        // two hours and 30 minutes
        var more = c.Norm(at) is "and" or "," ? at + 1 : at;
        if (!indefinite && c.NumberAt(more) is { } rest && c.Words.Units.TryGetValue(c.Norm(rest.End), out var small) && Smaller(small, unit))
            return new(rest.End + 1, number, unit, Text(number, unit) + (small.IsClock && !unit.IsClock ? "T" : "") + Figure(rest.Value * small.Count) + small.Letter, false);
        return new(at, number, unit, Text(number, unit), indefinite);
    }

    private static bool Smaller(TimeUnit small, TimeUnit large) => Rank(small) < Rank(large);

    private static int Rank(TimeUnit unit) => unit.IsClock ? "SMH".IndexOf(unit.Letter, StringComparison.Ordinal) : 3 + "DWMQY".IndexOf(unit.Letter, StringComparison.Ordinal);

    /// <summary>Skips what may stand between number and unit: "20 more years", "eight trading days".</summary>
    private static int Between(TimeCursor c, int i) =>
        c.Norm(i) is "more" or "full" or "whole" or "long" or "straight" or "consecutive" or "successive" or "further" or "additional" or "trading" or "business" or "working"
            or "calendar" or "solid" or "extra" or "short" or "days'"
            ? i + 1
            : i;

    private static string Text(double? number, TimeUnit unit)
    {
        var start = unit.IsClock ? "PT" : "P";
        if (number is not { } n)
            return start + "X" + unit.Letter;
        var total = n * unit.Count;
        if (total == Math.Floor(total))
            return unit.Letter is 'Q' ? "P" + Figure(total * 3) + "M" : start + Figure(total) + unit.Letter;
        // halves in the next smaller unit
        return unit.Letter switch
        {
            'Y' => (total > 1 ? "P" + Figure(Math.Floor(total)) + "Y" : "P") + Figure(Math.Round((total - Math.Floor(total)) * 12)) + "M",
            'H' => (total > 1 ? "PT" + Figure(Math.Floor(total)) + "H" : "PT") + Figure(Math.Round((total - Math.Floor(total)) * 60)) + "M",
            'M' when unit.IsClock => (total > 1 ? "PT" + Figure(Math.Floor(total)) + "M" : "PT") + Figure(Math.Round((total - Math.Floor(total)) * 60)) + "S",
            _ => start + Figure(total) + unit.Letter,
        };
    }

    private static string Figure(double value) => value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
