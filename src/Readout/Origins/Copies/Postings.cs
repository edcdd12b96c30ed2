namespace Readout.Origins;

/// <summary>
/// Which texts hold a hash: open-addressing tables. Most hashes stand in one text alone and take eight bytes; the others
/// have a list. Built for tens of millions of entries: many small tables, each of which grows and is cleaned by itself, so that
/// the room needed meanwhile is a small table's.
/// </summary>
internal sealed class Postings
{
    private const int Tables = 256;

    private readonly Table[] _tables = new Table[Tables];

    public Postings()
    {
        for (var i = 0; i < Tables; i++)
            _tables[i] = new Table();
    }

    /// <summary>The texts that hold a hash, in the order in which they came; <paramref name="single"/> is room for one.</summary>
    public ReadOnlySpan<int> Of(uint hash, Span<int> single)
    {
        var mixed = Mix(hash);
        return _tables[mixed % Tables].Of(hash, mixed, single);
    }

    /// <summary>Adds a text under a hash, unless it was the last one added there.</summary>
    public void Add(uint hash, int text)
    {
        var mixed = Mix(hash);
        _tables[mixed % Tables].Add(hash, mixed, text);
    }

    /// <summary>Forgets the texts before a number.</summary>
    public void Forget(int first)
    {
        for (var i = 0; i < Tables; i++)
            _tables[i] = _tables[i].From(first);
    }

    private static uint Mix(uint hash) => (uint)((hash * 0x9e3779b97f4a7c15UL) >> 32);

    private sealed class Table
    {
        private const int Free = int.MinValue;

        private readonly List<int[]> _lists = [];
        private readonly List<int> _lengths = [];
        private uint[] _keys;
        private int[] _values;
        private int _count;

        public Table(int size = 16) => (_keys, _values) = (new uint[size], Filled(size));

        public ReadOnlySpan<int> Of(uint hash, uint mixed, Span<int> single)
        {
            var value = _values[Find(hash, mixed)];
            if (value == Free)
                return [];
            if (value < 0)
                return _lists[~value].AsSpan(0, _lengths[~value]);
            single[0] = value;
            return single[..1];
        }

        public void Add(uint hash, uint mixed, int text)
        {
            if ((_count + 1) * 4L > _keys.Length * 3L)
                Grow();
            var at = Find(hash, mixed);
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

        public Table From(int first)
        {
            // as large: keys come in the order of their slots, and would crowd the front of a table that has yet to grow
            var kept = new Table(_keys.Length);
            Span<int> single = stackalloc int[1];
            for (var at = 0; at < _keys.Length; at++)
            {
                if (_values[at] == Free)
                    continue;
                var mixed = Mix(_keys[at]);
                foreach (var text in Of(_keys[at], mixed, single))
                {
                    if (text >= first)
                        kept.Add(_keys[at], mixed, text);
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
            var size = keys.Length + (keys.Length / 4);
            (_keys, _values) = (new uint[size], Filled(size));
            for (var i = 0; i < keys.Length; i++)
            {
                if (values[i] == Free)
                    continue;
                var at = Find(keys[i], Mix(keys[i]));
                (_keys[at], _values[at]) = (keys[i], values[i]);
            }
        }

        // the table was chosen by the last bits, the slot goes by the first
        private int Find(uint hash, uint mixed)
        {
            var at = (int)((mixed * (ulong)_keys.Length) >> 32);
            while (_values[at] != Free && _keys[at] != hash)
                at = at + 1 == _keys.Length ? 0 : at + 1;
            return at;
        }

        private static int[] Filled(int length)
        {
            var values = new int[length];
            Array.Fill(values, Free);
            return values;
        }
    }
}
