namespace Readout.Annotations;

/// <summary>The tree of the highest sum of scores below one root: cycles are drawn together until none is left, then opened again.</summary>
internal static class MaximumTree
{
    /// <param name="scores">As in <see cref="TreeDecoder"/>: row i, column j + 1 is word j as head of word i.</param>
    /// <param name="root">The word below the root.</param>
    /// <param name="heads">Takes the heads.</param>
    public static void Find(ReadOnlySpan<float> scores, int length, int root, Span<int> heads)
    {
        var weights = new float[length][];
        for (var i = 0; i < length; i++)
            weights[i] = scores.Slice((i * (length + 1)) + 1, length).ToArray();
        var found = Solve(weights, root);
        for (var i = 0; i < length; i++)
            heads[i] = i == root ? 0 : found[i] + 1;
    }

    // weights[i][j]: score of j as head of i. The answer's place for the root holds −1.
    private static int[] Solve(float[][] weights, int root)
    {
        var count = weights.Length;
        var head = new int[count];
        for (var i = 0; i < count; i++)
        {
            head[i] = -1;
            for (var j = 0; j < count && i != root; j++)
            {
                if (j != i && (head[i] < 0 || weights[i][j] > weights[i][head[i]]))
                    head[i] = j;
            }
        }
        var cycle = Cycle(head);
        return cycle is null ? head : Open(weights, root, head, cycle);
    }

    private static bool[]? Cycle(int[] head)
    {
        var seen = new int[head.Length];
        for (var i = 0; i < head.Length; i++)
        {
            var at = i;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = i + 1;
                at = head[at];
            }
            if (at < 0 || seen[at] != i + 1)
                continue;
            var cycle = new bool[head.Length];
            for (var k = at; !cycle[k]; k = head[k])
                cycle[k] = true;
            return cycle;
        }
        return null;
    }

    private static int[] Open(float[][] weights, int root, int[] head, bool[] cycle)
    {
        var count = weights.Length;
        var outside = new List<int>();
        for (var i = 0; i < count; i++)
        {
            if (!cycle[i])
                outside.Add(i);
        }
        var drawn = outside.Count;      // the cycle's number in the smaller graph
        var smaller = new float[drawn + 1][];
        var enters = new int[drawn];    // by outside word: the cycle's word it would best be head of
        var leaves = new int[drawn];    // by outside word: the cycle's word that would best be its head
        smaller[drawn] = new float[drawn + 1];
        for (var a = 0; a < drawn; a++)
        {
            smaller[a] = new float[drawn + 1];
            for (var b = 0; b < drawn; b++)
                smaller[a][b] = weights[outside[a]][outside[b]];
            enters[a] = leaves[a] = -1;
            var best = float.NegativeInfinity;
            for (var k = 0; k < count; k++)
            {
                if (!cycle[k])
                    continue;
                if (leaves[a] < 0 || weights[outside[a]][k] > weights[outside[a]][leaves[a]])
                    leaves[a] = k;
                var gain = weights[k][outside[a]] - weights[k][head[k]];
                if (enters[a] < 0 || gain > best)
                    (enters[a], best) = (k, gain);
            }
            smaller[a][drawn] = weights[outside[a]][leaves[a]];
            smaller[drawn][a] = best;
        }
        var found = Solve(smaller, outside.IndexOf(root));
        var opened = (int[])head.Clone();
        for (var a = 0; a < drawn; a++)
            opened[outside[a]] = found[a] < 0 ? -1 : found[a] == drawn ? leaves[a] : outside[found[a]];
        opened[enters[found[drawn]]] = outside[found[drawn]];
        return opened;
    }
}
