namespace Readout.Articles.Blocks;

/// <summary>How much prose stands before and behind a block, near by and further off: a report's list has it on both sides, a menu on none.</summary>
internal sealed class ProseAround
{
    private const int Farthest = 40;

    private readonly int[] _prose;
    private readonly int[] _words;

    public ProseAround(IReadOnlyList<BlockView> blocks)
    {
        (_prose, _words) = (new int[blocks.Count + 1], new int[blocks.Count + 1]);
        for (var i = 0; i < blocks.Count; i++)
        {
            _prose[i + 1] = _prose[i] + (BlockFeatures.IsProse(blocks[i]) ? blocks[i].Words : 0);
            _words[i + 1] = _words[i] + blocks[i].Words;
        }
    }

    /// <summary>Adds the shares of the page's prose, and of the words near by that are prose.</summary>
    public void Add(FeatureRow row, int i)
    {
        double all = Math.Max(1, _prose[^1]);
        row.Add("page's prose before", _prose[i] / all);
        foreach (var reach in (ReadOnlySpan<int>)[5, 15, Farthest])
        {
            var (start, end) = (Math.Max(0, i - reach), Math.Min(_prose.Length - 1, i + 1 + reach));
            var (before, after) = (_prose[i] - _prose[start], _prose[end] - _prose[i + 1]);
            row.Add("prose share before ", reach, before / all);
            row.Add("prose share after ", reach, after / all);
            if (reach == Farthest)
                continue;
            row.Add("prose density before ", reach, before / (double)Math.Max(1, _words[i] - _words[start]));
            row.Add("prose density after ", reach, after / (double)Math.Max(1, _words[end] - _words[i + 1]));
        }
    }
}
