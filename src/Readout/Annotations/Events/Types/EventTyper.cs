using Readout.Text;

namespace Readout.Annotations;

/// <summary>Gives the events of a document their types of the schemes, and says who did them to whom.</summary>
internal sealed class EventTyper
{
    private readonly Document _document;
    private readonly IReadOnlyList<Word> _words;
    private readonly EventReader _reader;
    private readonly EventRoles _roles;
    private readonly WordTree _tree;
    private readonly List<int> _sources = [];
    private readonly List<int> _targets = [];

    public EventTyper(Document document, WordTree tree)
    {
        _document = document;
        _words = document.Words;
        _tree = tree;
        _reader = new EventReader(document, tree);
        _roles = new EventRoles(document, tree, _reader.Arguments);
    }

    /// <summary>An event with PLOVER and CAMEO types and roles, as far as the tree tells them.</summary>
    public EventMention Add(EventMention mention)
    {
        if (FactualityTagger.WordAt(_document, mention.Predicate) is not var (word, _))
            return mention;
        var reading = _reader.Read(word) is { Plover: not null } found ? found : OfClass(mention.Type, word);
        _sources.Clear();
        _targets.Clear();
        var predicate = Carrier(word);
        _roles.Sources(_sources, predicate);
        _roles.Targets(_targets, predicate, word, _sources);
        return mention with
        {
            Plover = reading?.Plover,
            Cameo = reading is { } known ? EventTypes.Cameo(known) : null,
            Source = Entities(_sources),
            Target = Entities(_targets),
        };
    }

    /// <summary>The ontology's type of a word that names an event by itself; null where it is only carried or told of by it, or no list has it.</summary>
    public (bool IsOwn, string? Type) OwnType(int word) =>
        _reader.Read(word) is { } reading ? (reading.Word == word, reading.Type) : (true, null);

    private EventReading? OfClass(string name, int word) =>
        EventTypes.Of(name) is { } type ? EventMood.Apply(_words, _tree, word, new EventReading(type.Name, type.Plover, word)) : null;

    // "held talks": who holds them talks.
    private int Carrier(int word)
    {
        var head = _words[word].Head;
        return head >= 0 && _words[word].Relation is "obj" or "nsubj:pass" && _words[head].Upos is Upos.Verb && _reader.Read(head)?.Word == word ? head : word;
    }

    private int[] Entities(List<int> nouns)
    {
        List<int>? found = null;
        foreach (var noun in nouns)
        {
            if (Entity(noun) is { } entity && found?.Contains(entity) != true)
                (found ??= new List<int>(nouns.Count)).Add(entity);
        }
        return found is null ? [] : [.. found];
    }

    // The longest name or phrase over the word.
    private int? Entity(int noun)
    {
        var place = _words[noun].Span;
        var end = _tree.Phrase(noun).End;
        Mention? found = null;
        for (var i = Ordered.FirstAt(_document.Mentions, place.Start - LongestMention, m => m.Span.Start); i < _document.Mentions.Count && _document.Mentions[i].Span.Start < place.End; i++)
        {
            var mention = _document.Mentions[i];
            // an adjective ("Orlenian ships") names nobody who takes part
            if (mention.Span.Overlaps(place) && mention.Span.End <= end && mention.Rule is not Peoples.Adjective && (found is null || mention.Span.Length > found.Span.Length))
                found = mention;
        }
        return found?.Entity;
    }

    // Characters from the start of a mention to its main word.
    private const int LongestMention = 100;
}
