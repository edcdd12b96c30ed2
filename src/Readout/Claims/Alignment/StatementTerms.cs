namespace Readout.Claims;

/// <summary>What a word of a statement is there for.</summary>
internal enum TermKind : byte
{
    /// <summary>Names something that happens: a verb, or a noun of a predicate class.</summary>
    Predicate,

    /// <summary>Any other noun.</summary>
    Noun,

    /// <summary>Adjective or adverb.</summary>
    Modifier,

    /// <summary>Part of the name of a person, body or thing.</summary>
    Name,

    /// <summary>Part of the name of a place or people.</summary>
    Place,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A weekday, month, hour or another word of a time.</summary>
    Time,
}

/// <summary>A word of a statement, as it is compared.</summary>
/// <param name="Stem">Hash of its stem.</param>
/// <param name="Kind">What it is there for.</param>
/// <param name="Weight">How rare it is in the news: the logarithm of one in so many texts.</param>
/// <param name="Meaning">Its row in <see cref="WordMeanings"/>; −1 where it has none.</param>
/// <param name="Class">Hash of its predicate class; 0 where it has none.</param>
internal readonly record struct StatementTerm(uint Stem, TermKind Kind, float Weight, int Meaning, uint Class)
{
    /// <summary>Its meaning may be had by another word; a name, a number or a day is itself alone.</summary>
    public bool IsOpen => Kind <= TermKind.Modifier;

    /// <summary>The same word, or one that names the same kind of happening.</summary>
    public bool Matches(in StatementTerm other) => Stem == other.Stem || (Class != 0 && Class == other.Class);
}

/// <summary>A word that hangs on another: "ferry" on "closed", "Friday" on "closed".</summary>
/// <param name="Head">Index of the upper word in <see cref="StatementTerms.Terms"/>.</param>
/// <param name="Argument">Index of the lower one.</param>
internal readonly record struct TermLink(int Head, int Argument);

/// <summary>What a statement is compared by: its words with their kinds, and which of them hangs on which.</summary>
/// <param name="Terms">In the order of the sentence, at most <see cref="Most"/>.</param>
/// <param name="Links">Subjects, objects and other arguments with their predicates.</param>
/// <param name="Place">Which sentence of its page it is, counted from 0.</param>
internal sealed record StatementTerms(StatementTerm[] Terms, TermLink[] Links, int Place)
{
    /// <summary>A longer sentence is compared by its first terms.</summary>
    public const int Most = 64;
}
