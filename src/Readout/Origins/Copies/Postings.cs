namespace Readout.Origins;

/// <summary>
/// Which texts hold a hash: an open-addressing table. Most hashes stand in one text alone and take eight bytes; the others
/// have a list. Built for tens of millions of entries.
/// </summary>
internal sealed class Postings
{
    private const int Free = int.MinValue;

    private readonly List<int[]> _lists = [];
    private readonly List<int> _lengths = [];
    private uint[] _keys = new uint[1024];
    private int[] _values = Filled(1024);
    private int _count;

    /// <summary>The texts that hold a hash, in the order in which they came; <paramref name="single"/> is room for one.</summary>
    public ReadOnlySpan<int> Of(uint hash, Span<int> single)
    {
        var value = _values[Find(hash)];
        if (value == Free)
            return [];
        if (value < 0)
            return _lists[~value].AsSpan(0, _lengths[~value]);
        single[0] = value;
        return single[..1];
    }

    /// <summary>Adds a text under a hash, unless it was the last one added there.</summary>
    public void Add(uint hash, int text)
    {
        if ((_count + 1) * 10L > _keys.Length * 7L)
            Grow();
        var at = Find(hash);
        var value = _values[at];
        if (value == Free)
        {
            (_keys[at], _values[at]) = (hash, text);
            _count++;
        }
        else if (value < 0)
        {
            Append(~value, text);
        }
        else if (value != text)
        {
            _values[at] = ~_lists.Count;
            _lists.Add([value, text]);
            _lengths.Add(2);
        }
    }

    /// <summary>A table of the texts from a number onward; the others are forgotten.</summary>
    public Postings From(int first)
    {
        var kept = new Postings();
        Span<int> single = stackalloc int[1];
        for (var at = 0; at < _keys.Length; at++)
        {
            if (_values[at] == Free)
                continue;
            foreach (var text in Of(_keys[at], single))
            {
                if (text >= first)
                    kept.Add(_keys[at], text);
            }
        }
        return kept;
    }

    private void Append(int list, int text)
    {
        var length = _lengths[list];
        if (_lists[list][length - 1] == text)
            return;
        if (length == _lists[list].Length)
        {
            var longer = new int[length * 2];
            _lists[list].CopyTo(longer, 0);
            _lists[list] = longer;
        }
        _lists[list][length] = text;
        _lengths[list] = length + 1;
    }

    private void Grow()
    {
        var (keys, values) = (_keys, _values);
        (_keys, _values) = (new uint[keys.Length * 2], Filled(keys.Length * 2));
        for (var i = 0; i < keys.Length; i++)
        {
            if (values[i] == Free)
                continue;
            var at = Find(keys[i]);
            (_keys[at], _values[at]) = (keys[i], values[i]);
        }
    }

    private int Find(uint hash)
    {
        var mask = _keys.Length - 1;
        var at = (int)((hash * 0x9e3779b97f4a7c15UL) >> 32) & mask;
        while (_values[at] != Free && _keys[at] != hash)
            at = (at + 1) & mask;
        return at;
    }

    private static int[] Filled(int length)
    {
        var values = new int[length];
        Array.Fill(values, Free);
        return values;
    }
}
