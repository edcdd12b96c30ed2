using Readout.Articles.Outlets;
using Readout.Languages;
using Readout.Pages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>Finds where the page says its text comes from: credit lines, datelines, an agency in the byline.</summary>
internal static class CreditFinder
{
    private const int MaxWords = 24;
    private const int Around = 8;

    private static readonly Lazy<PhraseIndex> Openers = new(() => new PhraseIndex(All().Select(l => PhraseIndex.Normalize(l))));
    private static readonly Lazy<List<string>> Phrases = new(() => [.. All().OrderByDescending(l => l.Length).ThenBy(l => l, StringComparer.Ordinal)]);

    private static IEnumerable<string> All() => Resource.Lines("En/credits.txt").Concat(Resource.Rows("credits.tsv").Select(row => row[1])).Distinct(StringComparer.Ordinal);

    public static IReadOnlyList<Upstream> Find(Layout layout, int titleIndex, string? outlet)
    {
        var credits = new List<Upstream>();
        AddDateline(layout, outlet, credits);
        AddByline(layout, titleIndex, outlet, credits);
        for (var i = Math.Max(0, Math.Min(titleIndex, layout.First) - 2); i < layout.Blocks.Count && i <= layout.Last + Around; i++)
        {
            AddLine(layout, layout.Blocks[i], outlet, credits);
            AddContributor(layout, layout.Blocks[i], outlet, credits);
            AddAlone(layout, layout.Blocks[i], outlet, credits);
        }
        if (layout.Body.Count > 0)
            AddClosing(layout, outlet, credits);
        return [.. credits.OrderBy(c => c.Span.Start).ThenBy(c => c.Name, StringComparer.Ordinal)];
    }

    private static void AddDateline(Layout layout, string? outlet, List<Upstream> credits)
    {
        if (layout.Body.Count == 0 || Dateline.Read(layout.Text, layout.Blocks[layout.First].Block.Span, null) is not { Source: { } source })
            return;
        foreach (var part in Parts(layout.Text, source))
            Add(layout, part, new Span(source.Start - 1, source.End + 1), AttributionLink.Dateline, "credit-dateline", outlet, credits);
    }

    // "ABC/kp": the sign in small letters is a writer's.
    private static IEnumerable<Span> Parts(string text, Span source)
    {
        var start = source.Start;
        for (var i = source.Start; i <= source.End; i++)
        {
            if (i < source.End && text[i] is not ('/' or ',' or '&' or ';'))
                continue;
            var (b, e) = (start, i);
            while (b < e && char.IsWhiteSpace(text[b]))
                b++;
            while (e > b && char.IsWhiteSpace(text[e - 1]))
                e--;
            if (e - b >= 2 && (char.IsUpper(text[b]) || SelfReferences.IsAgency(text.AsSpan(b, e - b))))
                yield return new Span(b, e);
            start = i + 1;
        }
    }

    // An organisation in the author's place, other than the outlet itself.
    private static void AddByline(Layout layout, int titleIndex, string? outlet, List<Upstream> credits)
    {
        foreach (var line in layout.Metadata("json-ld", "author.organization"))
        {
            if (IsBody(layout.Folded(line.Span)))
                Add(layout, line.Span, line.Span, AttributionLink.Byline, "credit-byline", outlet, credits);
        }
        for (var i = Math.Max(0, titleIndex); i < layout.First && i < layout.Blocks.Count; i++)
        {
            var span = layout.Blocks[i].Block.Span;
            if (layout.Blocks[i].Words > 8 || !layout.Text.AsSpan(span.Start, span.Length).StartsWith("By ", StringComparison.OrdinalIgnoreCase))
                continue;
            // One word in capitals is no person's name ("By ABC"), nor is one that ends as outlets' and agencies' do.
            if (NamePhrase.At(layout.Text, span.Start + 3, span.End) is { } name && IsBody(layout.Slice(name)) && layout.Slice(name) is var words
                && (SelfReferences.IsMedium(layout.Text, name) || IsAcronym(words)))
                Add(layout, name, new Span(span.Start, name.End), AttributionLink.Byline, "credit-byline", outlet, credits);
        }
    }

    private static bool IsAcronym(string words) => words.Length is >= 2 and <= 8 && words.All(char.IsUpper);

