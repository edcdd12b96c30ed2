namespace Readout.Training;

/// <summary>Deals sites out to parts: a model answers for the pages of a part whose sites it did not see.</summary>
internal sealed class SiteFolds
{
    /// <summary>Number of parts.</summary>
    public const int Count = 5;

    /// <summary>The part that no site belongs to: leaving it out leaves all.</summary>
    public const int None = -1;

    private readonly Dictionary<string, int> _folds;

    // Sites are dealt by size and name, so that parts are alike and the same each time; those without a marked page come last.
    public SiteFolds(IEnumerable<BodySample> marked, IEnumerable<BodySample> others)
    {
        var next = 0;
        _folds = marked.GroupBy(s => s.Page.Site, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, _ => next++ % Count, StringComparer.Ordinal);
        foreach (var site in others.Select(s => s.Page.Site).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            _folds.TryAdd(site, next++ % Count);
    }

    public IEnumerable<BodySample> Of(int fold, IEnumerable<BodySample> samples) => samples.Where(s => FoldOf(s) == fold);

    public IEnumerable<BodySample> Without(int fold, IEnumerable<BodySample> samples) => samples.Where(s => FoldOf(s) != fold);

    // A page that shows nothing with markup has its text dump alone.
    private int FoldOf(BodySample sample) => _folds.GetValueOrDefault(sample.Page.Site);
}
