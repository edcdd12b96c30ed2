namespace Readout.Annotations;

/// <summary>
/// Chooses heads: each word its best one; where these form no tree, the best tree there is
/// (Chu and Liu, 1965; Edmonds, 1967), with one word below the root.
/// </summary>
internal static class TreeDecoder
{
    /// <param name="scores">Row i, column j: how well word i (from 0) goes with head j; column 0 is the root, column j word j − 1.</param>
    /// <param name="length">Words.</param>
    /// <param name="heads">Takes each word's head: 0 for the root, else the head's number from 1.</param>
    public static void Decode(Span<float> scores, int length, Span<int> heads)
    {
        var width = length + 1;
        var root = -1;
        var gain = float.NegativeInfinity;
        for (var i = 0; i < length; i++)
        {
            scores[(i * width) + i + 1] = float.NegativeInfinity;
            var row = scores.Slice(i * width, width);
            var best = length == 1 ? 0 : BestOf(row, 1);
            var advantage = row[0] - row[best];
            if (advantage > gain)
                (gain, root) = (advantage, i);
            heads[i] = best;
        }
        for (var i = 0; i < length; i++)
            scores[i * width] = i == root ? 0 : float.NegativeInfinity;
        heads[root] = 0;
        if (!IsTree(heads))
            MaximumTree.Find(scores, length, root, heads);
    }

    private static int BestOf(ReadOnlySpan<float> row, int from)
    {
        var best = from;
        for (var j = from + 1; j < row.Length; j++)
        {
            if (row[j] > row[best])
                best = j;
        }
        return best;
    }

    private static bool IsTree(ReadOnlySpan<int> heads)
    {
        Span<int> seen = heads.Length <= 512 ? stackalloc int[heads.Length] : new int[heads.Length];
        seen.Clear();
        for (var i = 0; i < heads.Length; i++)
        {
            var at = i;
            while (seen[at] == 0)
            {
                seen[at] = i + 1;
                if (heads[at] == 0)
                    break;
                at = heads[at] - 1;
            }
            if (heads[at] != 0 && seen[at] == i + 1)
                return false;
        }
        return true;
    }
}
