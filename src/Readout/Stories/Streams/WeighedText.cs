namespace Readout.Stories.Streams;

/// <summary>A text's fields weighed, each of length one; or the sum of several texts'.</summary>
internal sealed record WeighedText(SparseVector Title, SparseVector Lead, SparseVector Body, SparseVector Names, SparseVector Places, SparseVector Numbers, SparseVector Sounds, SparseVector Days, Tongue Tongue)
{
    public static readonly WeighedText Empty = new(SparseVector.Empty, SparseVector.Empty, SparseVector.Empty, SparseVector.Empty, SparseVector.Empty, SparseVector.Empty, SparseVector.Empty, SparseVector.Empty, Tongue.None);

    /// <summary>The sum of two, each field cut to the terms that weigh most.</summary>
    public WeighedText Plus(WeighedText other) => new(
        Title.Plus(other.Title, 60), Lead.Plus(other.Lead, 80), Body.Plus(other.Body, 100), Names.Plus(other.Names, 60), Places.Plus(other.Places, 24), Numbers.Plus(other.Numbers, 40), Sounds.Plus(other.Sounds, 60), Days.Plus(other.Days, 16), Tongue.With(other.Tongue));
}
