namespace Readout.Stories.Streams;

/// <summary>Finds the texts of the last weeks that share a text's rarest words. What it costs depends on the window, not on the archive.</summary>
internal sealed class CandidateFinder
{
    private const int QueryTerms = 30;

    /// <summary>Of the texts of a day that have a term, so many are looked at: enough to meet the event that all of them report.</summary>
    private const int LongestPosting = 100;

    private const int MostVisits = 6000;

    private readonly List<int> _touched = [];
    private readonly List<(float Weight, int Text)> _best = [];
    private float[] _found = new float[1024];
    private uint[] _terms = new uint[256];
    private float[] _weights = new float[256];

    /// <summary>The texts most like one, the likeliest first.</summary>
    /// <param name="body">The text's words.</param>
    /// <param name="shelves">Days to look at, the nearest first.</param>
    /// <param name="most">How many to give.</param>
    /// <param name="order">Decides between equals; must not depend on arrival.</param>
    public IReadOnlyList<(float Weight, int Text)> Find(SparseVector body, IReadOnlyList<DayShelf> shelves, int most, Comparison<int> order)
    {
        var n = Rarest(body);
        var visits = 0;
        foreach (var shelf in shelves)
        {
            if (visits >= MostVisits)
                break;
            for (var i = 0; i < n; i++)
            {
                var postings = shelf.First(_terms[i], LongestPosting);
                visits += postings.Length;
                Count(shelf, postings, _weights[i] * _weights[i]);
            }
        }
        _best.Clear();
        foreach (var text in _touched)
        {
            Keep((_found[text], text), most, order);
            _found[text] = 0;
        }
        _touched.Clear();
        return _best;
    }

    private int Rarest(SparseVector body)
    {
        var n = body.Count;
        if (_terms.Length < n)
            (_terms, _weights) = (new uint[n], new float[n]);
        body.Terms.CopyTo(_terms);
        for (var i = 0; i < n; i++)
            _weights[i] = -body.Weights[i];
        Array.Sort(_weights, _terms, 0, n);
        return Math.Min(n, QueryTerms);
    }

    private void Count(DayShelf shelf, ReadOnlySpan<ulong> postings, float weight)
    {
        foreach (var posting in postings)
        {
            var text = shelf.Text(posting);
            if (text >= _found.Length)
                Array.Resize(ref _found, Math.Max(text + 1, _found.Length * 2));
            if (_found[text] == 0)
                _touched.Add(text);
            _found[text] += weight;
        }
    }

    // a short list in order: most texts are no better than its last
    private void Keep((float Weight, int Text) found, int most, Comparison<int> order)
    {
        if (_best.Count == most && !Before(found, _best[^1], order))
            return;
        if (_best.Count == most)
            _best.RemoveAt(most - 1);
        var at = _best.Count;
        while (at > 0 && Before(found, _best[at - 1], order))
            at--;
        _best.Insert(at, found);
    }

    private static bool Before((float Weight, int Text) a, (float Weight, int Text) b, Comparison<int> order) =>
        a.Weight > b.Weight || (a.Weight == b.Weight && order(a.Text, b.Text) < 0);
}
