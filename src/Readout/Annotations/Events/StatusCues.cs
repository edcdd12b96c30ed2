using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>What phrases of several words say of where an event stands: "no date has been set for", "neither confirmed nor denied".</summary>
internal static class StatusCues
{
    private static readonly Lazy<PhrasePatterns> Cues = new(() =>
        new PhrasePatterns(Resource.Rows("En/status-cues.tsv").Select(row => (row[0], row[1]))));

    private static readonly Lazy<PhrasePatterns> Noncommittal = new(() =>
        new PhrasePatterns(Resource.Lines("En/noncommittal.txt").Select(line => ("open", line))));

    private static readonly Lazy<PhrasePatterns> Rejections = new(() =>
        new PhrasePatterns(Resource.Lines("En/rejections.txt").Select(line => ("rejects", line))));

    /// <summary>What a phrase says of the event, and its words.</summary>
    public readonly record struct Cue(EventSense Sense, Span Words);

    /// <summary>The most telling cue between two tokens; null where the clause states a plain fact.</summary>
    public static Cue? Read(Document document, int first, int end) => Read(document, document.Tokens, first, end);

    /// <summary>The same over chosen tokens of the document; a cue that begins with <paramref name="own"/> is none.</summary>
    public static Cue? Read(Document document, IReadOnlyList<Token> tokens, int first, int end, Span own = default)
    {
        Cue? best = null;
        // "No date has been set for …": the words of the plan stand inside the words of its absence.
        var matches = Cues.Value.Find(tokens, first, end).Select(m => (Match: m, Sense: EventGovernors.Sense(m.Label))).ToList();
        foreach (var (match, sense) in matches)
        {
            if (sense is EventSense.Scheduled or EventSense.Agreed && matches.Exists(a => a.Sense is EventSense.NotYet && a.Match.First <= match.First && match.First <= a.Match.End))
                continue;
            if (tokens[match.First].Span.Start == own.Start && own.Length > 0)
                continue;
            if ((best is { } other && EventSenses.Rank(sense) >= EventSenses.Rank(other.Sense)) || IsNegated(tokens, match.First, first, sense) || IsName(document, tokens[match.First]))
                continue;
            best = new Cue(sense, new Span(tokens[match.First].Span.Start, tokens[match.End - 1].Span.End));
        }
        return best;
    }

    /// <summary>True where the words from <paramref name="first"/> on deny or reject a report, rumour or claim.</summary>
    public static bool RejectsReport(IReadOnlyList<Token> tokens, int first, int end) => Rejections.Value.Find(tokens, first, end).Any();

    /// <summary>True where the words neither affirm nor deny what follows: "neither confirmed nor denied".</summary>
    public static bool IsNoncommittal(IReadOnlyList<Token> tokens, int first, int end) => Noncommittal.Value.Find(tokens, first, end).Any();

    // "May" with a capital is the month or a name, not the verb.
    private static bool IsName(Document document, Token token) => token.Norm == "may" && char.IsUpper(document.Text[token.Span.Start]);

    // "is not expected to": a negated cue is not the cue. Cues of absence hold their own negation.
    private static bool IsNegated(IReadOnlyList<Token> tokens, int cue, int first, EventSense sense)
    {
        bool IsNot(int i) => i >= first && tokens[i].Norm is "not" or "n't" or "cannot";
        if (cue > first && tokens[cue - 1].Norm is "no")
            return true;
        if (sense is EventSense.Denied)
            // "cannot be ruled out" leaves open what "ruled out" would deny
            return IsNot(cue - 1) || (cue - 2 >= first && tokens[cue - 1].Norm is "be" && IsNot(cue - 2));
        if (sense is EventSense.NotYet or EventSense.Uncertain or EventSense.DidNotHappen)
            return false;
        for (var i = Math.Max(first, cue - 2); i < cue; i++)
        {
            if (tokens[i].Norm is "not" or "n't" or "never" or "without")
                return true;
        }
        return false;
    }
}
