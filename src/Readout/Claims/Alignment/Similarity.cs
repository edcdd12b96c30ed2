namespace Readout.Claims;

/// <summary>How alike two statements are: cosine over terms weighted by rarity in the pile, names counted at half weight.</summary>
internal sealed class Similarity
{
    // In one story every sentence names the same few people: a shared name says less than a shared rare word.
    private const double NameWeight = 0.5;

    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly Dictionary<Statement, double> _norms = [];
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
        foreach (var statement in statements)
            _norms[statement] = SquaredNorm(statement);
    }

    /// <summary>Weighted cosine, 0 to 1.</summary>
    public double Of(Statement a, Statement b)
    {
        var (fewer, more) = a.Terms.Count <= b.Terms.Count ? (a, b) : (b, a);
        var shared = 0.0;
        foreach (var term in fewer.Terms)
        {
            if (more.Terms.Contains(term))
                shared += Weight(term) * Weight(term);
        }
        if (shared == 0 && a.Entities.Count == 0)
            return 0;
        var name = NameWeight * _unseen;
        foreach (var entity in a.Entities)
        {
            if (b.Entities.Contains(entity))
                shared += name * name;
        }
        var norms = Norm(a) * Norm(b);
        return norms == 0 ? 0 : shared / Math.Sqrt(norms);
    }

    private double Norm(Statement statement) => _norms.TryGetValue(statement, out var norm) ? norm : SquaredNorm(statement);

    private double SquaredNorm(Statement statement)
    {
        var name = NameWeight * _unseen;
        return statement.Terms.Sum(t => Weight(t) * Weight(t)) + (statement.Entities.Count * name * name);
    }

    private double Weight(string term) => _weights.GetValueOrDefault(term, _unseen);
}
