using System.Globalization;
using Readout.Stories.Streams;

namespace Readout.Training.Stories;

/// <summary>
/// Fits the numbers of <see cref="EventModel"/>: first by logistic regression on pairs met while joining, every wrong join refused
/// (in the manner of DAgger, Ross and others 2011), then by moving each a little where that raises the mean BCubed F1 of all sets.
/// </summary>
internal static class EventTraining
{
    private const int Both = 2;

    // around the threshold too: what holds at one point alone is chance
    private static readonly double[] s_around = [0.3, 0, -0.3];

    private static readonly (string Name, double Weight, int KeepOneIn, int UndatedOneIn)[] s_sets =
    [
        ("allsides2021", 1, 1, 0), ("wikinews_sources", 1, 1, 0), ("ecbplus", 1, 1, 0), ("neus_triplets_undated", 0.2, 5, 0), ("newssearch20_snippets", 0.15, 1, 0),
        ("allsides2021", 0.4, 1, 8), ("wikinews_sources", 0.4, 1, 6),
    ];

    public static int Run(string shared, TextWriter log)
    {
        var sets = s_sets.Select(s => StreamSet.Read(Path.Combine(shared, "data/stories", s.Name + ".jsonl.gz"), s.Weight, s.KeepOneIn, s.UndatedOneIn)).Append(StreamSet.MadeUp(0.25)).ToList();
        var models = new double[3][];
        Parallel.For(0, 3, part => models[part] = Tune(sets, part, Fit(sets, part)));
        log.WriteLine("BCubed F1: each part by what was fitted on the other, and both by the whole");
        foreach (var set in sets)
        {
            var scores = new[] { (0, models[1]), (1, models[0]), (Both, models[Both]) }.Select(p => Score(set, p.Item2, p.Item1).F1);
            log.WriteLine($"  {set.Name,-30} " + string.Join("  ", scores.Select(f => f.ToString("0.000", CultureInfo.InvariantCulture))));
        }
        log.WriteLine("EventModel.Weights:");
        log.WriteLine(string.Join(", ", models[Both].Select(w => w.ToString("0.00", CultureInfo.InvariantCulture))));
        return 0;
    }

    // all texts are joined, as in life; those of one part are scored
    private static BCubed Score(StreamSet set, double[] model, int part)
    {
        var found = set.Place(Both, model, -3, m => m.Run());
        return BCubed.Score(set.Gold, found, i => part == Both || set.Part[i] == part);
    }

    private static double[] Fit(List<StreamSet> sets, int part)
    {
        var model = new double[EventRow.Width];
        for (var round = 0; round < 3; round++)
        {
            var rows = new List<LogisticRow>();
            foreach (var set in sets)
            {
                var met = round == 0 ? PairRows(set, part) : PathRows(set, part, model);
                rows.AddRange(met.Select(r => r with { Weight = set.Weight / met.Count }));
            }
            model = Logistic.Fit(rows, EventRow.Width);
        }
        return model;
    }

    private static List<LogisticRow> PairRows(StreamSet set, int part) =>
        [.. set.Near.SelectMany((near, i) => near.Select(other => (A: i, B: other)))
            .Where(p => part == Both || (set.Part[p.A] == part && set.Part[p.B] == part)).Select(p => Row(set, set.Events[p.A], set.Events[p.B]))];

    private static List<LogisticRow> PathRows(StreamSet set, int part, double[] model)
    {
        var rows = new List<LogisticRow>();
        set.Place(part, model, -6, merging =>
        {
            while (merging.Peek() is { } top)
            {
                var row = Row(set, top.A, top.B);
                rows.Add(row);
                if (row.Same)
                    merging.Accept();
                else
                    merging.Refuse();
            }
        });
        return rows;
    }

    private static LogisticRow Row(StreamSet set, StreamEvent a, StreamEvent b)
    {
        var row = new double[EventRow.Width];
        EventRow.Fill(row, a, b);
        return new LogisticRow(row, set.Gold[a.First] == set.Gold[b.First], 1);
    }

    private static double[] Tune(List<StreamSet> sets, int part, double[] model)
    {
        var best = (double[])model.Clone();
        // F1 asks for more joins than likelihood does
        best[0] += 0.75;
        var top = Goal(sets, part, best);
        foreach (var scale in new[] { 0.3, 0.15, 0.3, 0.1 })
        {
            for (var k = 0; k < best.Length; k++)
            {
                foreach (var sign in new[] { 1, -1 })
                {
                    var tried = (double[])best.Clone();
                    tried[k] += sign * scale * Math.Max(1, Math.Abs(best[k]) * 0.7);
                    var goal = Goal(sets, part, tried);
                    if (goal <= top + 1e-5)
                        continue;
                    (best, top) = (tried, goal);
                    break;
                }
            }
        }
        return best;
    }

    private static void Join(EventMerging merging, double threshold)
    {
        while (merging.Peek() is { } top && top.Score >= threshold)
            merging.Accept();
    }

    private static double Goal(List<StreamSet> sets, int part, double[] model)
    {
        var (sum, weights) = (0.0, 0.0);
        foreach (var set in sets)
        {
            weights += set.Weight;
            foreach (var threshold in s_around)
            {
                var found = set.Place(part, model, threshold, m => Join(m, threshold));
                sum += set.Weight / s_around.Length * BCubed.Score(set.Gold, found, i => part == Both || set.Part[i] == part).F1;
            }
        }
        return (sum / weights) - (2e-4 * model.Average(Math.Abs));
    }
}
