using Readout.Articles;

namespace Readout.Annotations;

/// <summary>Groups tokens into sentences; none spans two paragraphs.</summary>
internal static class SentenceSplitter
{
    public static IReadOnlyList<Sentence> Split(Article article, IReadOnlyList<Token> tokens) => [];
}
