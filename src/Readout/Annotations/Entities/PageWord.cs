using Readout.Text;

namespace Readout.Annotations;

/// <summary>How a word is written and where it stands.</summary>
[Flags]
internal enum WordShape
{
    None = 0,

    /// <summary>Begins with a capital letter.</summary>
    Capital = 1,

    /// <summary>Two letters or more, all of them capitals.</summary>
    AllCaps = 2,

    /// <summary>One capital with a full stop.</summary>
    Initial = 4,

    Number = 8,

    /// <summary>A punctuation mark or symbol.</summary>
    Mark = 16,

    /// <summary>Opens a sentence, a quotation or a clause after a colon: a capital proves nothing here.</summary>
    Starts = 32,

    /// <summary>Stands in a heading written in capitals or title case: a capital proves nothing here either.</summary>
    Heading = 64,

    /// <summary>Joined by a hyphen to the word before, as the second name of "Orlen-Vask".</summary>
    Glued = 128,
}

/// <summary>A token, or a part of one that is hyphened together from names.</summary>
internal readonly record struct PageWord(Span Span, string Norm, string Fold, WordShape Shape, int Sentence)
{
    public bool Is(WordShape shape) => (Shape & shape) != WordShape.None;
}
