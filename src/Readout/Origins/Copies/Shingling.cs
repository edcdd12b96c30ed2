using Readout.Annotations;
using Readout.Text;

namespace Readout.Origins;

/// <summary>
/// A text's hashed word 5-grams (Broder 1997) in their order, and its hashed sentences. Hashes are kept to 32 bits: two texts
/// of a thousand words share one by chance once in four thousand comparisons, and half the memory holds a window twice as long.
/// </summary>
internal sealed class Shingling
{
    /// <summary>Words in one shingle: at 5, containment ≥ .30 finds reuse at F1 .97 (METHODS.md section 3).</summary>
    public const int Width = 5;

    /// <summary>A text is compared by so many of its first words: a book in one page must not cost what a library does.</summary>
    private const int MostWords = 60_000;

    [ThreadStatic]
    private static GramSet? _seen;

    private Shingling(uint[] grams, int[] starts, uint[] sentences, int distinct)
    {
        Grams = grams;
        Starts = starts;
        Sentences = sentences;
        Count = distinct;
        var content = (ulong)grams.Length;
        foreach (var gram in grams)
            content = Mix((content * 31) + gram);
        Content = content;
    }

    /// <summary>The shingle that starts at each word; 0 where it stands earlier in the text already.</summary>
    public uint[] Grams { get; }

    /// <summary>First word of each sentence, then the number of words.</summary>
    public int[] Starts { get; }

    /// <summary>Hash of each sentence's words.</summary>
    public uint[] Sentences { get; }

    /// <summary>Words that stand in quotation marks: two reports of one speech share them, and neither copied the other.</summary>
    public (int From, int To)[] Quoted { get; private init; } = [];

    /// <summary>Where each sentence stands on its page; empty for a text that is no page.</summary>
    public IReadOnlyList<Span> Spans { get; private init; } = [];

    /// <summary>Number of different shingles.</summary>
    public int Count { get; }

    /// <summary>Equal for texts with the same words in the same order.</summary>
    public ulong Content { get; }

    /// <summary>The shingles of a report's body, headings left out.</summary>
    public static Shingling Of(Document document)
    {
        var scanner = new WordScanner();
        var spans = new List<Span>();
        var sentences = document.Sentences.Where(s => !s.IsHeading).ToList();
        var service = ServiceText.Marked(sentences.ConvertAll(s => ServiceText.Is(document.Text.Value.AsSpan(s.Span.Start, s.Span.Length))));
        foreach (var sentence in sentences.Where((_, i) => !service[i]))
        {
            if (scanner.ReadSentence(document.Text.Value, sentence.Span, MostWords))
                spans.Add(sentence.Span);
        }
        return Of(scanner, spans);
    }

    /// <summary>The shingles of a plain text, as one stretch.</summary>
    public static Shingling Of(string text)
    {
        var scanner = new WordScanner();
        foreach (var stretch in ServiceText.Without(text))
            scanner.Read(text, stretch, MostWords);
        return Of(scanner, []);
    }

    /// <summary>The 64-bit finaliser of MurmurHash3: every bit of the sum moves every bit of the hash.</summary>
    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return hash ^ (hash >> 33);
    }

    private static Shingling Of(WordScanner scanner, IReadOnlyList<Span> spans)
    {
        var words = scanner.Words;
        var starts = scanner.Starts.Where(s => s < words.Count).Append(words.Count).ToArray();
        var grams = new uint[words.Count == 0 ? 0 : Math.Max(1, words.Count - Width + 1)];
        var seen = _seen ??= new GramSet();
        seen.Reset(grams.Length);
        var distinct = 0;
        for (var i = 0; i < grams.Length; i++)
        {
            var gram = Fold(words, i, Math.Min(i + Width, words.Count));
            if (!seen.Add(gram))
                continue;
            grams[i] = gram;
            distinct++;
        }
        var sentences = new uint[starts.Length - 1];
        for (var s = 0; s < sentences.Length; s++)
            sentences[s] = Fold(words, starts[s], starts[s + 1]);
        return new Shingling(grams, starts, sentences, distinct) { Spans = spans, Quoted = [.. scanner.Quoted] };
    }

    private static uint Fold(IReadOnlyList<ulong> words, int from, int to)
    {
        var hash = (ulong)(to - from);
        for (var i = from; i < to; i++)
            hash = (hash * 0x9e3779b97f4a7c15UL) + words[i];
        var folded = (uint)Mix(hash);
        return folded == 0 ? 1 : folded;
    }
}
