using Readout.Annotations;
using Readout.Training;

namespace Readout.Tests.Training;

public class SyntaxTrainingTests
{
    private static readonly TreebankWord[][] Sentences =
    [
        [
            new("Ada", "Ada", Upos.Propn, "NNP", 2, "nsubj"), new("waits", "wait", Upos.Verb, "VBZ", 0, "root"),
            new("in", "in", Upos.Adp, "IN", 4, "case"), new("Orlen", "Orlen", Upos.Propn, "NNP", 2, "obl"), new(".", ".", Upos.Punct, ".", 2, "punct"),
        ],
        [new("Ferries", "ferry", Upos.Noun, "NNS", 2, "nsubj"), new("leave", "leave", Upos.Verb, "VBP", 0, "root"), new("Vask", "Vask", Upos.Propn, "NNP", 2, "obj")],
        [new("Stop", "stop", Upos.Verb, "VB", 0, "root")],
    ];

    private static readonly SyntaxOptions Tiny = new(WordSize: 6, PieceSize: 5, ShapeSize: 3, State: 8, Arc: 9, Relation: 7, Drop: 0, DropInput: 0);

    [Fact]
    public void Gradients_are_the_slopes_of_the_loss()
    {
        var reader = new SyntaxExamples(Sentences, []);
        var examples = Sentences.Select(s => reader.Read(s) with { Rare = new float[s.Length] }).ToList();
        var weights = new SyntaxParameters(Tiny, reader.Labels, reader.Index.Hashes.Length + 1);
        // biases and vectors that start at 0 would hide an error
        var random = new Random(3);
        foreach (var parameter in weights.Dense.Where(p => p.Rows == 1))
            parameter.Randomise(random, 0.3);
        var packed = new PackedParameters(weights);
        var shard = new SyntaxShard(Tiny, weights, packed);

        double Loss()
        {
            packed.Refresh();
            shard.Run(examples, 1);
            return shard.Loss;
        }

        foreach (var parameter in weights.Dense)
        {
            var here = Loss();
            var gradient = (float[])shard.Gradients[parameter].Clone();
            foreach (var at in Enumerable.Range(0, 6).Select(_ => random.Next(gradient.Length)).Distinct())
            {
                const float step = 4e-3f;
                var value = parameter.Values[at];
                parameter.Values[at] = value + step;
                var above = Loss();
                parameter.Values[at] = value - step;
                var below = Loss();
                parameter.Values[at] = value;
                // where a rectifier bends, the slopes of the two sides differ
                double[] slopes = [(above - here) / step, (here - below) / step];
                var slack = 0.02 + (0.02 * Math.Abs(slopes[0]));
                ((double)gradient[at]).ShouldBeInRange(slopes.Min() - slack, slopes.Max() + slack, $"{parameter.Name}[{at}]");
            }
        }
    }

    [Fact]
    public void The_gradient_of_a_words_vector_is_the_slope_of_the_loss()
    {
        var reader = new SyntaxExamples([.. Sentences, .. Sentences], []);
        var examples = Sentences.Select(s => reader.Read(s) with { Rare = new float[s.Length] }).ToList();
        var weights = new SyntaxParameters(Tiny, reader.Labels, reader.Index.Hashes.Length + 1);
        var packed = new PackedParameters(weights);
        packed.Refresh();
        var shard = new SyntaxShard(Tiny, weights, packed);
        shard.Run(examples, 1);
        var row = shard.Batch.Row(0, 1);
        var word = shard.Examples[0].Words[1];
        word.ShouldNotBe(0);
        var given = shard.InputGradient[row * (6 + 5 + 3)];
        ref var value = ref weights.Words.Values[word * 6];
        value += 4e-3f;
        shard.Run(examples, 1);
        var above = shard.Loss;
        value -= 8e-3f;
        shard.Run(examples, 1);
        ((double)given).ShouldBe((above - shard.Loss) / 8e-3, 0.02);
    }

    [Fact]
    public void A_model_reads_back_as_it_was_written()
    {
        var reader = new SyntaxExamples([.. Sentences, .. Sentences], []);
        var weights = new SyntaxParameters(Tiny, reader.Labels, reader.Index.Hashes.Length + 1);
        using var first = new MemoryStream();
        WeightTable Current(Parameter p) => new(p.Name, p.Rows, p.Columns, p.Values);
        SyntaxModelFile.Write(first, reader.Labels, reader.Index, [Current(weights.Words), Current(weights.Pieces), Current(weights.Shapes)], [.. weights.Dense.Select(Current)]);
        var network = SyntaxModelFile.Read(first.ToArray());
        network.Labels.Xpos.ShouldBe([".", "IN", "NNP", "NNS", "VB", "VBP", "VBZ"]);
        SyntaxScore.Of(network, Sentences).ShouldContain("UAS");
        Should.Throw<InvalidDataException>(() => SyntaxModelFile.Read(new byte[64]));
    }

    [Fact]
    public void Documents_of_genres_that_are_not_free_are_left_out()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "# newdoc id = GUM_news_orlen\n1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\t_\n1\tcan\tcan\tAUX\tMD\t_\t0\troot\t_\t_\n2\tnot\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_\n\n# newdoc id = GUM_fiction_vask\n1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n\n");
            Treebank.Read(path, id => id.Contains("_news_", StringComparison.Ordinal)).ShouldHaveSingleItem().Select(w => w.Form).ShouldBe(["can", "not"]);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
