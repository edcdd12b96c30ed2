using System.Collections.Frozen;
using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Reads off the tree to whom, on what occasion, on whose word and when the words of a quotation were spoken.</summary>
internal sealed class SpeechSettings(Document document, WordTree tree, ClauseSubjects subjects)
{
    private static readonly Lazy<FrozenDictionary<string, OccasionKind>> s_occasions = new(() =>
        Resource.Rows("En/occasions.tsv").ToFrozenDictionary(row => row[0], row => Enum.Parse<OccasionKind>(row[1], ignoreCase: true), StringComparer.Ordinal));

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
            if (_words[child].Relation is "advcl" or "xcomp" && _words[child].Xpos is "VBG" && !found.IsContent(_words[child].Span))
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
        ReadCited(verb, found);
        var setting = new SpeechSetting(found.Addressee, found.Occasion, found.Cited);
        if (setting == SpeechSetting.None)
            return quotation;
        return quotation with { Setting = setting, SaidOn = quotation.SaidOn.IsUnknown ? found.Day : quotation.SaidOn };
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
        if (s_occasions.Value.TryGetValue(_words[noun].Lemma.ToLowerInvariant(), out var kind) && preposition is "in" or "at" or "on" or "during" or "by" or "via" or "through" or "over" or "from")
        {
            if (found.Occasion is null)
                ReadOccasion(noun, kind, found);
        }
        else if (preposition is "to" or "with" && CanHear(noun))
        {
            found.Addressee ??= Party(noun);
        }
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
        var (first, last) = tree.Extent(noun);
        var reach = new Span(_words[first].Span.Start, _words[last].Span.End);
        for (var i = Ordered.FirstAt(document.Times, reach.Start, t => t.Span.Start); i < document.Times.Count && document.Times[i].Span.Start < reach.End && found.Day.IsUnknown; i++)
        {
            var time = document.Times[i];
            if (time.Type is TimexType.Date or TimexType.Time && !found.IsContent(time.Span))
                found.Day = time.When;
        }
    }

    private void ReadParticiple(int verb, Search found)
    {
        if (_words[verb].Lemma is "speak" or "talk" or "write" or "appear" or "address" or "testify" or "answer" or "respond" or "reply" or "tell")
            ReadVerb(verb, found, isCue: false);
    }

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
        subjects.Speaks(subjects.Entity(noun, tree.Phrase(noun))) || _words[noun].Lemma is "press" or "media" or "parliament" or "court" or "council" or "committee" or "jury" or "crowd" or "public"
        || QuotationWords.IsAnonymousSource(_words[noun].Lemma) || QuotationWords.Of(_words[noun].Lemma).HasFlag(WordClass.PersonNoun);

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
