namespace Readout.Stories.Streams;

/// <summary>What a text is compared by, made once. Weights are counts, not yet weighed by how rare a term is.</summary>
/// <param name="Title">Words of the headline.</param>
/// <param name="Lead">Words of the headline and of the first lines.</param>
/// <param name="Body">Words of the whole, the headline's and the first lines' counting more.</param>
/// <param name="Names">Capitalised words that are no ordinary ones.</param>
/// <param name="Places">Places in the lists, and their countries.</param>
/// <param name="Numbers">Numbers, also those in words.</param>
/// <param name="Sounds">What the names sound like, for comparing texts of two languages.</param>
/// <param name="Days">Days it names (<see cref="DayMentions"/>).</param>
internal sealed record TextFeatures(SparseVector Title, SparseVector Lead, SparseVector Body, SparseVector Names, SparseVector Places, SparseVector Numbers, SparseVector Sounds, SparseVector Days)
{
    /// <summary>How rare words are in the text's language.</summary>
    public required WordCounts Counts { get; init; }

    /// <summary>The text's language.</summary>
    public required Tongue Tongue { get; init; }
}
