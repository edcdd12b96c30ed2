using System.Collections.Frozen;
using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Reads off the tree to whom, on what occasion, on whose word and when the words of a quotation were spoken.</summary>
internal sealed class SpeechSettings(Document document, WordTree tree, ClauseSubjects subjects)
{
    private static readonly Lazy<FrozenDictionary<string, OccasionKind>> s_occasions = new(() =>
        Resource.Rows("En/occasions.tsv").ToFrozenDictionary(row => row[0], row => Enum.Parse<OccasionKind>(row[1], ignoreCase: true), StringComparer.Ordinal));

    private static readonly Lazy<FrozenSet<string>> s_hearers = new(() => Resource.Set("En/hearers.txt").ToFrozenSet(StringComparer.Ordinal));

    // Words between a cue and "citing".
    private const int FarthestCited = 80;

    private readonly IReadOnlyList<Word> _words = document.Words;

    /// <summary>The noun names an occasion or a way of speaking.</summary>
    public static bool IsOccasion(string lemma) => s_occasions.Value.ContainsKey(lemma.ToLowerInvariant());

    /// <summary>The quotation with its setting, and with the day of speaking where only the occasion tells it.</summary>
    public Quotation Complete(Quotation quotation)
    {
        quotation = NameSpeaker(quotation);
        if (quotation.Cue is not { } cue || CueWord(cue) is not (>= 0 and var verb))
            return quotation;
        var found = new Search(quotation);
        // "told reporters", "speaking at a rally, he said", "wrote in a letter to the council"
        ReadVerb(verb, found, isCue: true);
        foreach (var child in tree.Children(verb))
        {
            var besides = _words[child].Relation is "advcl" or "xcomp" or "parataxis" || (_words[child].Relation is "ccomp" && child < verb);
            if (besides && _words[child].Xpos is "VBG" && !found.IsContent(_words[child].Span))
                ReadParticiple(child, found);
        }
        if (subjects.Own(verb) is >= 0 and var subject)
        {
            foreach (var child in tree.Children(subject))
            {
                if (_words[child].Relation is "acl" && _words[child].Xpos is "VBG")
                    ReadParticiple(child, found);
            }
        }
        if (found.Cited is null)
            ReadCited(verb, found);
        // The readers of lines have looked for the day themselves.
        if (found.Day.IsUnknown && quotation.SaidOn.IsUnknown && quotation.Rule is "clause-in-tree" or "inserted-cue" or "quotation-then-clause" or "clause-then-quotation")
            found.Day = DayOf(verb, found);
        var setting = new SpeechSetting(found.Addressee, found.Occasion, found.Cited);
        if (setting == SpeechSetting.None && found.Day.IsUnknown)
            return quotation;
        return quotation with { Setting = setting, SaidOn = quotation.SaidOn.IsUnknown ? found.Day : quotation.SaidOn };
    }

    /// <summary>When and where somebody spoke, as the clause of a verb of speaking tells it; null where it is none or tells nothing.</summary>
    public (SpeechSetting Setting, DateRange Day)? Of(int verb, Quotation quotation)
    {
        if (!(IsSpeaking(verb) || subjects.Reports(verb)) || subjects.IsNegated(verb))
            return null;
        var found = new Search(quotation);
        ReadVerb(verb, found, isCue: subjects.Reports(verb));
        if (found.Day.IsUnknown)
            found.Day = DayOf(verb, found);
        return found is { Occasion: null, Addressee: null, Day.IsUnknown: true } ? null : (new SpeechSetting(found.Addressee, found.Occasion, null), found.Day);
    }

    // "the clerk who told the council that S": not "who" but the clerk
    private Quotation NameSpeaker(Quotation quotation)
    {
        if (quotation is not { Speaker: null, SpeakerSpan: { } words } || tree.WordFrom(words.Start) is var who && (who >= _words.Count || _words[who].Span != words))
            return quotation;
        return subjects.Antecedent(who) is >= 0 and var meant && meant != who && tree.Phrase(meant) is var phrase && !quotation.Content.Any(c => c.Overlaps(phrase))
            ? quotation with { Speaker = subjects.Entity(meant, phrase), SpeakerSpan = phrase }
            : quotation;
    }

    private sealed class Search(Quotation quotation)
    {
        public SpeechParty? Addressee { get; set; }

        public Occasion? Occasion { get; set; }

        public SpeechParty? Cited { get; set; }

        public DateRange Day { get; set; }

