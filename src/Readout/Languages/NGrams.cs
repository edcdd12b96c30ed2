namespace Readout.Languages;

/// <summary>N-gram frequencies of the languages of one script.</summary>
internal sealed class NGrams
{
    // What an n-gram that a language's table lacks counts, in bits: a little rarer than the rarest listed.
    private const int Absent = 18;

    // Measured on English news sentences, many full of foreign names: none differs by as much, sentences of another language do.
    private const double ClearBitsPerLetter = 1.25;
    private const int ClearBits = 34;
    private const int MinForeignLetters = 18;

    private readonly string[] _languages = [];
    private readonly Dictionary<string, byte[]> _grams = new(StringComparer.Ordinal);

    public NGrams(string file)
    {
        foreach (var row in Resource.Rows(file))
        {
            if (_languages.Length == 0)
            {
                _languages = row[1].Split(' ');
                continue;
            }
            var bits = new byte[_languages.Length];
            for (var i = 0; i < bits.Length; i++)
                bits[i] = row[1][i] == '.' ? (byte)Absent : (byte)(row[1][i] - 'A' + 1);
            _grams[row[0].Replace('_', ' ')] = bits;
        }
    }

    public bool Knows(string language) => Array.IndexOf(_languages, language) >= 0;

    /// <summary>The language whose table makes the text most probable.</summary>
    public string? Best(ReadOnlySpan<char> text, int minLetters)
    {
        var (cost, letters) = Cost(text);
        return letters < minLetters ? null : _languages[IndexOfLeast(cost)];
    }

    /// <summary>Another language than the main one, where the text is clearly written in it.</summary>
    public string? BestAgainst(ReadOnlySpan<char> text, string main)
    {
        var (cost, letters) = Cost(text);
        if (letters < MinForeignLetters)
            return null;
        var best = IndexOfLeast(cost);
        var own = cost[Array.IndexOf(_languages, main)];
        var difference = own - cost[best];
        return difference >= ClearBits && difference > ClearBitsPerLetter * letters ? _languages[best] : null;
    }

    private (long[] Cost, int Letters) Cost(ReadOnlySpan<char> text)
    {
        var cost = new long[_languages.Length];
        var letters = 0;
        Span<char> window = [' ', ' ', ' '];
        var lookup = _grams.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var c in text)
        {
            var next = char.IsLetter(c) ? char.ToLowerInvariant(c) : ' ';
            if (next == ' ' && window[2] == ' ')
                continue;
            (window[0], window[1], window[2]) = (window[1], window[2], next);
            letters += next == ' ' ? 0 : 1;
            for (var length = 1; length <= 3; length++)
            {
                ReadOnlySpan<char> gram = window[(3 - length)..];
                // A blank inside a triple parts two words: no n-gram of either.
                if ((length == 1 && next == ' ') || (length == 3 && window[1] == ' '))
                    continue;
                if (lookup.TryGetValue(gram, out var bits))
                {
                    for (var i = 0; i < cost.Length; i++)
                        cost[i] += bits[i];
                }
            }
        }
        return (cost, letters);
    }

    private static int IndexOfLeast(long[] cost)
    {
        var least = 0;
        for (var i = 1; i < cost.Length; i++)
        {
            if (cost[i] < cost[least])
                least = i;
        }
        return least;
    }
}
