using NodaTime;
using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Chooses the sentences that say what a day's pages report.</summary>
/// <remarks>
/// Reports begin with what is new: only the heads of pages are read, earlier sentences count more, and of these the ones that
/// say what the others say. What earlier days' pages said makes no difference that was measured (docs/methods.md).
/// </remarks>
internal sealed class DayNews
{
    private const int Head = 3;
    private const int FewestWords = 12;
    private const int MostWords = 60;
    private const double TooAlike = 0.35;

    // A sentence that overfills the measure by more is passed over for a shorter one.
    private const double Overfull = 1.3;

    private readonly SentenceVectors _vectors = new();
    private readonly Dictionary<LocalDate, List<Candidate>> _byDay = [];
    private readonly IReadOnlyDictionary<string, int> _order;

    private sealed record Candidate(Citation Citation, int[] Terms, int Place);

    /// <param name="documents">With tokens and sentences, in the order of their story.</param>
    public DayNews(IReadOnlyList<Document> documents)
    {
        _order = Chronology.Ranks(documents);
        foreach (var document in documents)
            Add(document);
    }

    /// <summary>What is reported on a day, best first; nothing where no page is of that day.</summary>
    /// <param name="words">About how many words; the last sentence may go beyond.</param>
    public IReadOnlyList<Citation> Choose(LocalDate day, int words)
    {
        if (!_byDay.TryGetValue(day, out var candidates))
            return [];
        var vectors = candidates.ConvertAll(c => _vectors.Of(c.Terms));
        var all = SentenceVectors.Sum(vectors.Select(v => (v, 1.0)));
        var chosen = new List<int>();
        var length = 0;
        var ranked = Enumerable.Range(0, candidates.Count)
            .OrderByDescending(i => Math.Round(vectors[i].Dot(all) * (1 + (1.0 / (1 + candidates[i].Place))), 4))
            .ThenBy(i => _order[candidates[i].Citation.Document]).ThenBy(i => candidates[i].Place);
        foreach (var i in ranked)
        {
            if (length >= words)
                break;
            var more = candidates[i].Terms.Length;
            if ((length > 0 && length + more > words * Overfull) || chosen.Exists(c => vectors[c].Cosine(vectors[i]) > TooAlike))
                continue;
            chosen.Add(i);
            length += more;
        }
        return [.. chosen.Select(i => candidates[i].Citation)];
    }

    private void Add(Document document)
    {
        var place = 0;
        foreach (var sentence in document.Sentences)
        {
            var terms = _vectors.Count(document, sentence);
            if (place < Head && document.Anchor is { IsDay: true, Earliest: { } day } && terms.Length is >= FewestWords and <= MostWords)
            {
                if (!_byDay.TryGetValue(day, out var list))
                    _byDay[day] = list = [];
                list.Add(new Candidate(new Citation(document.Id, sentence.Span), terms, place));
            }
            place++;
        }
    }
}