        public bool IsContent(Span place) => quotation.Content.Any(c => c.Overlaps(place));

        public bool IsSpeaker(Span place) => quotation.SpeakerSpan is { } speaker && speaker.Overlaps(place);
    }

    // The verb of the cue, or "according" in "according to".
    private int CueWord(Span cue)
    {
        var found = -1;
        for (var i = tree.WordFrom(cue.Start); i < _words.Count && _words[i].Span.Start < cue.End; i++)
        {
            if (_words[i].Upos is Upos.Verb || found < 0)
                found = i;
        }
        return found;
    }

    private void ReadVerb(int verb, Search found, bool isCue)
    {
        foreach (var child in tree.Children(verb))
        {
            var word = _words[child];
            if (found.IsContent(word.Span) || found.IsSpeaker(word.Span) || word.Upos is not (Upos.Noun or Upos.Propn or Upos.Pron))
                continue;
            if (word.Relation is "iobj" || (word.Relation is "obj" && (!isCue || ReportingVerbs.Of(_words[verb].Lemma).Any(e => e.Verb.Takes(Frames.Hearer)))))
                ReadHearer(child, found);
            else if (word.Relation is "obl" or "obl:agent" or "obl:unmarked" or "nmod")
                ReadPhrase(child, found);
        }
    }

    // "told the envoy during a call": the parser may hang the call on the envoy
    private void ReadHearer(int noun, Search found)
    {
        found.Addressee ??= Party(noun);
        foreach (var child in tree.Children(noun))
        {
            if (child > noun && _words[child].Relation is "nmod" && IsOccasion(_words[child].Lemma))
                ReadPhrase(child, found);
        }
    }

    // "to reporters", "in an interview with the Courier on Sunday", "by telephone"
    private void ReadPhrase(int noun, Search found)
    {
        var preposition = tree.Child(noun, "case") is >= 0 and var mark && mark < noun ? _words[mark].Lemma : "";
        if (Kind(noun, preposition) is { } kind)
        {
            if (found.Occasion is null)
                ReadOccasion(noun, kind, found);
        }
        else if (preposition is "to" or "with" && CanHear(noun))
        {
            found.Addressee ??= Party(noun);
            // "speaking with a journalist of the Courier"
            if (preposition is "with" && found.Occasion is null && Lemma(noun) is "journalist" or "reporter" or "interviewer" or "correspondent" or "newspaper" or "broadcaster" or "magazine")
                found.Occasion = new Occasion(Words(noun, "of", "for", "from", "at"), OccasionKind.Interview);
        }
    }

    private OccasionKind? Kind(int noun, string preposition)
    {
        var lemma = Lemma(noun);
        // "before a parliamentary committee"
        if (preposition is "before" && lemma is "committee" or "court" or "panel" or "tribunal" or "commission" or "inquiry" or "judge" or "parliament" or "senate" or "jury")
            return OccasionKind.Hearing;
        if (preposition is not ("in" or "at" or "on" or "during" or "by" or "via" or "through" or "over" or "from"))
            return null;
        if (s_occasions.Value.TryGetValue(lemma, out var kind))
            return kind;
        // "on her Facebook page": the name of the place for posts stands before what is hers there
        return lemma is "page" or "account" or "channel" or "feed" or "profile"
            && tree.Children(noun).Any(c => c < noun && s_occasions.Value.TryGetValue(_words[c].Lemma.ToLowerInvariant(), out var place) && place is OccasionKind.Post)
            ? OccasionKind.Post
            : null;
    }

    private void ReadOccasion(int noun, OccasionKind kind, Search found)
    {
        var words = Words(noun, "with", "to", "of", "for", "on", "in", "at", "between");
        found.Occasion = new Occasion(words, kind);
        foreach (var child in tree.Children(noun))
        {
            if (child > noun && _words[child].Relation is "nmod" && tree.Child(child, "case") is >= 0 and var mark && _words[mark].Lemma is "with" or "to" && CanHear(child))
                found.Addressee ??= Party(child);
        }
        if (found.Day.IsUnknown)
            found.Day = DayIn(noun, found);
    }

    // "said on Monday": a day that hangs on the verb itself, or on the verb of "was quoted as saying".
    private DateRange DayOf(int verb, Search found)
    {
        foreach (var child in tree.Children(verb))
        {
            if (_words[child].Relation is "obl" or "obl:unmarked" or "nmod:unmarked" && IsTime(_words[child].Span) && DayIn(child, found) is { IsUnknown: false } day)
                return day;
            if (_words[child].Relation is "advcl" && subjects.OfQuoted(child) >= 0)
                return DayOf(child, found);
        }
        return DateRange.Unknown;
    }

