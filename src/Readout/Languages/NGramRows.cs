namespace Readout.Languages;

/// <summary>
/// Numbers the n-grams of a table, up to three letters, a border between words counting as one. A script's letters are few:
/// each has a number of seven bits, so that an n-gram is found by its letters' numbers, without a search.
/// </summary>
internal sealed class NGramRows
{
    public const char Border = ' ';
    public const int BorderCode = 1;

    private const int Bits = 7;
    private const int Letters = 1 << Bits;

    private readonly byte[] _codes = new byte[char.MaxValue + 1];       // 0 for letters of no n-gram
    private readonly ushort[] _singles = new ushort[Letters];
    private readonly ushort[] _pairs = new ushort[Letters * Letters];
    private readonly int[] _blocks = new int[Letters * Letters];        // where the triples that begin with a pair stand
    private readonly ushort[] _triples;

    /// <param name="grams">The n-grams; the first one has the number 1.</param>
    public NGramRows(IReadOnlyList<string> grams)
    {
        var letters = grams.SelectMany(g => g).Where(c => c != Border).Distinct().Order().ToList();
        if (letters.Count > Letters - 2)
            throw new InvalidDataException($"{letters.Count} letters are more than an n-gram table may have");
        for (var i = 0; i < _codes.Length; i++)
        {
            var letter = Readout.Languages.Letters.Fold((char)i);
            _codes[i] = letter == Border ? (byte)BorderCode : (byte)(letters.BinarySearch(letter) is >= 0 and var at ? at + 2 : 0);
        }
        var blocks = 1;
        foreach (var gram in grams.Where(g => g.Length == 3))
        {
            ref var block = ref _blocks[Index(Code(letters, gram[0]), Code(letters, gram[1]))];
            block = block > 0 ? block : Letters * blocks++;
        }
        _triples = new ushort[Letters * blocks];
        for (var i = 0; i < grams.Count; i++)
            Slot(grams[i], letters) = (ushort)(i + 1);
    }

    public int CodeOf(char c) => _codes[c];

    /// <summary>Number of a letter; 0 where the table has none. A border alone says nothing.</summary>
    public int Single(int code) => code == BorderCode ? 0 : _singles[code];

    public int Pair(int first, int second) => _pairs[Index(first, second)];

    /// <summary>Number of three; 0 where the table has none, or where a border parts them in two words.</summary>
    public int Triple(int first, int second, int third) => second == BorderCode ? 0 : _triples[_blocks[Index(first, second)] + third];

    /// <summary>Where a triple stands among all: the same for every table that is laid out like this one.</summary>
    public int TripleAt(int first, int second, int third) => second == BorderCode ? 0 : _blocks[Index(first, second)] + third;

    /// <summary>The numbers laid out as they are kept: single letters, pairs, triples.</summary>
    public (ushort[] Singles, ushort[] Pairs, ushort[] Triples) Layout => (_singles, _pairs, _triples);

    public static int Index(int first, int second) => first << Bits | second;

    private ref ushort Slot(string gram, List<char> letters)
    {
        var last = Code(letters, gram[^1]);
        if (gram.Length == 1)
            return ref _singles[last];
        if (gram.Length == 2)
            return ref _pairs[Index(Code(letters, gram[0]), last)];
        return ref _triples[_blocks[Index(Code(letters, gram[0]), Code(letters, gram[1]))] + last];
    }

    private static int Code(List<char> letters, char c) => c == Border ? BorderCode : letters.BinarySearch(c) + 2;
}
