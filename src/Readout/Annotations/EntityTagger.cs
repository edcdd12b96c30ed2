using Readout.Articles;

namespace Readout.Annotations;

/// <summary>Finds people, bodies and places and joins every way the page names them.</summary>
internal static class EntityTagger
{
    public static (IReadOnlyList<Mention> Mentions, IReadOnlyList<PageEntity> Entities) Tag(
        Article article, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences) => ([], []);
}