    // "Reuters contributed to this report."
    private static void AddContributor(Layout layout, BlockView block, string? outlet, List<Upstream> credits)
    {
        var span = block.Block.Span;
        if (block.Words > MaxWords || NamePhrase.At(layout.Text, span.Start, span.End) is not { } name || !SelfReferences.IsMedium(layout.Text, name))
            return;
        if (layout.Text.AsSpan(name.End, span.End - name.End).TrimStart().StartsWith("contributed to this ", StringComparison.OrdinalIgnoreCase))
            Add(layout, name, span, AttributionLink.CreditLine, "credit-line", outlet, credits);
    }

    // A paragraph that is nothing but "(ABC)" or "(abc/jp)".
    private static void AddAlone(Layout layout, BlockView block, string? outlet, List<Upstream> credits)
    {
        var span = block.Block.Span;
        if (block.Index < layout.Last || span.Length is < 4 or > 24 || layout.Text[span.Start] != '(' || layout.Text[span.End - 1] != ')')
            return;
        foreach (var part in Parts(layout.Text, new Span(span.Start + 1, span.End - 1)))
        {
            if (SelfReferences.IsMedium(layout.Text, part) || layout.Text.AsSpan(part.Start, part.Length).IndexOfAnyExceptInRange('A', 'Z') < 0)
                Add(layout, part, span, AttributionLink.CreditLine, "credit-closing", outlet, credits);
        }
    }

    // Who is called so belongs to the outlet itself.
    private static readonly HashSet<string> OwnDesks = new(PageWords.Of("own-desk"), StringComparer.Ordinal);

    private static bool IsBody(string name)
    {
        foreach (var word in PhraseIndex.Normalize(name).Split(' '))
        {
            if (OwnDesks.Contains(word))
                return false;
        }
        return name.Length <= 50;
    }

