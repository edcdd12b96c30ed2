using Readout.Pages;
using Readout.Text;

namespace Readout.Articles.Bylines;

/// <summary>Lines that name the authors to a reader: between headline and text, or right below the text.</summary>
internal static class VisibleAuthors
{
    private const int Above = 3;
    private const int Between = 25;
    private const int Lead = 6;
    private const int Below = 4;
    private const int MaxWords = 25;
    private const int MaxNames = 3;
    private const int MaxAlone = 10;
    private const int MaxBefore = 20;
    private const int MaxRest = 40;

    private static readonly IReadOnlyList<string> Marks = PageWords.Of("author-mark");
    private static readonly string[] PictureLabels = [.. PageWords.Of("picture-label").Select(l => l + ":")];

    /// <summary>The lines found above the text, or behind its lead; those below it where there are none above.</summary>
    public static List<AuthorSource> Find(Layout layout, PersonName names, int titleIndex)
    {
        var found = new List<AuthorSource>();
        var first = layout.Body.Count > 0 ? layout.First : layout.Blocks.Count;
        for (var i = Math.Max(0, titleIndex - Above); i < Math.Min(first + Lead, layout.Blocks.Count) && i < titleIndex + Between; i++)
        {
            if (layout.Body.Count == 0 || i <= layout.Last || !IsAside(layout, i))
                Add(layout, names, i, i <= titleIndex ? Place.Aside : i > first ? Place.Lead : Place.Above, found);
        }
        if (found.Count > 0 || layout.Body.Count == 0)
            return found;
        for (var i = Math.Max(layout.Last, first + Lead); i < layout.Blocks.Count && i <= layout.Last + Below; i++)
        {
            if (layout.Blocks[i].Context != ContextKind.Hard && !IsAside(layout, i))
                Add(layout, names, i, IsSignature(layout, i) ? Place.End : Place.Aside, found);
        }
        return found;
    }

    // In a column, in a box with a heading of its own, or in another report: columnists, the writers of other texts.
    private static bool IsAside(Layout layout, int index)
    {
        var body = new HashSet<PageElement>();
        foreach (var end in (ReadOnlySpan<int>)[layout.First, layout.Last])
        {
            for (var element = layout.Blocks[end].Block.Element; element is not null; element = element.Parent)
                body.Add(element);
        }
        PageElement? box = null;
        for (var element = layout.Blocks[index].Block.Element; element is not null && !body.Contains(element); element = element.Parent)
        {
            if (element.Name is "aside" or "nav" or "article")
                return true;
            box = element;
        }
        return box is not null && IsHeaded(layout, box, index);
    }

    // "Opinion", "More from the coast"; but not "About the author", nor a writer's name.
    private static bool IsHeaded(Layout layout, PageElement box, int index)
    {
        for (var i = index - 1; i > layout.Last && IsWithin(layout.Blocks[i].Block.Element, box); i--)
        {
            if (layout.Blocks[i].Block.Level > 0)
                return !IsMarked(layout.Blocks[i].Block.Context) && !Array.Exists(layout.Blocks[i].Norm.Split(' '), w => Marks.Contains(w) || AuthorWords.Get().Roles.Contains(w));
        }
        return false;
    }

    private static bool IsWithin(PageElement? element, PageElement box)
    {
        while (element is not null && element != box)
            element = element.Parent;
        return element is not null;
    }

    // Right below the last sentence; names with links are what the text is filed under.
    private static bool IsSignature(Layout layout, int index) =>
        index <= layout.Last + 1 && index > layout.First && layout.Blocks[index - 1].IsSentence && layout.Blocks[index].Block.LinkLength == 0;

    // Where a line stands: elsewhere, between headline and text, among the first lines of the text, at its end.
    private enum Place { Aside, Above, Lead, End }

    private static void Add(Layout layout, PersonName names, int index, Place place, List<AuthorSource> found)
    {
        var block = layout.Blocks[index];
        if (block.Words > MaxWords || block.Words == 0 || block.Block.Kind == BlockKind.Caption)
            return;
        var isMarked = IsMarked(block.Block.Context);
        if (block.Context == ContextKind.Hard && !isMarked)
            return;
        // Headings of the text may be names too: of the people it is about.
        var mayStandAlone = place != Place.Aside && block.Block.Level == 0 && block.Context != ContextKind.Hard && block.Words <= MaxAlone;
        var parts = Parts(layout.Text, block.Block.Span);
        foreach (var part in parts.Select(p => WithoutPictures(layout.Text, p)))
        {
            var people = Opened(layout.Text, names, part, isMarked);
            if (people.Count == 0 && isMarked && block.Block.Level == 0)
                people = Marked(layout.Text, names, part);
            if (people.Count == 0 && mayStandAlone)
                people = Alone(layout, names, part, parts, index, place);
            if (people.Count > 0)
                found.Add(new AuthorSource("visible", part, people));
        }
    }

