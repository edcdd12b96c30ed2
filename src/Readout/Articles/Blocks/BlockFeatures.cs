using Readout.Pages;

namespace Readout.Articles.Blocks;

/// <summary>
/// What the body model is told of each block: its words, the markup around it, its place on the page, its neighbours,
/// and what the rules say. Only shares, counts and distances; no words of any page.
/// </summary>
internal sealed class BlockFeatures
{
    private const int Reach = 3;

    private readonly Page _page;
    private readonly IReadOnlyList<BlockView> _blocks;
    private readonly RuleScores _rules;
    private readonly BlockTopics _topics;
    private readonly Dictionary<string, int> _copies = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _containers = [];
    private readonly Dictionary<ulong, int> _tracks = [];
    private readonly int[] _before;       // index of the nearest sentence block before each, −1 for none
    private readonly int[] _after;
    private readonly int[] _ends;         // lines that end a report, up to and with each block
    private readonly int[] _heads;        // first-level headings, up to and with each block
    private readonly int[] _wordsBefore;
    private readonly PageElement? _coreArticle;
    private readonly int _sentenceWords;
    private readonly int _words;
    private readonly int _title;
    private readonly ElementFacts? _core;
    private readonly List<string>? _names;
    private float[] _row = [];
    private int _at;

    private BlockFeatures(Page page, IReadOnlyList<BlockView> blocks, List<string>? names = null)
    {
        _page = page;
        _blocks = blocks;
        _names = names;
        _rules = RuleScores.Of(page, blocks);
        _topics = new BlockTopics(page, blocks, _rules);
        (_before, _after, _ends, _heads, _wordsBefore) = (new int[blocks.Count], new int[blocks.Count], new int[blocks.Count], new int[blocks.Count], new int[blocks.Count]);
        int last = -1, ends = 0, heads = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            _before[i] = last;
            _wordsBefore[i] = _words;
            _words += block.Words;
            _copies[block.Norm] = _copies.GetValueOrDefault(block.Norm) + 1;
            ends += block.Furniture == FurnitureKind.End ? 1 : 0;
            _ends[i] = ends;
            heads += block.Block.Level == 1 ? 1 : 0;
            _heads[i] = heads;
            if (!IsProse(block))
                continue;
            last = i;
            _sentenceWords += block.Words;
            _containers[block.Block.Container] = _containers.GetValueOrDefault(block.Block.Container) + block.Words;
            _tracks[block.Track] = _tracks.GetValueOrDefault(block.Track) + block.Words;
        }
        last = blocks.Count;
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            _after[i] = last;
            last = IsProse(blocks[i]) ? i : last;
        }
        _title = _topics.Title;
        _core = Core();
        _coreArticle = blocks.Count == 0 ? null : ArticleOf(blocks[_rules.Start]);
    }

    private static readonly Lazy<IReadOnlyList<string>> Listed = new(() =>
    {
        var names = new List<string>();
        var page = PageReader.Read("empty.html", "<p>One word.</p>"u8.ToArray());
        var view = new BlockView(page, 0);
        BlockContexts.Classify([view]);
        var features = new BlockFeatures(page, [view], names);
        features._row = new float[512];
        features.Fill(0);
        return names;
    });

    /// <summary>Names of the features, in the order of a row.</summary>
    public static IReadOnlyList<string> Names => Listed.Value;

    /// <summary>One row for each block.</summary>
    public static float[][] Of(Page page, IReadOnlyList<BlockView> blocks)
    {
        var rows = new float[blocks.Count][];
        ForEach(page, blocks, _ => true, (i, row) => rows[i] = row.ToArray());
        return rows;
    }

    /// <summary>Hands out the row of each wanted block; the same room is used for all.</summary>
    public static void ForEach(Page page, IReadOnlyList<BlockView> blocks, Func<int, bool> wanted, RowAction action)
    {
        var features = new BlockFeatures(page, blocks) { _row = new float[Names.Count] };
        for (var i = 0; i < blocks.Count; i++)
        {
            if (!wanted(i))
                continue;
            features._at = 0;
            features.Fill(i);
            action(i, features._row);
        }
    }

    /// <summary>Takes a block's index and its row.</summary>
    public delegate void RowAction(int block, ReadOnlySpan<float> row);

    public static bool IsProse(BlockView block) => block.IsSentence && block.LinkShare < 0.5;

    private void Fill(int i)
    {
        var block = _blocks[i];
        Words(block);
        Markup(block);
        Densities(block, i);
        Place(block, i);
        Rules(i);
        Neighbours(i);
        _topics.Add(this, i);
    }

    internal void Add(string name, double value)
    {
        _names?.Add(name);
        _row[_at++] = (float)value;
    }

    // Names are put together only where somebody asks for them.
    private void Add(string name, int number, double value) => Add(_names is null ? name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}{number}"), value);

    private void Words(BlockView block)
    {
        var text = _page.Text.Chars(block.Block.Span);
        int digits = 0, commas = 0, upper = 0, letters = 0, dots = 0;
        foreach (var c in text)
        {
            digits += char.IsDigit(c) ? 1 : 0;
            commas += c is ',' or '،' or '、' ? 1 : 0;
            dots += c is '.' or '!' or '?' or '。' or '।' ? 1 : 0;
            if (!char.IsLetter(c))
                continue;
            letters++;
            upper += char.IsUpper(c) ? 1 : 0;
        }
        double length = Math.Max(1, text.Length);
        Add("words", Log(block.Words));
        Add("letters per word", letters / (double)Math.Max(1, block.Words));
        Add("lower-case words", block.LowerWords / (double)Math.Max(1, block.Words));
        Add("link share", block.LinkShare);
        Add("ends sentence", block.EndsSentence ? 1 : 0);
        Add("sentence", block.IsSentence ? 1 : 0);
        Add("truncated", block.IsTruncated ? 1 : 0);
        Add("digits", digits / length);
        Add("commas per word", commas / (double)Math.Max(1, block.Words));
        Add("stops", Math.Min(dots, 20));
        Add("capitals", upper / (double)Math.Max(1, letters));
        Add("starts lower", char.IsLower(text[0]) ? 1 : 0);
        Add("starts digit", char.IsDigit(text[0]) ? 1 : 0);
        Add("starts quote", text[0] is '"' or '“' or '„' or '«' or '「' ? 1 : 0);
        Add("starts mark", char.IsLetterOrDigit(text[0]) ? 0 : 1);
        Add("ends colon", text[^1] == ':' ? 1 : 0);
        Add("ends question", text[^1] is '?' or '？' ? 1 : 0);
        Add("bar", text.IndexOfAny('|', '•', '»') >= 0 ? 1 : 0);
        Add("mark of web", text.Contains('@') || text.Contains("http", StringComparison.Ordinal) || text.Contains("www.", StringComparison.Ordinal) ? 1 : 0);
        Add("copyright", text.Contains('©') || text.Contains('®') ? 1 : 0);
        Add("lines", Math.Min(10, text.Count('\n')));
    }

    private void Markup(BlockView block)
    {
        var kind = block.Block.Kind;
        Add("heading", block.Block.Level);
        Add("list item", kind == BlockKind.ListItem ? 1 : 0);
        Add("cell", kind == BlockKind.TableCell ? 1 : 0);
        Add("caption", kind == BlockKind.Caption ? 1 : 0);
        Add("quote", kind == BlockKind.Quote ? 1 : 0);
        var facts = block.Facts;
        var name = facts?.Element.Name ?? "";
        Add("p", name == "p" ? 1 : 0);
        Add("div", name is "div" or "section" ? 1 : 0);
        Add("button", name == "button" ? 1 : 0);
        Add("hard", facts?.HardDistance ?? ElementFacts.Far);
        Add("soft", facts?.SoftDistance ?? ElementFacts.Far);
        Add("body", facts?.BodyDistance ?? ElementFacts.Far);
        Add("hard minus body", facts is null ? 0 : facts.HardDistance - facts.BodyDistance);
        var inside = facts?.Inside ?? ElementFacts.Part.None;
        foreach (var part in (ReadOnlySpan<ElementFacts.Part>)[ElementFacts.Part.Article, ElementFacts.Part.Main, ElementFacts.Part.Aside, ElementFacts.Part.Frame, ElementFacts.Part.Figure, ElementFacts.Part.Form, ElementFacts.Part.List, ElementFacts.Part.Table, ElementFacts.Part.Quote])
            Add("in ", (int)part, (inside & part) != ElementFacts.Part.None ? 1 : 0);
    }

    // Shares of the page's prose that stand in the same template, the same container, and the elements further out.
    private void Densities(BlockView block, int i)
    {
        double all = Math.Max(1, _sentenceWords);
        Add("track share", _tracks.GetValueOrDefault(block.Track) / all);
        Add("container share", _containers.GetValueOrDefault(block.Block.Container) / all);
        var facts = block.Facts;
        if (block.Block.Kind != BlockKind.Paragraph || facts?.Element.Name == "p")
            facts = facts?.Parent ?? facts;
        for (var level = 0; level < 4; level++)
        {
            Add("prose of element ", level, facts is null ? 0 : facts.SentenceWords / all);
            Add("links of element ", level, facts is null ? 0 : facts.LinkWords / (double)Math.Max(1, facts.Words));
            Add("prose density ", level, facts is null ? 0 : facts.SentenceWords / (double)Math.Max(1, facts.Words));
            Add("blocks of element ", level, facts is null ? 0 : Log(facts.Blocks));
            facts = facts?.Parent;
        }
        Add("steps to core", StepsToCore(block));
        Add("copies", Math.Min(4, _copies[block.Norm]));
        Add("own share", Math.Min(block.Words, 200) / all);
        _ = i;
    }

    // The smallest element that holds most of the page's prose.
    private ElementFacts? Core()
    {
        ElementFacts? core = null;
        foreach (var block in _blocks)
        {
            for (var facts = block.Facts; facts is not null && (core is null || facts.Element.Depth > core.Element.Depth); facts = facts.Parent)
            {
                if (facts.SentenceWords >= 0.6 * _sentenceWords && facts.SentenceWords > 0)
                    core = facts;
            }
        }
        return core;
    }

    private static PageElement? ArticleOf(BlockView block)
    {
        var element = block.Block.Element;
        while (element is not null && element.Name != "article")
            element = element.Parent;
        return element;
    }

    private double StepsToCore(BlockView block)
    {
        var steps = 0;
        for (var facts = block.Facts; facts is not null; facts = facts.Parent, steps++)
        {
            if (facts == _core)
                return Math.Min(steps, 12);
        }
        return -1;
    }

    private void Place(BlockView block, int i)
    {
        Add("place", i / (double)_blocks.Count);
        Add("words before", _wordsBefore[i] / (double)Math.Max(1, _words));
        Add("from title", _title < 0 ? -99 : Math.Clamp(i - _title, -40, 80));
        Add("from title words", _title < 0 ? -9 : i < _title ? -1 : Log(_wordsBefore[i] - _wordsBefore[_title]));
        Add("ends before", Math.Min(8, _ends[i]));
        Add("ends since prose", _ends[i] - (_before[i] < 0 ? 0 : _ends[_before[i]]));
        Add("ends since core", _ends[i] - _ends[_rules.Start]);
        Add("heads since core", Math.Clamp(_heads[i] - _heads[_rules.Start], -3, 3));
        Add("same article", block.Block.Element is null ? -1 : ReferenceEquals(ArticleOf(block), _coreArticle) ? 1 : 0);
        _ = block;
    }

    private void Rules(int i)
    {
        var block = _blocks[i];
        Add("furniture", (int)block.Furniture);
        Add("context", (int)block.Context);
        Add("rule score", Math.Clamp(_rules.Scores[i], -30, 80));
        Add("in run", i >= _rules.Start && i < _rules.End ? 1 : 0);
        Add("from run start", Math.Clamp(i - _rules.Start, -60, 60));
        Add("from run end", Math.Clamp(i - _rules.End, -60, 60));
        Add("run share", (i - _rules.Start) / (double)Math.Max(1, _rules.End - _rules.Start) is var share ? Math.Clamp(share, -2, 3) : 0);
    }

    private void Neighbours(int i)
    {
        for (var step = -Reach; step <= Reach; step++)
        {
            if (step == 0)
                continue;
            var other = i + step >= 0 && i + step < _blocks.Count ? _blocks[i + step] : null;
            Add("words ", step, other is null ? -1 : Log(other.Words));
            Add("links ", step, other?.LinkShare ?? -1);
            Add("prose ", step, other is null ? -1 : IsProse(other) ? 1 : 0);
            Add("heading ", step, other is null ? -1 : other.Block.Level);
            Add("rule ", step, other is null ? -40 : Math.Clamp(_rules.Scores[i + step], -30, 80));
        }
        var (before, after) = (_before[i], _after[i]);
        Add("prose before", before < 0 ? 60 : Math.Min(60, i - before));
        Add("prose after", after >= _blocks.Count ? 60 : Math.Min(60, after - i));
        Add("same place before", before < 0 ? -1 : Shared(_blocks[i], _blocks[before]));
        Add("same place after", after >= _blocks.Count ? -1 : Shared(_blocks[i], _blocks[after]));
        Add("same place next", i + 1 >= _blocks.Count ? -1 : Shared(_blocks[i], _blocks[i + 1]));
        Add("same place last", i == 0 ? -1 : Shared(_blocks[i], _blocks[i - 1]));
        double near = 0, links = 0;
        var count = 0;
        for (var j = Math.Max(0, i - 6); j <= Math.Min(_blocks.Count - 1, i + 6); j++, count++)
        {
            near += IsProse(_blocks[j]) ? 1 : 0;
            links += _blocks[j].LinkShare;
        }
        Add("prose near", near / count);
        Add("links near", links / count);
        Run(i);
    }

    // Lists, tables and rows of headings: how many blocks of one make stand in a row, and what they are like.
    private void Run(int i)
    {
        var block = _blocks[i];
        int start = i, end = i;
        while (start > 0 && i - start < 40 && IsAlike(_blocks[start - 1], block))
            start--;
        while (end + 1 < _blocks.Count && end - i < 40 && IsAlike(_blocks[end + 1], block))
            end++;
        double words = 0, links = 0;
        for (var j = start; j <= end; j++)
        {
            words += Math.Min(_blocks[j].Words, 200);
            links += _blocks[j].LinkShare;
        }
        Add("row", Log(end - start));
        Add("row words", words / (end - start + 1));
        Add("row links", links / (end - start + 1));
        Add("row prose before", start == 0 ? -1 : IsProse(_blocks[start - 1]) ? 1 : 0);
    }

    private static bool IsAlike(BlockView a, BlockView b) => a.Block.Kind == b.Block.Kind && a.Block.Level == b.Block.Level && a.Track == b.Track && a.IsSentence == b.IsSentence;

    // 3 one container, 2 one template, 1 one parent's parent, 0 none of them.
    private static double Shared(BlockView a, BlockView b) =>
        a.Block.Container == b.Block.Container ? 3
        : a.Track == b.Track ? 2
        : a.Block.Element?.Parent is { } p && b.Block.Element?.Parent is { } q && (p == q || p.Parent == q || q.Parent == p || (p.Parent is { } o && o == q.Parent)) ? 1 : 0;

    private static double Log(double value) => Math.Log2(1 + Math.Max(0, value));
}
