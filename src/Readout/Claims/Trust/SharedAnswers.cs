namespace Readout.Claims;

/// <summary>
/// Which sources copy one another, by their answers alone (after Dong, Berti-Equille and Srivastava 2009): answers that few
/// others give, shared again and again. Only asked of sources that answer many questions in common.
/// </summary>
internal static class SharedAnswers
{
    /// <summary>Fewer common questions prove nothing.</summary>
    private const int FewestShared = 10;

    /// <summary>How often two sources are expected to depend on each other before anything is known.</summary>
    private const double Prior = 0.1;

    /// <summary>How much of its answers a copier takes over.</summary>
    public const double Taken = 0.9;

    /// <summary>Pairs likelier to copy than not, by name.</summary>
    /// <param name="items">For each question the answers by source, sources in order of name.</param>
    public static List<CopyingPair> Find(IReadOnlyList<IReadOnlyList<SourceAnswer>> items)
    {
        var many = items.SelectMany(i => i).GroupBy(a => a.Source, StringComparer.Ordinal).Where(g => g.Count() >= FewestShared).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var pairs = new Dictionary<(string, string), (int Shared, int Same, double Evidence)>();
        foreach (var answers in items)
        {
            var given = answers.GroupBy(Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
            for (var i = 0; i < answers.Count; i++)
            {
                if (!many.Contains(answers[i].Source))
                    continue;
                var mine = Key(answers[i]);
                // What two would agree on by chance: as often as the others say the same.
                var chance = (given[mine] - 2 + 0.5) / (answers.Count - 2 + 1);
                for (var j = i + 1; j < answers.Count; j++)
                {
                    if (!many.Contains(answers[j].Source))
                        continue;
                    var same = mine == Key(answers[j]);
                    var pair = (answers[i].Source, answers[j].Source);
                    var (shared, agreed, evidence) = pairs.GetValueOrDefault(pair);
                    pairs[pair] = (shared + 1, agreed + (same ? 1 : 0), evidence + Math.Log(same ? (Taken + ((1 - Taken) * chance)) / chance : 1 - Taken));
                }
            }
        }
        return
        [
            .. pairs.Where(p => p.Value.Shared >= FewestShared)
                .Select(p => new CopyingPair(p.Key.Item1, p.Key.Item2, p.Value.Shared, p.Value.Same, Likelihood(p.Value.Evidence)))
                .Where(p => p.Probability > 0.5)
                .OrderBy(p => p.A, StringComparer.Ordinal).ThenBy(p => p.B, StringComparer.Ordinal),
        ];
    }

    /// <summary>An answer as one string: equal answers, equal keys.</summary>
    public static string Key(SourceAnswer answer) => string.Join('|', answer.Values.Order(StringComparer.Ordinal));

    private static double Likelihood(double evidence) => 1 / (1 + Math.Exp(-Math.Clamp(Math.Log(Prior / (1 - Prior)) + evidence, -50, 50)));
}
