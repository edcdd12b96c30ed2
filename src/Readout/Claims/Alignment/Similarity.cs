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

    /// <summary>All that two statements can have in common: terms, and names by their ids.</summary>
    public static IEnumerable<string> Marks(Statement statement) => statement.Terms.Concat(statement.Entities.Select(Name));

    /// <summary>The rarest marks of a statement: whatever is alike to it by so much has one of them.</summary>
    public IEnumerable<string> Rarest(Statement statement, double alike)
    {
        var name = NameWeight * _unseen;
        var marks = statement.Terms.Select(t => (Mark: t, Weight: Weight(t) * Weight(t)))
            .Concat(statement.Entities.Select(e => (Mark: Name(e), Weight: name * name)))
            .OrderByDescending(m => m.Weight).ThenBy(m => m.Mark, StringComparer.Ordinal);
        // Who has none of the marks so far shares at most what is left, and who shares so little is less alike.
        var norm = Norm(statement);
        var left = norm;
        foreach (var (mark, weight) in marks)
        {
            if (left < alike * alike * norm * AlmostOne)
                yield break;
            yield return mark;
            left -= weight;
        }
    }

    // Sums of doubles differ by their order.
    private const double AlmostOne = 1 - 1e-9;

    private static string Name(string entity) => "@" + entity;

    private double Norm(Statement statement) => _norms.TryGetValue(statement, out var norm) ? norm : SquaredNorm(statement);

    private double SquaredNorm(Statement statement)
    {
        var name = NameWeight * _unseen;
        return statement.Terms.Sum(t => Weight(t) * Weight(t)) + (statement.Entities.Count * name * name);
    }

    private double Weight(string term) => _weights.GetValueOrDefault(term, _unseen);
}
