using Readout.Annotations;
using Readout.Articles.Blocks;
using Readout.Text;

namespace Readout.Training;

/// <summary>A pronoun of GAP made ready: a row, a label and a weight for each person it may mean.</summary>
internal sealed class CorefSample
{
    private readonly int[] _entities;
    private readonly int? _a;
    private readonly int? _b;
    private readonly GapSnippet _snippet;
    private int _best = -1;
    private float _score;
    private float _second;

    private CorefSample(GapSnippet snippet, IReadOnlyList<Mention> mentions, int[] entities, float[][] rows)
    {
        _snippet = snippet;
        _entities = entities;
        Rows = rows;
        (_a, _b) = (Entity(mentions, snippet.A), Entity(mentions, snippet.B));
        Labels = new double[rows.Length];
        Weights = new double[rows.Length];
        for (var c = 0; c < rows.Length; c++)
        {
            var (isA, isB) = (entities[c] == _a, entities[c] == _b);
            Labels[c] = isA && snippet.IsA || isB && snippet.IsB ? 1 : 0;
            // where neither name is meant, the set leaves open who is
            Weights[c] = isA || isB || IsMeant ? 1 : 0;
        }
    }

    public float[][] Rows { get; }

    public double[] Labels { get; }

    public double[] Weights { get; }

    public bool IsMeant => _snippet.IsA || _snippet.IsB;

    public bool HasTruth => Labels.Contains(1);

    public int NamesFound => (_a is null ? 0 : 1) + (_b is null ? 0 : 1);

    public static List<CorefSample> Read(List<GapSnippet> snippets, Func<int, AntecedentModel?> model)
    {
        var samples = new CorefSample[snippets.Count];
        Parallel.For(0, snippets.Count, i =>
        {
            var (tokens, sentences, words) = snippets[i].Read();
            int[] entities = [];
            float[][] found = [];
            var (mentions, _) = EntityTagger.Tag(snippets[i].Article, tokens, sentences, words, model(i), (at, candidates, rows) =>
            {
                if (!at.Overlaps(snippets[i].Pronoun))
                    return;
                entities = new int[candidates.Length];
                found = new float[rows.Length][];
                for (var c = 0; c < candidates.Length; c++)
                    (entities[c], found[c]) = (candidates[c].Entity, [.. rows[c]]);
            });
            samples[i] = new CorefSample(snippets[i], mentions, entities, found);
        });
        return [.. samples];
    }

    /// <summary>Chooses by a model.</summary>
    public void Answer(BoostedTrees model)
    {
        (_best, _score, _second) = (-1, 0, 0);
        for (var c = 0; c < Rows.Length; c++)
        {
            var score = model.Predict(Rows[c]);
            if (_best < 0 || score > _score)
                (_best, _score, _second) = (c, score, _score);
            else
                _second = Math.Max(_second, score);
        }
    }

    /// <summary>Adds this pronoun to the counts that F1 is made of.</summary>
    public void Count(float threshold, float margin, ref int right, ref int given, ref int wanted)
    {
        wanted += (_snippet.IsA ? 1 : 0) + (_snippet.IsB ? 1 : 0);
        if (_best < 0 || _score < threshold || _score - _second < margin)
            return;
        var (isA, isB) = (_entities[_best] == _a, _entities[_best] == _b);
        given += (isA ? 1 : 0) + (isB ? 1 : 0);
        right += (isA && _snippet.IsA ? 1 : 0) + (isB && _snippet.IsB ? 1 : 0);
    }

    private static int? Entity(IReadOnlyList<Mention> mentions, Span words)
    {
        Mention? found = null;
        foreach (var mention in mentions)
        {
            if (mention.Span.Overlaps(words) && mention.Form is not (MentionForm.Pronoun or MentionForm.Role or MentionForm.Group)
                && (found is null || mention.Span.Length > found.Span.Length))
            {
                found = mention;
            }
        }
        return found?.Entity;
    }
}
