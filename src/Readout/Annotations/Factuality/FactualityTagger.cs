using Readout.Text;

namespace Readout.Annotations;

/// <summary>Says of words how certain the sentence makes it that what they name happened.</summary>
internal sealed class FactualityTagger
{
    private readonly Document _document;
    private readonly FactualityModel _model;
    private readonly FactualityFeatures _signals;
    private readonly FactualityRow _row;
    private readonly float[] _values = new float[FactualityRow.Length];

    public FactualityTagger(Document document, WordTree tree, FactualityModel model)
    {
        _document = document;
        _model = model;
        _signals = new FactualityFeatures(document.Words);
        _row = new FactualityRow(document.Words, tree);
    }

    /// <summary>From −3 (certainly not) to 3 (certainly); null where no tree covers the place.</summary>
    /// <param name="predicate">Place of the word that names what happened, or of a phrase that begins with it.</param>
    public float? Read(Span predicate)
    {
        if (WordAt(_document, predicate) is not var (word, sentence))
            return null;
        _row.Fill(_values, word, _model.Linear(_signals.Of(word, sentence.EndWord)), sentence.FirstWord, sentence.EndWord);
        return _model.Value(_values);
    }

    /// <summary>The first word of a place, and its sentence.</summary>
    public static (int Word, Sentence Sentence)? WordAt(Document document, Span place)
    {
        for (var s = Math.Max(0, Ordered.FirstAt(document.Sentences, place.Start, x => x.Span.Start) - 1); s < document.Sentences.Count && document.Sentences[s].Span.Start < place.End; s++)
        {
            var sentence = document.Sentences[s];
            for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
            {
                if (document.Words[i].Span.Overlaps(place))
                    return (i, sentence);
            }
        }
        return null;
    }
}
