using Readout.Languages;

namespace Readout.Stories.Streams;

/// <summary>
/// What a name sounds like, by its consonants: "Gadafi", "Kadhafi" and "Qaddafi" come out alike. Vowels and endings are spelt in each
/// language's own way; other alphabets are transliterated letter by letter (after the consonant keys of Russell's Soundex, 1918).
/// </summary>
internal static class Sounds
{
    private const int Longest = 5;
    private const int Shortest = 3;

    private static readonly string?[] s_latin = Letters();

    /// <summary>A hash of a name's sound; 0 where it has too few consonants to tell it by.</summary>
    /// <param name="name">In lower case, without accents.</param>
    public static uint Of(ReadOnlySpan<char> name)
    {
        // set apart from the hashes of words
        var hash = Hashing.Add(Hashing.Start, '$');
        var (count, last) = (0, '\0');
        for (var i = 0; i < name.Length && count < Longest; i++)
        {
            if (name[i] >= s_latin.Length || s_latin[name[i]] is not { } letters)
                continue;
            for (var k = 0; k < letters.Length && count < Longest; k++)
            {
                var sound = Class(letters[k], k + 1 < letters.Length ? letters[k + 1] : i + 1 < name.Length ? name[i + 1] : '\0');
                if (sound == '\0' || sound == last)
                    continue;
                hash = Hashing.Add(hash, sound);
                last = sound;
                count++;
            }
        }
        return count < Shortest ? 0 : hash;
    }

    private static char Class(char letter, char next) => letter switch
    {
        'c' when next is 'e' or 'i' or 'y' => 's',
        'c' or 's' when next is 'h' => 'x',
        'p' when next is 'h' => 'f',
        'c' or 'g' or 'k' or 'q' => 'k',
        's' or 'z' or 'x' => 's',
        'v' or 'w' => 'v',
        'b' or 'd' or 'f' or 'j' or 'l' or 'm' or 'n' or 'p' or 'r' or 't' => letter,
        _ => '\0',
    };

    private static string?[] Letters()
    {
        var letters = new string?[0x600];
        for (var c = 'a'; c <= 'z'; c++)
            letters[c] = c.ToString();
        foreach (var row in Resource.Rows("transliteration.tsv"))
        {
            if (row[0].Length == 1 && row[0][0] < letters.Length)
                letters[row[0][0]] = row[1];
        }
        return letters;
    }
}
