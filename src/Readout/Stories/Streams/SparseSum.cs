namespace Readout.Stories.Streams;

/// <summary>Adds vectors up in rooms that it keeps. Not for two threads at once.</summary>
internal sealed class SparseSum
{
    private uint[] _terms = [];
    private float[] _weights = [];
    private uint[] _nextTerms = [];
    private float[] _nextWeights = [];
    private float[] _order = [];
    private int _count;

    /// <summary>Begins with a vector.</summary>
    public void Start(SparseVector vector)
    {
        Grow(ref _terms, ref _weights, vector.Count);
        vector.Terms.CopyTo(_terms);
        vector.Weights.CopyTo(_weights);
        _count = vector.Count;
    }

    /// <summary>Adds a vector times a factor, then cuts the sum to its heaviest terms; of equal weight, the lower term stays.</summary>
    public void Add(SparseVector vector, double factor, int most)
    {
        Grow(ref _nextTerms, ref _nextWeights, _count + vector.Count);
        var terms = vector.Terms;
        var weights = vector.Weights;
        int i = 0, j = 0, n = 0;
        while (i < _count || j < terms.Length)
        {
            if (j >= terms.Length || (i < _count && _terms[i] < terms[j]))
                (_nextTerms[n], _nextWeights[n++]) = (_terms[i], _weights[i++]);
            else if (i >= _count || terms[j] < _terms[i])
                (_nextTerms[n], _nextWeights[n++]) = (terms[j], (float)(weights[j++] * factor));
            else
                (_nextTerms[n], _nextWeights[n++]) = (_terms[i], _weights[i++] + (float)(weights[j++] * factor));
        }
        (_terms, _nextTerms) = (_nextTerms, _terms);
        (_weights, _nextWeights) = (_nextWeights, _weights);
        _count = n;
        if (_count > most)
            Cut(most);
    }

    /// <summary>The sum at length one; as it is where it is nothing.</summary>
    public SparseVector Unit()
    {
        var sum = new SparseVector(_terms.AsSpan(0, _count).ToArray(), _weights.AsSpan(0, _count).ToArray());
        if (sum.Norm == 0)
            return sum;
        var weights = new float[_count];
        for (var k = 0; k < weights.Length; k++)
            weights[k] = (float)(_weights[k] * (1 / sum.Norm));
        return sum.With(weights);
    }

    private void Cut(int most)
    {
        if (_order.Length < _count)
            _order = new float[_weights.Length];
        _weights.AsSpan(0, _count).CopyTo(_order);
        var least = Nth(_order.AsSpan(0, _count), _count - most);
        var ties = most;
        for (var k = 0; k < _count; k++)
        {
            if (_weights[k] > least)
                ties--;
        }
        var n = 0;
        for (var k = 0; k < _count; k++)
        {
            if (_weights[k] > least || (_weights[k] == least && ties-- > 0))
                (_terms[n], _weights[n++]) = (_terms[k], _weights[k]);
        }
        _count = n;
    }

    // The value that would stand at a place if all were sorted, lowest first (Hoare's selection).
    private static float Nth(Span<float> values, int place)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = values[(low + high) / 2];
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] < pivot)
                    i++;
                while (values[j] > pivot)
                    j--;
                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }
            if (place <= j)
                high = j;
            else if (place >= i)
                low = i;
            else
                break;
        }
        return values[place];
    }

    private static void Grow(ref uint[] terms, ref float[] weights, int length)
    {
        if (terms.Length >= length)
            return;
        terms = new uint[2 * length];
        weights = new float[2 * length];
    }
}
