namespace Readout.Stories.Streams;

/// <summary>Weighs terms by how rare they are: counts that ship with the language, blended with those of the stream so far.</summary>
internal sealed class TermWeights(StreamCounts.Snapshot stream)
{
    public WeighedText Weigh(TextFeatures text)
    {
        var counts = text.Counts;
        return new WeighedText(
            Weigh(text.Title, counts), Weigh(text.Lead, counts), Weigh(text.Body, counts), Weigh(text.Names, counts), Unit(text.Places), Weigh(text.Numbers, counts), Weigh(text.Sounds, counts), Unit(text.Days), text.Tongue);
    }

    private double Rarity(uint term, WordCounts counts) =>
        Math.Log((counts.Texts + stream.Texts + 1) / (counts[term] + stream.Counts.GetValueOrDefault(term) + 0.5));

    private SparseVector Weigh(SparseVector field, WordCounts counts)
    {
        if (field.Count == 0)
            return field;
        var weights = new float[field.Count];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (float)(field.Weights[i] * Rarity(field.Terms[i], counts));
        return Unit(field.With(weights));
    }

    private static SparseVector Unit(SparseVector field)
    {
        if (field.Count == 0)
            return field;
        var weights = new float[field.Count];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (float)(field.Weights[i] / field.Norm);
        return field.With(weights);
    }
}
