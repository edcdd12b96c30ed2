using Readout.Pages;

namespace Readout.Articles.Blocks;

/// <summary>What the markup says about one element's purpose, and how much text stands below it.</summary>
internal sealed class ElementFacts
{
    /// <summary>The template of blocks that stand in no element.</summary>
    public const ulong NoTemplate = 14695981039346656037;

    private readonly ulong _path;
    private readonly bool _soft;
    private readonly bool _hard;
    private readonly bool _body;
    private readonly bool _comment;
    private bool _holdsComments;

    private ElementFacts(PageElement element, ElementFacts? parent)
    {
        (Element, Parent, Around) = (element, parent, parent?.Around ?? []);
        _path = Hash(element.Label, Hash(element.Name, parent?._path ?? NoTemplate));
        _body = element.Name is "article" or "main";
        _hard = element.Name is "nav" or "footer" or "aside" or "form";
        Surround(ContextWords.Of(element.Name));
        foreach (var range in element.Label.AsSpan().Split(' '))
        {
            var token = element.Label.AsSpan(range);
            if (token.IsEmpty)
                continue;
            var word = ContextWords.Of(token);
            _soft |= word.Kind == ContextKind.Soft;
            _hard |= word.Kind == ContextKind.Hard;
            _body |= word.IsBody;
            _comment |= word.IsComment;
            Surround(word);
        }
    }

    // What stands around an element stands around all that is in it: an element adds its own words to its parent's.
    private void Surround(ContextWord word)
    {
        if (word.Kind != ContextKind.Neutral && !Around.Exists(w => w.Token == word.Token))
            Around = [.. Around, word];
    }

    // A name that stands around nearly all of a page's prose tells of the layout, not of a part: it is not believed.
    private const double MinOutsideHard = 0.12;
    private const double MinOutsideSoft = 0.35;
    private const int MinOutsideWords = 50;

    // But where several elements are called comments, those that hold no more than half of the prose are, were there hardly anything else.
    private const int MinComments = 3;

    private void Judge(int prose, bool hasThread)
    {
        var isComment = hasThread && _comment && SentenceWords > 0 && SentenceWords * 2 <= prose;
        InThread = isComment || Parent is { InThread: true };
        var (soft, hard) = (_soft, _hard);
        var part = PartOf(Element.Name);
        var outside = prose - SentenceWords;
        if (SentenceWords > 0 && (outside < MinOutsideWords || outside < prose * MinOutsideSoft))
        {
            soft = false;
            part &= Part.Article | Part.Main | Part.Table | Part.List;
        }
        hard &= SentenceWords == 0 || (outside >= MinOutsideWords && outside >= prose * MinOutsideHard);
        HardDistance = hard || isComment ? 0 : Further(Parent?.HardDistance);
        SoftDistance = soft ? 0 : Further(Parent?.SoftDistance);
        BodyDistance = _body ? 0 : Further(Parent?.BodyDistance);
        Inside = (Parent?.Inside ?? Part.None) | part;
    }

    /// <summary>The parts of a page that elements name.</summary>
    [Flags]
    public enum Part
    {
        None = 0,
        Article = 1,
        Main = 2,
        Aside = 4,
        Frame = 8,
        Figure = 16,
        Form = 32,
        List = 64,
        Table = 128,
        Quote = 256,
    }

    /// <summary>Steps further out than this are not told apart.</summary>
    public const int Far = 12;

    public PageElement Element { get; }

    public ElementFacts? Parent { get; }

    /// <summary>The names around a block of this element that say something about its purpose, outermost first.</summary>
    public List<ContextWord> Around { get; private set; }

    /// <summary>The elements from the outermost to this one by names without their numbers, as a hash: templates are compared, never read.</summary>
    public ulong Template => Parent is not null && HtmlElements.HoldsWordsOnly(Element.Name) ? Parent._path : _path;

    /// <summary>Steps out to the next element whose name, class or id tells it is no part of a report.</summary>
    public int HardDistance { get; private set; }

    /// <summary>The same for names that report text rarely stands in.</summary>
    public int SoftDistance { get; private set; }

    /// <summary>The same for names that report text often stands in.</summary>
    public int BodyDistance { get; private set; }

    public Part Inside { get; private set; }

    /// <summary>True inside one of several comments.</summary>
    public bool InThread { get; private set; }

    /// <summary>Words in sentences, all words and words in links below it.</summary>
    public int SentenceWords { get; private set; }

    public int Words { get; private set; }

    public int LinkWords { get; private set; }

    public int Blocks { get; private set; }

    /// <summary>Gives each block the facts of its element, the text below each element summed up.</summary>
    public static void Give(IReadOnlyList<BlockView> blocks)
    {
        var known = new Dictionary<PageElement, ElementFacts>(ReferenceEqualityComparer.Instance);
        var all = new List<ElementFacts>();
        var prose = 0;
        foreach (var block in blocks)
        {
            if (block.Block.Element is not { } element)
                continue;
            var sentence = block.IsSentence && block.LinkShare < 0.5 ? block.Words : 0;
            var linked = (int)(block.Words * block.LinkShare);
            block.Facts = Of(element, known, all);
            for (var facts = block.Facts; facts is not null; facts = facts.Parent)
            {
                facts.SentenceWords += sentence;
                facts.Words += block.Words;
                facts.LinkWords += linked;
                facts.Blocks++;
            }
            prose += sentence;
        }
        foreach (var facts in all.Where(f => f._comment && f.SentenceWords > 0))
        {
            for (var around = facts.Parent; around is { _holdsComments: false }; around = around.Parent)
                around._holdsComments = true;
        }
        var hasThread = all.Count(f => f is { _comment: true, _holdsComments: false, SentenceWords: > 0 }) >= MinComments;
        // A parent is always made before its children.
        foreach (var facts in all)
            facts.Judge(prose, hasThread);
    }

    private static ElementFacts Of(PageElement element, Dictionary<PageElement, ElementFacts> known, List<ElementFacts> all)
    {
        if (known.TryGetValue(element, out var facts))
            return facts;
        var path = new Stack<PageElement>();
        for (var at = element; at is not null; at = at.Parent)
        {
            if (known.TryGetValue(at, out facts))
                break;
            path.Push(at);
        }
        while (path.TryPop(out var next))
            all.Add(known[next] = facts = new ElementFacts(next, facts));
        return facts!;
    }

    private static int Further(int? distance) => Math.Min(Far, (distance ?? Far) + 1);

    // FNV-1a, 64 bits.
    private static ulong Hash(string words, ulong hash)
    {
        foreach (var c in words)
        {
            if (!char.IsDigit(c))
                hash = (hash ^ c) * 1099511628211;
        }
        return (hash ^ '/') * 1099511628211;
    }

    private static Part PartOf(string name) => name switch
    {
        "article" => Part.Article,
        "main" => Part.Main,
        "aside" => Part.Aside,
        "header" or "footer" or "nav" => Part.Frame,
        "figure" => Part.Figure,
        "form" => Part.Form,
        "ul" or "ol" or "dl" => Part.List,
        "table" => Part.Table,
        "blockquote" => Part.Quote,
        _ => Part.None,
    };
}
