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

    /// <summary>The first word that ends behind a place in the text; the last word where none does.</summary>
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
        return Math.Min(low, Math.Max(0, _words.Count - 1));
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
