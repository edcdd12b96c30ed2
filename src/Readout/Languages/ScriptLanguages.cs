namespace Readout.Languages;

/// <summary>
/// The languages of one script. Letter frequencies decide between most; words and letters that a language does not share
/// with its neighbours decide where frequencies are too alike or not known.
/// </summary>
internal sealed class ScriptLanguages
{
    // In half bits. What a telling word, triple or letter is worth; what the page's own declaration is; what a language without
    // a table has to make up for. Chosen on user-manual sentences in 54 languages (docs/methods.md).
    private const int Word = 14;
    private const int Triple = 14;
    private const int Letter = 6;
    private const int Declared = 40;
    private const int Missing = 10;

    // Words speak only among languages whose letters fit about as well.
    private const int Near = 60;
    private const double NearPerLetter = 0.5;

    // Half bits an n-gram: what hardly a text of 100 letters exceeds in its own language; what a sentence in another language
    // never stays below; what most stay below in their own. Measured on the same sentences.
    private const double MaxCost = 16.3;
    private const double PlainCost = 14.8;
    private const double SureCost = 15.6;
    private const int MinStrange = 200;

    // Names look foreign in any text, so the difference has to be large for every letter.
    private const int ClearDifference = 84;
    private const double ClearPerLetter = 2.5;
    private const int MinForeignLetters = 20;

    private readonly NGrams _grams;
    private readonly int[][] _standIns;
    private readonly int[] _perHundred;
    private readonly Dictionary<string, int[]> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<char, int[]> _letters = [];
    private readonly Dictionary<string, int[]> _triples = new(StringComparer.Ordinal);

    public ScriptLanguages(string grams, string close)
    {
        _grams = new NGrams(grams);
        var rows = Resource.Rows(close).Where(r => Belongs(r[0], r[1])).ToList();
        Codes = [.. _grams.Languages, .. rows.Select(r => r[0]).Where(c => Array.IndexOf(_grams.Languages, c) < 0)];
        _standIns = new int[Codes.Length][];
        _perHundred = new int[Codes.Length];
        foreach (var row in rows)
        {
            var language = Array.IndexOf(Codes, row[0]);
            _standIns[language] = [.. row[1].Split(' ').Select(c => Array.IndexOf(Codes, c)).Where(i => i >= 0)];
            _perHundred[language] = int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture);
            foreach (var sign in row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (sign.Length == 1)
                    _letters[sign[0]] = [.. _letters.GetValueOrDefault(sign[0], []), language];
                else
                    _triples[sign] = [.. _triples.GetValueOrDefault(sign, []), language];
            }
            foreach (var word in row[4].Split(' '))
                _words[word] = [.. _words.GetValueOrDefault(word, []), language];
        }
    }

    /// <summary>BCP 47 codes: first those with a table, then those known by their words alone.</summary>
    public string[] Codes { get; }

    public int IndexOf(string code) => Array.IndexOf(Codes, code);

    public bool HasTable(string code) => IndexOf(code) is >= 0 and var i && i < _grams.Languages.Length;

    /// <summary>Adds a text's evidence: costs by letters, and what telling words and letters are worth. Gives the number of letters and of known n-grams.</summary>
    public (int Letters, int Known) Weigh(ReadOnlySpan<char> text, Span<int> cost, Span<int> worth)
    {
        var counted = _grams.Cost(text, cost);
        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        var triples = _triples.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[16];
        var length = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? Letters.Plain(text[i]) : ' ';
            if (c != ' ')
            {
                if (c > 127 && _letters.TryGetValue(c, out var telling))
                    Add(worth, telling, Letter);
                if (length < word.Length)
                    word[length] = c;
                length++;
                if (c == 'e' && length is >= 3 and <= 16 && triples.TryGetValue(word[(length - 3)..length], out var inside))
                    Add(worth, inside, Triple);
                continue;
            }
            if (length > 0 && length <= word.Length && words.TryGetValue(word[..length], out var languages))
                Add(worth, languages, Word);
            length = 0;
        }
        return counted;
    }

    /// <summary>What the evidence costs in one language, all in all.</summary>
    public int Total(ReadOnlySpan<int> cost, ReadOnlySpan<int> worth, int letters, int language, int declared)
    {
        return Total(cost, worth, letters, language, declared, cost[Least(cost)]);
    }

    private int Total(ReadOnlySpan<int> cost, ReadOnlySpan<int> worth, int letters, int language, int declared, int least)
    {
        var own = OwnCost(cost, language, letters);
        var near = own <= least + Near + (int)(NearPerLetter * letters);
        return own - (near ? worth[language] : 0) - (declared == language ? Declared : 0);
    }

    /// <summary>The language that costs least.</summary>
    public int Best(ReadOnlySpan<int> cost, ReadOnlySpan<int> worth, int letters, int declared = -1)
    {
        var (best, least) = (-1, int.MaxValue);
        var cheapest = cost[Least(cost)];
        for (var i = 0; i < Codes.Length; i++)
        {
            var total = Total(cost, worth, letters, i, declared, cheapest);
            if (total < least)
                (best, least) = (i, total);
        }
        return best;
    }

    /// <summary>False where the letters fit no language that has a table as they fit a text in it; a short text may look like anything.</summary>
    public bool Fits(ReadOnlySpan<int> cost, int known, int letters, int best) =>
        best >= _grams.Languages.Length || letters < MinStrange || cost[best] <= MaxCost * known;

    /// <summary>Another language than the main one, where the text is clearly written in it; null where it is not clear.</summary>
    public string? ForeignTo(string main, ReadOnlySpan<char> text)
    {
        var own = IndexOf(main);
        if (own >= 0 && own < _grams.Languages.Length)
        {
            // Most sentences are in the page's language, and look like it: one column of the table shows it.
            var (spent, known, count) = _grams.CostIn(text, own);
            if (count < MinForeignLetters || spent <= PlainCost * known)
                return null;
        }
        Span<int> cost = stackalloc int[Codes.Length];
        Span<int> worth = stackalloc int[Codes.Length];
        cost.Clear();
        worth.Clear();
        var (letters, seen) = Weigh(text, cost, worth);
        if (letters < MinForeignLetters)
            return null;
        var best = Best(cost, worth, letters);
        if (best < _grams.Languages.Length && cost[best] > SureCost * seen)
            return null;
        if (own < 0)
            return Codes[best];
        var difference = Total(cost, worth, letters, own, -1) - Total(cost, worth, letters, best, -1);
        return difference >= ClearDifference && difference > ClearPerLetter * letters ? Codes[best] : null;
    }

    private int OwnCost(ReadOnlySpan<int> cost, int language, int letters)
    {
        if (language < _grams.Languages.Length)
            return cost[language];
        var least = int.MaxValue;
        foreach (var near in _standIns[language])
            least = Math.Min(least, cost[near]);
        return least + Missing + (_perHundred[language] * letters / 100);
    }

    private int Least(ReadOnlySpan<int> cost)
    {
        var least = 0;
        for (var i = 1; i < _grams.Languages.Length; i++)
            least = cost[i] < cost[least] ? i : least;
        return least;
    }

    private static void Add(Span<int> worth, int[] languages, int value)
    {
        foreach (var language in languages)
            worth[language] += value;
    }

    private bool Belongs(string code, string standIns) =>
        Array.IndexOf(_grams.Languages, standIns == "-" ? code : standIns.Split(' ')[0]) >= 0 || standIns.Split(' ').Any(c => Array.IndexOf(_grams.Languages, c) >= 0);
}
