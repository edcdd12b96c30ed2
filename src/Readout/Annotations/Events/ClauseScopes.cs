using Readout.Text;

namespace Readout.Annotations;

/// <summary>
/// The tokens that speak about a predicate: its sentence without the reporting words around a quotation's content,
/// cut at "but", "while", "although" and semicolons. A rough stand-in for a parse.
/// </summary>
internal sealed class ClauseScopes
{
    /// <summary>Tokens to either side of a predicate that may speak about it: no clause is longer, but a page without full stops is.</summary>
    private const int Reach = 120;

    private readonly Document _document;
    private readonly ILookup<int, int> _quotationsBySentence;

    public ClauseScopes(Document document)
    {
        _document = document;
        _quotationsBySentence = document.Quotations
            .SelectMany((q, index) => q.Content.Select(span => (Index: index, Sentence: SentenceAt(span.Start))))
            .Where(x => x.Sentence >= 0)
            .ToLookup(x => x.Sentence, x => x.Index);
    }

    /// <summary>The quotations with content in a sentence.</summary>
    public IEnumerable<Quotation> QuotationsIn(int sentence) => _quotationsBySentence[sentence].Select(q => _document.Quotations[q]);

    /// <summary>Index of the innermost quotation around a place in a sentence, in whose words it is told; null for none.</summary>
    public int? Innermost(int sentence, Span place)
    {
        int? innermost = null;
        foreach (var index in _quotationsBySentence[sentence])
        {
            var quotation = _document.Quotations[index];
            if ((innermost is not { } other || quotation.Extent.Length < _document.Quotations[other].Extent.Length) && quotation.Content.Any(c => c.Contains(place)))
                innermost = index;
        }
        return innermost;
    }

    /// <summary>First token and the token after the last of the clause around a token.</summary>
    public (int First, int End) Around(int sentence, int token)
    {
        var s = _document.Sentences[sentence];
        int first = Math.Max(s.FirstToken, token - Reach), end = Math.Min(s.EndToken, token + Reach);
        var at = _document.Tokens[token].Span;
        foreach (var quotation in QuotationsIn(sentence))
        {
            foreach (var content in quotation.Content)
            {
                if (!content.Contains(at))
                    continue;
                while (first < token && _document.Tokens[first].Span.Start < content.Start)
                    first++;
                while (end - 1 > token && _document.Tokens[end - 1].Span.End > content.End)
                    end--;
            }
        }
        for (var i = token - 1; i >= first; i--)
        {
            if (IsBreak(i, first))
            {
                first = i + 1;
                break;
            }
        }
        for (var i = token + 1; i < end; i++)
        {
            if (IsBreak(i, first))
            {
                end = i;
                break;
            }
        }
        return (first, end);
    }

    private bool IsBreak(int i, int first)
    {
        var norm = _document.Tokens[i].Norm;
        return norm is ";" || (norm is "but" or "while" or "although" or "though" or "whereas" && i > first);
    }

    private int SentenceAt(int position)
    {
        int low = 0, high = _document.Sentences.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = _document.Sentences[middle].Span;
            if (position < span.Start)
                high = middle - 1;
            else if (position >= span.End)
                low = middle + 1;
            else
                return middle;
        }
        return -1;
    }
}
