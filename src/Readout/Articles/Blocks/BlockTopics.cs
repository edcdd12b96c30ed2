using Readout.Pages;

namespace Readout.Articles.Blocks;

/// <summary>What a block has to do with the page's subject: the words it shares with headline, description and the likeliest text.</summary>
internal sealed class BlockTopics
{
    private const int MinLetters = 5;

    private readonly int[][] _words;
    private readonly HashSet<int> _titleWords = [];
    private readonly Dictionary<int, int> _core = [];
    private readonly List<string> _titles = [];
    private readonly List<string> _descriptions = [];
    private readonly IReadOnlyList<BlockView> _blocks;
    private readonly RuleScores _rules;

    public BlockTopics(Page page, IReadOnlyList<BlockView> blocks, RuleScores rules)
    {
        _blocks = blocks;
        _rules = rules;
        foreach (var line in page.Metadata)
        {
            if (line.Name is "title" or "og:title" or "headline" or "twitter:title")
                _titles.Add(PhraseIndex.Normalize(page.Text.Chars(line.Span)));
            else if (line.Name is "description" or "og:description")
                _descriptions.Add(PhraseIndex.Normalize(page.Text.Chars(line.Span)));
        }
        Title = FindTitle();
        var words = new List<int>();
        foreach (var title in _titles)
            _titleWords.UnionWith(Words(title, words));
        if (Title >= 0)
            _titleWords.UnionWith(Words(blocks[Title].Norm, words));
        _words = new int[blocks.Count][];
        for (var i = 0; i < blocks.Count; i++)
        {
            _words[i] = Words(blocks[i].Norm, words);
            if (i < rules.Start || i >= rules.End || !BlockFeatures.IsProse(blocks[i]))
                continue;
            foreach (var word in _words[i])
                _core[word] = _core.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>Index of the block that repeats the stated headline, or of the first first-level heading; −1 for none.</summary>
    public int Title { get; }

    private int FindTitle()
    {
        var best = -1;
        var bestScore = 0;
        for (var i = 0; i < _blocks.Count; i++)
        {
            var norm = _blocks[i].Norm;
            if (norm.Length < 8 || _blocks[i].Words > 40)
                continue;
            var stated = _titles.Exists(t => t == norm || (norm.Length >= 20 && t.StartsWith(norm, StringComparison.Ordinal)));
            var score = (stated ? 4 : 0) + (_blocks[i].Block.Level == 1 ? 3 : 0) + (_blocks[i].Block.Level == 2 && stated ? 1 : 0);
            if (score > bestScore)
                (best, bestScore) = (i, score);
        }
        return best;
    }

    /// <summary>Adds what a block has to do with it.</summary>
    public void Add(FeatureRow row, int i)
    {
        var words = _words[i];
        var inRun = i >= _rules.Start && i < _rules.End && BlockFeatures.IsProse(_blocks[i]);
        int title = 0, core = 0;
        foreach (var word in words)
        {
            title += _titleWords.Contains(word) ? 1 : 0;
            // A block of the run does not vouch for its own words.
            core += _core.GetValueOrDefault(word) > (inRun ? 1 : 0) ? 1 : 0;
        }
        double count = Math.Max(1, words.Length);
        row.Add("words of title", title);
        row.Add("share in title", title / count);
        row.Add("words of text", core);
        row.Add("share in text", core / count);
        row.Add("is title", i == Title || _titles.Contains(_blocks[i].Norm) ? 1 : 0);
        var norm = _blocks[i].Norm;
        row.Add("is description", norm.Length >= 30 && _descriptions.Exists(d => d.StartsWith(norm[..Math.Min(norm.Length, 60)], StringComparison.Ordinal)) ? 1 : 0);
    }

    // The distinct words, in any order; the list is room to work in.
    private static int[] Words(string norm, List<int> words)
    {
        words.Clear();
        foreach (var range in norm.AsSpan().Split(' '))
        {
            var word = norm.AsSpan()[range];
            if (word.Length >= MinLetters)
                words.Add(Hash(word[..Math.Min(word.Length, 7)]));
        }
        words.Sort();
        var count = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (i == 0 || words[i] != words[i - 1])
                words[count++] = words[i];
        }
        return [.. words[..count]];
    }

    // FNV-1a over the first letters, so that inflected forms meet; the same on every machine.
    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
            hash = (hash ^ c) * 16777619u;
        return (int)hash;
    }
}
