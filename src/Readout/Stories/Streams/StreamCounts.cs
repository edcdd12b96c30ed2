namespace Readout.Stories.Streams;

/// <summary>
/// In how many texts of the stream a term stood, week by week, slowly forgotten. What is asked for a week knows only the weeks before it,
/// so that a week's answer does not change while it goes on.
/// </summary>
internal sealed class StreamCounts
{
    /// <summary>What is left of a count a week later: half of it after some seven weeks.</summary>
    private const double Kept = 0.9;

    private const int Days = 7;

    private readonly SortedDictionary<int, Dictionary<uint, int>> _weeks = [];
    private readonly SortedDictionary<int, int> _texts = [];
    private readonly Dictionary<int, Snapshot> _snapshots = [];
    private int _closed = int.MinValue;

    public static int WeekOf(int day) => day == StreamEvent.NoDay ? int.MaxValue : (int)Math.Floor(day / (double)Days);

    /// <summary>The first day of a week.</summary>
    public static int FirstDayOf(int week) => week * Days;

    public void Add(int day, TextFeatures text)
    {
        var week = WeekOf(day);
        if (week == int.MaxValue || week < _closed)
            return;
        if (!_weeks.TryGetValue(week, out var counts))
            _weeks[week] = counts = [];
        foreach (var term in text.Body.Terms)
            counts[term] = counts.GetValueOrDefault(term) + 1;
        foreach (var sound in text.Sounds.Terms)
            counts[sound] = counts.GetValueOrDefault(sound) + 1;
        _texts[week] = _texts.GetValueOrDefault(week) + 1;
        foreach (var stale in _snapshots.Keys.Where(w => w > week).ToList())
            _snapshots.Remove(stale);
    }

    /// <summary>The counts of the weeks before a day's.</summary>
    public Snapshot Before(int day)
    {
        var week = WeekOf(day);
        if (_snapshots.TryGetValue(week, out var known))
            return known;
        var snapshot = Make(week);
        if (_snapshots.Count > 8)
        {
            foreach (var old in _snapshots.Keys.Where(w => w != _closed).ToList())
                _snapshots.Remove(old);
        }
        _snapshots[week] = snapshot;
        return snapshot;
    }

    /// <summary>Nothing that comes for the weeks before a day's will count any more: they are kept as one sum.</summary>
    public void Close(int day)
    {
        var week = WeekOf(day);
        if (week <= _closed || week == int.MaxValue)
            return;
        _ = Before(day);
        _closed = week;
        foreach (var old in _weeks.Keys.Where(w => w < week).ToList())
        {
            _weeks.Remove(old);
            _texts.Remove(old);
        }
    }

    /// <summary>Goes on from the counts as they stood at the beginning of a week.</summary>
    public void Restore(int week, Snapshot snapshot)
    {
        _closed = week;
        _snapshots[week] = snapshot;
    }

    private Snapshot Make(int week)
    {
        var from = _snapshots.Keys.Where(w => w < week).DefaultIfEmpty(int.MinValue).Max();
        var (counts, texts, at) = (new Dictionary<uint, double>(), 0.0, 0);
        if (from > int.MinValue)
            (counts, texts, at) = (new Dictionary<uint, double>(_snapshots[from].Counts), _snapshots[from].Texts, from);
        foreach (var (own, terms) in _weeks)
        {
            if (own < from || own >= week)
                continue;
            // the first week has nothing to forget
            if (texts > 0)
                (counts, texts) = Forget(counts, texts, own - at);
            at = own;
            foreach (var (term, count) in terms)
                counts[term] = counts.GetValueOrDefault(term) + count;
            texts += _texts[own];
        }
        if (texts == 0)
            at = week;
        if (week < int.MaxValue)
            (counts, texts) = Forget(counts, texts, week - at);
        return new Snapshot(counts, texts);
    }

    // Week by week, so that it doesn't matter where the counting stopped and went on. Terms seen once or twice long ago are dropped:
    // they are as rare as those never seen.
    private static (Dictionary<uint, double> Counts, double Texts) Forget(Dictionary<uint, double> counts, double texts, int weeks)
    {
        for (var i = 0; i < weeks && texts > 0; i++)
        {
            texts *= Kept;
            if (counts.Count == 0)
                continue;
            var left = new Dictionary<uint, double>(counts.Count);
            foreach (var (term, count) in counts)
            {
                if (count * Kept >= 1.5)
                    left[term] = count * Kept;
            }
            counts = left;
        }
        return (counts, texts);
    }

    /// <summary>Counts as they stand at the beginning of a week.</summary>
    internal sealed record Snapshot(Dictionary<uint, double> Counts, double Texts);
}