    // The first day or time of day in what hangs on a word, outside what is said.
    private DateRange DayIn(int word, Search found)
    {
        var (first, last) = tree.Extent(word);
        var reach = new Span(_words[first].Span.Start, _words[last].Span.End);
        for (var i = Ordered.FirstAt(document.Times, reach.Start, t => t.Span.Start); i < document.Times.Count && document.Times[i].Span.Start < reach.End; i++)
        {
            var time = document.Times[i];
            if (time.Type is TimexType.Date or TimexType.Time && !time.When.IsUnknown && !found.IsContent(time.Span))
                return time.When;
        }
        return DateRange.Unknown;
    }

    private void ReadParticiple(int verb, Search found)
    {
        // "Citing a police report, the harbour office said"
        if (_words[verb].Lemma is "cite" or "quote")
        {
            if (found.Cited is null && tree.Child(verb, "obj") is >= 0 and var source)
                found.Cited = Party(source);
            return;
        }
        if (!IsSpeaking(verb))
            return;
        ReadVerb(verb, found, isCue: false);
        // "Speaking in Vask last Friday, she said"
        if (found.Day.IsUnknown)
            found.Day = DayIn(verb, found);
    }

    private bool IsSpeaking(int verb) =>
        _words[verb].Lemma is "speak" or "talk" or "write" or "appear" or "address" or "testify" or "answer" or "respond" or "reply" or "tell";

    // "reported, citing the ministry, that S", "according to the Courier, quoting two officials, S": outside what is said, wherever the parser hangs it.
    private void ReadCited(int cue, Search found)
    {
        for (var i = cue + 1; i < _words.Count && i - cue < FarthestCited && tree.IsInSentence(i, cue); i++)
        {
            if (_words[i].Lemma is "cite" or "quote" && _words[i].Xpos is "VBG" && !found.IsContent(_words[i].Span) && tree.Child(i, "obj") is >= 0 and var source)
            {
                found.Cited = Party(source);
                return;
            }
        }
    }

    // A person, a body or people in general; no place and no thing.
    private bool CanHear(int noun) =>
        subjects.Speaks(subjects.Entity(noun, tree.Phrase(noun))) || s_hearers.Value.Contains(Lemma(noun))
        || QuotationWords.IsAnonymousSource(Lemma(noun)) || QuotationWords.Of(Lemma(noun)).HasFlag(WordClass.PersonNoun);

    // The dictionary lists some of them as names ("Council").
    private string Lemma(int noun) => _words[noun].Lemma.ToLowerInvariant();

    private SpeechParty Party(int noun)
    {
        var words = Words(noun, "of", "for", "from", "at");
        return new SpeechParty(words, subjects.Entity(noun, words));
    }

    // A noun with its name, what stands before it and the phrases behind it that begin with one of the prepositions; no times.
    private Span Words(int noun, params ReadOnlySpan<string> prepositions)
    {
        int first = noun, last = noun;
        foreach (var child in tree.Children(noun))
        {
            var word = _words[child];
            // "journalist | Lena Harth"
            if (word.Relation is "appos" && word.Upos is Upos.Propn && child == noun + 1)
            {
                last = Math.Max(last, tree.Extent(child).Last);
                continue;
            }
            if (word.Relation is "case" or "punct" or "cc" or "conj" or "appos" or "acl" or "acl:relcl" or "mark" or "parataxis" or "advcl")
                continue;
            var (low, high) = tree.Extent(child);
            if (child > noun && word.Relation is "nmod" or "obl" or "nmod:unmarked")
            {
                var mark = tree.Child(child, "case");
                if (mark < 0 || !prepositions.Contains(_words[mark].Lemma) || low != last + 1 || IsTime(word.Span))
                    break;
                high = tree.WordFrom(Words(child, "of", "from").End - 1);
            }
            first = Math.Min(first, low);
            last = Math.Max(last, high);
        }
        return new Span(_words[first].Span.Start, _words[last].Span.End);
    }

    private bool IsTime(Span place)
    {
        var i = Ordered.FirstAt(document.Times, place.Start - 30, t => t.Span.Start);
        for (; i < document.Times.Count && document.Times[i].Span.Start < place.End; i++)
        {
            if (document.Times[i].Span.Overlaps(place))
                return true;
        }
        return false;
    }
}
