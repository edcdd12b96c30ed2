namespace Readout.Claims;

/// <summary>How well two statements of a pile fit to one event, as a row of numbers that a logistic model weighs. Not for two threads at once.</summary>
internal sealed class PairRow(StatementPile pile)
{
    public static readonly string[] Columns =
    [
        "bias", "words", "predicates", "names", "places", "near words", "near predicates", "contained", "no place shared", "number", "no number shared",
        "no time shared", "rarest predicate", "second rarest", "names and predicates", "names or predicates", "unlike without a name", "pages",
        "pages and predicates", "pages and words", "wide", "own", "both told", "told alike", "most told alike", "deeper", "told and pages", "other arguments",
        "names known and predicates",
    ];

    /// <summary>Words nearer than this mean the same often enough to count.</summary>
    private const float Near = 0.45f;

    /// <summary>How near two words of one predicate class are at least.</summary>
    private const float OfOneClass = 0.7f;

    private const int Most = StatementTerms.Most;
    private const int Kinds = (int)TermKind.Time + 1;

    private readonly float[] _alike = new float[Most * Most];
    private readonly float[] _bestA = new float[Most];
    private readonly float[] _bestB = new float[Most];

    public static int Width => Columns.Length;

    public void Fill(Span<double> row, int first, int second)
    {
        var (a, b) = (pile[first], pile[second]);
        Compare(a.Terms, b.Terms);
        row.Clear();
        row[0] = 1;
        FillExact(row, a.Terms, b.Terms);
        FillNear(row, a.Terms, b.Terms);
        row[12] = Math.Max(RarestPredicate(a.Terms, _bestA), RarestPredicate(b.Terms, _bestB));
        row[13] = SecondRarest(a.Terms);
        row[14] = row[3] * row[6];
        row[15] = Math.Max(row[3], row[6]);
        row[16] *= 1 - row[5];
        row[17] = pile.Pages(first, second);
        row[18] = row[17] * row[6];
        row[19] = row[17] * row[5];
        row[20] = pile.Wide(first, second);
        row[21] = pile.Own(first, second);
        (row[22], row[23], row[24]) = Told(a.Terms, b.Terms, pile.ToldOf(first), pile.ToldOf(second));
        row[25] = Math.Log(1 + Math.Max(a.Place, b.Place)) / 4;
        row[26] = row[23] * row[17];
        row[27] = OtherArguments(a, b);
        row[28] = row[6] * Math.Min(pile.NamesKnown(first, second), pile.NamesKnown(second, first));
    }

