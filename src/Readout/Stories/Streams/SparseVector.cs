namespace Readout.Stories.Streams;

/// <summary>Terms and their weights, in the order of the terms.</summary>
internal sealed class SparseVector
{
    public static readonly SparseVector Empty = new([], []);

    private readonly uint[] _terms;
    private readonly float[] _weights;

    public SparseVector(uint[] terms, float[] weights)
    {
        _terms = terms;
        _weights = weights;
        var sum = 0.0;
        foreach (var weight in weights)
            sum += (double)weight * weight;
        Norm = Math.Sqrt(sum);
    }

    public ReadOnlySpan<uint> Terms => _terms;

    public ReadOnlySpan<float> Weights => _weights;

    public int Count => _terms.Length;

    /// <summary>Euclidean length.</summary>
    public double Norm { get; }

    /// <summary>The same terms with other weights.</summary>
    public SparseVector With(float[] weights) => new(_terms, weights);

    public double Cosine(SparseVector other)
    {
        if (Count == 0 || other.Count == 0)
            return 0;
        return Dot(other) / (Norm * other.Norm);
    }

    /// <summary>The share of this vector's weight that lies on terms of another; 0 where there is none.</summary>
    public double Covered(SparseVector other)
    {
        var (sum, found, j) = (0.0, 0.0, 0);
        for (var i = 0; i < _terms.Length; i++)
        {
            while (j < other._terms.Length && other._terms[j] < _terms[i])
                j++;
            sum += _weights[i];
            if (j < other._terms.Length && other._terms[j] == _terms[i])
                found += _weights[i];
        }
        return sum == 0 ? 0 : found / sum;
    }

    public double Dot(SparseVector other)
    {
        int i = 0, j = 0;
        var dot = 0.0;
        while (i < _terms.Length && j < other._terms.Length)
        {
            var (a, b) = (_terms[i], other._terms[j]);
            if (a == b)
                dot += (double)_weights[i++] * other._weights[j++];
            else if (a < b)
                i++;
            else
                j++;
        }
        return dot;
    }

    /// <summary>The sum of two, cut to the heaviest terms.</summary>
    public SparseVector Plus(SparseVector other, int most)
    {
        var terms = new uint[Count + other.Count];
        var weights = new float[terms.Length];
        int i = 0, j = 0, n = 0;
        while (i < Count || j < other.Count)
        {
            var a = i < Count ? _terms[i] : uint.MaxValue;
            var b = j < other.Count ? other._terms[j] : uint.MaxValue;
            if (i < Count && (j >= other.Count || a < b))
                (terms[n], weights[n++]) = (a, _weights[i++]);
            else if (i >= Count || b < a)
                (terms[n], weights[n++]) = (b, other._weights[j++]);
            else
                (terms[n], weights[n++]) = (a, _weights[i++] + other._weights[j++]);
        }
        return Heaviest(terms.AsSpan(0, n), weights.AsSpan(0, n), most);
    }

    /// <summary>A vector of the heaviest of some terms, which are in order; of equal weight, the lower term.</summary>
    public static SparseVector Heaviest(ReadOnlySpan<uint> terms, ReadOnlySpan<float> weights, int most)
    {
        if (terms.Length <= most)
            return terms.Length == 0 ? Empty : new SparseVector(terms.ToArray(), weights.ToArray());
        var sorted = weights.ToArray();
        Array.Sort(sorted);
        var least = sorted[^most];
        var ties = most;
        foreach (var weight in weights)
        {
            if (weight > least)
                ties--;
        }
        var kept = new uint[most];
        var keptWeights = new float[most];
        var n = 0;
        for (var i = 0; i < terms.Length && n < most; i++)
        {
            if (weights[i] < least || (weights[i] == least && ties-- <= 0))
                continue;
            (kept[n], keptWeights[n++]) = (terms[i], weights[i]);
        }
        return new SparseVector(kept, keptWeights);
    }
}
