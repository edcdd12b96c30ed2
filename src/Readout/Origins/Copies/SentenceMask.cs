namespace Readout.Origins;

/// <summary>Which sentences of a text are left out of comparisons. A shingle that touches one of them is out.</summary>
internal sealed class SentenceMask
{
    /// <summary>Nothing is left out.</summary>
    public static readonly SentenceMask None = new([]);

    private readonly (int From, int To)[] _out;

    private SentenceMask((int From, int To)[] stretches) => _out = stretches;

    /// <summary>Shingles left out, as ranges of their positions.</summary>
    public static SentenceMask Of(Shingling text, bool[] boilerplate)
    {
        var ranges = new List<(int, int)>();
        for (var s = 0; s < boilerplate.Length; s++)
        {
            if (boilerplate[s])
                ranges.Add((text.Starts[s] - Shingling.Width + 1, text.Starts[s + 1]));
        }
        return ranges.Count == 0 ? None : new SentenceMask([.. ranges]);
    }

    /// <summary>Calls for each shingle that counts, in the order of the text.</summary>
    public Walk Over(Shingling text) => new(text.Grams, _out);

    /// <summary>Number of shingles that count.</summary>
    public int Count(Shingling text)
    {
        if (_out.Length == 0)
            return text.Count;
        var count = 0;
        foreach (var _ in Over(text))
            count++;
        return count;
    }

    /// <summary>Goes over the shingles that count: no garbage, the index does this for every candidate.</summary>
    public ref struct Walk(uint[] grams, (int From, int To)[] without)
    {
        private int _next;

        /// <summary>Position of the current shingle.</summary>
        public int Current { get; private set; } = -1;

        public readonly Walk GetEnumerator() => this;

        public bool MoveNext()
        {
            while (++Current < grams.Length)
            {
                while (_next < without.Length && without[_next].To <= Current)
                    _next++;
                if (_next < without.Length && without[_next].From <= Current)
                    Current = without[_next].To - 1;
                else if (grams[Current] != 0)
                    return true;
            }
            return false;
        }
    }
}
