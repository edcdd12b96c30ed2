using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Reads from a clause's words where an event stands.</summary>
internal static class StatusCues
{
    private static readonly Lazy<PhrasePatterns> Cues = new(() =>
        new PhrasePatterns(Resource.Rows("En/status-cues.tsv").Select(row => (row[0], row[1]))));

    // Which cue decides where a clause holds several, most telling first: "may be postponed if …" is not merely possible.
    private static readonly ProspectStatus[] Precedence =
    [
        ProspectStatus.Denied, ProspectStatus.Cancelled, ProspectStatus.Postponed, ProspectStatus.DidNotHappen,
        ProspectStatus.Conditional, ProspectStatus.Uncertain, ProspectStatus.UnderWay, ProspectStatus.Scheduled,
        ProspectStatus.Agreed, ProspectStatus.Expected, ProspectStatus.NotYet, ProspectStatus.Willing,
        ProspectStatus.Proposed, ProspectStatus.Mooted,
    ];

    /// <summary>A status and the words that carry it.</summary>
    public readonly record struct Cue(ProspectStatus Status, Span Words)
    {
        /// <summary>What it says of the event.</summary>
        public EventSense Sense => Status switch
        {
            ProspectStatus.Cancelled => EventSense.Cancelled,
            ProspectStatus.Postponed => EventSense.Postponed,
            ProspectStatus.DidNotHappen => EventSense.DidNotHappen,
            ProspectStatus.Denied => EventSense.Denied,
            ProspectStatus.Scheduled => EventSense.Scheduled,
            ProspectStatus.Agreed => EventSense.Agreed,
            ProspectStatus.NotYet => EventSense.NotYet,
            ProspectStatus.Uncertain => EventSense.Uncertain,
            ProspectStatus.Expected => EventSense.Expected,
            ProspectStatus.Willing => EventSense.Willing,
            ProspectStatus.Proposed => EventSense.Proposed,
            ProspectStatus.Mooted => EventSense.Mooted,
            ProspectStatus.UnderWay => EventSense.UnderWay,
            _ => EventSense.None,
        };
    }

    /// <summary>The most telling cue between two tokens; null where the clause states a plain fact.</summary>
    public static Cue? Read(Document document, int first, int end) => Read(document, document.Tokens, first, end);

    /// <summary>The same over chosen tokens of the document; a cue that begins with <paramref name="own"/> is none.</summary>
    public static Cue? Read(Document document, IReadOnlyList<Token> tokens, int first, int end, Span own = default)
    {
        Cue? best = null;
        var bestRank = int.MaxValue;
        // "No date has been set for …": the words of the plan stand inside the words of its absence.
        var absences = Cues.Value.Find(tokens, first, end).Where(m => Parse(m.Label) == ProspectStatus.NotYet).ToList();
        foreach (var match in Cues.Value.Find(tokens, first, end))
        {
            var status = Parse(match.Label);
            if (status is ProspectStatus.Scheduled or ProspectStatus.Agreed && absences.Exists(a => a.First <= match.First && match.First <= a.End))
                continue;
            if (tokens[match.First].Span.Start == own.Start && own.Length > 0)
                continue;
            var rank = Array.IndexOf(Precedence, status);
            if (rank >= bestRank || IsNegated(tokens, match, first, status) || IsName(document, tokens[match.First]))
                continue;
            bestRank = rank;
            best = new Cue(status, new Span(tokens[match.First].Span.Start, tokens[match.End - 1].Span.End));
        }
        return best;
    }

    /// <summary>The modality a status amounts to.</summary>
    public static Modality ToModality(ProspectStatus status) => status switch
    {
        ProspectStatus.Scheduled or ProspectStatus.Agreed or ProspectStatus.Postponed => Modality.Planned,
        ProspectStatus.Expected or ProspectStatus.Willing => Modality.Expected,
        ProspectStatus.Conditional => Modality.Conditional,
        ProspectStatus.Proposed => Modality.Proposed,
        ProspectStatus.Mooted => Modality.Possible,
        ProspectStatus.Uncertain => Modality.Uncertain,
        ProspectStatus.NotYet => Modality.NotYet,
        ProspectStatus.Denied or ProspectStatus.DidNotHappen or ProspectStatus.Cancelled => Modality.Denied,
        ProspectStatus.UnderWay => Modality.Ongoing,
        _ => Modality.Happened,
    };

    /// <summary>True where the words from <paramref name="first"/> on deny or reject a report, rumour or claim.</summary>
    public static bool RejectsReport(IReadOnlyList<Token> tokens, int first, int end) =>
        Rejections.Value.Find(tokens, first, end).Any();

    /// <summary>True where the words neither affirm nor deny what follows: "neither confirmed nor denied".</summary>
    public static bool IsNoncommittal(IReadOnlyList<Token> tokens, int first, int end) =>
        Noncommittal.Value.Find(tokens, first, end).Any();

    private static readonly Lazy<PhrasePatterns> Noncommittal = new(() =>
        new PhrasePatterns(Resource.Lines("En/noncommittal.txt").Select(line => ("open", line))));

    private static readonly Lazy<PhrasePatterns> Rejections = new(() =>
        new PhrasePatterns(Resource.Lines("En/rejections.txt").Select(line => ("rejects", line))));

    // "May" with a capital is the month or a name, not the verb.
    private static bool IsName(Document document, Token token) => token.Norm == "may" && char.IsUpper(document.Text[token.Span.Start]);

    // "is not expected to": a negated cue is not the cue. Cues of absence hold their own negation.
    private static bool IsNegated(IReadOnlyList<Token> tokens, PhrasePatterns.Match match, int first, ProspectStatus status)
    {
        if (match.First > first && tokens[match.First - 1].Norm == "no")
            return true;
        // "cannot be ruled out" leaves open what "ruled out" would deny.
        if (status == ProspectStatus.Denied && match.First >= first + 2 && tokens[match.First - 1].Norm == "be" && tokens[match.First - 2].Norm is "cannot" or "not" or "n't")
            return true;
        if (status == ProspectStatus.Denied && match.First > first && tokens[match.First - 1].Norm is "cannot" or "not" or "n't")
            return true;
        if (status is ProspectStatus.NotYet or ProspectStatus.Uncertain or ProspectStatus.Denied or ProspectStatus.DidNotHappen)
            return false;
        for (var i = Math.Max(first, match.First - 2); i < match.First; i++)
        {
            if (tokens[i].Norm is "not" or "n't" or "never" or "without")
                return true;
        }
        return false;
    }

    private static ProspectStatus Parse(string label) => label switch
    {
        "cancelled" => ProspectStatus.Cancelled,
        "postponed" => ProspectStatus.Postponed,
        "did-not-happen" => ProspectStatus.DidNotHappen,
        "denied" => ProspectStatus.Denied,
        "under-way" => ProspectStatus.UnderWay,
        "scheduled" => ProspectStatus.Scheduled,
        "agreed" => ProspectStatus.Agreed,
        "not-yet" => ProspectStatus.NotYet,
        "uncertain" => ProspectStatus.Uncertain,
        "expected" => ProspectStatus.Expected,
        "willing" => ProspectStatus.Willing,
        "proposed" => ProspectStatus.Proposed,
        "mooted" => ProspectStatus.Mooted,
        _ => throw new InvalidDataException($"status-cues.tsv: '{label}' is no status."),
    };
}
