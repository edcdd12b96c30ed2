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
        return [.. InParallel.Map(Pages(statements), OfPage).SelectMany(v => v)];
    }

    /// <summary>Statements that follow each other and stand on one page.</summary>
    public static List<ArraySegment<Statement>> Pages(IReadOnlyList<Statement> statements)
    {
        Statement[] all = [.. statements];
        var pages = new List<ArraySegment<Statement>>();
        for (int first = 0, end; first < all.Length; first = end)
        {
            for (end = first + 1; end < all.Length && ReferenceEquals(all[end].Document, all[first].Document); end++)
            {
            }
            pages.Add(new ArraySegment<Statement>(all, first, end - first));
        }
        return pages;
    }

    private static StatementValues[] OfPage(ArraySegment<Statement> page)
    {
        var values = new StatementValues[page.Count];
        var reader = new StatementTermReader(page[0].Document);
        for (var place = 0; place < values.Length; place++)
        {
            var terms = reader.Read([page[place].Sentence], page[place].Parts, place);
            var stated = new StatedValueReader(page[place].Document, terms, [.. reader.Places]);
            values[place] = new StatementValues(terms, [.. page[place].Parts.SelectMany(stated.Read)]);
        }
        return values;
    }
}
