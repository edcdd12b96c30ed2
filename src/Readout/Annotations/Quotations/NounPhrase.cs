namespace Readout.Annotations;

/// <summary>The words that name a speaker: pieces [First, End) of a line.</summary>
internal readonly record struct NounPhrase(int First, int End)
{
    public bool IsEmpty => End <= First;
}
