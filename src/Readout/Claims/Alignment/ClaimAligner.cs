using Readout.Annotations;

namespace Readout.Claims;

/// <summary>
/// Groups statements that say the same thing. A statement joins the group whose first statement it resembles most,
/// never by way of another member: chains drift.
/// </summary>
/// <param name="families">By page, the family of near-copies that it belongs to.</param>
internal sealed class ClaimAligner(
    Similarity similarity, StatementPairs pairs, IReadOnlyList<IReadOnlyList<ProspectMention>> prospects, IReadOnlyDictionary<string, string> families)
{
    private readonly Dictionary<Statement, (int Prospect, ProspectMention Mention)> _prospects = prospects
        .SelectMany((group, i) => group.Select(m => (Prospect: i, Mention: m)))
        .DistinctBy(x => x.Mention.Statement)
        .ToDictionary(x => x.Mention.Statement, x => (x.Prospect, x.Mention));

    /// <summary>Statements of one event that are less alike than this (cosine), or share fewer terms, say different things of it.</summary>
    private const double Paraphrase = 0.5;
    private const int FewestShared = 3;

    /// <summary>Copied or trimmed sentences.</summary>
    private const double Copy = 0.72;

    // By term, the groups whose first statement has it; by group, what that statement is compared by.
    private readonly List<int>?[] _byTerm = new List<int>?[similarity.TermCount];
    private readonly List<Similarity.Row> _firsts = [];

    public IReadOnlyList<IReadOnlyList<Statement>> Align(IReadOnlyList<Statement> statements)
    {
        var groups = new List<List<Statement>>();
        var met = new int[statements.Count];
        var byProspect = new Dictionary<int, List<int>>();
        foreach (var statement in statements)
        {
            var best = -1;
            var bestScore = 0.0;
            var row = similarity[statement];
            var prospect = _prospects.TryGetValue(statement, out var plan) ? plan.Prospect : -1;
            foreach (var candidate in Candidates(row, met, byProspect.GetValueOrDefault(prospect)))
            {
                var score = similarity.Of(row, _firsts[candidate]);
                var plansTheSame = prospect >= 0 && PlansTheSame(statement, groups[candidate][0]);
                if (plansTheSame)
                    score = Math.Max(score, Copy);
                if (score > bestScore && (plansTheSame || SaysTheSame(statement, groups[candidate][0], score)))
                    (best, bestScore) = (candidate, score);
            }
            if (best >= 0)
            {
                groups[best].Add(statement);
                continue;
            }
            if (prospect >= 0)
            {
                if (!byProspect.TryGetValue(prospect, out var plans))
                    byProspect[prospect] = plans = [];
                plans.Add(groups.Count);
            }
            foreach (var term in row.Terms)
                (_byTerm[term] ??= []).Add(groups.Count);
            groups.Add([statement]);
            _firsts.Add(row);
        }
        return groups;
    }

    // Whether two statements may count as one claim: copies do; other words must tell of one event, and say much the same of it.
    private bool SaysTheSame(Statement a, Statement b, double score)
    {
        if (IsReprint(a, b))
            return true;
        if (score < Paraphrase || a.Negated != b.Negated || Differ(a.Numbers, b.Numbers))
            return false;
        if (score < Copy && (a.Document.Id == b.Document.Id || a.IsPlan != b.IsPlan || a.Terms.Count(b.Terms.Contains) < FewestShared || pairs.Score(a, b) < SameEvent.Threshold))
            return false;
        return !pairs.AreAtOdds(a, b);
    }

    // The same words in a copy of the page: its "overnight" is read from another day, and still says what the first one said.
    private bool IsReprint(Statement a, Statement b) =>
        a.Document.Id != b.Document.Id && families.TryGetValue(a.Document.Id, out var family) && families.GetValueOrDefault(b.Document.Id) == family
        && a.Document.Slice(a.Span) == b.Document.Slice(b.Span);

    // One event to come, in one status, at one place or time: the same plan, however it is worded.
    private bool PlansTheSame(Statement a, Statement b)
    {
        if (a.Document.Id == b.Document.Id || !_prospects.TryGetValue(a, out var x) || !_prospects.TryGetValue(b, out var y) || x.Prospect != y.Prospect)
            return false;
        var (m, n) = (x.Mention, y.Mention);
        // A condition and a fixed date agree only on the day they both name.
        var alike = m.Status == n.Status || (IsFirm(m.Status) && IsFirm(n.Status));
        var sameDay = m.Event.Time.IsDay && m.Event.Time == n.Event.Time;
        var samePlace = m.Place is not null && m.Place == n.Place && !m.Event.Time.IsDisjoint(n.Event.Time) && SpokenTogether(a, b);
        return (alike && sameDay) || (m.Status == n.Status && samePlace);
    }

    // Weeks apart, one status at one place is another step of the story: its conditions are others.
    private static bool SpokenTogether(Statement a, Statement b) =>
        a.Said.IsDay && b.Said.IsDay
            ? Math.Abs(NodaTime.Period.DaysBetween(a.Said.Earliest!.Value, b.Said.Earliest!.Value)) <= DaysOfOneStep
            : !a.Said.IsDisjoint(b.Said);

    private const int DaysOfOneStep = 7;

    private static bool IsFirm(ProspectStatus status) => status is ProspectStatus.Scheduled or ProspectStatus.Agreed or ProspectStatus.Conditional;

    // Another number is another statement: perhaps a dispute, never an agreement.
    private static bool Differ(IReadOnlySet<string> a, IReadOnlySet<string> b) =>
        a.Count > 0 && b.Count > 0 && !a.Any(b.Contains);

    // Terms that stand in more groups than this propose no partners unless nothing rarer does: a paraphrase shares rare words too.
    private const int Common = 200;

    /// <param name="met">By group, how many of the statement's terms it was met with; zeros, before and after.</param>
    private List<int> Candidates(in Similarity.Row row, int[] met, List<int>? plans)
    {
        var lists = new List<List<int>>(row.Terms.Length);
        foreach (var term in row.Terms)
        {
            if (_byTerm[term] is { } list)
                lists.Add(list);
        }
        var rarest = lists.TrueForAll(l => l.Count > Common) ? lists.MinBy(l => l.Count) : null;
        var candidates = new List<int>();
        var used = 0;
        foreach (var list in lists)
        {
            if (list.Count > Common && list != rarest)
                continue;
            used++;
            foreach (var group in list)
            {
                if (met[group]++ == 0)
                    candidates.Add(group);
            }
        }
        // One shared word of several proposes nothing: a paraphrase shares three.
        var touched = candidates;
        if (used > 1)
            candidates = touched.FindAll(g => met[g] > 1);
        foreach (var group in touched)
            met[group] = 0;
        if (plans is not null)
            candidates = [.. candidates.Union(plans)];
        // In the order in which the groups were made, so that ties fall alike in every run.
        candidates.Sort();
        return candidates;
    }
}
