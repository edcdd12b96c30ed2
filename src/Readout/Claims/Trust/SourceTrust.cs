namespace Readout.Claims;

/// <summary>
/// What is true where many sources answer many questions, each with some values left out and some wrong. A value is as likely as
/// the sources that give it are good and those that are silent are complete, and a source is as good as its values are likely: the
/// two are found in turn (after Zhao and others 2012, two-sided quality; Dong and others 2009, copies). An answer that a source
/// may have copied weighs as little as it is likely to be copied.
/// </summary>
internal static class SourceTrust
{
    private const int Rounds = 15;

    // A source is taken for an ordinary one until it has answered about so much.
    private const double Patience = 20;

    private const double UsualRecall = 0.6;

    private const double UsualSilence = 0.98;

    /// <summary>Weighs all answers.</summary>
    /// <param name="answers">At most one a source and item; of more the first is read.</param>
    /// <param name="mindsCopies">False takes every source for independent.</param>
    public static TrustedAnswers Weigh(IEnumerable<SourceAnswer> answers, bool mindsCopies = true)
    {
        var items = answers.Where(a => a.Values.Count > 0)
            .GroupBy(a => a.Item, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (IReadOnlyList<SourceAnswer>)[.. g.DistinctBy(a => a.Source, StringComparer.Ordinal).OrderBy(a => a.Source, StringComparer.Ordinal)])
            .ToList();
        var copies = mindsCopies ? SharedAnswers.Find(items) : [];
        var questions = Questions(items, copies);
        var quality = items.SelectMany(i => i).Select(a => a.Source).Distinct(StringComparer.Ordinal)
            .ToDictionary(s => s, _ => new SourceQuality(UsualRecall, UsualSilence), StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var question in questions)
                question.Believe(quality);
            quality = Judge(questions, quality.Keys);
        }
        return new TrustedAnswers(questions.ToDictionary(q => q.Item, q => q.Truth(), StringComparer.Ordinal), quality, copies);
    }

    private static List<TrustQuestion> Questions(List<IReadOnlyList<SourceAnswer>> items, List<CopyingPair> copies)
    {
        var answered = items.SelectMany(i => i).GroupBy(a => a.Source, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var copied = copies.ToDictionary(c => (c.A, c.B), c => c.Probability);
        return [.. items.Select(i => new TrustQuestion(i, Weights(i, answered, copied)))];
    }

    // The sources with most answers are heard first; whoever says the same as one it copies adds little.
    private static Dictionary<string, double> Weights(IReadOnlyList<SourceAnswer> answers, Dictionary<string, int> answered, Dictionary<(string, string), double> copied)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var same in answers.GroupBy(SharedAnswers.Key, StringComparer.Ordinal))
        {
            var heard = new List<string>();
            foreach (var source in same.Select(a => a.Source).OrderByDescending(s => answered[s]).ThenBy(s => s, StringComparer.Ordinal))
            {
                var weight = 1.0;
                foreach (var earlier in heard)
                {
                    var pair = string.CompareOrdinal(earlier, source) < 0 ? (earlier, source) : (source, earlier);
                    weight *= 1 - (SharedAnswers.Taken * copied.GetValueOrDefault(pair));
                }
                weights[source] = weight;
                heard.Add(source);
            }
        }
        return weights;
    }

    private static Dictionary<string, SourceQuality> Judge(List<TrustQuestion> questions, IEnumerable<string> sources)
    {
        var seen = sources.ToDictionary(s => s, _ => new TrustTally(), StringComparer.Ordinal);
        foreach (var question in questions)
            question.Count(seen);
        return seen.ToDictionary(
            s => s.Key,
            s => new SourceQuality(
                Math.Clamp((s.Value.TrueGiven + (Patience * UsualRecall)) / (s.Value.TrueGiven + s.Value.TrueMissed + Patience), 0.05, 0.99),
                Math.Clamp((s.Value.FalseMissed + (Patience * UsualSilence)) / (s.Value.FalseGiven + s.Value.FalseMissed + Patience), 0.05, 0.995)),
            StringComparer.Ordinal);
    }
}
