using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Reads off a document's trees what its numbers are values of.</summary>
internal sealed class MeasureReader(Document document, EntityIndex index)
{
    private readonly IReadOnlyList<Word> _words = document.Words;
    private readonly WordTree _tree = new(document);

    private static readonly HashSet<string> s_intents = new(StringComparer.Ordinal)
    {
        "plan", "want", "intend", "aim", "hope", "wish", "propose", "seek", "threaten", "promise", "consider", "expect", "mean", "vow", "pledge", "offer", "need", "ask", "demand", "urge", "intention", "proposal",
    };

    // Steps over joined and explaining phrases ("11 workers, nine of them divers").
    private const int FarthestHead = 4;

    // Tokens behind a number in which it may say what it is counted by ("40 barrels of oil a day").
    private const int FarthestRate = 6;

    /// <summary>What the number at a place measures; null where no tree tells.</summary>
    public Measure? Read(Quantity quantity)
    {
        if (Top(quantity.Span) is not { } number)
            return null;
        // "eleven workers": the workers stand for the number in the clause.
        var counted = IsCounter(number) && _words[number].Head >= 0 ? _words[number].Head : number;
        if (IsCounter(counted) && _words[counted].Head >= 0)
            counted = _words[counted].Head;
        var noun = _words[counted].Upos is Upos.Noun or Upos.Propn ? counted : Of(counted);
        var (governor, role, at) = Governor(counted);
        var (doers, things) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        if (at >= 0)
            Doers(doers, things, at, counted);
        return new Measure(
            governor, role, noun >= 0 ? Lemma(noun) : null, Kinds(noun >= 0 ? noun : counted, number), doers, things,
            Per(quantity), at >= 0 ? When(at) : DateRange.Unknown, at >= 0 ? Lasting(at, quantity.Span) : null, at < 0 || IsFactual(at))
        {
            ThingKinds = at >= 0 ? ThingKinds(at, counted) : new HashSet<string>(),
            Where = at >= 0 ? Where(at, counted) : new HashSet<string>(),
            IsPerfect = at >= 0 && _tree.Children(at).Any(c => _words[c].Relation is "aux" && _words[c].Lemma is "have"),
        };
    }

    // The word of a place whose head lies outside it.
    private int? Top(Span place)
    {
        for (var i = _tree.WordFrom(place.Start); i < _words.Count && _words[i].Span.Start < place.End; i++)
        {
            if (_words[i].Head < 0 || !place.Overlaps(_words[_words[i].Head].Span))
                return i;
        }
        return null;
    }

    private bool IsCounter(int word) => _words[word].Relation is "nummod" or "nummod:gov" or "compound" or "det" or "amod" && _words[word].Upos is Upos.Num or Upos.Sym or Upos.Noun or Upos.Adj or Upos.Det;

    // "11 of the workers"
    private int Of(int number)
    {
        foreach (var child in _tree.Children(number))
        {
            if (_words[child].Relation is "nmod" && Preposition(child) is "of")
                return child;
        }
        return -1;
    }

    private (string? Name, string Role, int At) Governor(int word)
    {
        var at = word;
        for (var step = 0; step < FarthestHead && _words[at].Relation is "conj" or "appos" or "parataxis" or "flat" or "list" && _words[at].Head >= 0; step++)
            at = _words[at].Head;
        var (relation, head) = (_words[at].Relation, _words[at].Head);
        // "the toll was eleven": the number is what its subject is.
        if (_tree.Child(at, "cop") >= 0 && Subject(at) is >= 0 and var subject)
            return (Name(subject), "is", at);
        if (head < 0)
            return (null, "root", at);
        var role = relation switch
        {
            "nsubj:pass" or "obj" => "obj",
            "obl" or "nmod" or "obl:arg" => Preposition(at) ?? "bare",
            _ => relation,
        };
        var name = Name(head);
        // Those who die are those who are killed: the subject of the one is the object of the other.
        if (role is "nsubj" && _words[head].Upos is Upos.Verb && _tree.Child(head, "obj") < 0)
            role = "obj";
        return (name, role, head);
    }

