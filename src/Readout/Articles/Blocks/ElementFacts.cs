using Readout.Languages;
using Readout.Pages;

namespace Readout.Articles.Blocks;

/// <summary>What the markup says about one element's purpose, and how much text stands below it.</summary>
internal sealed class ElementFacts
{
    private ElementFacts(PageElement element, ElementFacts? parent)
    {
        Element = element;
        Parent = parent;
    }

    // A name that stands around nearly all of a page's prose tells of the layout, not of a part: it is not believed.
    private const double MinOutsideHard = 0.12;
    private const double MinOutsideSoft = 0.35;
    private const int MinOutsideWords = 50;

    private void Judge(int prose)
    {
        var (soft, hard, body) = Hints(Element);
        var part = PartOf(Element.Name);
        var outside = prose - SentenceWords;
        if (SentenceWords > 0 && (outside < MinOutsideWords || outside < prose * MinOutsideSoft))
        {
            soft = false;
            part &= Part.Article | Part.Main | Part.Table | Part.List;
        }
        hard &= SentenceWords == 0 || (outside >= MinOutsideWords && outside >= prose * MinOutsideHard);
        HardDistance = hard ? 0 : Further(Parent?.HardDistance);
        SoftDistance = soft ? 0 : Further(Parent?.SoftDistance);
        BodyDistance = body ? 0 : Further(Parent?.BodyDistance);
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

    /// <summary>Steps out to the next element whose name, class or id tells it is no part of a report.</summary>
    public int HardDistance { get; private set; }

    /// <summary>The same for names that report text rarely stands in.</summary>
    public int SoftDistance { get; private set; }

    /// <summary>The same for names that report text often stands in.</summary>
    public int BodyDistance { get; private set; }

    public Part Inside { get; private set; }

    /// <summary>Words in sentences, all words and words in links below it.</summary>
    public int SentenceWords { get; private set; }

    public int Words { get; private set; }

    public int LinkWords { get; private set; }

    public int Blocks { get; private set; }

    /// <summary>Facts of the elements of a page's blocks, the text below each summed up.</summary>
    public static Dictionary<PageElement, ElementFacts> Of(IReadOnlyList<BlockView> blocks)
    {
        var known = new Dictionary<PageElement, ElementFacts>(ReferenceEqualityComparer.Instance);
        var prose = 0;
        foreach (var block in blocks)
        {
            if (block.Block.Element is not { } element)
                continue;
            var sentence = block.IsSentence && block.LinkShare < 0.5 ? block.Words : 0;
            var linked = (int)(block.Words * block.LinkShare);
            for (var facts = Of(element, known); facts is not null; facts = facts.Parent)
            {
                facts.SentenceWords += sentence;
                facts.Words += block.Words;
                facts.LinkWords += linked;
                facts.Blocks++;
            }
            prose += sentence;
        }
        // A parent is always made before its children.
        foreach (var facts in known.Values)
            facts.Judge(prose);
        return known;
    }

    private static ElementFacts Of(PageElement element, Dictionary<PageElement, ElementFacts> known)
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
            known[next] = facts = new ElementFacts(next, facts);
        return facts!;
    }

    private static int Further(int? distance) => Math.Min(Far, (distance ?? Far) + 1);

    private static (bool Soft, bool Hard, bool Body) Hints(PageElement element)
    {
        bool soft = false, hard = false, body = element.Name is "article" or "main";
        hard = element.Name is "nav" or "footer" or "aside" or "form";
        foreach (var range in element.Label.AsSpan().Split(' '))
        {
            var token = element.Label.AsSpan()[range];
            if (token.IsEmpty)
                continue;
            var kind = BlockContexts.KindOf(token);
            soft |= kind == ContextKind.Soft;
            hard |= kind == ContextKind.Hard;
            body |= BodyWords.Occurs(token);
        }
        return (soft, hard, body);
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

    // The words by which the web's templates call the place of the text itself.
    private static class BodyWords
    {
        private static readonly IReadOnlyList<string> Words = PageWords.Of("text-mark");

        private const int MaxKnown = 20_000;
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);

        public static bool Occurs(ReadOnlySpan<char> token)
        {
            var lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();
            if (lookup.TryGetValue(token, out var known))
                return known;
            var occurs = Search(token);
            if (Known.Count < MaxKnown)
                lookup.TryAdd(token, occurs);
            return occurs;
        }

        private static bool Search(ReadOnlySpan<char> token)
        {
            foreach (var word in Words)
            {
                if (token.Contains(word, StringComparison.Ordinal))
                    return true;
            }
            return false;
        }
    }
}
