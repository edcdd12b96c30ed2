using System.Buffers;

namespace Readout.Languages;

/// <summary>
/// What is left of a word while its endings are cut, with the regions that Snowball's rules speak of: an ending may go
/// only where it lies in one of them, so that no stem is cut too short.
/// </summary>
internal ref struct WordStem
{
    private Span<char> _letters;

    /// <summary>Writes a word into room made for it.</summary>
    public WordStem(Span<char> room, string word)
    {
        _letters = room;
        word.CopyTo(room);
        Length = RV = R1 = R2 = word.Length;
    }

    public int Length { get; private set; }

    /// <summary>Where the region after the first vowel begins, roughly: each language has its own rule.</summary>
    public int RV { get; set; }

    /// <summary>Where the region after the first consonant that follows a vowel begins.</summary>
    public int R1 { get; set; }

    /// <summary>The same again, looked for in R1.</summary>
    public int R2 { get; set; }

    public readonly ReadOnlySpan<char> Text => _letters[..Length];

    /// <summary>The part of what is left that lies in RV.</summary>
    public readonly ReadOnlySpan<char> TextInRV => RV < Length ? _letters[RV..Length] : [];

    /// <summary>The same letters as <see cref="Text"/>, to be written on.</summary>
    public readonly Span<char> Letters => _letters[..Length];

    public readonly ref char this[int index] => ref _letters[index];

    /// <summary>Room for a word: a letter becomes two at most ("ß", "ë"), and an ending grows by one.</summary>
    public static int RoomFor(int letters) => 2 * letters + 1;

    /// <summary>True where the last letters, as many as said, lie in RV.</summary>
    public readonly bool InRV(int ending) => Length - ending >= RV;

    public readonly bool InR1(int ending) => Length - ending >= R1;

    public readonly bool InR2(int ending) => Length - ending >= R2;

    /// <summary>The letter before an ending; zero where the ending is the whole word.</summary>
    public readonly char Before(int ending) => Length > ending ? _letters[Length - ending - 1] : '\0';

    /// <summary>What stands before an ending.</summary>
    public readonly ReadOnlySpan<char> Without(int ending) => _letters[..(Length - ending)];

    public readonly bool EndsIn(string ending) => Text.EndsWith(ending);

    /// <summary>The place behind the first consonant that follows a vowel, from a place on; the word's end where there is none.</summary>
    public readonly int BehindVowelAndConsonant(int start, SearchValues<char> vowels) =>
        BehindNextExcept(BehindNext(start, vowels), vowels);

    /// <summary>The place behind the next of some letters; the word's end where there is none.</summary>
    public readonly int BehindNext(int start, SearchValues<char> letters)
    {
        var next = start < Length ? _letters[start..Length].IndexOfAny(letters) : -1;
        return next < 0 ? Length : start + next + 1;
    }

    /// <summary>The place behind the next letter that is none of some; the word's end where there is none.</summary>
    public readonly int BehindNextExcept(int start, SearchValues<char> letters)
    {
        var next = start < Length ? _letters[start..Length].IndexOfAnyExcept(letters) : -1;
        return next < 0 ? Length : start + next + 1;
    }

    public void MarkR1AndR2(SearchValues<char> vowels)
    {
        R1 = BehindVowelAndConsonant(0, vowels);
        R2 = BehindVowelAndConsonant(R1, vowels);
    }

    public void Cut(int letters) => Length -= letters;

    public void CutFront(int letters)
    {
        _letters = _letters[letters..];
        Length -= letters;
    }

    /// <summary>Cuts an ending if the word has it.</summary>
    public bool CutEnding(string ending)
    {
        if (!EndsIn(ending))
            return false;
        Cut(ending.Length);
        return true;
    }

    /// <summary>Cuts an ending if the word has it, and in R2.</summary>
    public bool CutInR2(string ending) => InR2(ending.Length) && CutEnding(ending);

    /// <summary>Writes other letters for the last ones.</summary>
    public void Replace(int ending, scoped ReadOnlySpan<char> by) => Replace(Length - ending, ending, by);

    /// <summary>Writes other letters for some.</summary>
    public void Replace(int start, int count, scoped ReadOnlySpan<char> by)
    {
        _letters[(start + count)..Length].CopyTo(_letters[(start + by.Length)..]);
        by.CopyTo(_letters[start..]);
        Length += by.Length - count;
    }
}
