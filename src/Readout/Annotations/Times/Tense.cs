using Readout.Languages;

namespace Readout.Annotations;

/// <summary>Which way a clause looks from the day it was written.</summary>
internal enum Direction { Unclear, Past, Future }

/// <summary>Reads the direction of the clause around some words from its auxiliaries and verb forms, nearest first.</summary>
internal static class Tense
{
    private const int Reach = 25;

    public static Direction Around(TimeCursor cursor, int first, int end)
    {
        var left = Left(cursor, first);
        if (left is Direction.Past or Direction.Future)
            return left.Value;
        var right = Right(cursor, end);
        if (right is not Direction.Unclear)
            return right;
        // "a meeting scheduled for Tuesday": the plan looks ahead where no verb says otherwise
        return left is Direction.Unclear ? Direction.Future : Direction.Unclear;
    }

    /// <summary>"The sitting planned for Monday has been put off": the day is that of a plan, the past verb that of what became of it.</summary>
    public static bool IsOfPlan(TimeCursor cursor, int first) => Left(cursor, first) is Direction.Unclear;

    /// <summary>Past, Future; Unclear after a bare plan word; null where no verb stands to the left in the clause.</summary>
    private static Direction? Left(TimeCursor cursor, int first)
    {
        // "as early as Tuesday": what may come so early has not come
        if (cursor.Norm(first - 1) is "as" && cursor.Norm(first - 2) is "early" or "soon" && cursor.Norm(first - 3) is "as")
            first -= 3;
        // "will leave at four (4 a.m. Thursday)"
        else if (cursor.Norm(first - 1) is "(")
            first--;
        for (var i = first - 1; i >= cursor.Begin && i > first - Reach; i--)
        {
            var norm = cursor.Norm(i);
            if (norm is "\"" or ";" or ":" or "(" or ")" or "-" || (norm is "," && i < first - 1 && !IsList(cursor, i)))
                return null;
            if (Future(cursor, i))
                return Modal(cursor, i, first);
            if (cursor.Verbs.Is(norm, VerbKind.Ahead) || IsFixture(cursor, i))
                return Direction.Future;
            if (norm is "to" && i + 1 < first && IsInfinitive(cursor, i))
            {
                if (Governor(cursor, i) is { } governed)
                    return governed is Direction.Unclear ? Direction.Unclear : governed;
                if (cursor.IsHeading)
                    return Direction.Future;
                continue;
            }
            if (norm is "was" or "were" or "had" or "did" or "'d" || (norm is "could" && !Future(cursor, i)))
                return Direction.Past;
            if (norm is "has" or "have" or "'ve")
                return cursor.Norm(i + 1) is "to" ? Direction.Future : Direction.Past;
            if (norm is "is" or "are" or "'re" or "'m" && cursor.Norm(i + 1) is var next && next.EndsWith("ing", StringComparison.Ordinal))
                return Direction.Future;
            if (cursor.IsWord(i) && (!cursor.IsCapital(i) || cursor.IsHeading) && cursor.Verbs.IsPastForm(norm))
            {
                if (!IsAttribute(cursor, i, first))
                    return Past(cursor, i);
                // "the planned visit"
                if (IsPlan(norm))
                    return Direction.Future;
            }
            else if (cursor.Verbs.ClauseBreaks.Contains(norm) && !IsList(cursor, i))
            {
                return null;
            }
        }
        return null;
    }

    private static Direction Right(TimeCursor cursor, int end)
    {
        for (var i = end; i < cursor.End && i < end + Reach; i++)
        {
            var norm = cursor.Norm(i);
            if (norm is ";" or ":" or "\"" or "(" or ")" or "-" || (norm is "," && i > end + 4))
                return Direction.Unclear;
            if (Future(cursor, i))
                return Modal(cursor, i, cursor.End);
            if (norm is "was" or "were" or "had" or "did" or "has" or "have" or "'ve")
                return norm is "has" or "have" && cursor.Norm(i + 1) is "to" ? Direction.Future : Direction.Past;
            if (norm is "is" or "are" or "'re" or "'m")
                return LooksAhead(cursor, i + 1) ? Direction.Future : Direction.Unclear;
            if (cursor.Norm(i + 1) is "to" && cursor.Verbs.Plans.Contains(norm) && !norm.EndsWith("ed", StringComparison.Ordinal) && IsInfinitive(cursor, i + 1))
                return Direction.Future;
            if (IsFixture(cursor, i))
                return Direction.Future;
            if (cursor.IsWord(i) && !cursor.IsCapital(i) && cursor.Verbs.IsPastForm(norm) && !IsAttribute(cursor, i, cursor.End))
                return cursor.Verbs.Is(norm, VerbKind.Arrange) && cursor.Norm(i - 1) is not ("was" or "were" or "had") && TakesObject(cursor, i) ? Direction.Future : Direction.Past;
            if (i > end && cursor.Verbs.ClauseBreaks.Contains(norm) && !IsList(cursor, i) && !(norm is "which" && cursor.Norm(i - 1) is "during" or "in" or "at" or "on"))
                return Direction.Unclear;
        }
        return Direction.Unclear;
    }