    private void Compare(StatementTerm[] a, StatementTerm[] b)
    {
        _bestA.AsSpan(0, a.Length).Clear();
        _bestB.AsSpan(0, b.Length).Clear();
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++)
            {
                var alike = Alike(a[i], b[j]);
                _alike[(i * Most) + j] = alike;
                _bestA[i] = Math.Max(_bestA[i], alike);
                _bestB[j] = Math.Max(_bestB[j], alike);
            }
        }
    }

    /// <summary>How much two words may mean the same, 0 to 1.</summary>
    public static float Alike(in StatementTerm a, in StatementTerm b)
    {
        if (a.Stem == b.Stem)
            return 1;
        if (!a.IsOpen || !b.IsOpen)
            return 0;
        var near = Math.Max(0, (WordMeanings.En.Cosine(a.Meaning, b.Meaning) - Near) / (1 - Near));
        return a.Class != 0 && a.Class == b.Class ? Math.Max(OfOneClass, near) : near;
    }

    // words that stand in both
    private void FillExact(Span<double> row, StatementTerm[] a, StatementTerm[] b)
    {
        Span<double> shared = stackalloc double[Kinds], ofA = stackalloc double[Kinds], ofB = stackalloc double[Kinds];
        var contained = Math.Max(AddExact(a, _bestA, shared, ofA), AddExact(b, _bestB, shared, ofB));
        row[1] = Cosine(Sum(shared), Sum(ofA), Sum(ofB));
        row[2] = Cosine(TermKind.Predicate, shared, ofA, ofB);
        row[3] = Cosine(TermKind.Name, shared, ofA, ofB);
        row[4] = Cosine(TermKind.Place, shared, ofA, ofB);
        row[7] = contained;
        row[8] = IsApart(TermKind.Place, shared, ofA, ofB);
        row[9] = shared[(int)TermKind.Number] > 0 ? 1 : 0;
        row[10] = IsApart(TermKind.Number, shared, ofA, ofB);
        row[11] = IsApart(TermKind.Time, shared, ofA, ofB);
        row[16] = IsApart(TermKind.Name, shared, ofA, ofB);
    }

    private static double AddExact(StatementTerm[] terms, float[] best, Span<double> shared, Span<double> all)
    {
        var (found, weights) = (0.0, 1e-9);
        for (var i = 0; i < terms.Length; i++)
        {
            var (kind, weight) = ((int)terms[i].Kind, terms[i].Weight);
            all[kind] += weight * weight;
            weights += weight;
            if (best[i] < 1)
                continue;
            // half from each side
            shared[kind] += weight * weight / 2;
            found += weight;
        }
        return found / weights;
    }

    private static double Sum(Span<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }

    private static double Cosine(double shared, double a, double b) => a == 0 || b == 0 ? 0 : Math.Min(1, shared / Math.Sqrt(a * b));

    private static double Cosine(TermKind kind, Span<double> shared, Span<double> a, Span<double> b) => Cosine(shared[(int)kind], a[(int)kind], b[(int)kind]);

    private static double IsApart(TermKind kind, Span<double> shared, Span<double> a, Span<double> b) =>
        shared[(int)kind] == 0 && a[(int)kind] > 0 && b[(int)kind] > 0 ? 1 : 0;

    // the share of each side's words that the other has, by the nearest
    private void FillNear(Span<double> row, StatementTerm[] a, StatementTerm[] b)
    {
        var (openA, predicatesA) = Covered(a, _bestA);
        var (openB, predicatesB) = Covered(b, _bestB);
        row[5] = (openA + openB) / 2;
        row[6] = (predicatesA + predicatesB) / 2;
    }

    private static (double Open, double Predicates) Covered(StatementTerm[] terms, float[] best)
    {
        var (open, allOpen, predicates, allPredicates) = (0.0, 1e-9, 0.0, 1e-9);
        for (var i = 0; i < terms.Length; i++)
        {
            if (!terms[i].IsOpen)
                continue;
            open += best[i] * terms[i].Weight;
            allOpen += terms[i].Weight;
            if (terms[i].Kind != TermKind.Predicate)
                continue;
            predicates += best[i] * terms[i].Weight;
            allPredicates += terms[i].Weight;
        }
        return (open / allOpen, predicates / allPredicates);
    }

    private static double RarestPredicate(StatementTerm[] terms, float[] best)
    {
        var rarest = 0f;
        for (var i = 0; i < terms.Length; i++)
        {
            if (best[i] >= 1 && terms[i].Kind == TermKind.Predicate)
                rarest = Math.Max(rarest, terms[i].Weight);
        }
        return rarest / 10;
    }

    private double SecondRarest(StatementTerm[] a)
    {
        var (best, second) = (0f, 0f);
        for (var i = 0; i < a.Length; i++)
        {
            if (_bestA[i] < 1)
                continue;
            var weight = a[i].Weight;
            (best, second) = weight > best ? (weight, best) : (best, Math.Max(second, weight));
        }
        return second / 10;
    }

    // "closed gate 7" and "closed gate 9": one head, arguments of one kind that can't be put in other words
    private double OtherArguments(StatementTerms a, StatementTerms b)
    {
        var others = 0;
        foreach (var x in a.Links)
        {
            foreach (var y in b.Links)
            {
                var kind = a.Terms[x.Argument].Kind;
                if (kind >= TermKind.Name && b.Terms[y.Argument].Kind == kind && _bestA[x.Argument] < 1 && _bestB[y.Argument] < 1
                    && _alike[(x.Head * Most) + y.Head] >= OfOneClass)
                    others++;
            }
        }
        return Math.Log(1 + others);
    }

    // What many like pages tell is what happened; the rest is told around it.
    private (double Both, double Alike, double Most) Told(StatementTerm[] a, StatementTerm[] b, ReadOnlySpan<float> toldA, ReadOnlySpan<float> toldB)
    {
        Span<float> bestA = stackalloc float[Most], bestB = stackalloc float[Most];
        var (mostA, mostB) = (0f, 0f);
        for (var i = 0; i < a.Length; i++)
        {
            mostA = Math.Max(mostA, toldA[i]);
            for (var j = 0; j < b.Length && toldA[i] > 0; j++)
            {
                var alike = _alike[(i * Most) + j] * Math.Min(toldA[i], toldB[j]);
                bestA[i] = Math.Max(bestA[i], alike);
                bestB[j] = Math.Max(bestB[j], alike);
            }
        }
        foreach (var told in toldB)
            mostB = Math.Max(mostB, told);
        var (sum, most) = (0f, 0f);
        for (var k = 0; k < Most; k++)
        {
            sum += (bestA[k] + bestB[k]) / 2;
            most = Math.Max(most, bestA[k]);
        }
        return (Math.Min(mostA, mostB), Math.Log(1 + sum), most);
    }
}
