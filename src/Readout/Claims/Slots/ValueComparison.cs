namespace Readout.Claims;

/// <summary>Sets each number and day of one statement beside those of another that may mean the same thing.</summary>
internal static class ValueComparison
{
    /// <summary>How well a value fits in: the nearest value that agrees, and the nearest that can't hold beside it.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Agrees">How well the best agreeing value's words fit, 0 to 1; 0 where none agrees.</param>
    /// <param name="Differs">The same of the best value that excludes it.</param>
    /// <param name="Ratio">Of that value to this, at most 1.</param>
    internal readonly record struct Fit(StatedValue Value, double Agrees, double Differs, double Ratio)
    {
        /// <summary>How much better the other's words fit where it differs; at most 0 where the value agrees.</summary>
        public double Margin => Differs - Agrees;

        /// <summary>The other statement has no value that could be meant.</summary>
        public bool IsUnmet => Agrees == 0 && Differs == 0;
    }

    public static IEnumerable<Fit> Compare(StatementValues claim, StatementValues other)
    {
        foreach (var value in claim.Values)
        {
            var (agrees, differs, ratio) = (0.0, 0.0, 0.0);
            foreach (var rival in other.Values)
            {
                if (!MayMeet(value, rival))
                    continue;
                // a number far off is seldom meant: of several, the nearest speaks
                var near = Ratio(value, rival);
                var fit = (0.02 + Alike(value, rival)) * (0.5 + (0.5 * near));
                if (!value.Excludes(rival))
                    agrees = Math.Max(agrees, fit + (IsEqual(value, rival) ? 0.15 : 0));
                else if (fit > differs)
                    (differs, ratio) = (fit, near);
            }
            yield return new Fit(value, agrees, differs, ratio);
        }
    }

    private static bool IsEqual(StatedValue a, StatedValue b) => (a.Low ?? a.High) is { } x && (b.Low ?? b.High) is { } y && x.Equals(y);

    private static double Ratio(StatedValue a, StatedValue b)
    {
        var (x, y) = (Math.Abs(a.Low ?? a.High ?? 0), Math.Abs(b.Low ?? b.High ?? 0));
        return a.IsDay ? 1 : Math.Max(x, y) == 0 ? 1 : Math.Min(x, y) / Math.Max(x, y);
    }

    // "450 cases" and "21 April" never meet; "170" and "200 cases" may.
    private static bool MayMeet(StatedValue a, StatedValue b) =>
        a.Unit == b.Unit
        || (a.IsDay && b.IsDay && a.InYear is not null && b.InYear is not null)
        || (!a.IsDay && !b.IsDay && (a.Unit ?? b.Unit) is not ("percent" or "dollar") && (a.Unit is null || b.Unit is null) && (a.Unit ?? b.Unit)?[0] != '/');

    // The words around the one, by nearness, as far as they stand around the other.
    private static double Alike(StatedValue a, StatedValue b)
    {
        var (found, all) = (0.0, 0.1);
        foreach (var (term, nearness) in a.Around)
        {
            var weight = nearness * term.Weight;
            var best = 0f;
            foreach (var (other, near) in b.Around)
                best = Math.Max(best, near * PairRow.Alike(term, other));
            all += weight;
            found += weight * best;
        }
        var fit = found / all;
        return a.Of is { } x && b.Of is { } y ? (fit * (0.4 + (0.6 * PairRow.Alike(x, y)))) + (x.Stem == y.Stem ? 0.2 : 0) : fit;
    }
}
