using NodaTime;
using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>
/// Joins the wordings that several pages give one utterance: one speaker, an occasion that may be the same, and words close enough.
/// Each wording is set against the fullest one of its group, never against a chain of neighbours.
/// </summary>
internal static class UtteranceFinder
{
    // Of the shorter wording: share of its words that stand in the other in order; both in marks.
    private const double DirectShare = 0.7;

    // Where no speaker is named on one side, only nearly the same words tell.
    private const double NamelessShare = 0.9;

    // Of the shorter wording: share of its terms that a wording in marks has.
    private const double TermShare = 0.6;

    // Of all terms of two wordings that are both not in marks: share that they have in common.
    private const double CommonShare = 0.6;

    private const int FewestShared = 3;

    // Words in marks are set side by side in their order, so fewer terms may propose it: “We will never sell it”, “We will never give it away”.
    private const int FewestSharedInMarks = 2;

    // Days between two pages that may tell of one occasion where neither says when it was.
    private const int DaysApart = 7;

    // A term of more groups than this proposes none.
    private const int Common = 50;

    public static IReadOnlyList<Utterance> Find(Story story, EntityIndex index)
    {
        var order = Chronology.Ranks(story.Documents);
        var spoken = story.Documents
            .SelectMany(d => Enumerable.Range(0, d.Quotations.Count)
                .Where(i => d.Quotations[i].Act is SpeechAct.Stated or SpeechAct.Denied)
                .Select(i => new SpokenWords(d, i, d.Quotations[i].Speaker is { } who ? index.Of(d, who)?.Id : null)))
            .Where(s => s.Terms.Length >= FewestShared)
            .OrderByDescending(s => s.InMarks).ThenByDescending(s => s.Words.Count).ThenBy(s => order[s.Document.Id]).ThenBy(s => s.Quotation.Extent.Start)
            .ToList();
        var groups = new List<List<SpokenWords>>();
        var byTerm = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var words in spoken)
        {
            if (Home(groups, byTerm, words, index) is { } home)
            {
                home.Add(words);
                continue;
            }
            foreach (var term in words.Terms)
            {
                if (!byTerm.TryGetValue(term, out var list))
                    byTerm[term] = list = [];
                list.Add(groups.Count);
            }
            groups.Add([words]);
        }
        var ids = new ShortIds("u");
        return
        [
            .. groups
                .Where(g => g.Select(w => w.Document.Id).Distinct(StringComparer.Ordinal).Count() > 1)
                .OrderBy(g => g.Min(w => order[w.Document.Id])).ThenBy(g => g[0].Quotation.Extent.Start)
                .Select(g => Make(ids, g, order)),
        ];
    }

    private static List<SpokenWords>? Home(List<List<SpokenWords>> groups, Dictionary<string, List<int>> byTerm, SpokenWords words, EntityIndex index)
    {
        var shared = new SortedDictionary<int, int>();
        foreach (var term in words.Terms)
        {
            if (!byTerm.TryGetValue(term, out var list) || list.Count > Common)
                continue;
            foreach (var group in list)
                shared[group] = shared.GetValueOrDefault(group) + 1;
        }
        List<SpokenWords>? best = null;
        var most = 0.0;
        foreach (var (group, count) in shared)
        {
            if (count >= (words.InMarks && groups[group][0].InMarks ? FewestSharedInMarks : FewestShared) && Likeness(groups[group][0], words, index) is var likeness && likeness > most)
                (best, most) = (groups[group], likeness);
        }
        return best;
    }

    // 0 where the two are not one utterance.
    private static double Likeness(SpokenWords fullest, SpokenWords words, EntityIndex index)
    {
        if (fullest.Quotation.Act != words.Quotation.Act)
            return 0;
        if (!MayBeOneOccasion(fullest, words))
            return 0;
        var named = fullest.Speaker is not null && words.Speaker is not null;
        if (named && fullest.Speaker != words.Speaker && !index.IsVoiceOf(fullest.Speaker!, words.Speaker!) && !index.IsVoiceOf(words.Speaker!, fullest.Speaker!))
            return 0;
        if (fullest.InMarks && words.InMarks)
        {
            var direct = (double)words.Align(fullest).Count(p => p >= 0) / Math.Min(words.Words.Count, fullest.Words.Count);
            return direct >= (named ? DirectShare : NamelessShare) ? direct : 0;
        }
        // one page's own words for what it also quotes are another statement of it
        if (!named || fullest.Document == words.Document)
            return 0;
        // another number is another statement, and so is one with a number more
        if (words.Numbers.Count > 0 && !fullest.Numbers.Overlaps(words.Numbers))
            return 0;
        var common = words.Terms.Count(t => Array.BinarySearch(fullest.Terms, t, StringComparer.Ordinal) >= 0);
        var share = fullest.InMarks || words.InMarks
            ? (double)common / Math.Min(words.Terms.Length, fullest.Terms.Length)
            : (double)common / (words.Terms.Length + fullest.Terms.Length - common);
        return common >= FewestShared && share >= (fullest.InMarks || words.InMarks ? TermShare : CommonShare) ? share : 0;
    }

    private static bool MayBeOneOccasion(SpokenWords a, SpokenWords b)
    {
        if (a.Quotation.SaidOn.IsDisjoint(b.Quotation.SaidOn))
            return false;
        if (!a.Quotation.SaidOn.IsUnknown && !b.Quotation.SaidOn.IsUnknown)
            return true;
        // words in marks may be printed again years later; told in a page's own words they would be another occasion
        return (a.InMarks && b.InMarks) || a.Document.Anchor.Earliest is not { } first || b.Document.Anchor.Earliest is not { } second || !a.Document.Anchor.IsDay || !b.Document.Anchor.IsDay
            || Math.Abs(Period.DaysBetween(first, second)) <= DaysApart;
    }

    private static Utterance Make(ShortIds ids, List<SpokenWords> group, IReadOnlyDictionary<string, int> order)
    {
        var fullest = group[0];
        var wordings = group.Skip(1)
            .OrderBy(w => order[w.Document.Id]).ThenBy(w => w.Quotation.Extent.Start)
            .Select(w => Compare(fullest, w));
        var saidOn = group.Select(w => w.Quotation.SaidOn).FirstOrDefault(d => d.IsDay, group.Select(w => w.Quotation.SaidOn).FirstOrDefault(d => !d.IsUnknown, DateRange.Unknown));
        return new Utterance(
            ids.For(fullest.Document.Slice(fullest.Quotation.Extent)),
            group.Select(w => w.Speaker).FirstOrDefault(s => s is not null),
            saidOn,
            [new Wording(fullest.Document.Id, fullest.Index, WordingKind.Fullest, [], []), .. wordings]);
    }

    private static Wording Compare(SpokenWords fullest, SpokenWords words)
    {
        var partners = words.Align(fullest);
        if (!fullest.InMarks || !words.InMarks)
        {
            // copies of a page's own words are the same; otherwise who tells it chose the words
            var isSame = partners.All(p => p >= 0) && words.Words.Count == fullest.Words.Count && fullest.InMarks == words.InMarks;
            return new Wording(words.Document.Id, words.Index, isSame ? WordingKind.Same : WordingKind.Reworded, [], []);
        }
        var changed = SpokenWords.Runs(words.Words, i => partners[i] < 0);
        var taken = partners.Where(p => p >= 0).ToHashSet();
        var (low, high) = taken.Count == 0 ? (0, -1) : (taken.Min(), taken.Max());
        // what is left out where the page shows a gap, by dots or by a new piece, is no change
        var missing = SpokenWords.Runs(fullest.Words, i => i > low && i < high && !taken.Contains(i)).Where(_ => !ShowsGap(words)).ToList();
        var kind = changed.Count > 0 || missing.Count > 0 ? WordingKind.Differs
            : words.Words.Count == fullest.Words.Count ? WordingKind.Same
            : WordingKind.Shorter;
        return new Wording(words.Document.Id, words.Index, kind, changed, missing);
    }

    private static bool ShowsGap(SpokenWords words) =>
        words.Quotation.Content.Count > 1
        || words.Document.Text.Chars(words.Quotation.Extent).IndexOf("…", StringComparison.Ordinal) >= 0
        || words.Document.Text.Chars(words.Quotation.Extent).IndexOf("...", StringComparison.Ordinal) >= 0;
}
