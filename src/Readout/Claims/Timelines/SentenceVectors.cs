using Readout.Annotations;
using Readout.Stories.Streams;

namespace Readout.Claims;

/// <summary>The words of a pile's sentences as vectors, weighed by how rare each is among the sentences.</summary>
internal sealed class SentenceVectors
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _frequencies = [];
    private int _sentences;

    /// <summary>Counts a sentence; gives its words in order.</summary>
    public int[] Count(Document document, Sentence sentence)
    {
        var terms = Terms(document, sentence);
        foreach (var term in terms.Distinct())
            _frequencies[term] = _frequencies.GetValueOrDefault(term) + 1;
        _sentences++;
        return terms;
    }

    /// <summary>Term frequency times how rare the word is in the pile's sentences, of length one.</summary>
    public SparseVector Of(int[] terms)
    {
        var counted = terms.GroupBy(t => t).OrderBy(g => g.Key).Select(g => (Term: (uint)g.Key, Weight: (1 + Math.Log(g.Count())) * Rarity(g.Key))).ToList();
        var length = Math.Sqrt(counted.Sum(t => t.Weight * t.Weight));
        return new SparseVector([.. counted.Select(t => t.Term)], [.. counted.Select(t => length > 0 ? (float)(t.Weight / length) : 0)]);
    }

    /// <summary>The sum of vectors, each weighed.</summary>
    public static SparseVector Sum(IEnumerable<(SparseVector Vector, double Weight)> vectors)
    {
        var sum = new SortedDictionary<uint, double>();
        foreach (var (vector, weight) in vectors)
        {
            for (var t = 0; t < vector.Count; t++)
                sum[vector.Terms[t]] = sum.GetValueOrDefault(vector.Terms[t]) + (vector.Weights[t] * weight);
        }
        return new SparseVector([.. sum.Keys], [.. sum.Values.Select(w => (float)w)]);
    }

    private double Rarity(int term) => Math.Log((double)_sentences / _frequencies[term]);

    private int[] Terms(Document document, Sentence sentence)
    {
        var terms = new List<int>();
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var token = document.Tokens[i];
            if (token.Kind is not (TokenKind.Word or TokenKind.Number) || token.Norm.Length < 2)
                continue;
            if (!_ids.TryGetValue(token.Norm, out var id))
                _ids[token.Norm] = id = _ids.Count;
            terms.Add(id);
        }
        return [.. terms];
    }
}
