using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>What tells one event from others of its class: what opens, who strikes, on what is voted.</summary>
/// <param name="Terms">Ids of entities and stems of nouns that are its arguments; empty where its words name none.</param>
/// <param name="Nouns">The nouns among them as they stand there.</param>
/// <param name="IsNoun">"The meeting", "a vote": it is spoken of by a noun.</param>
/// <param name="IsKnown">"The strike", "this vote": its reader is taken to know which.</param>
/// <param name="IsAnybodys">"You vote", "people should vote": no event of its own.</param>
internal sealed record EventTheme(IReadOnlySet<string> Terms, IReadOnlyList<string> Nouns, bool IsNoun, bool IsKnown, bool IsAnybodys)
{
    /// <summary>Where no tree tells.</summary>
    public static EventTheme None { get; } = new(new HashSet<string>(StringComparer.Ordinal), [], false, false, false);
}

/// <summary>Reads themes off the trees of one document.</summary>
internal sealed class EventThemeReader(Document document, EntityIndex index)
{
    private static readonly HashSet<string> Anybody = new(StringComparer.Ordinal)
    {
        "you", "one", "people", "everyone", "everybody", "anyone", "anybody", "someone", "somebody", "nobody",
    };

    // Whoever does this to an event takes part in it.
    private static readonly HashSet<string> Light = new(StringComparer.Ordinal)
    {
        "hold", "stage", "call", "begin", "start", "launch", "plan", "join", "take", "cast", "make", "have", "end", "stop", "face",
    };

    // What an argument may be for want of a noun with a meaning of its own.
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "thing", "way", "time", "day", "week", "month", "year", "date", "part", "number", "lot", "kind", "side", "round", "series", "one", "other", "people",
    };

    private readonly IReadOnlyList<Word> _words = document.Words;
    private readonly WordTree _tree = new(document);

    public EventTheme Read(EventMention e)
    {
        if (Head(e.Predicate) is not { } head)
            return EventTheme.None;
        var terms = new HashSet<string>(StringComparer.Ordinal);
        var nouns = new List<string>();
        var isNoun = _words[head].Upos is Upos.Noun or Upos.Propn;
        var anybody = false;
        foreach (var argument in isNoun ? OfNoun(head) : OfVerb(head))
        {
            if (MentionAt(_words[argument].Span) is { } mention)
            {
                if (index.Of(document, mention.Entity) is { } entity)
                    terms.Add(index.PlaceId(entity));
            }
            else if (NamedSo(argument) is { } named)
                terms.Add(named);
            else if (Anybody.Contains(_words[argument].Lemma.ToLowerInvariant()))
                anybody = true;
            else if (_words[argument].Upos is Upos.Noun or Upos.Propn && !Empty.Contains(_words[argument].Lemma))
            {
                terms.Add(Stems.Of(_words[argument].Lemma.ToLowerInvariant()));
                nouns.Add(document.Slice(_words[argument].Span));
            }
        }
        var isKnown = isNoun && _tree.Children(head).Any(c => _words[c].Relation is "det" && _words[c].Lemma is "the" or "this" or "that" or "those");
        return new EventTheme(terms, nouns, isNoun, isKnown, anybody && terms.Count == 0);
    }

    // "The baths", on a page that names the Harbour Baths and no others: its name.
    private string? NamedSo(int noun)
    {
        if (_words[noun].Upos is not Upos.Noun || !_tree.Children(noun).Any(c => _words[c].Relation is "det" && _words[c].Lemma is "the" or "this"))
            return null;
        var word = document.Slice(_words[noun].Span);
        string? found = null;
        for (var e = 0; e < document.Entities.Count; e++)
        {
            var name = document.Entities[e].Name;
            if (document.Entities[e].Type is EntityType.Person || name.Length <= word.Length || name[^(word.Length + 1)] is not ' '
                || !name.EndsWith(word, StringComparison.OrdinalIgnoreCase) || index.Of(document, e) is not { } entity)
                continue;
            if (found is not null)
                return null;
            found = index.PlaceId(entity);
        }
        return found;
    }

    private int? Head(Span place)
    {
        for (var i = _tree.WordFrom(place.Start); i < _words.Count && _words[i].Span.Start < place.End; i++)
        {
            if (_words[i].Head < 0 || !place.Overlaps(_words[_words[i].Head].Span))
                return i;
        }
        return null;
    }

    // What is done, to whom; who does it, where nothing is done to anything.
    private IEnumerable<int> OfVerb(int verb)
    {
        var objects = _tree.Children(verb).Where(c => _words[c].Relation is "obj" or "nsubj:pass").ToList();
        var subjects = _tree.Children(verb).Where(c => _words[c].Relation is "nsubj").ToList();
        // "was due to open", "agreed to vote": the subject stands above
        for (var at = verb; subjects.Count == 0 && objects.Count == 0 && _words[at].Relation is "xcomp" or "conj" && _words[at].Head >= 0;)
        {
            at = _words[at].Head;
            subjects = [.. _tree.Children(at).Where(c => _words[c].Relation is "nsubj" or "nsubj:pass")];
        }
        return objects.Concat(subjects);
    }

    // "The nurses' strike", "a vote on the bill"; beside it, who holds or calls it, not who proposes or wants it.
    private IEnumerable<int> OfNoun(int noun)
    {
        foreach (var child in _tree.Children(noun))
        {
            if (_words[child].Relation is "nmod" or "nmod:poss" or "compound" || (_words[child].Relation is "amod" && _words[child].Upos is Upos.Propn))
                yield return child;
        }
        if (_words[noun].Relation is "obj" && _words[noun].Head is >= 0 and var verb && Light.Contains(_words[verb].Lemma))
        {
            foreach (var subject in _tree.Children(verb).Where(c => c != noun && _words[c].Relation is "nsubj"))
                yield return subject;
        }
    }

    // The name that a word belongs to; an adjective ("Orlenian ships") names nobody.
    private Mention? MentionAt(Span word)
    {
        for (var i = Ordered.FirstAt(document.Mentions, word.End, m => m.Span.Start) - 1; i >= 0 && word.Start - document.Mentions[i].Span.Start < LongestName; i--)
        {
            if (document.Mentions[i].Span.Contains(word) && document.Mentions[i].Rule is not Peoples.Adjective)
                return document.Mentions[i];
        }
        return null;
    }

    private const int LongestName = 80;
}
