using NodaTime;
using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Chooses the sentences that tell best what happened on a day of a pile.</summary>
/// <remarks>
/// Those that name the day, and the first ones of pages of the day and the day after, in the order of their likeness to the centroid
/// of all of them (Radev et al. 2004); one that repeats another too closely is left out.
/// </remarks>
internal sealed class DaySentences
{
    // Sentences from the head of a page that may tell of its day, and of the day before it.
    private const int LeadOfDay = 10;
    private const int LeadOfNextDay = 5;

    // A sentence that names the day counts for so many that do not.
    private const double NamesDay = 2;

    private const double TooAlike = 0.4;
    private const int FewestWords = 5;
    private const int MostWords = 60;

    private readonly SentenceVectors _vectors = new();
    private readonly Dictionary<LocalDate, List<Candidate>> _byDay = [];
    private readonly IReadOnlyDictionary<string, int> _order;

    private sealed record Candidate(Citation Place, int[] Terms, bool NamesDay);

    /// <param name="documents">With tokens, sentences and times, in the order of their story (<see cref="Chronology.Order"/>): of like sentences the first is taken.</param>
    public DaySentences(IReadOnlyList<Document> documents)
    {
        _order = Chronology.Ranks(documents);
        foreach (var document in documents)
            Add(document);
    }

    /// <summary>The best sentences for a day, the best first.</summary>
    /// <param name="day">The day.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<Citation> Choose(LocalDate day, int most)
    {
        if (!_byDay.TryGetValue(day, out var candidates))
            return [];
        var vectors = candidates.ConvertAll(c => _vectors.Of(c.Terms));
        var centroid = SentenceVectors.Sum(vectors.Select((v, i) => (v, candidates[i].NamesDay ? NamesDay : 1)));
        var chosen = new List<int>();
        foreach (var i in Enumerable.Range(0, vectors.Count).OrderByDescending(i => Math.Round(vectors[i].Dot(centroid), 4)).ThenBy(i => _order[candidates[i].Place.Document]).ThenBy(i => candidates[i].Place.Span.Start))
        {
            if (chosen.Count >= most)
                break;
            if (!chosen.Exists(c => vectors[c].Cosine(vectors[i]) > TooAlike))
                chosen.Add(i);
        }
        return [.. chosen.Select(i => candidates[i].Place)];
    }

    private void Add(Document document)
    {
        var published = document.Anchor.IsDay ? document.Anchor.Earliest : null;
        var (index, nextTime) = (0, 0);
        var times = document.Times.OrderBy(t => t.Span.Start).ToList();
        foreach (var sentence in document.Sentences)
        {
            var terms = _vectors.Count(document, sentence);
            var named = new HashSet<LocalDate>();
            for (; nextTime < times.Count && times[nextTime].Span.Start < sentence.Span.End; nextTime++)
            {
                if (times[nextTime].When.IsDay && DayRanking.IsPoint(times[nextTime]))
                    named.Add(times[nextTime].When.Earliest!.Value);
            }
            var place = index++;
            if (terms.Length is < FewestWords or > MostWords)
                continue;
            foreach (var day in named)
                Keep(day, new Candidate(new Citation(document.Id, sentence.Span), terms, true));
            if (named.Count == 0 && published is { } from)
            {
                if (place < LeadOfDay)
                    Keep(from, new Candidate(new Citation(document.Id, sentence.Span), terms, false));
                if (place < LeadOfNextDay)
                    Keep(from.PlusDays(-1), new Candidate(new Citation(document.Id, sentence.Span), terms, false));
            }
        }
    }

    private void Keep(LocalDate day, Candidate candidate)
    {
        if (!_byDay.TryGetValue(day, out var list))
            _byDay[day] = list = [];
        list.Add(candidate);
    }
}
