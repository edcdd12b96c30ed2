namespace Readout.Stories.Streams;

/// <summary>Counts the terms of one field of one text; used over and over.</summary>
internal sealed class TermCounter
{
    private readonly Dictionary<uint, double> _counts = [];
    private uint[] _terms = new uint[64];
    private float[] _weights = new float[64];

    public void Add(uint term, double weight) => _counts[term] = _counts.GetValueOrDefault(term) + weight;

    /// <summary>The terms with damped counts, cut to those that weigh most by a language's counts; begins anew.</summary>
    public SparseVector Take(int most, WordCounts? counts)
    {
        if (_counts.Count == 0)
            return SparseVector.Empty;
        var n = _counts.Count;
        if (_terms.Length < _counts.Count)
            (_terms, _weights) = (new uint[_counts.Count * 2], new float[_counts.Count * 2]);
        _counts.Keys.CopyTo(_terms, 0);
        Array.Sort(_terms, 0, n);
        for (var i = 0; i < n; i++)
            _weights[i] = (float)(Math.Log(1 + _counts[_terms[i]]) * (counts?.Rarity(_terms[i]) ?? 1));
        var taken = SparseVector.Heaviest(_terms.AsSpan(0, n), _weights.AsSpan(0, n), most);
        var damped = new float[taken.Count];
        for (var i = 0; i < damped.Length; i++)
            damped[i] = (float)Math.Log(1 + _counts[taken.Terms[i]]);
        _counts.Clear();
        return new SparseVector(taken.Terms.ToArray(), damped);
    }
}