    /// <summary>A present form that reads like a timetable: "the court opens Monday". Headlines tell the past in the present.</summary>
    private static bool IsFixture(TimeCursor cursor, int i)
    {
        if (cursor.IsHeading || cursor.IsCapital(i))
            return false;
        var norm = cursor.Norm(i);
        if (cursor.Verbs.Is(norm, VerbKind.Fixture))
            return true;
        if (!cursor.Verbs.Is(norm, VerbKind.Base))
            return false;
        var before = cursor.Norm(i - 1);
        return before.EndsWith('s') && before is not ("'s" or "does" or "was" or "is" or "has") || cursor.IsCapital(i - 1);
    }

    /// <summary>"Orlen, Vask and the Hale": the marks of a list of names part no clauses.</summary>
    private static bool IsList(TimeCursor cursor, int i) =>
        cursor.Norm(i) is "," or "and" or "or" && cursor.IsCapital(i - 1) && i - 1 > cursor.Begin
        && (cursor.IsCapital(i + 1) || (cursor.Norm(i + 1) is "the" && cursor.IsCapital(i + 2)) || (cursor.Norm(i) is "," && cursor.Norm(i + 1) is "and" or "or" && cursor.IsCapital(i + 2)));

    /// <summary>A participle before its noun ("an unspecified date") is no verb of the clause.</summary>
    private static bool IsAttribute(TimeCursor cursor, int i, int before) =>
        i + 1 < before && cursor.Norm(i - 1) is "a" or "an" or "the" or "his" or "her" or "its" or "their" or "this" or "that" or "still"
        && cursor.IsWord(i + 1) && cursor.Norm(i + 1) is not ("to" or "on" or "in" or "at" or "by" or "for" or "with" or "from" or "the" or "a" or "an" or "that" or "and");

    /// <summary>An object follows the verb, no preposition: "planned a rally", not "planned for Monday".</summary>
    private static bool TakesObject(TimeCursor cursor, int verb) =>
        cursor.IsWord(verb + 1) && cursor.Norm(verb + 1) is not ("for" or "on" or "in" or "at" or "by" or "to" or "from" or "with" or "until" or "and" or "or" or "earlier" or "later");

    private static bool Future(TimeCursor cursor, int i) => cursor.Norm(i) switch
    {
        // "could not be reached Tuesday": nobody could
        "could" when cursor.Norm(i + 1) is "not" or "n't" || IsNobodys(cursor, i) => false,
        "will" or "'ll" or "shall" or "would" or "could" or "should" or "might" or "must" or "can" => !cursor.IsCapital(i) || cursor.IsHeading || i == cursor.Begin,
        "may" => !cursor.IsCapital(i),
        "wo" or "ca" => cursor.Norm(i + 1) is "n't",
        _ => false,
    };

    // "neither of the two could be reached Tuesday"
    private static bool IsNobodys(TimeCursor cursor, int could)
    {
        for (var i = could - 1; i >= cursor.Begin && i > could - 10; i--)
        {
            if (cursor.Norm(i) is "neither" or "nobody" or "none" or "nothing" or "no-one")
                return true;
        }
        return false;
    }

    // "would have met" looks back
    private static Direction Modal(TimeCursor cursor, int i, int before)
    {
        for (var k = i + 1; k < before && k < i + 4; k++)
        {
            if (cursor.Norm(k) is "have")
                return Direction.Past;
        }
        return Direction.Future;
    }

    // "to meet" against "to Vask", "to the port", "to 300"
    private static bool IsInfinitive(TimeCursor cursor, int to) =>
        cursor.IsWord(to + 1) && (!cursor.IsCapital(to + 1) || cursor.IsHeading) && cursor.NumberAt(to + 1) is null
        && cursor.Norm(to + 1) is not ("the" or "a" or "an" or "his" or "her" or "its" or "their" or "this" or "that" or "these" or "those" or "my" or "our" or "your" or "all" or "some");

