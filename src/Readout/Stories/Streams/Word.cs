namespace Readout.Stories.Streams;

/// <summary>A word as telling events apart sees it.</summary>
/// <param name="Plain">Hash of its letters, lower case without accents.</param>
/// <param name="Stem">Hash of its stem.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Capital">It begins with a capital letter.</param>
/// <param name="First">It stands at the start of a sentence or after a quotation mark.</param>
/// <param name="Joined">Nothing but blanks stands between it and the word before.</param>
/// <param name="Sound">Of a word with a capital, what it sounds like (<see cref="Sounds"/>); else 0.</param>
internal readonly record struct Word(uint Plain, uint Stem, WordKind Kind, bool Capital, bool First, bool Joined, uint Sound = 0);

/// <summary>What a word is made of.</summary>
internal enum WordKind
{
    /// <summary>Letters.</summary>
    Letters,

    /// <summary>Begins with a digit.</summary>
    Number,

    /// <summary>Two neighbouring signs of a script that sets no blanks between words.</summary>
    Signs,
}
