using System.Numerics;

namespace Readout.Stories.Streams;

/// <summary>The texts of one day by their rarest terms. Built once from all of them, so that their order of arrival does not show.</summary>
internal sealed class DayShelf
{
    /// <summary>Terms by which a text can be found.</summary>
    public const int Terms = 40;

    private readonly ulong[] _postings;
    private readonly int[] _starts;
    private readonly int _shift;

    private readonly int[] _texts;

    private DayShelf(int[] texts, ulong[] postings)
    {
        (_texts, _postings) = (texts, postings);
        // the first bits of a term lead to within a few postings of it
        var bits = Math.Clamp(BitOperations.Log2((uint)postings.Length + 1) - 1, 1, 24);
        _shift = 64 - bits;
        _starts = new int[(1 << bits) + 1];
        foreach (var posting in postings)
            _starts[(posting >> _shift) + 1]++;
        for (var i = 1; i < _starts.Length; i++)
            _starts[i] += _starts[i - 1];
    }

    /// <param name="texts">In an order that does not depend on that of arrival.</param>
    public static DayShelf Of(IReadOnlyList<(int Text, SparseVector Body)> texts)
    {
        var postings = new List<ulong>(texts.Count * Terms);
        for (var i = 0; i < texts.Count; i++)
        {
            var rarest = SparseVector.Heaviest(texts[i].Body.Terms, texts[i].Body.Weights, Terms);
            foreach (var term in rarest.Terms)
                postings.Add(((ulong)term << 32) | (uint)i);
        }
        var sorted = postings.ToArray();
        Array.Sort(sorted);
        return new DayShelf([.. texts.Select(t => t.Text)], sorted);
    }

    /// <summary>What it is made of, so that it can be kept.</summary>
    public (int[] Texts, ulong[] Postings) Parts => (_texts, _postings);

    /// <summary>A shelf of what <see cref="Parts"/> gave.</summary>
    public static DayShelf Of(int[] texts, ulong[] postings) => new(texts, postings);

    /// <summary>The text that a posting stands for.</summary>
    public int Text(ulong posting) => _texts[(int)(uint)posting];

    /// <summary>The first postings of a term; where it has more, the rest are left out.</summary>
    public ReadOnlySpan<ulong> First(uint term, int most)
    {
        var slot = (int)(((ulong)term << 32) >> _shift);
        var (from, end) = (_starts[slot], _starts[slot + 1]);
        var at = _postings.AsSpan(from, end - from).BinarySearch((ulong)term << 32);
        from += at < 0 ? ~at : at;
        end = Math.Min(end, from + most);
        var to = from;
        while (to < end && (uint)(_postings[to] >> 32) == term)
            to++;
        return _postings.AsSpan(from, to - from);
    }
}
