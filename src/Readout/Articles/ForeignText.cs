using Readout.Languages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>The parts of a report that are written in another language than most of it.</summary>
internal static class ForeignText
{
    private const int MaxFlags = 5;
    private const int MinWords = 4;

    // Letters. A shorter paragraph goes with its neighbours; a quotation of a sentence or two is no part in another language
    // unless it is a good part of the page.
    private const int MinParagraph = 50;
    private const int MaxSample = 300;
    private const int MinPart = 250;
    private const int MinSmallPart = 80;
    private const double MinShare = 0.25;

    /// <summary>Stretches of the report that are in one language each, in order; empty where it is in one language throughout.</summary>
    public static IReadOnlyList<LanguageSpan> Parts(Layout layout, string? main)
    {
        if (main is null || layout.Body.Count < 2)
            return [];
        var languages = new string?[layout.Body.Count];
        var foreign = false;
        for (var i = 0; i < languages.Length; i++)
        {
            languages[i] = LanguageOf(layout, layout.Body[i], main);
            foreign |= languages[i] is { } language && language != main;
        }
        if (!foreign)
            return [];
        Fill(languages, main);
        Absorb(layout, languages, main);
        return Array.TrueForAll(languages, l => l == main) ? [] : Join(layout, languages);
    }

    /// <summary>Flags sentences of the report that are clearly in another language: leftovers of translation, quotations left as they were.</summary>
    public static void Flag(Layout layout, string? main, List<Diagnostic> diagnostics)
    {
        if (main is null)
            return;
        var flags = 0;
        foreach (var index in layout.Body)
        {
            foreach (var sentence in Sentences(layout.Text, layout.Blocks[index].Block.Span))
            {
                var words = layout.Text.AsSpan(sentence.Start, sentence.Length);
                if (!IsProse(words) || LanguageIdentifier.IdentifyForeign(words, main) is not { } language)
                    continue;
                diagnostics.Add(new(DiagnosticCode.ForeignText, $"a sentence in '{language}' inside a text in '{main}'", sentence));
                if (++flags >= MaxFlags)
                    return;
            }
        }
    }

    // Null where there is too little text to say.
    private static string? LanguageOf(Layout layout, int index, string main)
    {
        var span = layout.Blocks[index].Block.Span;
        var text = layout.Text.AsSpan(span.Start, Math.Min(span.Length, MaxSample));
        if (Script.Of(text, out var letters) is null || letters < MinParagraph || layout.Blocks[index].IsHeading)
            return null;
        return LanguageIdentifier.IdentifyForeign(text, main) ?? main;
    }

    // A heading belongs to what follows it, another short paragraph to what it follows.
    private static void Fill(string?[] languages, string main)
    {
        for (var i = 1; i < languages.Length; i++)
            languages[i] ??= i + 1 < languages.Length && languages[i + 1] is { } next ? next : languages[i - 1];
        for (var i = languages.Length - 1; i >= 0; i--)
            languages[i] ??= i + 1 < languages.Length ? languages[i + 1] : main;
    }

    private static void Absorb(Layout layout, string?[] languages, string main)
    {
        var total = layout.Body.Sum(i => layout.Blocks[i].Block.Span.Length);
        for (var start = 0; start < languages.Length;)
        {
            int end = start, letters = 0;
            for (; end < languages.Length && languages[end] == languages[start]; end++)
            {
                var span = layout.Blocks[layout.Body[end]].Block.Span;
                letters += Script.Of(layout.Text.AsSpan(span.Start, span.Length), out var weight) is null ? 0 : weight;
            }
            if (letters < MinPart && (letters < MinSmallPart || letters < total * MinShare))
                Array.Fill(languages, main, start, end - start);
            start = end;
        }
    }

    private static List<LanguageSpan> Join(Layout layout, string?[] languages)
    {
        var parts = new List<LanguageSpan>();
        for (var i = 0; i < languages.Length; i++)
        {
            var span = layout.Blocks[layout.Body[i]].Block.Span;
            if (parts.Count > 0 && parts[^1].Language == languages[i])
                parts[^1] = new LanguageSpan(parts[^1].Span.Cover(span), languages[i]!);
            else
                parts.Add(new LanguageSpan(span, languages[i]!));
        }
        return parts;
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
