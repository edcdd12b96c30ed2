using Readout.Pages;

namespace Readout.Training;

/// <summary>Finds which blocks of a page make up its article, given the article's text.</summary>
internal static class BodyLabels
{
    // Words of a block that must stand in the text, in runs of four, for the block to count as part of it.
    private const int Size = 4;
    private const int Slack = 3;

    /// <summary>For each block the share of it that belongs to the article, 0 to 1.</summary>
    public static double[] Find(Page page, IReadOnlyList<string> truth)
    {
        var blocks = page.Blocks.Select(b => ShingleScore.Tokens(page.Text.Chars(b.Span))).ToList();
        var places = Places(truth);
        var labels = new double[blocks.Count];
        var found = new (int Start, int End)[blocks.Count];
        Array.Fill(found, (-1, -1));
        var taken = new bool[truth.Count];
        MatchLong(blocks, truth, places, labels, found, taken);
        MatchShort(blocks, truth, labels, found);
        return labels;
    }

    private static Dictionary<string, List<int>> Places(IReadOnlyList<string> truth)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i + Size <= truth.Count; i++)
        {
            var key = Key(truth, i);
            if (!places.TryGetValue(key, out var list))
                places[key] = list = [];
            list.Add(i);
        }
        return places;
    }

    private static string Key(IReadOnlyList<string> tokens, int at) => $"{tokens[at]} {tokens[at + 1]} {tokens[at + 2]} {tokens[at + 3]}";

    // Longest blocks first: a paragraph that stands on the page twice is labelled where its neighbours are.
    private static void MatchLong(List<List<string>> blocks, IReadOnlyList<string> truth, Dictionary<string, List<int>> places, double[] labels, (int Start, int End)[] found, bool[] taken)
    {
        var unique = new List<(int Block, double Share, int Start, int End)>();
        foreach (var i in Enumerable.Range(0, blocks.Count).Where(b => blocks[b].Count >= Size).OrderByDescending(b => Support(blocks, places, b)).ThenBy(b => b))
        {
            var tokens = blocks[i];
            var hit = new bool[tokens.Count];
            int first = int.MaxValue, last = -1, count = 0;
            var used = new List<int>();
            for (var t = 0; t + Size <= tokens.Count; t++)
            {
                if (!places.TryGetValue(Key(tokens, t), out var list))
                    continue;
                var at = list.Find(p => !taken[p]);
                if (at == 0 && (list[0] != 0 || taken[0]))
                    continue;
                used.Add(at);
                first = Math.Min(first, at);
                last = Math.Max(last, at + Size);
                for (var k = t; k < t + Size; k++)
                    hit[k] = true;
            }
            count = hit.Count(h => h);
            var share = (double)count / tokens.Count;
            if (share < 0.3)
                continue;
            labels[i] = share > 0.9 ? 1 : share;
            found[i] = (first, last);
            foreach (var at in used)
                taken[at] = true;
        }
    }

    // How much of the blocks around it is in the text too.
    private static double Support(List<List<string>> blocks, Dictionary<string, List<int>> places, int block)
    {
        double support = 0;
        for (var i = Math.Max(0, block - Slack); i <= Math.Min(blocks.Count - 1, block + Slack); i++)
        {
            for (var t = 0; t + Size <= blocks[i].Count; t += Size)
                support += places.ContainsKey(Key(blocks[i], t)) ? 1 : 0;
        }
        return support;
    }

    // A heading or a line of two words belongs to the text where the text has it between its neighbours.
    private static void MatchShort(List<List<string>> blocks, IReadOnlyList<string> truth, double[] labels, (int Start, int End)[] found)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Count is 0 or >= Size + 2 || labels[i] > 0)
                continue;
            var before = Enumerable.Range(0, i).LastOrDefault(b => found[b].End >= 0, -1);
            var after = Enumerable.Range(i + 1, blocks.Count - i - 1).FirstOrDefault(b => found[b].End >= 0, -1);
            // Far from any known block a short line is furniture.
            var near = before >= 0 && i - before <= 12 || after >= 0 && after - i <= 12;
            if (!near)
                continue;
            var low = before >= 0 ? Math.Max(0, found[before].End - Size) : 0;
            var high = after >= 0 ? Math.Min(truth.Count, found[after].Start + Size) : truth.Count;
            if (before >= 0 && after < 0)
                high = Math.Min(high, low + Size + 60);
            if (after >= 0 && before < 0)
                low = Math.Max(low, high - Size - 60);
            for (var at = low; at + blocks[i].Count <= high; at++)
            {
                if (!Matches(blocks[i], truth, at))
                    continue;
                labels[i] = 1;
                found[i] = (at, at + blocks[i].Count);
                break;
            }
        }
    }

    private static bool Matches(List<string> tokens, IReadOnlyList<string> truth, int at)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!string.Equals(tokens[i], truth[at + i], StringComparison.Ordinal))
                return false;
        }
        return true;
    }
}
