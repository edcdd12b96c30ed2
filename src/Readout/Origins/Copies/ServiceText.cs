using System.Buffers;
using Readout.Languages;
using Readout.Text;

namespace Readout.Origins;

/// <summary>
/// Tells what a site says to its readers about itself (forms, rules for comments, terms) from what it reports. Pages that share
/// nothing else are no copies of each other, whoever published them.
/// </summary>
internal static class ServiceText
{
    // What stands between two such sentences, so few of its own, belongs to the form or the rules.
    private const int MostBetween = 4;

    // So many of them make a page's foot, and what little stands below it belongs to it.
    private const int Foot = 3;
    private const int MostBelow = 6;

    private static readonly Lazy<SearchValues<string>> Phrases = new(() => SearchValues.Create([.. Resource.Set("En/service-phrases.txt")], StringComparison.OrdinalIgnoreCase));
    private static readonly SearchValues<string> Addresses = SearchValues.Create([" you ", " your ", " our ", " me ", " us ", " we "], StringComparison.OrdinalIgnoreCase);

    /// <summary>The stretches of a text that remain, in order; the whole text where it has nothing of the kind.</summary>
    public static IReadOnlyList<Span> Without(string text)
    {
        if (!text.AsSpan().ContainsAny(Phrases.Value))
            return [new Span(0, text.Length)];
        var sentences = Sentences(text);
        var service = Marked(sentences.ConvertAll(s => Is(text.AsSpan(s.Start, s.Length))));
        return [.. sentences.Where((_, i) => !service[i])];
    }

    /// <summary>Which of a text's sentences are of the kind, those between two of them included.</summary>
    public static bool[] Marked(IReadOnlyList<bool> service)
    {
        var marked = service.ToArray();
        var last = -1;
        for (var i = 0; i < marked.Length; i++)
        {
            if (!service[i])
                continue;
            if (last >= 0 && i - last - 1 <= MostBetween)
                Array.Fill(marked, true, last, i - last);
            last = i;
        }
        if (last >= 0 && marked.Length - last - 1 <= MostBelow && service.Skip(Math.Max(0, last - (2 * Foot))).Count(s => s) >= Foot)
            Array.Fill(marked, true, last, marked.Length - last);
        return marked;
    }

    /// <summary>One sentence by its words.</summary>
    public static bool Is(ReadOnlySpan<char> sentence)
    {
        var at = sentence.IndexOfAny(Phrases.Value);
        if (at < 0)
            return false;
        return StartsSo(sentence) || sentence.ContainsAny(Addresses) || sentence[(at + 1)..].ContainsAny(Phrases.Value);
    }

    // "Your account has expired", "Sign up": the reader is spoken to at once
    private static bool StartsSo(ReadOnlySpan<char> sentence)
    {
        var trimmed = sentence.TrimStart();
        return trimmed.StartsWith("your ", StringComparison.OrdinalIgnoreCase) || trimmed.StartsWith("you ", StringComparison.OrdinalIgnoreCase) || trimmed.IndexOfAny(Phrases.Value) == 0;
    }

    private static List<Span> Sentences(string text)
    {
        var found = new List<Span>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] is '\n' || text[i] is '.' or '!' or '?' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]));
            if (!ends)
                continue;
            // The blank behind a full stop and the end of its line make no sentence.
            if (found.Count > 0 && text.AsSpan(start, i + 1 - start).IsWhiteSpace())
                found[^1] = new Span(found[^1].Start, i + 1);
            else
                found.Add(new Span(start, i + 1));
            start = i + 1;
        }
        if (start < text.Length)
            found.Add(new Span(start, text.Length));
        return found;
    }
}
