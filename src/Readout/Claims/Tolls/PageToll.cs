using Readout.Annotations;
using Readout.Text;

namespace Readout.Claims;

/// <summary>How many a page says were killed and injured by what it reports on.</summary>
/// <param name="Killed">Null, with <paramref name="Injured"/>, where the page tells of no harm at all: then it says nothing, not "none".</param>
/// <param name="IsRoundup">Its headline speaks of several events: its numbers may be the sum of all.</param>
internal sealed record PageToll(TollValue? Killed, TollValue? Injured, bool IsRoundup)
{
    /// <summary>Reads a page's toll.</summary>
    public static PageToll Read(Document document) => new PageTollReader(document).Read();
}

/// <summary>
/// Weighs what the sentences of a page say. Headline and lead state the toll of the event; what comes further down is as often
/// told of others. Where they give no count, the people that they tell apart are counted.
/// </summary>
internal sealed class PageTollReader(Document document)
{
    // Sentences that tell of harm: in so many after the headline the event's own toll stands.
    private const int Lead = 2;

    // People are told apart in so many, the headline included.
    private const int Named = 3;

    // "A fourth victim" counts in so many.
    private const int Numbered = 5;

    // "Double homicide" counts in so many sentences of the page.
    private const int Top = 6;

    // A "21st victim" is one of a year's.
    private const int MostNumbered = 7;

    private readonly VictimRoll _roll = new();
    private readonly List<Span> _all = [];
    private TollValue _killed = Nobody;
    private TollValue _injured = Nobody;
    private TollValue _struck = Nobody;
    private bool _isBoth;

    private static TollValue Nobody { get; } = new(0, [], "none");

    public PageToll Read()
    {
        var elsewhere = new Elsewhere(document);
        var nouns = EventNouns.Read(document, Top, elsewhere);
        var casualties = CasualtyReader.Read(document);
        var isRoundup = document.Sentences.Count > 0 && document.Sentences[0].IsHeading && elsewhere.IsRoundup(0);
        if (casualties.Count == 0 && nouns.Killed.Count == 0 && nouns.Struck.Count == 0)
            return new PageToll(null, null, isRoundup);
        ReadSentences(casualties, elsewhere);
        _roll.Settle();
        return Decide(nouns) with { IsRoundup = isRoundup };
    }

    private void ReadSentences(IReadOnlyList<Casualty> casualties, Elsewhere elsewhere)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var at = 0;
        var lead = Lead;
        foreach (var group in casualties.GroupBy(c => c.Sentence))
        {
            var sentence = document.Sentences[group.Key];
            if (!seen.Add(document.Slice(sentence.Span)) || elsewhere.Is(group.Key))
                continue;
            at++;
            var own = group.Take(SentenceToll.MostPhrases).ToList();
            var toll = SentenceToll.Of(own);
            // a headline without a number takes no sentence's place
            if (sentence.IsHeading)
                lead = Lead + 1;
            if (sentence.IsHeading || at <= lead)
                Note(toll, own, sentence.IsHeading ? "headline" : "lead");
            _isBoth |= at <= Lead + 1 && toll is { Killed: > 0, Struck: > 0, HasGroup: true };
            if (at <= Numbered)
                NoteOrdinals(own);
            if (at <= Named)
            {
                foreach (var one in own.Where(c => c.Victim.IsOne && !c.IsNobody && c.Rule is not FlatCasualties.Fatally))
                    _roll.Add(one);
            }
            if (at > Math.Max(Numbered, lead))
                break;
        }
    }

    private void Note(SentenceToll toll, List<Casualty> casualties, string rule)
    {
        _all.AddRange(casualties.Select(c => c.Span));
        _killed = Larger(_killed, toll.Killed, Spans(casualties, Harm.Killed), rule);
        _injured = Larger(_injured, toll.Injured + (toll.Injured > 0 ? toll.Struck : 0), Spans(casualties, Harm.Injured), rule);
        _struck = Larger(_struck, toll.Total, [.. casualties.Select(c => c.Span)], rule);
    }

    private void NoteOrdinals(List<Casualty> casualties)
    {
        foreach (var one in casualties.Where(c => c.Harm is not Harm.Killed && c.Victim.Ordinal is > 1 and <= MostNumbered))
            _struck = Larger(_struck, one.Victim.Ordinal, [one.Span], "numbered-victim");
    }

    private PageToll Decide((TollValue Killed, TollValue Struck) nouns)
    {
        var killed = Larger(_killed, nouns.Killed.Count, nouns.Killed.Spans, nouns.Killed.Rule);
        if (killed.Count == 0)
            killed = Larger(killed, _roll.Count(Harm.Killed), _roll.Spans(Harm.Killed), "told-apart");
        var struck = Larger(_struck, nouns.Struck.Count, nouns.Struck.Spans, nouns.Struck.Rule);
        var injured = _injured;
        if (struck.Count > 1)
            injured = Larger(injured, struck.Count - killed.Count, struck.Spans, "struck-less-killed");
        if (injured.Count <= 1 && struck.Count - killed.Count <= 1)
            injured = Larger(injured, _roll.Living, _roll.LivingSpans, "told-apart");
        // One of whom only "was shot" is said, beside somebody killed, is mostly the same.
        if (killed.Count >= 1 && injured.Count == 1 && _injured.Count == 0 && _roll.Count(Harm.Injured) == 0 && !_roll.IsNamedLiving && nouns.Struck.Count <= killed.Count && !_isBoth)
            injured = Nobody;
        return new PageToll(Grounded(killed), Grounded(injured), false);
    }

    // Nobody: the words that told of harm to others.
    private TollValue Grounded(TollValue value) => value.Count == 0 ? value with { Spans = _all.Count > 0 ? [_all[0]] : [] } : value;

    private static TollValue Larger(TollValue value, int count, IReadOnlyList<Span> spans, string rule) => count > value.Count ? new TollValue(count, spans, rule) : value;

    private static IReadOnlyList<Span> Spans(List<Casualty> casualties, Harm least) =>
        [.. casualties.Where(c => least is Harm.Killed ? c.Harm is Harm.Killed : c.Harm is not Harm.Killed).Select(c => c.Span)];
}
