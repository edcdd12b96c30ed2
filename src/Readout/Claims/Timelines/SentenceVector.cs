using Readout.Annotations;

namespace Readout.Claims;

/// <summary>The words of a sentence by weight: term frequency times how rare the word is in the pile's sentences, of length one.</summary>
internal sealed class SentenceVector
{
    private readonly (int Term, double Weight)[] _terms;

    public SentenceVector(IEnumerable<int> terms, Func<int, double> rarity)
    {
        _terms = [.. terms.GroupBy(t => t).Select(g => (g.Key, (1 + Math.Log(g.Count())) * rarity(g.Key))).OrderBy(t => t.Key)];
        var length = Math.Sqrt(_terms.Sum(t => t.Item2 * t.Item2));
        for (var i = 0; i < _terms.Length && length > 0; i++)
            _terms[i].Weight /= length;
    }

    /// <summary>Cosine with another.</summary>
    public double Cosine(SentenceVector other)
    {
        var sum = 0.0;
        for (int i = 0, j = 0; i < _terms.Length && j < other._terms.Length;)
        {
            if (_terms[i].Term == other._terms[j].Term)
                sum += _terms[i++].Weight * other._terms[j++].Weight;
            else if (_terms[i].Term < other._terms[j].Term)
                i++;
            else
                j++;
        }
        return sum;
    }

    /// <summary>Dot product with a sum of vectors.</summary>
    public double Dot(IReadOnlyDictionary<int, double> sum) => _terms.Sum(t => t.Weight * sum.GetValueOrDefault(t.Term));

    /// <summary>Adds itself to a sum.</summary>
    public void AddTo(Dictionary<int, double> sum, double weight)
    {
        foreach (var (term, own) in _terms)
            sum[term] = sum.GetValueOrDefault(term) + (own * weight);
    }
}
