using Readout.Annotations;
using Readout.Text;

namespace Readout.Claims;

/// <summary>All that is compared of two statements once they speak of one thing: words, numbers, days.</summary>
internal sealed record StatementValues(StatementTerms Terms, IReadOnlyList<StatedValue> Values)
{
    /// <summary>A short text as one statement.</summary>
    public static StatementValues Read(Document document)
    {
        var whole = new Span(0, document.Text.Value.Length);
        var reader = new StatementTermReader(document);
        var terms = reader.Read(document.Sentences, [whole], 0);
        return new StatementValues(terms, new StatedValueReader(document, terms, [.. reader.Places]).Read(whole));
    }

    /// <summary>The statements of a story, in their order.</summary>
    public static IReadOnlyList<StatementValues> Read(IReadOnlyList<Statement> statements)
    {
        var values = new List<StatementValues>(statements.Count);
        StatementTermReader? reader = null;
        Document? document = null;
        var place = 0;
        foreach (var statement in statements)
        {
            if (!ReferenceEquals(document, statement.Document))
                (document, reader, place) = (statement.Document, new StatementTermReader(statement.Document), 0);
            var terms = reader!.Read([statement.Sentence], statement.Parts, place++);
            var stated = new StatedValueReader(document, terms, [.. reader.Places]);
            values.Add(new StatementValues(terms, [.. statement.Parts.SelectMany(stated.Read)]));
        }
        return values;
    }
}
