using System.Numerics;

namespace Readout.Languages;

/// <summary>N-gram frequencies of the languages of one script: how many half bits each n-gram costs in each language.</summary>
internal sealed class NGrams
{
    // What an n-gram costs in a language whose table lacks it: a little more than the rarest listed.
    private const byte Absent = 36;
    private const char Zero = '0';

    // As many costs as surely fit in sixteen bits.
    private const int MaxSummed = ushort.MaxValue / (byte.MaxValue / 2);

    private readonly ulong[] _keys;
    private readonly int[] _rows;
    private readonly byte[] _costs;
    private readonly int _stride;

    public NGrams(string file)
    {
        List<(ulong Key, string Cells)> grams = [];
        Languages = [];
        foreach (var row in Resource.Rows(file))
        {
            if (Languages.Length == 0)
                Languages = row[1].Split(' ');
            else
                grams.Add((KeyOf(row[0]), row[1]));
        }
        // A quarter full: most n-grams are found, or found missing, at the first look.
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)grams.Count * 4);
        _keys = new ulong[size];
        _rows = new int[size];
        // Rows are as long as whole vectors.
        _stride = (Languages.Length + Vector<byte>.Count - 1) / Vector<byte>.Count * Vector<byte>.Count;
        _costs = new byte[grams.Count * _stride];
        for (var i = 0; i < grams.Count; i++)
        {
            var slot = SlotOf(grams[i].Key);
            (_keys[slot], _rows[slot]) = (grams[i].Key, i * _stride);
            for (var j = 0; j < Languages.Length; j++)
                _costs[i * _stride + j] = grams[i].Cells[j] == '.' ? Absent : (byte)(grams[i].Cells[j] - Zero);
        }
    }

    /// <summary>BCP 47 codes, in the order of the costs.</summary>
    public string[] Languages { get; }

    /// <summary>Adds what a text costs in each language; gives the number of its letters, and of the n-grams that any language knows.</summary>
    public (int Letters, int Known) Cost(ReadOnlySpan<char> text, Span<int> cost)
    {
        int letters = 0, known = 0;
        Span<ushort> sums = stackalloc ushort[_stride];
        sums.Clear();
        var grams = new Grams(text);
        while (grams.Next(out var key))
        {
            letters += grams.IsLetter ? 1 : 0;
            var row = RowOf(key);
            if (row < 0)
                continue;
            Add(_costs.AsSpan(row, _stride), sums);
            if (++known % MaxSummed == 0)
                Move(sums, cost);
        }
        Move(sums, cost);
        return (letters, known);
    }

    private static void Add(ReadOnlySpan<byte> costs, Span<ushort> sums)
    {
        for (var i = 0; i < costs.Length; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(costs[i..]), out var low, out var high);
            var first = sums[i..];
            var second = sums[(i + Vector<ushort>.Count)..];
            (new Vector<ushort>(first) + low).CopyTo(first);
            (new Vector<ushort>(second) + high).CopyTo(second);
        }
    }

    private void Move(Span<ushort> sums, Span<int> cost)
    {
        for (var i = 0; i < Languages.Length; i++)
            cost[i] += sums[i];
        sums.Clear();
    }

    /// <summary>What a text costs in one language, and over how many n-grams that any language knows.</summary>
    public (int Cost, int Known, int Letters) CostIn(ReadOnlySpan<char> text, int language)
    {
        int cost = 0, known = 0, letters = 0;
        var grams = new Grams(text);
        while (grams.Next(out var key))
        {
            letters += grams.IsLetter ? 1 : 0;
            var row = RowOf(key);
            if (row < 0)
                continue;
            cost += _costs[row + language];
            known++;
        }
        return (cost, known, letters);
    }

    private int RowOf(ulong key)
    {
        var slot = SlotOf(key);
        return _keys[slot] == key ? _rows[slot] : -1;
    }

    private int SlotOf(ulong key)
    {
        var mask = _keys.Length - 1;
        var slot = (int)((key * 0x9E3779B97F4A7C15) >> 32) & mask;
        while (_keys[slot] != 0 && _keys[slot] != key)
            slot = (slot + 1) & mask;
        return slot;
    }

    private static ulong KeyOf(string gram)
    {
        ulong key = 0;
        foreach (var c in gram)
            key = key << 16 | (c == '_' ? ' ' : c);
        return key;
    }

    /// <summary>The n-grams of a text, one after the other: up to three letters, a border between words counting as one.</summary>
    private ref struct Grams(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private ulong _window = ' ';
        private int _at;
        private int _length = 3;

        /// <summary>True at the first n-gram that ends in a letter, so that letters are counted once.</summary>
        public readonly bool IsLetter => _length == 1 && (_window & 0xffff) != ' ';

        public bool Next(out ulong key)
        {
            while (true)
            {
                if (_length == 3 && !Step())
                {
                    key = 0;
                    return false;
                }
                _length = _length == 3 ? 1 : _length + 1;
                // A border alone says nothing, nor does a triple that a border parts in two words.
                if ((_length == 1 && (_window & 0xffff) == ' ') || (_length == 3 && (_window >> 16 & 0xffff) is ' ' or 0))
                    continue;
                key = _window & (ulong.MaxValue >> (64 - 16 * _length));
                return true;
            }
        }

        private bool Step()
        {
            while (_at < _text.Length)
            {
                var next = Letters.Fold(_text[_at++]);
                if (next == ' ' && (_window & 0xffff) == ' ')
                    continue;
                _window = (_window << 16 | next) & 0xffff_ffff_ffff;
                return true;
            }
            return false;
        }
    }
}
