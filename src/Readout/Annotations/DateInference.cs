using Readout.Articles;

namespace Readout.Annotations;

/// <summary>For a page that states no day: the interval it must have been published in, with the words that show it.</summary>
internal static class DateInference
{
    public static Published? Infer(
        Article article, IReadOnlyList<Token> tokens, IReadOnlyList<TimeExpression> times,
        IReadOnlyList<Mention> mentions, IReadOnlyList<PageEntity> entities) => null;
}
