using NodaTime;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Reads words that are a time by themselves: "now", "recently", "daily".</summary>
internal static class PhraseReader
{
    public static Reading? Read(TimeCursor c, int i)
    {
        if (c.Norm(i) is "the" && c.Norm(i + 1) is "weekend")
            return Weekend(c, i);
        if (!c.Words.PhraseStarts.Contains(c.Norm(i)) || c.Phrase(i, c.Words.Phrases) is not { } found)
            return null;
        // the "Daily Mail" comes every day, but that is not what its name says
        if (c.IsCapital(i) && (i > c.Begin || c.IsCapital(found.End)) && !c.IsHeading)
            return null;
        if (Misleads(c, i, found.End))
            return null;
        var phrase = c.Words.Phrases[found.Key];
        var (type, rule) = phrase.Kind switch
        {
            "set" => (TimexType.Set, "set-word"),
            "duration" => (TimexType.Duration, "whole-period"),
            _ => (TimexType.Date, "reference-word"),
        };
        return Reading.Plain(i, found.End, type, phrase.Value, rule);
    }

    private static bool Misleads(TimeCursor c, int i, int end) => c.Norm(i) switch
    {
        "soon" => c.Norm(i - 1) is "as" or "too" or "how" || c.Norm(end) is "as" or "after",
        // "the current plan", "future losses"; but "its future" is no time
        "current" => !c.IsWord(end) || c.IsCapital(end) || c.Norm(end) is "and" or "or" or "is" or "was",
        "future" => end != i + 1 ? false : !c.IsWord(end) || c.IsCapital(end) || c.Norm(i - 1) is "the" or "a" or "'s" or "his" or "her" or "its" or "their" or "our" || c.Norm(end) is "of" or "and" or "or" or "is" or "was" or "in" or "for" or "as" or "to" or "with" or "by" or "from" or "at" or "on" or "after" or "will" or "would" or "has",
        "now" => c.Norm(end) is "that" || c.Norm(i - 1) is "from",
        "the" => c.Words.Units.ContainsKey(c.Norm(end)) || c.NumberAt(end) is not null || c.Norm(end) is "few" or "several" or "of",
        _ => false,
    };

    private static Reading Weekend(TimeCursor c, int i)
    {
        var ahead = Tense.Around(c, i, i + 2) is Direction.Future;
        return Reading.Relative(i, i + 2, "weekend", "XXXX-WXX-WE", d =>
            Dated.Weekend(ahead || d.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? d : d.PlusWeeks(-1)));
    }
}
