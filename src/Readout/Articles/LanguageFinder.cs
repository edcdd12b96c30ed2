using Readout.Languages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>The language of the report, and the sentences in it that are written in another.</summary>
internal static class LanguageFinder
{
    private const int MaxSample = 6000;
    private const int MaxFlags = 5;
    private const int MinWords = 4;

    // Languages that the letter tables can't tell from a listed neighbour are taken from the page's own declaration.
    private static readonly Dictionary<string, string[]> Neighbours = new(StringComparer.Ordinal)
    {
        ["sv"] = ["da", "nb", "no", "nn"], ["cs"] = ["sk"], ["bg"] = ["mk", "sr"], ["ru"] = ["be", "kk"], ["es"] = ["ca", "gl"], ["id"] = ["ms"], ["hi"] = ["mr", "ne"],
        ["pl"] = ["hr", "sl", "bs", "sr"], ["fi"] = ["et"], ["nl"] = ["af", "lb"], ["zh"] = ["zh"], ["de"] = ["lb", "da", "nb", "no"], ["ro"] = ["lt", "lv", "sq"], ["tr"] = ["az"],
    };

    public static string? Find(Layout layout)
    {
        var sample = new System.Text.StringBuilder();
        foreach (var index in layout.Body.Count > 0 ? layout.Body : Enumerable.Range(0, Math.Min(layout.Blocks.Count, 40)))
        {
            sample.Append(layout.Slice(layout.Blocks[index]), 0, Math.Min(layout.Blocks[index].Block.Span.Length, MaxSample)).Append('\n');
            if (sample.Length > MaxSample)
                break;
        }
        var found = LanguageIdentifier.Identify(sample.ToString());
        var declared = layout.FirstMetadata("html", "lang") is { } line ? layout.Slice(line.Span).Split('-', '_')[0].ToLowerInvariant() : null;
        if (found is null)
            return declared is { Length: 2 or 3 } ? declared : null;
        if (declared is not null && Neighbours.TryGetValue(found, out var neighbours) && Array.IndexOf(neighbours, declared) >= 0)
            return declared == "no" ? "nb" : declared;
        return found;
    }

    /// <summary>Flags sentences of the report that are clearly in another language: leftovers of translation, quotations left as they were.</summary>
    public static void FlagForeign(Layout layout, string? main, List<Diagnostic> diagnostics)
    {
        if (main is null)
            return;
        var flags = 0;
        foreach (var index in layout.Body)
        {
            foreach (var sentence in Sentences(layout.Text, layout.Blocks[index].Block.Span))
            {
                var words = layout.Text.AsSpan(sentence.Start, sentence.Length);
                if (!IsProse(words) || LanguageIdentifier.IdentifyForeign(words, main) is not { } language || language == main)
                    continue;
                diagnostics.Add(new(DiagnosticCode.ForeignText, $"a sentence in '{language}' inside a text in '{main}'", sentence));
                if (++flags >= MaxFlags)
                    return;
            }
        }
    }

    // Good enough for this: a leftover may stand inside quotation marks beside translated sentences.
    private static IEnumerable<Span> Sentences(string text, Span block)
    {
        var start = block.Start;
        for (var i = block.Start; i < block.End; i++)
        {
            var ends = text[i] is '.' or '!' or '?' or '。' or '“' or '”' or '"' or '«' or '»' or ';' && (i + 1 == block.End || !char.IsLetterOrDigit(text[i + 1]) || text[i] is '“' or '”' or '"' or '«' or '»');
            if (!ends && i + 1 < block.End)
                continue;
            var (b, e) = (start, i + 1);
            while (b < e && (char.IsWhiteSpace(text[b]) || char.IsPunctuation(text[b])))
                b++;
            while (e > b && (char.IsWhiteSpace(text[e - 1]) || text[e - 1] is '“' or '”' or '"' or '«' or '»'))
                e--;
            if (e > b)
                yield return new Span(b, e);
            start = i + 1;
        }
    }

    // Rows of names and figures look like no language in particular.
    private static bool IsProse(ReadOnlySpan<char> text)
    {
        int words = 0, capitals = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsDigit(text[i]))
                return false;
            if (!char.IsLetter(text[i]) || (i > 0 && char.IsLetter(text[i - 1])))
                continue;
            words++;
            capitals += char.IsUpper(text[i]) ? 1 : 0;
        }
        return words >= MinWords && capitals * 2 <= words;
    }
}
