using Readout.Text;

namespace Readout.Annotations;

/// <summary>The trees of a document, to be walked from the top: what hangs on a word, and how far that reaches.</summary>
internal sealed class WordTree
{
    private readonly IReadOnlyList<Word> _words;
    private readonly List<int>?[] _children;
    private readonly int[] _sentences;

    public WordTree(Document document)
    {
        _words = document.Words;
        _children = new List<int>?[_words.Count];
        _sentences = new int[_words.Count];
        for (var i = 0; i < _words.Count; i++)
        {
            if (_words[i].Head >= 0)
                (_children[_words[i].Head] ??= []).Add(i);
        }
        for (var s = 0; s < document.Sentences.Count; s++)
            Array.Fill(_sentences, s, document.Sentences[s].FirstWord, document.Sentences[s].EndWord - document.Sentences[s].FirstWord);
    }

    /// <summary>The words that hang on a word, in order.</summary>
    public IReadOnlyList<int> Children(int word) => _children[word] ?? (IReadOnlyList<int>)[];

    /// <summary>The first child with a relation; −1 where there is none.</summary>
    public int Child(int of, string relation)
    {
        foreach (var child in Children(of))
        {
            if (_words[child].Relation == relation)
                return child;
        }
        return -1;
    }

    /// <summary>First and last word of all that hangs on a word, itself included. A tree has at most some 160 words, so the depth is bounded.</summary>
    public (int First, int Last) Extent(int word)
    {
        int first = word, last = word;
        foreach (var child in Children(word))
        {
            var (low, high) = Extent(child);
            first = Math.Min(first, low);
            last = Math.Max(last, high);
        }
        return (first, last);
    }

    /// <summary>The first word that ends behind a place in the text; the number of words where none does.</summary>
    public int WordFrom(int place)
    {
        int low = 0, high = _words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_words[middle].Span.End > place)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    /// <summary>A word stands in a clause that another clause holds: not in the sentence's main clause, nor in one joined to it.</summary>
    public bool IsInLowerClause(int word)
    {
        for (var at = word; at >= 0; at = _words[at].Head)
        {
            if (_words[at].Relation is "advcl" or "acl" or "acl:relcl" or "advcl:relcl" or "ccomp" or "csubj")
                return true;
        }
        return false;
    }

    /// <summary>
    /// A word stands in a clause that only tells which thing or on what occasion ("wells that were not capped", "if it does not
    /// rain"): what it negates is not what the sentence states. False where there is no such word.
    /// </summary>
    public bool QualifiesAnother(int word)
    {
        for (var at = word < _words.Count ? word : -1; at >= 0; at = _words[at].Head)
        {
            if (_words[at].Relation is "acl" or "acl:relcl" or "advcl" or "advcl:relcl")
                return true;
        }
        return false;
    }

    /// <summary>
    /// The subjects of the clauses that a word's own clause hangs on, the nearest first: "Moll smiled, recalling what she
    /// had said": Moll for "she". Each is the place of its whole phrase without clauses.
    /// </summary>
    public IEnumerable<Span> SubjectsAbove(int word)
    {
        for (var at = _words[word].Head; at >= 0; at = _words[at].Head)
        {
            if (Child(at, "nsubj") is var subject and >= 0 && subject != word)
                yield return Phrase(subject);
        }
    }

    /// <summary>Two words stand in one sentence.</summary>
    public bool IsInSentence(int word, int other) => _sentences[word] == _sentences[other];

    /// <summary>Steps to the root of the sentence.</summary>
    public int Depth(int word)
    {
        var depth = 0;
        for (var at = _words[word].Head; at >= 0; at = _words[at].Head)
            depth++;
        return depth;
    }

    /// <summary>A noun with what belongs to its name or kind: no clauses, appositions or further nouns joined to it.</summary>
    public Span Phrase(int noun)
    {
        int first = noun, last = noun;
        foreach (var child in Children(noun))
        {
            if (_words[child].Relation is "case" && child < noun || _words[child].Relation is "acl:relcl" or "punct" or "acl" or "appos" or "conj" or "cc" or "parataxis")
                continue;
            var (low, high) = Extent(child);
            first = Math.Min(first, low);
            last = Math.Max(last, high);
        }
        return new Span(_words[first].Span.Start, _words[last].Span.End);
    }

    /// <summary>The last verb within a place, and the end of its sentence.</summary>
    public (int Verb, int End)? VerbIn(Span place)
    {
        var verb = -1;
        for (var i = WordFrom(place.Start); i < _words.Count && _words[i].Span.Start < place.End; i++)
        {
            if (_words[i].Upos is Upos.Verb)
                verb = i;
        }
        if (verb < 0)
            return null;
        var end = verb + 1;
        while (end < _words.Count && _sentences[end] == _sentences[verb])
            end++;
        return (verb, end);
    }
}
