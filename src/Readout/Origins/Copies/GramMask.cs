namespace Readout.Origins;

/// <summary>Which shingles of a text are left out of comparisons.</summary>
internal sealed class GramMask
{
    /// <summary>Nothing is left out.</summary>
    public static readonly GramMask None = new([]);

    private readonly (int From, int To)[] _out;

    private GramMask((int From, int To)[] stretches) => _out = stretches;

    /// <summary>Leaves out ranges of positions, given in order; they may overlap.</summary>
    public static GramMask Without(List<(int From, int To)> ranges) => ranges.Count == 0 ? None : new GramMask([.. ranges]);

    /// <summary>The positions of the shingles that count, in the order of the text.</summary>
    public Walk Over(Shingling text) => new(text.Grams, _out);

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
