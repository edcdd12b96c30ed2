using Readout.Text;

namespace Readout.Annotations;

/// <summary>Which words of a document belong to quotations that were found, content or cue.</summary>
internal sealed class TakenWords
{
    private readonly WordTree _tree;

    // By word: how many of the words before it are taken.
    private readonly int[] _before;

    public TakenWords(WordTree tree, int words, IEnumerable<Quotation> found)
    {
        _tree = tree;
        _before = new int[words + 1];
        foreach (var span in found.SelectMany(q => q.Content.Concat(q.Cue is { } cue ? [cue] : [])))
        {
            for (var i = tree.WordFrom(span.Start); i < tree.WordFrom(span.End - 1) + 1 && i < words; i++)
                _before[i + 1] = 1;
        }
        for (var i = 1; i < _before.Length; i++)
            _before[i] += _before[i - 1];
    }

    /// <summary>None of the words of a place belongs to a quotation.</summary>
    public bool IsFree(Span place)
    {
        var end = Math.Min(_tree.WordFrom(place.End - 1) + 1, _before.Length - 1);
        return _before[end] == _before[Math.Min(_tree.WordFrom(place.Start), end)];
    }
}