    // What only reports the number does not measure it.
    private string? Name(int word) =>
        _words[word].Upos is Upos.Pron or Upos.Punct or Upos.Num or Upos.Sym || ReportingVerbs.Of(_words[word].Lemma).Any(v => v.Verb.Sense == VerbSense.Says) ? null : PredicateClasses.Of(_words[word].Lemma.ToLowerInvariant()) ?? Lemma(word);

    private int Subject(int of) => _tree.Child(of, "nsubj") is >= 0 and var subject ? subject : _tree.Child(of, "nsubj:outer");

    private HashSet<string> Kinds(int noun, int number)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in _tree.Children(noun))
        {
            if (child == number || _words[child].Upos is not (Upos.Noun or Upos.Adj or Upos.Propn or Upos.Verb) || IsLoose(child))
                continue;
            if (_words[child].Relation is "amod" or "compound" || (_words[child].Relation is "nmod" && Preposition(child) is "of" && _words[noun].Upos is Upos.Noun))
                kinds.Add(Lemma(child));
        }
        return kinds;
    }

    // What says nothing of which are meant.
    private bool IsLoose(int word) => _words[word].Lemma is "total" or "whole" or "full" or "estimated" or "confirmed" or "reported" or "so-called" or "own" or "same" or "people" or "person";

    // The other side of the clause: its subject, or what its subject is not.
    private void Doers(HashSet<string> doers, HashSet<string> things, int governor, int counted)
    {
        foreach (var child in _tree.Children(governor))
        {
            if (child != counted && _words[child].Relation is "nsubj" or "nsubj:outer" or "obl:agent" or "nmod:poss")
                AddReferents(doers, things, child);
        }
        // "a catch valued at $300m", "a leak releasing 40 barrels": what the phrase explains.
        if (doers.Count + things.Count == 0 && _words[governor] is { Relation: "acl", Head: >= 0 } && _words[governor].Head != counted)
            AddReferents(doers, things, _words[governor].Head);
        // "spent $300m to cap it", "said it had spent": the subject stands further up.
        if (doers.Count + things.Count == 0 && _words[governor].Relation is "xcomp" or "conj" or "advcl" && _words[governor].Head >= 0
            && _tree.Child(_words[governor].Head, "nsubj") is >= 0 and var above && above != counted)
            AddReferents(doers, things, above);
    }

    // All who are joined: "Orlen and Vask have exchanged nine letters".
    private void AddReferents(HashSet<string> doers, HashSet<string> things, int noun)
    {
        // "Vask Oil, which owns 10 percent": what it stands for.
        if (_words[noun].Lemma is "which" or "who" or "that" && _words[noun].Head is >= 0 and var clause && _words[clause] is { Relation: "acl:relcl", Head: >= 0 })
            noun = _words[clause].Head;
        foreach (var one in _tree.Children(noun).Where(c => _words[c].Relation == "conj").Prepend(noun))
        {
            var named = Participants.MentionsIn(document, _tree.Phrase(one)).Where(m => m.Span.Contains(_words[one].Span)).Select(m => index.Of(document, m.Entity)).FirstOrDefault();
            if (named is not null)
                doers.Add(named.Id);
            else if (_words[one].Upos is Upos.Noun)
                things.Add(Lemma(one));
            // "Duke Street Mills": a name, if of nobody known; its last word alone is everybody's
            else if (_words[one].Upos is Upos.Propn)
                things.Add(document.Slice(_tree.Phrase(one)).ToLowerInvariant());
        }
    }

    // What stands with the subject: "current account" surplus, price "of wheat".
    private HashSet<string> ThingKinds(int governor, int counted)
    {
        foreach (var child in _tree.Children(governor))
        {
            if (child != counted && _words[child].Relation is "nsubj" or "nsubj:pass" && _words[child].Upos is Upos.Noun)
                return Kinds(child, -1);
        }
        return [];
    }

    private HashSet<string> Where(int governor, int counted)
    {
        var (places, things) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var child in _tree.Children(governor).Concat(_tree.Children(counted)))
        {
            if (child != counted && _words[child].Relation is "obl" or "nmod" && Preposition(child) is "in" or "at" or "on" or "near" or "off"
                && !document.Times.Any(t => t.Span.Contains(_words[child].Span)))
                AddReferents(places, things, child);
        }
        // "in Vask, where it employs 40 people": some place, whichever.
        if (_tree.Children(governor).Any(c => _words[c].Lemma is "where"))
            places.Add("where");
        places.UnionWith(things);
        return places;
    }

    private string? Per(Quantity quantity)
    {
        var first = _tree.WordFrom(quantity.Span.End - 1);
        for (var i = first + 1; i + 1 < _words.Count && i <= first + FarthestRate && _tree.IsInSentence(first, i); i++)
        {
            if (_words[i].Upos is Upos.Punct or Upos.Verb)
                return null;
            if (_words[i].Lemma is "daily" or "weekly" or "monthly" or "hourly" or "annually" or "yearly")
                return _words[i].Lemma;
            if (_words[i].Lemma is "per" or "each" or "every" || (_words[i].Lemma is "a" && _words[i + 1].Lemma is "day" or "week" or "month" or "year" or "hour" or "minute" or "second" or "barrel" or "share" or "head" or "night" or "time"))
                return _words[i + 1].Lemma;
        }
        return null;
    }

    private DateRange When(int governor)
    {
        var mention = document.Events.FirstOrDefault(e => e.Predicate.Overlaps(_words[governor].Span));
        if (mention is { Time.IsUnknown: false } && !document.Times.Any(t => mention.Clause.Contains(t.Span) && t.When == mention.Time && Baselines.Is(document, t.Span)))
            return mention.Time;
        return Times(governor).FirstOrDefault(t => t.Type == TimexType.Date && t.When.IsBounded && !Baselines.Is(document, t.Span))?.When ?? DateRange.Unknown;
    }

    // "lasted 40 minutes" measures a time itself, and does not count within one.
    private string? Lasting(int governor, Span number) =>
        Times(governor).FirstOrDefault(t => t.Type == TimexType.Duration && !(t.Span.Overlaps(number) && _words[governor].Lemma is "last" or "take" or "endure" or "drag"))?.Value;

    // Times of the clause itself, not of those it holds or that report it ("…, the police said on Monday").
    private IEnumerable<TimeExpression> Times(int governor)
    {
        var (first, last) = _tree.Extent(governor);
        var extent = new Span(_words[first].Span.Start, _words[last].Span.End);
        for (var i = Ordered.FirstAt(document.Times, extent.Start, t => t.Span.Start); i < document.Times.Count && document.Times[i].Span.Start < extent.End; i++)
        {
            if (extent.Contains(document.Times[i].Span) && IsOfClause(_tree.WordFrom(document.Times[i].Span.Start), governor))
                yield return document.Times[i];
        }
    }

    private bool IsOfClause(int word, int governor)
    {
        for (var at = word; at >= 0 && at != governor; at = _words[at].Head)
        {
            if (_words[at].Relation is "parataxis" or "ccomp" or "advcl" or "advcl:relcl" or "acl" or "acl:relcl" or "conj")
                return false;
        }
        return true;
    }

    private bool IsFactual(int governor)
    {
        if (document.Events.FirstOrDefault(e => e.Predicate.Overlaps(_words[governor].Span)) is { } mention)
            return mention.Modality is Modality.Happened or Modality.Ongoing;
        // "plans to cut 300 jobs"
        if (_words[governor] is { Relation: "xcomp" or "ccomp" or "acl", Head: >= 0 } && s_intents.Contains(_words[_words[governor].Head].Lemma.ToLowerInvariant()))
            return false;
        return !_tree.Children(governor).Any(c => _words[c].Relation is "aux" && _words[c].Lemma is "may" or "might" or "could" or "would" or "should" or "will" or "can");
    }

    private string? Preposition(int noun) => _tree.Child(noun, "case") is >= 0 and var word ? _words[word].Lemma : null;

    private string Lemma(int word) => _words[word].Lemma.ToLowerInvariant();
}
