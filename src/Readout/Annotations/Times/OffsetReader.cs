using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Reads "two weeks ago", "a year earlier", "three days later", "ninety years ago", "the day before".</summary>
internal static class OffsetReader
{
    public static Reading? Read(TimeCursor c, TimeContext context, int first)
    {
        if (c.Norm(first) is "the" && c.Words.Units.TryGetValue(c.Norm(first + 1), out var single) && !single.IsClock && single.Count == 1 && !c.Norm(first + 1).EndsWith('s'))
            return Neighbour(c, context, first, single);
        if (Amount.Read(c, first) is not { } amount)
            return null;
        var at = amount.End;
        if (c.Norm(at) is "or" && c.Norm(at + 1) is "so" or "more")
            at += 2;
        var back = c.Norm(at) switch
        {
            "ago" => true,
            "earlier" or "previously" => true,
            "before" => Closes(c, at + 1),
            _ => false,
        };
        var ahead = c.Norm(at) switch
        {
            "later" or "hence" => true,
            "after" or "on" => false,
            "from" => c.Norm(at + 1) is "now" or "today",
            _ => false,
        };
        if (!back && !ahead)
            return Ahead(c, first, at, amount);
        var fromPage = c.Norm(at) is "ago" or "from" or "hence";
        var end = c.Norm(at) is "from" ? at + 2 : at + 1;
        // "a few days later", "an hour later": how long, and no more, is said
        if (ahead && !fromPage && (amount.Number is null || amount.Unit.IsClock))
            return Reading.Plain(first, amount.End, TimexType.Duration, amount.Value, "vague-offset");
        if (amount.Number is not { } number || number > 6000)
            return Reading.Plain(first, end, TimexType.Date, back ? "PAST_REF" : "FUTURE_REF", "vague-offset");
        return Step(context, first, end, amount, back ? -number : number, fromPage, ahead);
    }

    /// <summary>"will open in three days", "in two weeks' time": a day to come, counted from the page's.</summary>
    private static Reading? Ahead(TimeCursor c, int first, int at, Amount amount)
    {
        if (c.Norm(first - 1) is not "in" || amount.Number is not { } number || number > 6000 || amount.Unit.IsClock)
            return null;
        var time = c.Norm(at) is "'" or "'s" && c.Norm(at + 1) is "time";
        if (!time && (!Closes(c, at) || Tense.Around(c, first - 1, at) is not Direction.Future))
            return null;
        // "we will not answer in a day": not within that length
        for (var i = first - 2; i > first - 8; i--)
        {
            if (c.Norm(i) is "not" or "n't" or "never" or "only")
                return null;
        }
        return Step(new TimeContext(DateRange.Unknown), first, time ? at + 2 : at, amount, number, true, true);
    }

    // "two days before." but not "two days before the vote"
    private static bool Closes(TimeCursor c, int i) => c.Norm(i) is "." or "," or "" or ";" or ")" or "\"" or "and" or "but" or "in" or "when";

    private static Reading? Step(TimeContext context, int first, int end, Amount amount, double signed, bool fromPage, bool ahead)
    {
        var unit = amount.Unit;
        var whole = (int)Math.Round(signed * unit.Count, MidpointRounding.AwayFromZero);
        var rule = fromPage ? "offset-from-page" : "offset";
        if (unit.IsClock)
        {
            var days = unit.Letter is 'H' ? (int)(signed / 24) : 0;
            return fromPage || !ahead ? Reading.Relative(first, end, rule, "XXXX-XX-XX", d => Dated.Day(d).Step(days, 'D')) : Reading.Plain(first, end, TimexType.Date, null, "vague-offset");
        }
        // half a year, a year and a half: the month is known
        var (steps, letter) = signed != Math.Floor(signed) && unit.Letter is 'Y' ? ((int)Math.Round(signed * 12 * unit.Count, MidpointRounding.AwayFromZero), 'M') : (whole, unit.Letter);
        if (!fromPage && context.Reference is { } reference && Fits(reference.Time, letter))
            return Reading.Of(first, end, reference.Time.Step(steps, letter), rule) with { Anchored = reference.Anchored };
        if (!fromPage && letter is 'Y' && steps == -1 && context.Sentence - context.QuarterSentence <= 1)
            return Reading.Of(first, end, context.Quarter.Step(-1, 'Y'), rule) with { Anchored = true };
        if (fromPage && letter is 'Y' && steps == -1 && context.Sentence - context.QuarterSentence <= 1)
            return Reading.Of(first, end, context.Quarter.Step(-1, 'Y'), rule) with { Anchored = true };
        if (!fromPage && ahead)
            return Reading.Plain(first, end, TimexType.Date, Open(letter), "vague-offset");
        return Reading.Relative(first, end, rule, Open(letter), d => Dated.Day(d).Step(steps, letter));
    }

    // A year can be stepped in days, a day in years; but "two days earlier" says nothing from a year.
    private static bool Fits(Dated time, char letter) => letter switch
    {
        'D' => time.Grain is Grain.Day,
        'W' => time.Grain is Grain.Day or Grain.Week,
        'M' => time.Grain is Grain.Day or Grain.Month,
        _ => true,
    };

    private static string Open(char letter) => letter switch { 'D' => "XXXX-XX-XX", 'W' => "XXXX-WXX", 'M' => "XXXX-XX", 'Q' => "XXXX-QX", _ => "XXXX" };

    /// <summary>"the day before", "the year after" with nothing behind it.</summary>
    private static Reading? Neighbour(TimeCursor c, TimeContext context, int first, TimeUnit unit)
    {
        var step = c.Norm(first + 2) switch { "before" or "earlier" => -1, "after" or "later" => 1, _ => 0 };
        if (step == 0 || !Closes(c, first + 3) || context.Reference is not { } reference || !Fits(reference.Time, unit.Letter))
            return null;
        return Reading.Of(first, first + 3, reference.Time.Step(step, unit.Letter), "offset") with { Anchored = reference.Anchored };
    }
}
