using Readout.Articles;
using Readout.Languages;
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
        if (PageLanguage.IsForeign(article))
            return AnnotateForeign(id, article, tokens, sentences);
        (var words, sentences) = SyntaxTagger.Tag(article.Page.Text, tokens, sentences);
        var (mentions, entities) = EntityTagger.Tag(article, tokens, sentences, words);
        if (article.Published is null)
            article = Date(article, tokens, sentences, mentions, entities);
        var document = new Document(id, article, tokens, sentences, [], [], mentions, entities, [], [], [], article.Diagnostics) { Words = words };
        document = Reanchor(document, document.Anchor);
        document = document with { Upstream = UpstreamFinder.Find(document) };
        return MachineTranslationDetector.Detect(document) is { } translated
            ? document with { Diagnostics = [.. document.Diagnostics, translated] }
            : document;
    }

    /// <summary>
    /// A page in a language without a folder: words, sentences, written dates and names that stand in the lists. Who said what, and what
    /// happened, is not guessed by the rules of another language.
    /// </summary>
    private static Document AnnotateForeign(string id, Article article, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        var (mentions, entities) = ListedNames.Tag(article.Page.Text, tokens, sentences);
        var unsupported = new Diagnostic(
            DiagnosticCode.UnsupportedLanguage,
            $"The page is in '{article.Language}', which Readout does not read: words, sentences, written dates and names of the lists alone; no quotations, no events.");
        article = article with { Diagnostics = [.. article.Diagnostics, unsupported] };
        var document = new Document(id, article, tokens, sentences, [], [], mentions, entities, [], [], [], article.Diagnostics) { IsForeign = true };
        return Reanchor(document, document.Anchor);
    }

    /// <summary>Reads again every layer that depends on the day the words speak from.</summary>
    public static Document Reanchor(Document document, DateRange anchor)
    {
        var times = TimeTagger.Tag(document.Text, document.Tokens, document.Sentences, anchor, document.IsForeign ? document.Article.Language : null);
        document = document with { Anchor = anchor, Times = times };
        if (document.IsForeign)
            return document;
        document = document with { Quantities = QuantityTagger.Tag(document.Text, document.Tokens, document.Sentences, times) };
        var tree = new WordTree(document);
        document = document with { Quotations = QuotationTagger.Tag(document, tree) };
        document = document with { Stances = StanceTagger.Tag(document, tree) };
        var (events, open) = EventTagger.Tag(document, tree);
        return document with { Events = events, OpenEvents = open };
    }

    /// <summary>Infers the day again of a page that states none, knowing the days of the pages beside it.</summary>
    public static Document Redate(Document document, DateRange pile)
    {
        if (document.IsForeign)
            return document;
        var article = Date(
            document.Article with { Diagnostics = [.. document.Article.Diagnostics.Where(d => d.Code != DiagnosticCode.InferredDate)] },
            document.Tokens, document.Sentences, document.Mentions, document.Entities, pile);
        if (article.Published is not { } published || published.When == document.Article.Published?.When)
            return document;
        var others = document.Diagnostics.Where(d => d.Code != DiagnosticCode.InferredDate);
        var redated = document with { Article = article, Diagnostics = [.. others, .. article.Diagnostics.Where(d => d.Code == DiagnosticCode.InferredDate)] };
        return Reanchor(redated, published.When);
    }

    private static Article Date(
        Article article, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences,
        IReadOnlyList<Mention> mentions, IReadOnlyList<PageEntity> entities, DateRange? pile = null)
    {
        var unanchored = TimeTagger.Tag(article.Page.Text, tokens, sentences, DateRange.Unknown);
        if (DateInference.Infer(article, tokens, unanchored, mentions, entities, pile) is not { } inferred)
            return article;
        return article with
        {
            Published = inferred,
            Diagnostics =
            [
                .. article.Diagnostics,
                new Diagnostic(DiagnosticCode.InferredDate, $"States no day; its words place it in {inferred.When}.", inferred.Spans.Count > 0 ? inferred.Spans[0] : null),
            ],
        };
    }
}
