using Readout.Annotations;

namespace Readout.Tests.Annotations.Events;

/// <summary>A document of one paragraph with tokens and sentences, and no other layer.</summary>
internal static class MadeDocument
{
    public static Document Of(string text)
    {
        var article = Made.Paragraph(text);
        var tokens = Tokenizer.Tokenize(article);
        return new Document("d", article, tokens, SentenceSplitter.Split(article, tokens), [], [], [], [], [], [], [], []);
    }
}