    /// <summary>What stands before "to" plus a verb; null where it tells nothing.</summary>
    private static Direction? Governor(TimeCursor cursor, int to)
    {
        var i = to - 1;
        var norm = cursor.Norm(i);
        if (norm is "was" or "were" or "had")
            return Direction.Past;
        // "were preparing to vote on Monday"
        if (cursor.Verbs.Is(norm, VerbKind.Prepare))
            return Direction.Future;
        if (norm is "is" or "are" or "'s" or "'re" or "has" or "have")
            return Direction.Future;
        if (!cursor.Verbs.Plans.Contains(norm))
            return null;
        return BeforePlan(cursor, i);
    }

    /// <summary>A plan word: with was it looks back, with is or as a verb ahead, alone it leaves the main verb to say.</summary>
    private static Direction BeforePlan(TimeCursor cursor, int plan)
    {
        for (var i = plan - 1; i >= cursor.Begin && i > plan - 4; i--)
        {
            var norm = cursor.Norm(i);
            if (norm is "was" or "were" or "had")
                return Direction.Past;
            if (norm is "is" or "are" or "'s" or "'re" or "'m" or "has" or "have" or "will" or "be")
                return Direction.Future;
            if (norm is "," || cursor.Verbs.ClauseBreaks.Contains(norm))
                break;
        }
        return cursor.Norm(plan) is "due" or "scheduled" or "set" or "slated" or "expected" or "planned" or "supposed" or "meant" ? Direction.Unclear : Direction.Future;
    }

    // "the first ship to be built in May"
    private static bool IsRanked(TimeCursor cursor, int to)
    {
        for (var i = to - 1; i > to - 4 && cursor.Has(i); i--)
        {
            if (cursor.Norm(i) is "only" or "latest" or "last" || cursor.OrdinalAt(i) is not null)
                return true;
        }
        return false;
    }

    private static bool IsPlan(string verb) => verb is "scheduled" or "planned" or "slated" or "expected" or "set" or "due";

    private static bool LooksAhead(TimeCursor cursor, int i)
    {
        for (var k = i; k < i + 3; k++)
        {
            if (cursor.Norm(k) is "to" || cursor.Verbs.Plans.Contains(cursor.Norm(k)) || (k == i && cursor.Norm(k).EndsWith("ing", StringComparison.Ordinal)))
                return true;
        }
        return false;
    }

    /// <summary>A past form: simple past, or a participle whose auxiliary decides.</summary>
    private static Direction? Past(TimeCursor cursor, int verb)
    {
        for (var i = verb - 1; i >= cursor.Begin && i > verb - 5; i--)
        {
            var norm = cursor.Norm(i);
            if (Future(cursor, i))
                return cursor.Norm(i + 1) is "have" || cursor.Norm(i + 2) is "have" ? Direction.Past : Direction.Future;
            // "guidelines to be published in May"
            if (norm is "to")
                return Governor(cursor, i) ?? (cursor.IsHeading || (cursor.Norm(i + 1) is "be" && !IsRanked(cursor, i)) ? Direction.Future : Direction.Past);
            if (norm is "is" or "are" or "'re" or "'s")
                return cursor.Verbs.Plans.Contains(cursor.Norm(verb)) ? Direction.Future : Direction.Past;
            if (norm is "had" or "was" or "were" && IsPlan(cursor.Norm(verb)))
                return null;
            if (norm is "has" or "have" or "'ve" && cursor.Verbs.Is(cursor.Norm(verb), VerbKind.Arrange) && i + 1 == verb && TakesObject(cursor, verb))
                return Direction.Future;
            if (norm is "has" or "have" or "had" or "was" or "were" or "'ve")
                return Direction.Past;
            if (norm is not ("be" or "been" or "being" or "not" or "n't" or "also" or "already" or "now" or "still" or "only" or "never" or "then") && !norm.EndsWith("ly", StringComparison.Ordinal))
                break;
        }
        // "planned a rally on Saturday", "has scheduled a hearing Thursday"; but "had"
        if (cursor.Verbs.Is(cursor.Norm(verb), VerbKind.Arrange) && TakesObject(cursor, verb))
            return Direction.Future;
        // "talks scheduled for Tuesday": nobody says yet whether they took place
        return IsPlan(cursor.Norm(verb)) ? Direction.Unclear : Direction.Past;
    }
}
