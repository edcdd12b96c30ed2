using Readout.Annotations;
using Readout.Text;

namespace Readout.Origins;

/// <summary>The hashed word n-grams of a report's body (Broder 1997), headings left out.</summary>
internal sealed class Shingling
{
    /// <summary>Words in one shingle: at 5, containment ≥ .30 finds reuse at F1 .97 (METHODS.md section 3).</summary>
    private const int Width = 5;

    private readonly HashSet<ulong> _all;

    private Shingling(HashSet<ulong> all, IReadOnlyList<(Span Sentence, ulong[] Hashes)> sentences)
    {
        _all = all;
        Sentences = sentences;
    }

    /// <summary>The shingles that start in each sentence.</summary>
    public IReadOnlyList<(Span Sentence, ulong[] Hashes)> Sentences { get; }

    /// <summary>Number of different shingles.</summary>
    public int Count => _all.Count;

    public IEnumerable<ulong> All => _all;

    public static Shingling Of(Document document)
    {
        var words = new List<ulong>();
        var starts = new List<int>();
        var sentences = document.Sentences.Where(s => !s.IsHeading).ToList();
        foreach (var sentence in sentences)
        {
            starts.Add(words.Count);
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                var token = document.Tokens[i];
                if (token.Kind is TokenKind.Word or TokenKind.Number)
                    words.Add(Hash(token.Norm));
            }
        }
        starts.Add(words.Count);
        var all = new HashSet<ulong>();
        var perSentence = new List<(Span, ulong[])>(sentences.Count);
        for (var s = 0; s < sentences.Count; s++)
        {
            var hashes = new List<ulong>();
            for (var i = starts[s]; i < starts[s + 1] && i + Width <= words.Count; i++)
            {
                var hash = 14695981039346656037UL;
                for (var k = 0; k < Width; k++)
                    hash = (hash ^ words[i + k]) * 1099511628211UL;
                hashes.Add(hash);
                all.Add(hash);
            }
            perSentence.Add((sentences[s].Span, [.. hashes]));
        }
        return new Shingling(all, perSentence);
    }

    /// <summary>Share of this text's shingles that stand in the other too, 0 to 1.</summary>
    public double ContainedIn(Shingling other) =>
        _all.Count == 0 ? 0 : (double)_all.Count(other._all.Contains) / _all.Count;

    /// <summary>The sentences most of whose shingles stand in the other text.</summary>
    public IReadOnlyList<Span> ReusedFrom(Shingling other)
    {
        var reused = new List<Span>();
        var last = false;
        foreach (var (sentence, hashes) in Sentences)
        {
            // No shingle starts in the last few words of a text: they go with the sentence before.
            last = hashes.Length == 0 ? last : hashes.Count(other._all.Contains) >= 0.6 * hashes.Length;
            if (last)
                reused.Add(sentence);
        }
        return reused;
    }

    // FNV-1a: stable over runs and machines, unlike string.GetHashCode.
    private static ulong Hash(string word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
            hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
