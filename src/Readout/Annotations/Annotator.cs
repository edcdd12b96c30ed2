using Readout.Articles;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Here is an article: what do its words say? One line per layer; a layer uses those above it.</summary>
public static class Annotator
{
    /// <summary>Adds every annotation layer.</summary>
    /// <param name="id">The document's id.</param>
    /// <param name="article">The article; its page's text is what all layers point into.</param>
    public static Document Annotate(string id, Article article)
    {
        var tokens = Tokenizer.Tokenize(article);
        var sentences = SentenceSplitter.Split(article, tokens);
        var times = TimeTagger.Tag(article.Page.Text, tokens, sentences, article.Published?.When ?? DateRange.Unknown);
        var quantities = QuantityTagger.Tag(article.Page.Text, tokens, sentences, times);
        var (mentions, entities) = EntityTagger.Tag(article, tokens, sentences);
        if (article.Published is null && DateInference.Infer(article, tokens, times, mentions, entities) is { } inferred)
        {
            article = article with { Published = inferred };
            times = TimeTagger.Tag(article.Page.Text, tokens, sentences, inferred.When);
            quantities = QuantityTagger.Tag(article.Page.Text, tokens, sentences, times);
        }
        var layers = new Document(id, article, tokens, sentences, times, quantities, mentions, entities, [], [], [], article.Diagnostics);
        layers = layers with { Quotations = QuotationTagger.Tag(layers) };
        layers = layers with { Upstream = UpstreamFinder.Find(layers) };
        return layers with { Events = EventTagger.Tag(layers) };
    }
}
