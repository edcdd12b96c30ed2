using Readout.Text;

namespace Readout.Annotations;

/// <summary>The clause that gives words in marks to somebody, whatever its verb: “…,” an angry Moll shot back; Moll went further: “…”.</summary>
/// <param name="Cue">The verb with its auxiliaries.</param>
/// <param name="Speaker">The subject's phrase.</param>
/// <param name="Entity">Whom the subject names; null where that is not known.</param>
/// <param name="IsTail">The quotation stands before the clause.</param>
internal sealed record QuoteClause(Span Cue, Span Speaker, int? Entity, bool IsTail);

/// <summary>Finds the clause beside words in marks by the trees of the words outside them.</summary>
internal sealed class QuoteClauses(Document document, WordTree tree, ClauseSubjects subjects)
{
    // A subject with its apposition seldom keeps the verb further from the marks.
    private const int Reach = 40;

    // "Moll said on the radio, “…”": as many words may stand between a verb of saying and the comma.
    private const int MostBetween = 12;

    private readonly IReadOnlyList<Word> _words = document.Words;

    /// <summary>The clause right behind the marks.</summary>
    /// <param name="quote">Place of the words in marks.</param>
    /// <param name="end">Where the text outside marks ends: the next marks or the end of the line.</param>
    /// <param name="endsOpen">The words in marks end with a comma, a question or an exclamation mark.</param>
    public QuoteClause? Behind(Span quote, int end, bool endsOpen)
    {
        var first = tree.WordFrom(quote.End);
        while (first < _words.Count && _words[first].Span.Start < end && _words[first].Lemma is "," or "-" or "—" or "–")
            first++;
        for (var verb = first; verb < _words.Count && verb - first < Reach && _words[verb].Span.Start < end; verb++)
        {
            if (!IsFinite(verb) || (subjects.PassiveOfQuoted(verb) is >= 0 and var quoted ? quoted : subjects.Own(verb)) is not (>= 0 and var subject) || _words[subject].Span.Start < quote.End || _words[subject].Span.Start >= end)
                continue;
            // "who spoke first": a clause inside the subject
            if (_words[verb].Relation is "acl:relcl" or "advcl" or "acl")
                continue;
            // "On “Orlen Tonight,” Moll said that …": what she said stands behind the verb.
            if (tree.Child(verb, "ccomp") > verb)
                return null;
            var phrase = subjects.Words(subject);
            if (FirstOfClause(verb, first) > first)
                return null;
            return (endsOpen || verb < subject) && Speaks(verb, subject, phrase, needsKnown: !subjects.Reports(verb)) is { } entity
                ? new QuoteClause(Cue(verb), phrase, entity.Known, IsTail: true)
                : null;
        }
        return null;
    }

    /// <summary>The clause before the marks: before a colon any verb with a speaker, else a verb of saying.</summary>
    /// <param name="start">Where the text outside marks begins: the marks before or the start of the line.</param>
    /// <param name="quote">Place of the words in marks.</param>
    /// <param name="isSentence">The words in marks are a sentence of their own.</param>
    public QuoteClause? Before(int start, Span quote, bool isSentence)
    {
        var last = tree.WordFrom(quote.Start) - 1;
        if (last >= _words.Count || last < 0 || _words[last].Span.Start < start)
            return null;
        var verb = _words[last].Lemma switch
        {
            ":" => isSentence ? Topmost(start, last) : -1,
            "," => isSentence ? Nearest(start, last) : -1,
            _ => subjects.Reports(last) ? last : -1,
        };
        if (verb < 0 || (subjects.Of(verb) is >= 0 and var own ? own : Inverted(verb, start)) is not (>= 0 and var subject) || _words[subject].Span.Start < start)
            return null;
        var phrase = subjects.Words(subject);
        return Speaks(verb, subject, phrase, needsKnown: !subjects.Reports(verb)) is { } entity
            ? new QuoteClause(Cue(verb), phrase, entity.Known, IsTail: false)
            : null;
    }

    // "Said Moll: “…”" looks to the parser as if somebody told Moll.
    private int Inverted(int verb, int start)
    {
        if (_words[verb].Span.Start > start || !subjects.Reports(verb))
            return -1;
        return tree.Child(verb, "iobj") is >= 0 and var indirect ? indirect : tree.Child(verb, "obj");
    }

    // The first word, from a place on, of all that hangs on a verb: of its subject if that stands before it.
    private int FirstOfClause(int verb, int from)
    {
        var first = verb;
        foreach (var child in tree.Children(verb))
        {
            if (child >= from && child < verb)
                first = Math.Min(first, Math.Max(from, tree.Extent(child).First));
        }
        return first;
    }

    // The verb of the clause that all before the colon hangs on.
    private int Topmost(int start, int last)
    {
        int found = -1, least = int.MaxValue;
        for (var i = last; i >= 0 && _words[i].Span.Start >= start && last - i < Reach; i--)
        {
            if (_words[i].Upos is Upos.Verb && tree.Depth(i) is var depth && depth <= least && (found < 0 || subjects.Own(i) >= 0 || subjects.Own(found) < 0))
                (found, least) = (i, depth);
        }
        return found;
    }

    private int Nearest(int start, int last)
    {
        for (var i = last; i >= 0 && _words[i].Span.Start >= start && last - i < MostBetween; i--)
        {
            if (_words[i].Upos is Upos.Verb)
                return subjects.Reports(i) ? i : -1;
        }
        return -1;
    }

    private (int? Known, bool IsPronoun)? Speaks(int verb, int subject, Span phrase, bool needsKnown)
    {
        if (subjects.IsNegated(verb) || subjects.Antecedent(subject) is not (>= 0 and var meant) || subjects.IsTalk(meant))
            return null;
        var entity = subjects.Entity(subject, phrase);
        var pronoun = _words[subject].Lemma is "he" or "she" or "they";
        return subjects.Speaks(entity) || pronoun || !needsKnown ? (entity, pronoun) : null;
    }

    private bool IsFinite(int verb) => _words[verb].Upos is Upos.Verb && _words[verb].Xpos is "VBD" or "VBZ" or "VBP" or "VBN";

    private int FirstOfVerb(int verb)
    {
        var first = verb;
        while (first > 0 && _words[first - 1].Head == verb && _words[first - 1].Relation is "aux" or "advmod" or "aux:pass" or "obl:tmod")
            first--;
        return _words[first].Span.Start;
    }

    private Span Cue(int verb) => new(FirstOfVerb(verb), _words[verb].Span.End);
}