    // "By Ada Moll"
    private static List<Span> Opened(string text, PersonName names, Span part, bool isMarked)
    {
        if (BylineWords.At(text, part) is not { } opener)
            return [];
        var people = NameList.People(names, text, BylineWords.WithoutOpener(text, part), isList: false);
        return people.Count > 0 && (opener.IsSure || isMarked || (PersonName.IsKnown(text, people[0]) && part.End - people[^1].End < MaxRest)) ? people : [];
    }

    // Names in an element that is called "byline" or "author".
    private static List<Span> Marked(string text, PersonName names, Span part)
    {
        var people = NameList.People(names, text, part, isList: false, isRun: true);
        return people.Count > 0 && people[0].Start - part.Start <= MaxBefore && PersonName.IsKnown(text, people[0]) ? people : [];
    }

    // A line that holds names and nothing else. The names of people whom the text is about come back in it.
    private static List<Span> Alone(Layout layout, PersonName names, Span part, List<Span> parts, int index, Place place)
    {
        var text = layout.Text;
        var people = NameList.People(names, text, part, isList: false);
        if (people.Count is 0 or > MaxNames || (text[part.Start..people[0].Start] + text[people[^1].End..part.End]).Any(char.IsLetterOrDigit) || people.Exists(p => IsTold(layout, p)))
            return [];
        // Names that no list knows: beside a date, right above the text. Behind a deck a date has to stand beside any.
        var isStamped = parts.Exists(p => p != part && Dates.DateScanner.Scan(text, p, null, Dates.DateOrder.Unknown).Count > 0);
        if (place == Place.Lead && !isStamped || place == Place.End && parts.Count > 1)
            return [];
        if (people.TrueForAll(p => PersonName.IsKnown(text, p)))
            return people;
        return (isStamped || place == Place.Above && index >= layout.First - 1) && people.TrueForAll(p => IsNobodysWord(text, p)) ? people : [];
    }

    // "Text: Ada Moll, Photos: Ina Sorrel": who took the pictures did not write.
    private static Span WithoutPictures(string text, Span part)
    {
        var chars = text.AsSpan(part.Start, part.Length);
        foreach (var label in PictureLabels)
        {
            if (chars.IndexOf(label, StringComparison.OrdinalIgnoreCase) is > 0 and var at && !char.IsLetter(chars[at - 1]))
                return new Span(part.Start, part.Start + chars[..at].TrimEnd(" ,;|/(-–").Length);
        }
        return part;
    }

    private static bool IsTold(Layout layout, Span name)
    {
        var text = layout.Text;
        var last = text[(text.LastIndexOfAny([' ', '\u00a0'], name.End - 1, name.Length) + 1)..name.End];
        foreach (var block in layout.Blocks)
        {
            if (block.Block.Span.Start <= name.Start && block.Block.Span.End >= name.End)
                continue;
            if ((block.Block.Level == 1 || layout.Body.Contains(block.Index)) && text.IndexOf(last, block.Block.Span.Start, block.Block.Span.Length, StringComparison.Ordinal) >= 0)
                return true;
        }
        return false;
    }

    // Section names, places and slogans are made of words; names in other languages are not.
    private static bool IsNobodysWord(string text, Span name)
    {
        var words = text[name.Start..name.End].Split([' ', '\u00a0', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 2 or 3 && Array.TrueForAll(words, w => char.IsUpper(w[0])) && !Array.Exists(words, AuthorWords.IsOrdinary) && !AuthorWords.IsPlace(string.Join(' ', words))
            && text.IndexOf(text[name.Start..name.End], name.End, StringComparison.Ordinal) < 0;
    }

    // Only what the innermost elements say is said of this line.
    private static bool IsMarked(string context)
    {
        var at = context.Length;
        for (var level = 0; level < 3 && at > 0; level++)
            at = context.LastIndexOf('/', at - 1);
        var near = context.AsSpan(Math.Min(at + 1, context.Length));
        foreach (var mark in Marks)
        {
            if (near.Contains(mark, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static List<Span> Parts(string text, Span block)
    {
        var parts = new List<Span>();
        var start = block.Start;
        for (var i = block.Start; i <= block.End; i++)
        {
            if (i < block.End && text[i] is not ('|' or '｜' or '•' or '·' or '\n' or '—' or '–'))
                continue;
            var (b, e) = (start, i);
            while (b < e && char.IsWhiteSpace(text[b]))
                b++;
            while (e > b && char.IsWhiteSpace(text[e - 1]))
                e--;
            if (e > b)
                parts.Add(new Span(b, e));
            start = i + 1;
        }
        return parts;
    }
}
