using Readout.Languages;
using Readout.Pages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>Finds the people who wrote the report. Desks, agencies and roles are no people.</summary>
internal static class BylineFinder
{
    private const int MaxNames = 6;

    private static readonly Lazy<HashSet<string>> NotAuthors = new(() => Resource.Set("En/not-authors.txt"));
    private static readonly string[] Openers = ["by ", "by: ", "von ", "par ", "por ", "written by ", "text: ", "author: ", "di ", "door ", "story by ", "words by ", "reported by "];

    public static Sourced<string>? Find(Layout layout, int titleIndex, string? outlet)
    {
        foreach (var (where, names) in (ReadOnlySpan<(string, string[])>)
            [("front-matter", ["author", "authors", "byline", "by"]), ("json-ld", ["author"]), ("meta", ["parsely-author", "sailthru.author", "citation_author", "byl", "author", "authors", "article:author", "dc.creator", "dcterms.creator"]), ("microdata", ["author"])])
        {
            foreach (var line in layout.Metadata(where, names))
            {
                if (Names(layout, line.Span, outlet) is { } span)
                    return new Sourced<string>(layout.Folded(span), span, "byline-" + where);
            }
        }
        return Visible(layout, titleIndex, outlet);
    }

    // A line "By …" between headline and text, or right below the text.
    private static Sourced<string>? Visible(Layout layout, int titleIndex, string? outlet)
    {
        for (var i = Math.Max(0, titleIndex - 2); i < layout.Blocks.Count && i <= layout.Last + 4; i++)
        {
            var block = layout.Blocks[i];
            if (block.Words > 20 || (i > layout.First && i < layout.Last) || block.Context == ContextKind.Hard && i > layout.Last)
                continue;
            var span = block.Block.Span;
            var text = layout.Text[span.Start..span.End];
            foreach (var part in Parts(text))
            {
                var (start, length) = part;
                var piece = text.AsSpan(start, length);
                foreach (var opener in Openers)
                {
                    if (piece.StartsWith(opener, StringComparison.OrdinalIgnoreCase)
                        && Names(layout, new Span(span.Start + start + opener.Length, span.Start + start + length), outlet) is { } names)
                        return new Sourced<string>(layout.Folded(names), names, "byline-visible");
                }
            }
        }
        return null;
    }

    private static List<(int Start, int Length)> Parts(string text)
    {
        var parts = new List<(int, int)>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('|' or '•' or '·' or '\n' or '—' or '–'))
                continue;
            var (b, e) = (start, i);
            while (b < e && char.IsWhiteSpace(text[b]))
                b++;
            if (e > b)
                parts.Add((b, e - b));
            start = i + 1;
        }
        return parts;
    }

    /// <summary>The part of a span that is names of people; null where it has none.</summary>
    private static Span? Names(Layout layout, Span span, string? outlet)
    {
        span = layout.Trim(span);
        if (span.IsEmpty || span.Length > 400)
            return null;
        var text = WithoutDate(layout.Slice(span));
        foreach (var opener in Openers)
        {
            if (text.StartsWith(opener, StringComparison.OrdinalIgnoreCase))
                return Names(layout, new Span(span.Start + opener.Length, span.Start + text.Length), outlet);
        }
        var end = 0;
        var start = -1;
        var count = 0;
        foreach (var (b, e) in Split(text))
        {
            if (count >= MaxNames || !IsPerson(text[b..e], outlet))
            {
                if (count == 0)
                    continue;
                break;
            }
            count++;
            if (start < 0)
                start = b;
            end = e;
        }
        return start < 0 ? null : new Span(span.Start + start, span.Start + end);
    }

    // "Ida Wenn 6 May 2024", "Ida Wenn Monday, May 6": what follows the name is the stamp.
    private static string WithoutDate(string text)
    {
        var digit = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digit < 0)
            return text;
        var end = digit;
        while (true)
        {
            while (end > 0 && !char.IsLetter(text[end - 1]))
                end--;
            var start = end;
            while (start > 0 && char.IsLetter(text[start - 1]))
                start--;
            var word = text[start..end].ToLowerInvariant();
            if (start == 0 || (CalendarNames.Months.NumberOf(word) == 0 && CalendarNames.Weekdays.NumberOf(word) == 0 && word is not ("published" or "updated" or "posted" or "on" or "at" or "last")))
                return text[..end];
            end = start;
        }
    }

    private static readonly string[] Joints = [",", ";", " and ", " & ", " und ", " et ", " y ", " | ", "|", "/", " in ", " for ", " at ", " with ", " - ", " – ", " • ", "(", "\n", " on ", " von "];

    private static List<(int Start, int End)> Split(string text)
    {
        var pieces = new List<(int, int)>();
        var start = 0;
        var at = 0;
        while (at <= text.Length)
        {
            var joint = at == text.Length ? "" : Array.Find(Joints, j => string.CompareOrdinal(text, at, j, 0, j.Length) == 0);
            if (joint is null)
            {
                at++;
                continue;
            }
            var (b, e) = (start, at);
            while (b < e && char.IsWhiteSpace(text[b]))
                b++;
            while (e > b && char.IsWhiteSpace(text[e - 1]))
                e--;
            if (e > b)
                pieces.Add((b, e));
            at += Math.Max(1, joint.Length);
            start = at;
        }
        return pieces;
    }

    private static bool IsPerson(string name, string? outlet)
    {
        var words = name.Split([' ', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 5 || name.Length > 50 || name.AsSpan().ContainsAnyInRange('0', '9') || name.Contains("://", StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal))
            return false;
        if (outlet is not null && string.Equals(name, outlet, StringComparison.OrdinalIgnoreCase))
            return false;
        var capitals = 0;
        foreach (var word in words)
        {
            if (NotAuthors.Value.Contains(word.ToLowerInvariant().Trim('.', ':', ',')))
                return false;
            // Particles of names ("de", "van", "al-") stand in lower case.
            if (!char.IsLetter(word[0]) || (!char.IsUpper(word[0]) && char.IsLower(word[0]) && word.Length > 4))
                return false;
            capitals += char.IsLower(word[0]) ? 0 : 1;
        }
        return capitals >= 2;
    }
}
