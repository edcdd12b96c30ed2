using NodaTime;

namespace Readout.Annotations;

/// <summary>Reads quarters and halves of a year, as business pages write them.</summary>
internal static class QuarterReader
{
    public static Reading? Read(TimeCursor c, TimeContext context, int first)
    {
        var i = c.Norm(first) is "the" or "its" or "their" or "a" ? first + 1 : first;
        // last year's third quarter, this year's first half
        if (PeriodReader.RelativeYear(c, first) is null && c.Norm(first + 1) is "year" && c.Norm(first + 2) is "'s" && PeriodReader.Shift(c.Norm(first)) is { } offset
            && Named(c, first + 3) is { } owned)
        {
            return InYear(first, owned, offset);
        }
        if (YearEarlier(c, context, first, i) is { } earlier)
            return earlier;
        // 2019-Q1, Q1-2019
        if (Glued(c.Norm(i)) is { } glued)
            return Reading.Of(first, i + 1, glued, "quarter");
        // the 1989 third quarter
        if (c.YearAt(i) is { } before && Named(c, i + 1) is { } after)
            return Reading.Of(first, after.End, after.In(before), "quarter");
        if (Named(c, i) is { } named)
            return Named(c, named.IsJoined ? i : first, named);
        if (c.Norm(i) is "latest" or "recent" && c.Norm(i + 1) is "quarter" or "period")
            return Spoken(context, first, i + 2) ?? Reading.Relative(first, i + 2, "latest-quarter", "XXXX-QX", d => Dated.Quarter(d.PlusMonths(-3).Year, Dated.QuarterOf(d.PlusMonths(-3))));
        // the quarter ended Sept. 30
        if (c.Norm(i) is "quarter" && c.Norm(i + 1) is "ended" or "ending" or "to" && DayReader.Read(c, context, i + 2) is { } close && close.Rule is "date" or "date-nearest")
        {
            return Ended(first, i + 1, close);
        }
        return first < i && c.Norm(first) is "the" && c.Norm(i) is "quarter" && c.Norm(i + 1) is not "of" ? Spoken(context, first, i + 1) : null;
    }

    private static Reading InYear(int first, Part part, int offset) =>
        Reading.Relative(first, part.End, "quarter", "XXXX-" + part.Code, d => part.In(d.Year + offset));

    private static Reading Ended(int first, int end, Reading close) => close.From is { } from
        ? Reading.Relative(first, end, "quarter-ended", "XXXX-QX", d => Ended(from(d)))
        : Reading.Of(first, end, Ended(close.Fixed), "quarter-ended");

    private static Dated Ended(Dated day) => day.When.Earliest is { } d ? Dated.Quarter(d.Year, Dated.QuarterOf(d)) : Dated.Nothing;

    private static Dated? Glued(string norm)
    {
        if (norm.Length != 7)
            return null;
        var (year, part) = norm[4] is '-' or '/' ? (norm[..4], norm[5..]) : norm[2] is '-' or '/' ? (norm[3..], norm[..2]) : ("", "");
        return part is ['q', >= '1' and <= '4'] or ['h', >= '1' and <= '2'] && int.TryParse(year, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var y) && Dated.IsYear(y)
            ? part[0] is 'q' ? Dated.Quarter(y, part[1] - '0') : Dated.Half(y, part[1] - '0')
            : null;
    }

    private static Reading? Spoken(TimeContext context, int first, int end) =>
        context.Quarter.Value is null ? null : Reading.Of(first, end, context.Quarter, "back-reference") with { Anchored = true };

    private readonly record struct Part(int Number, bool IsHalf, int End, bool IsJoined = false)
    {
        public string Code => (IsHalf ? "H" : "Q") + (char)('0' + Number);

        public Dated In(int year) => !Dated.IsYear(year) ? Dated.Nothing : IsHalf ? Dated.Half(year, Number) : Dated.Quarter(year, Number);
    }

    /// <summary>"third quarter", "third-quarter", "fiscal first quarter", "Q3", "first half".</summary>
    private static Part? Named(TimeCursor c, int i)
    {
        if (c.Norm(i) is "fiscal" or "full")
            i++;
        var norm = c.Norm(i);
        if (norm.Length == 2 && norm[0] is 'q' or 'h' && norm[1] is >= '1' and <= '4' && !(norm[0] is 'h' && norm[1] > '2'))
            return new Part(norm[1] - '0', norm[0] is 'h', i + 1);
        if (norm.StartsWith("fiscal-", StringComparison.Ordinal))
            norm = norm[7..];
        var hyphen = norm.IndexOf('-', StringComparison.Ordinal);
        var (ordinal, unit, end) = hyphen > 0 ? (norm[..hyphen], norm[(hyphen + 1)..], i + 1) : (norm, c.Norm(i + 1), i + 2);
        var number = ordinal switch
        {
            "first" or "1st" => 1,
            "second" or "2nd" => 2,
            "third" or "3rd" => 3,
            "fourth" or "4th" or "final" => 4,
            "last" => unit is "half" ? 2 : 0,
            _ => 0,
        };
        return (number, unit) switch
        {
            (0, _) => null,
            (_, "quarter") => new Part(number, false, end, hyphen > 0),
            ( <= 2, "half") => new Part(number, true, end, hyphen > 0),
            _ => null,
        };
    }

    private static Reading? Named(TimeCursor c, int first, Part part)
    {
        var at = c.Norm(part.End) is "of" or "," or "in" ? part.End + 1 : part.End;
        if (c.Norm(at) is "fiscal" || (c.Norm(at) is "the" && c.Norm(at + 1) is "fiscal"))
            at += c.Norm(at) is "the" ? 2 : 1;
        if (c.YearAt(at) is { } year)
            return Reading.Of(first, at + 1, part.In(year), "quarter");
        if (PeriodReader.RelativeYear(c, at) is { } relative)
            return Reading.Relative(first, relative.End, "quarter", "XXXX-" + part.Code, d => part.In(d.Year + relative.Offset));
        var end = part.End;
        if (part.IsHalf)
        {
            // a half of a match, of a century: only "the first half of the year" is a time
            if (c.Norm(at) is not "the" || c.Norm(at + 1) is not "year")
                return null;
            end = at + 2;
        }
        else if (c.Norm(end) is "of" && !(c.Norm(end + 1) is "the" && c.Norm(end + 2) is "year"))
        {
            return null;
        }
        var ahead = Tense.Around(c, first, end) is Direction.Future;
        return Reading.Relative(first, end, "quarter", "XXXX-" + part.Code, d =>
        {
            // a quarter just over is the one still to be reported on
            var here = part.In(d.Year).When;
            return part.In(ahead ? (here.Latest < d.PlusMonths(-4) ? d.Year + 1 : d.Year) : here.Earliest > d ? d.Year - 1 : d.Year);
        });
    }

    /// <summary>"the year-earlier quarter", "a year-ago period", "year-earlier" by itself.</summary>
    private static Reading? YearEarlier(TimeCursor c, TimeContext context, int first, int i)
    {
        if (c.Norm(i) is not ("year-earlier" or "year-ago"))
            return null;
        var end = i + 1;
        if (Named(c, end) is { } named)
            end = named.End;
        else if (c.Norm(end) is "quarter" or "period")
            end++;
        else
            first = c.Norm(first) is "the" ? first : i;
        return context.Quarter.Value is not null
            ? Reading.Of(first, end, context.Quarter.Step(-1, 'Y'), "year-earlier") with { Anchored = true }
            : Reading.Relative(first, end, "year-earlier", "XXXX", d => Dated.Year(d.Year - 1));
    }
}