    private static void AddLine(Layout layout, BlockView block, string? outlet, List<Upstream> credits)
    {
        if (block.Words > MaxWords || block.Context == ContextKind.Hard || block.Block.Kind == Readout.Pages.BlockKind.Caption)
            return;
        var span = block.Block.Span;
        var start = span.Start;
        while (start < span.End && layout.Text[start] is '(' or '[' or '*' or '-' or '–' or '—' or ' ')
            start++;
        if (!Openers.Value.StartsWith(PhraseIndex.Normalize(layout.Text.AsSpan(start, span.End - start))))
            return;
        var line = layout.Text.AsSpan(start, span.End - start);
        foreach (var phrase in Phrases.Value)
        {
            if (!line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) || line.Length <= phrase.Length || char.IsLetterOrDigit(line[phrase.Length]) && char.IsLetterOrDigit(phrase[^1]))
                continue;
            // A sentence that merely begins with these words goes on in words, not in a name and an end.
            var from = start + phrase.Length;
            while (from < span.End && layout.Text[from] is ':' or ' ')
                from++;
            var names = Names(layout.Text, from, span.End);
            // "Text: Ada Moll" names the writer
            if (phrase is "text:" or "copy:" && !names.TrueForAll(n => SelfReferences.IsMedium(layout.Text, n) || IsAcronym(layout.Slice(n))))
                return;
            foreach (var name in names)
                Add(layout, name, new Span(start, names[^1].End), AttributionLink.CreditLine, "credit-line", outlet, credits);
            return;
        }
    }

    private static readonly IReadOnlyList<string> Tails = PageWords.Of("credit-tail");

    private static List<Span> Names(string text, int start, int end)
    {
        var names = new List<Span>();
        var at = start;
        while ((NamePhrase.At(text, at, end) ?? SmallAgency(text, at, end)) is { } name)
        {
            var cut = name;
            foreach (var tail in Tails)
            {
                if (cut.Length > tail.Length + 1 && text.AsSpan(cut.Start, cut.Length).EndsWith(" " + tail, StringComparison.Ordinal))
                    cut = new Span(cut.Start, cut.End - tail.Length - 1);
            }
            foreach (var part in SplitAnd(text, cut))
                names.Add(part);
            at = name.End;
            var rest = text.AsSpan(at, end - at).TrimStart();
            var separator = rest.Length > 0 && rest[0] is ',' or '/' or ';' or '&' ? 1 : rest.StartsWith("and ", StringComparison.Ordinal) ? 4 : 0;
            if (separator == 0)
            {
                // Acronyms in brackets after a name belong to it; more words make it a sentence.
                var tailWords = rest.TrimEnd(" .)]*");
                if (tailWords.Length > 0 && tailWords[0] != '(' && !tailWords.StartsWith("report", StringComparison.OrdinalIgnoreCase) && !tailWords.StartsWith("news", StringComparison.OrdinalIgnoreCase) && !tailWords.StartsWith("under ", StringComparison.OrdinalIgnoreCase) && !tailWords.StartsWith("with ", StringComparison.OrdinalIgnoreCase) && CountWords(tailWords) > 3)
                    return [];
                break;
            }
            at = end - rest.Length + separator;
        }
        return names;
    }

    // "Quelle: dpa": agencies that write themselves small
    private static Span? SmallAgency(string text, int start, int end)
    {
        while (start < end && text[start] == ' ')
            start++;
        var last = start;
        while (last < end && char.IsLetterOrDigit(text[last]))
            last++;
        return last > start && SelfReferences.IsAgency(text.AsSpan(start, last - start)) ? new Span(start, last) : null;
    }

    private static IEnumerable<Span> SplitAnd(string text, Span name)
    {
        var and = text.IndexOf(" and ", name.Start, name.Length, StringComparison.Ordinal);
        if (and < 0)
            return [name];
        // "Reuters and AFP" are two; "Trade and Industry Ministry" is one.
        var left = new Span(name.Start, and);
        var right = new Span(and + 5, name.End);
        return !text.AsSpan(left.Start, left.Length).Contains(' ') || text.AsSpan(right.Start, right.Length).IndexOfAnyInRange('a', 'z') < 0 ? [left, right] : [name];
    }

    // "… he said. (ABC)" or "– ABC" at the very end of the text.
    private static void AddClosing(Layout layout, string? outlet, List<Upstream> credits)
    {
        var span = layout.Blocks[layout.Last].Block.Span;
        var text = layout.Text;
        if (text[span.End - 1] is not (')' or '/' or ']'))
            return;
        var open = text.LastIndexOfAny(['(', '/', '['], span.End - 2, Math.Min(40, span.Length - 1));
        if (open <= span.Start || !char.IsWhiteSpace(text[open - 1]))
            return;
        var inside = new Span(open + 1, span.End - 1);
        var before = text.AsSpan(span.Start, open - span.Start).TrimEnd();
        if (inside.Length is < 2 or > 12 || before.Length == 0 || !(before[^1] is '.' or '”' or '"' or '!' or '?' or '’'))
            return;
        foreach (var part in Parts(text, inside))
        {
            if (!text.AsSpan(part.Start, part.Length).ContainsAnyInRange('a', 'z') || !text.AsSpan(part.Start, part.Length).Contains(' '))
                Add(layout, part, new Span(open, span.End), AttributionLink.CreditLine, "credit-closing", outlet, credits);
        }
    }

    private static void Add(Layout layout, Span name, Span span, AttributionLink link, string rule, string? outlet, List<Upstream> credits)
    {
        var words = layout.Folded(name);
        if (words.Length < 2 || words.AsSpan().ContainsAnyInRange('0', '9') || IsOutlet(words, outlet))
            return;
        if (Acronym.Expand(layout.Text, words) is { } full)
        {
            words = layout.Folded(full);
            if (IsOutlet(words, outlet))
                return;
        }
        if (!credits.Exists(c => c.Name == words && c.Link == link))
            credits.Add(new Upstream(words, link, span, rule));
    }

    private static bool IsOutlet(string name, string? outlet)
    {
        if (outlet is null)
            return false;
        var (a, b) = (Bare(name), Bare(outlet));
        return a == b || Acronym.IsOf(name, outlet) || Acronym.IsOf(outlet, name) || (a.Length > 3 && b.StartsWith(a + " ", StringComparison.Ordinal)) || (b.Length > 3 && a.StartsWith(b + " ", StringComparison.Ordinal));
    }

    private static string Bare(string name)
    {
        var norm = PhraseIndex.Normalize(name);
        return norm.StartsWith("the ", StringComparison.Ordinal) ? norm[4..] : norm;
    }

    private static int CountWords(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
            count += !char.IsWhiteSpace(text[i]) && (i == 0 || char.IsWhiteSpace(text[i - 1])) ? 1 : 0;
        return count;
    }
}
