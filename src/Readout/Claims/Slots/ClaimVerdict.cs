namespace Readout.Claims;

/// <summary>What one statement makes of another.</summary>
internal enum Verdict
{
    /// <summary>It says nothing of it.</summary>
    Neutral,

    /// <summary>It bears it out.</summary>
    Support,

    /// <summary>Both cannot hold.</summary>
    Contradict,
}

/// <summary>
/// Sets a claim beside a statement about the same thing and says what it makes of it: numbers by what they count, days, opposites,
/// other arguments of one head. Points for and against, set by hand; docs/methods.md says by the reading of what.
/// </summary>
internal static class ClaimVerdict
{
    /// <summary>From this many points on both cannot hold.</summary>
    public const double Contradicted = -0.75;

    /// <summary>Share of a claim's words, by weight, that bear it out where no value speaks against it.</summary>
    private const double Borne = 0.3;

    private const double Start = -0.25;
    private const double NearNumber = 2.25;
    private const double NumberFits = 1.5;
    private const double NumberUnmet = -0.25;
    private const double DayAgrees = -0.5;
    private const double DayAlone = 3.75;
    private const double DayUnmet = -1;
    private const double BothDiffer = -4;
    /// <summary>A day whose words fit as well as this is the day that the number is of.</summary>
    private const double OwnDay = 0.3;

    private const double WordMissing = -0.25;
    private const double Opposite = 0.75;
    private const double NoValue = -0.5;
    private const double OtherArgument = 1;
    private const double AllAgree = -1.5;
    private const double Words = -1;

    public static Verdict Of(StatementValues claim, StatementValues other)
    {
        var fits = ValueComparison.Compare(claim, other).ToList();
        if (Points(claim, other, fits) >= Contradicted)
            return Verdict.Contradict;
        return Covered(claim, other).Share >= Borne && !fits.Exists(f => f.IsUnmet) ? Verdict.Support : Verdict.Neutral;
    }

    private static double Points(StatementValues claim, StatementValues other, List<ValueComparison.Fit> fits)
    {
        var (share, missing) = Covered(claim, other);
        var points = Start + (Words * share) + (WordMissing * missing) + (HasOpposite(claim.Terms, other.Terms) ? Opposite : 0);
        if (fits.Count == 0)
            return points + NoValue + (HasOtherArgument(claim.Terms, other.Terms) ? OtherArgument : 0);
        var numbers = fits.FindAll(f => !f.Value.IsDay);
        var days = fits.FindAll(f => f.Value.IsDay);
        var (number, day) = (Most(numbers, f => f.Margin), Most(days, f => f.Margin));
        points += (NearNumber * Most(numbers, f => f.Margin > 0 ? f.Ratio : 0)) + (NumberFits * number);
        points += (numbers.Exists(f => f.IsUnmet) ? NumberUnmet : 0) + (days.Exists(f => f.IsUnmet) ? DayUnmet : 0);
        points += DayAgrees * Most(days, f => f.Agrees >= f.Differs ? f.Agrees : 0);
        // another number on another day is no contradiction; the same on another day is
        points += number == 0 ? DayAlone * day : day >= OwnDay ? BothDiffer : 0;
        return points + (fits.TrueForAll(f => f.Agrees > f.Differs) ? AllAgree : 0);
    }

    private static double Most(List<ValueComparison.Fit> fits, Func<ValueComparison.Fit, double> of) => fits.Count == 0 ? 0 : Math.Max(0, fits.Max(of));

    // How much of the claim's words the other has, and how many of its open words have nothing like them there.
    private static (double Share, int Missing) Covered(StatementValues claim, StatementValues other)
    {
        var (found, all, missing) = (0.0, 1e-9, 0);
        foreach (var term in claim.Terms.Terms)
        {
            var best = 0f;
            foreach (var rival in other.Terms.Terms)
                best = Math.Max(best, PairRow.Alike(term, rival));
            found += best * term.Weight;
            all += term.Weight;
            missing += term.IsOpen && best == 0 ? 1 : 0;
        }
        return (found / all, missing);
    }

    /// <summary>One has a word whose opposite the other has, and neither has both.</summary>
    public static bool HasOpposite(StatementTerms a, StatementTerms b)
    {
        foreach (var term in a.Terms)
        {
            if (!Opposites.Has(term.Stem) || Has(b, term.Stem))
                continue;
            foreach (var rival in b.Terms)
            {
                if (Opposites.Are(term.Stem, rival.Stem) && !Has(a, rival.Stem))
                    return true;
            }
        }
        return false;
    }

    private static bool Has(StatementTerms terms, uint stem) => Array.Exists(terms.Terms, t => t.Stem == stem);

    /// <summary>On one head hang words of one kind that are not the same: "led by Moll", "led by Pell".</summary>
    public static bool HasOtherArgument(StatementTerms a, StatementTerms b)
    {
        foreach (var link in a.Links)
        {
            var argument = a.Terms[link.Argument];
            if (argument.Kind is TermKind.Number or TermKind.Time || Array.Exists(b.Terms, t => t.Matches(argument)))
                continue;
            foreach (var rival in b.Links)
            {
                var there = b.Terms[rival.Argument];
                if (there.Kind == argument.Kind && b.Terms[rival.Head].Matches(a.Terms[link.Head]) && !Array.Exists(a.Terms, t => t.Matches(there)))
                    return true;
            }
        }
        return false;
    }
}
