namespace Readout.Claims;

/// <summary>How alike two statements are: cosine over terms weighted by rarity in the pile, names counted at half weight.</summary>
internal sealed class Similarity
{
    // In one story every sentence names the same few people: a shared name says less than a shared rare word.
    private const double NameWeight = 0.5;

    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly double _unseen;

    public Similarity(IReadOnlyList<Statement> statements)
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            foreach (var term in statement.Terms)
                frequency[term] = frequency.GetValueOrDefault(term) + 1;
        }
        // Copies repeat a sentence; the square root keeps ten copies from making its words look common.
        foreach (var (term, count) in frequency)
            _weights[term] = Math.Log(1 + (statements.Count / Math.Sqrt(count)));
        _unseen = Math.Log(1 + statements.Count);
    }

    /// <summary>Weighted cosine, 0 to 1.</summary>
    public double Of(Statement a, Statement b)
    {
        double shared = 0, normA = 0, normB = 0;
        foreach (var term in a.Terms)
        {
            var w = Weight(term);
            normA += w * w;
            if (b.Terms.Contains(term))
                shared += w * w;
        }
        foreach (var term in b.Terms)
        {
            var w = Weight(term);
            normB += w * w;
        }
        var name = NameWeight * _unseen;
        normA += a.Entities.Count * name * name;
        normB += b.Entities.Count * name * name;
        shared += a.Entities.Count(b.Entities.Contains) * name * name;
        return normA == 0 || normB == 0 ? 0 : shared / Math.Sqrt(normA * normB);
    }

    private double Weight(string term) => _weights.GetValueOrDefault(term, _unseen);
}
