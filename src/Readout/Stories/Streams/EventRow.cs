namespace Readout.Stories.Streams;

/// <summary>How well two groups of texts fit into one event, as a row of numbers that a logistic model weighs.</summary>
internal static class EventRow
{
    public static readonly string[] Columns =
    [
        "bias", "title", "lead", "body", "names", "places", "numbers", "pair lead", "pair body",
        "no name", "no place", "rare name", "rare word", "lag", "span", "no day", "smaller", "larger", "alike without a name",
        "days", "no day named by both", "no number", "names covered", "numbers covered", "alike after a lag", "lag squared", "lead covered", "title covered",
    ];

    public static int Width => Columns.Length;

    public static void Fill(Span<double> row, StreamEvent a, StreamEvent b)
    {
        var (x, y) = (a.Sum, b.Sum);
        row.Clear();
        row[0] = 1;
        row[1] = x.Title.Cosine(y.Title);
        row[2] = x.Lead.Cosine(y.Lead);
        row[3] = x.Body.Cosine(y.Body);
        row[4] = x.Names.Cosine(y.Names);
        row[5] = x.Places.Cosine(y.Places);
        row[6] = x.Numbers.Cosine(y.Numbers);
        var pairs = (double)a.Count * b.Count;
        row[7] = row[2] * x.Lead.Norm * y.Lead.Norm / pairs;
        row[8] = row[3] * x.Body.Norm * y.Body.Norm / pairs;
        row[9] = Conflict(row[4], x.Names, y.Names);
        row[10] = Conflict(row[5], x.Places, y.Places);
        row[11] = Rarest(x.Names, y.Names);
        row[12] = Rarest(x.Lead, y.Lead);
        var undated = a.LastDay == StreamEvent.NoDay || b.LastDay == StreamEvent.NoDay;
        row[13] = undated ? 0 : Math.Log(1 + a.Lag(b));
        row[14] = undated ? 0 : Math.Log(1 + Math.Max(a.LastDay, b.LastDay) - Math.Min(a.FirstDay, b.FirstDay));
        row[15] = undated ? 1 : 0;
        row[16] = Math.Log(Math.Min(a.Count, b.Count));
        row[17] = Math.Log(Math.Max(a.Count, b.Count));
        // a form filled in for other people: results, quarterly figures, the weather
        row[18] = row[9] * row[3];
        // look-alikes differ in when they were and in how many there were
        row[19] = x.Days.Cosine(y.Days);
        row[20] = Conflict(row[19], x.Days, y.Days);
        row[21] = Conflict(row[6], x.Numbers, y.Numbers);
        var (less, more) = a.Count <= b.Count ? (x, y) : (y, x);
        row[22] = less.Names.Covered(more.Names);
        row[23] = less.Numbers.Covered(more.Numbers);
        // the same words a week later are the next event of one affair
        row[24] = row[3] * row[13];
        row[25] = row[13] * row[13];
        row[26] = less.Lead.Covered(more.Body);
        row[27] = Math.Min(x.Title.Covered(y.Body), y.Title.Covered(x.Body));
    }

    private static double Conflict(double cosine, SparseVector a, SparseVector b) => cosine == 0 && a.Count > 0 && b.Count > 0 ? 1 : 0;

    private static double Rarest(SparseVector a, SparseVector b)
    {
        var (i, j, best) = (0, 0, 0.0);
        var counts = WordCounts.Of("en");
        while (i < a.Count && j < b.Count)
        {
            if (a.Terms[i] == b.Terms[j])
            {
                best = Math.Max(best, counts.Rarity(a.Terms[i]));
                i++;
                j++;
            }
            else if (a.Terms[i] < b.Terms[j])
                i++;
            else
                j++;
        }
        return best / 10;
    }
}
