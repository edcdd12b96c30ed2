using Readout.Stories.Streams;
using Readout.Text;

namespace Readout.Claims;

/// <summary>
/// What a pile of pages adds to each of its statements: which of its words are rare in the pile, which are told by like pages, and
/// which pages and sentences are near each other. Not for two threads at once.
/// </summary>
internal sealed class StatementPile
{
    private readonly Dictionary<uint, int> _holders = [];
    private readonly StatementTerms[] _statements;
    private readonly int[] _pageOf;
    private readonly Neighbourhood _near;
    private readonly Neighbourhood _nearPages;
    private readonly HashSet<uint>[] _words;
    private readonly float[]?[] _told;
    private readonly (int Page, float Alike)[]?[] _like;

    /// <param name="statements">Each with the page it stands on.</param>
    public StatementPile(IReadOnlyList<(string Page, StatementTerms Terms)> statements)
    {
        var pages = new Dictionary<string, int>(StringComparer.Ordinal);
        _statements = [.. statements.Select(s => s.Terms)];
        _pageOf = new int[_statements.Length];
        for (var i = 0; i < _pageOf.Length; i++)
        {
            if (!pages.TryGetValue(statements[i].Page, out var page))
                pages.Add(statements[i].Page, page = pages.Count);
            _pageOf[i] = page;
        }
        var onPage = Enumerable.Range(0, _pageOf.Length).ToLookup(i => _pageOf[i], i => _statements[i]);
        var terms = Enumerable.Range(0, pages.Count).Select(p => onPage[p].SelectMany(s => s.Terms).DistinctBy(t => t.Stem).ToArray()).ToArray();
        foreach (var term in terms.SelectMany(p => p))
            _holders[term.Stem] = _holders.GetValueOrDefault(term.Stem) + 1;
        PageCount = pages.Count;
        _words = [.. terms.Select(p => p.SelectMany(t => t.Class == 0 ? [t.Stem] : (uint[])[t.Stem, t.Class]).ToHashSet())];
        _nearPages = new Neighbourhood(InParallel.Map(terms, Vector));
        _near = new Neighbourhood(InParallel.Map(_statements, s => Vector(s.Terms)));
        _like = new (int, float)[PageCount][];
        _told = new float[_statements.Length][];
    }

    public int PageCount { get; }

    public StatementTerms this[int statement] => _statements[statement];

    /// <summary>How rare a stem is among the pages.</summary>
    public double Rarity(uint stem) => Math.Log((PageCount + 1) / (_holders.GetValueOrDefault(stem) + 0.5));

    /// <summary>For each term of a statement, the share of the like pages that have it too.</summary>
    public ReadOnlySpan<float> ToldOf(int statement) => _told[statement] ??= Told(statement);

    /// <summary>How alike the pages of two statements are, with what like pages say.</summary>
    public double Pages(int a, int b) => _nearPages.Wide(_pageOf[a], _pageOf[b]);

    /// <summary>How alike two statements are, with what like statements say.</summary>
    public double Wide(int a, int b) => _near.Wide(a, b);

    /// <summary>How alike two statements are by themselves.</summary>
    public double Own(int a, int b) => _near.Own(a, b);

    /// <summary>The share of a statement's names, by weight, that the page of another or pages like it have; half where it has none.</summary>
    public double NamesKnown(int statement, int by)
    {
        var (known, all) = (0f, 0f);
        foreach (var term in _statements[statement].Terms)
        {
            if (term.Kind is not (TermKind.Name or TermKind.Place))
                continue;
            all += term.Weight;
            known += term.Weight * Known(term, _pageOf[by]);
        }
        return all == 0 ? 0.5 : known / all;
    }

    private float Known(in StatementTerm term, int page)
    {
        var (known, all) = (_words[page].Contains(term.Stem) ? 1f : 0f, 1f);
        foreach (var (near, alike) in Like(page))
        {
            all += alike;
            if (_words[near].Contains(term.Stem))
                known += alike;
        }
        return known / all;
    }

    private (int Page, float Alike)[] Like(int page) => _like[page] ??= [.. _nearPages.Near(page)];

    private float[] Told(int statement)
    {
        var terms = _statements[statement].Terms;
        var told = new float[terms.Length];
        var sum = 0.1f;
        foreach (var (page, alike) in Like(_pageOf[statement]))
        {
            sum += alike;
            for (var k = 0; k < terms.Length; k++)
            {
                if (terms[k].Kind <= TermKind.Noun && (_words[page].Contains(terms[k].Stem) || (terms[k].Class != 0 && _words[page].Contains(terms[k].Class))))
                    told[k] += alike;
            }
        }
        for (var k = 0; k < told.Length; k++)
            told[k] /= sum;
        return told;
    }

    // What only one page has connects nothing.
    private SparseVector Vector(StatementTerm[] terms)
    {
        var kept = terms.Where(t => _holders[t.Stem] > 1).DistinctBy(t => t.Stem).OrderBy(t => t.Stem).ToList();
        var weights = kept.Select(t => t.Weight * (float)Rarity(t.Stem)).ToArray();
        var norm = MathF.Sqrt(weights.Sum(w => w * w));
        if (norm == 0)
            return SparseVector.Empty;
        for (var k = 0; k < weights.Length; k++)
            weights[k] /= norm;
        return new SparseVector([.. kept.Select(t => t.Stem)], weights);
    }
}
