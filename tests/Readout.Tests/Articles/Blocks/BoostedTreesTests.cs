using Readout.Articles.Blocks;
using Readout.Pages;

namespace Readout.Tests.Articles.Blocks;

public class BoostedTreesTests
{
    // Two trees of depth 2 over three features. Left where the value is at most the threshold.
    private static BoostedTrees Model() => BoostedTrees.Of(3, 2, 0.5f,
        [[(0, 1.5f), (1, 0.1f), (2, 8f)], [(2, 3f), (0, 0f), (1, 0.25f)]],
        [[-1f, 1f, 2f, -2f], [0.25f, 0.5f, -0.5f, -0.25f]]);

    private static readonly float[][] Rows = [[0, 0, 0], [1.5f, 0.1f, 3], [2, 0, 9], [2, 1, 4], [-1, 5, 3], [9, 9, 9]];

    [Theory]
    [InlineData(0f, 0f, 0f, 0.5f - 1f + 0.25f)]
    [InlineData(1.5f, 0.5f, 9f, 0.5f + 1f - 0.25f)]
    [InlineData(2f, 0f, 8f, 0.5f + 2f - 0.5f)]
    [InlineData(2f, 0f, 9f, 0.5f - 2f - 0.5f)]
    public void The_answer_is_the_sum_of_bias_and_leaves(float a, float b, float c, float logit) =>
        Model().Predict([a, b, c]).ShouldBe(1 / (1 + MathF.Exp(-logit)), 1e-6f);

    [Fact]
    public void A_model_that_was_written_and_read_gives_the_same_answers_and_bytes()
    {
        var model = Model();
        var read = BoostedTrees.Read(model.Write());
        read.Features.ShouldBe(3);
        read.Write().ShouldBe(model.Write());
        foreach (var row in Rows)
            read.Predict(row).ShouldBe(model.Predict(row));
    }

    [Fact]
    public void Bytes_that_are_cut_too_long_or_foreign_are_refused()
    {
        var bytes = Model().Write();
        for (var length = 0; length < bytes.Length; length++)
            Should.Throw<InvalidDataException>(() => BoostedTrees.Read(bytes.AsSpan(0, length)), $"{length} bytes");
        Should.Throw<InvalidDataException>(() => BoostedTrees.Read([.. bytes, 0]));
        Should.Throw<InvalidDataException>(() => BoostedTrees.Read("<html><body>No model, but long enough for one.</body></html>"u8));
        var later = (byte[])bytes.Clone();
        later[4]++;
        Should.Throw<InvalidDataException>(() => BoostedTrees.Read(later)).Message.ShouldContain("version");
    }

    [Theory]
    [InlineData("models/body-html.bin", MediaType.Html)]
    [InlineData("models/body-text.bin", MediaType.PlainText)]
    public void A_shipped_model_asks_for_the_features_that_are_made(string name, MediaType type)
    {
        BlockFeatures.Names(type).ShouldBeUnique();
        BoostedTrees.Read(Readout.Languages.Resource.Bytes(name)).Features.ShouldBe(BlockFeatures.Names(type).Count);
    }
}
