using Readout.Annotations;
using Readout.Articles;
using Readout.Text;

namespace Readout.Stories;

/// <summary>How a sentence of a report differs between two versions of its page.</summary>
public enum SentenceChangeKind { Added, Removed, Changed }

/// <summary>A sentence that one version has otherwise than the other, or not at all.</summary>
/// <param name="Before">Its place in the earlier version; null where it was added.</param>
/// <param name="After">Its place in the later version; null where it was removed.</param>
public sealed record SentenceChange(SentenceChangeKind Kind, Span? Before, Span? After);

/// <summary>What changed in the report between two versions of one page: headline and sentences, in the order of the later one.</summary>
/// <param name="IsSilent">The words changed, and no stamp of the page moved: readers are not told.</param>
public sealed record PageChanges(IReadOnlyList<SentenceChange> Sentences, bool IsSilent)
{
    // Half of the words must be left for a sentence to be the same one, put otherwise.
    private const double Alike = 0.5;

    // Live pages grow to thousands of sentences; what is beyond is compared by its words alone, not by its place.
    private const int MostCells = 16_000_000;

    /// <summary>Compares two versions; white space makes no difference.</summary>
    public static PageChanges Between(Document before, Document after)
    {
        var (old, now) = (Texts(before), Texts(after));
        var changes = new List<SentenceChange>();
        var (start, a, b) = (0, old.Count, now.Count);
        while (start < a && start < b && old[start].Words == now[start].Words)
            start++;
        while (a > start && b > start && old[a - 1].Words == now[b - 1].Words)
            (a, b) = (a - 1, b - 1);
        var (i, j) = (start, start);
        foreach (var (x, y) in Common(old, now, start, a, b).Append((a, b)))
        {
            Gap(old[i..x], now[j..y], changes);
            (i, j) = (x + 1, y + 1);
        }
        return new PageChanges(changes, changes.Count > 0 && Stamps(before) == Stamps(after));
    }

    private sealed record Line(string Words, Span Span);

    private static List<Line> Texts(Document document) => document.Sentences.Count > 0
        ? [.. document.Sentences.Select(s => new Line(Folded(document.Slice(s.Span)), s.Span))]
        : [.. document.Article.Paragraphs.Select(p => new Line(Folded(document.Slice(p.Span)), p.Span))];

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // What lies between two sentences that both have: the most alike are one sentence put otherwise, in order.
    private static void Gap(List<Line> old, List<Line> now, List<SentenceChange> changes)
    {
        var next = 0;
        foreach (var line in now)
        {
            var best = Enumerable.Range(next, old.Count - next).Select(n => (N: n, Like: Likeness(old[n].Words, line.Words))).OrderByDescending(l => l.Like).ThenBy(l => l.N).FirstOrDefault();
            if (best.Like < Alike)
            {
                changes.Add(new SentenceChange(SentenceChangeKind.Added, null, line.Span));
                continue;
            }
            changes.AddRange(old[next..best.N].Select(l => new SentenceChange(SentenceChangeKind.Removed, l.Span, null)));
            changes.Add(new SentenceChange(SentenceChangeKind.Changed, old[best.N].Span, line.Span));
            next = best.N + 1;
        }
        changes.AddRange(old[next..].Select(l => new SentenceChange(SentenceChangeKind.Removed, l.Span, null)));
    }

    // Dice over the words, each as often as it stands there.
    private static double Likeness(string a, string b)
    {
        var (left, right) = (a.Split(' '), b.Split(' '));
        var counts = left.CountBy(w => w, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var shared = 0;
        foreach (var word in right)
        {
            if (counts.TryGetValue(word, out var count) && count > 0)
            {
                counts[word] = count - 1;
                shared++;
            }
        }
        return 2.0 * shared / (left.Length + right.Length);
    }

    // The longest run of sentences that both have in one order.
    private static List<(int, int)> Common(List<Line> old, List<Line> now, int start, int a, int b)
    {
        var (rows, columns) = (a - start, b - start);
        if (rows == 0 || columns == 0 || (long)rows * columns > MostCells)
            return [];
        var longest = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
                longest[i, j] = old[start + i].Words == now[start + j].Words ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }
        var common = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < rows && j < columns;)
        {
            if (old[start + i].Words == now[start + j].Words)
                common.Add((start + i++, start + j++));
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        }
        return common;
    }

    // Days and times that the page states of itself; an inferred one follows from its words.
    private static string Stamps(Document document) => string.Join('|', new[] { document.Article.Published, document.Article.Modified }
        .Select(p => p is { Basis: DateBasis.Stated } ? $"{p.When.Earliest} {p.When.Latest} {p.Clock?.Time} {p.Clock?.Offset}" : ""));
}
