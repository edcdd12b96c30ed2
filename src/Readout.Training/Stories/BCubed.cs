namespace Readout.Training.Stories;

/// <summary>BCubed precision and recall of a clustering (Bagga and Baldwin 1998).</summary>
internal readonly record struct BCubed(double Precision, double Recall)
{
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <summary>Over the texts that count; the others are no part of any cluster.</summary>
    public static BCubed Score(IReadOnlyList<string> gold, IReadOnlyList<int> found, Func<int, bool> counts)
    {
        var texts = Enumerable.Range(0, gold.Count).Where(counts).ToList();
        var golds = texts.GroupBy(i => gold[i], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var founds = texts.GroupBy(i => found[i]).ToDictionary(g => g.Key, g => g.Count());
        var both = texts.GroupBy(i => (gold[i], found[i])).ToDictionary(g => g.Key, g => g.Count());
        var precision = both.Sum(b => (double)b.Value * b.Value / founds[b.Key.Item2]);
        var recall = both.Sum(b => (double)b.Value * b.Value / golds[b.Key.Item1]);
        return new BCubed(precision / texts.Count, recall / texts.Count);
    }
}
