using Readout.Annotations;
using Readout.Stories.Streams;
using Readout.Text;
using Word = Readout.Annotations.Word;
using WordScanner = Readout.Stories.Streams.WordScanner;

namespace Readout.Claims;

/// <summary>Reads off sentences what they are compared by.</summary>
internal sealed class StatementTermReader
{
    private readonly Document _document;
    private readonly Mention[] _names;
    private readonly List<StatementTerm> _terms = [];
    private readonly List<Span> _places = [];
    private readonly Dictionary<int, int> _termOf = [];

    public StatementTermReader(Document document)
    {
        _document = document;
        _names = [.. document.Mentions.Where(m => m.Form is MentionForm.Name or MentionForm.ShortName or MentionForm.Acronym).OrderBy(m => m.Span.Start)];
    }

    /// <summary>Where each term of the statement read last stands.</summary>
    public IReadOnlyList<Span> Places => _places;

    /// <summary>The terms of some sentences that follow each other, taken as one.</summary>
    /// <param name="sentences">Where they stand.</param>
    /// <param name="parts">Which parts of them count; in order.</param>
    /// <param name="place">Which sentence of its page it is.</param>
    public StatementTerms Read(IEnumerable<Sentence> sentences, IReadOnlyList<Span> parts, int place)
    {
        _terms.Clear();
        _places.Clear();
        _termOf.Clear();
        foreach (var sentence in sentences)
        {
            for (var i = sentence.FirstWord; i < sentence.EndWord && _terms.Count < StatementTerms.Most; i++)
            {
                if (parts.Any(p => p.Contains(_document.Words[i].Span)) && Kind(_document.Words[i]) is { } kind)
                    Add(i, kind);
            }
        }
        return new StatementTerms([.. _terms], Links(), place);
    }

    private void Add(int index, TermKind kind)
    {
        Span<char> buffer = stackalloc char[WordScanner.BufferSize];
        var word = _document.Words[index];
        var scanner = new WordScanner(kind > TermKind.Modifier ? _document.Slice(word.Span) : word.Lemma, english: true, buffer);
        while (scanner.Next())
        {
            var stem = scanner.Current.Stem;
            var predicate = kind is TermKind.Predicate or TermKind.Noun ? PredicateClasses.Of(word.Lemma.ToLowerInvariant()) : null;
            _termOf[index] = _terms.Count;
            _places.Add(word.Span);
            _terms.Add(new StatementTerm(
                stem, kind, (float)WordCounts.Of("en").Rarity(stem), WordMeanings.En.Row(stem), predicate is null or PredicateClasses.NoEvent ? 0 : Hashing.Of(predicate)));
        }
    }

    /// <summary>A noun by itself.</summary>
    public static StatementTerm Open(string noun)
    {
        Span<char> buffer = stackalloc char[WordScanner.BufferSize];
        var scanner = new WordScanner(noun, english: true, buffer);
        var stem = scanner.Next() ? scanner.Current.Stem : 0;
        return new StatementTerm(stem, TermKind.Noun, (float)WordCounts.Of("en").Rarity(stem), WordMeanings.En.Row(stem), 0);
    }

    private TermKind? Kind(Word word)
    {
        if (word.Upos is not (Upos.Adj or Upos.Adv or Upos.Noun or Upos.Num or Upos.Propn or Upos.Verb or Upos.X))
            return null;
        if (Ordered.FirstAt(_document.Times, word.Span.End, t => t.Span.Start) is var time and > 0 && _document.Times[time - 1].Span.Contains(word.Span))
            return TermKind.Time;
        if (Ordered.FirstAt(_names, word.Span.End, m => m.Span.Start) is var name and > 0 && _names[name - 1].Span.Contains(word.Span))
            return _document.Entities[_names[name - 1].Entity].Type is EntityType.Place or EntityType.Group ? TermKind.Place : TermKind.Name;
        return word.Upos switch
        {
            Upos.Propn => TermKind.Name,
            Upos.Num => TermKind.Number,
            Upos.Verb => TermKind.Predicate,
            Upos.Noun => PredicateClasses.Of(word.Lemma.ToLowerInvariant()) is null or PredicateClasses.NoEvent ? TermKind.Noun : TermKind.Predicate,
            Upos.X => null,
            _ => TermKind.Modifier,
        };
    }

    private TermLink[] Links()
    {
        var links = new List<TermLink>();
        foreach (var (index, term) in _termOf)
        {
            var word = _document.Words[index];
            // the parts of a name and the second of two nouns hang where the first does
            while (word.Head >= 0 && word.Relation is "conj" or "appos" or "flat" or "compound"
                && _termOf.TryGetValue(word.Head, out var up) && _terms[up].Kind != TermKind.Predicate)
                word = _document.Words[word.Head];
            if (word.Head >= 0 && _termOf.TryGetValue(word.Head, out var head) && _terms[head].Kind is TermKind.Predicate or TermKind.Noun && head != term)
                links.Add(new TermLink(head, term));
        }
        return [.. links.OrderBy(l => l.Head).ThenBy(l => l.Argument)];
    }
}
