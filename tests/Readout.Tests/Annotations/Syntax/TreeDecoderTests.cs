using Readout.Annotations;

namespace Readout.Tests.Annotations;

public class TreeDecoderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_tree_is_the_best_there_is_below_the_root_chosen(int length)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var scores = NetworkTests.Numbers(length * (length + 1), seed);
            var heads = new int[length];
            TreeDecoder.Decode((float[])scores.Clone(), length, heads);
            heads.Count(h => h == 0).ShouldBe(1);
            IsTree(heads).ShouldBeTrue(string.Join(' ', heads));
            var root = Array.IndexOf(heads, 0);
            Score(scores, heads).ShouldBe(Best(scores, length, root), 1e-4, $"seed {seed}");
        }
    }

    [Fact]
    public void The_word_that_gains_most_by_it_stands_below_the_root()
    {
        // both like the root, the second by more
        float[] scores = [5, 0, 4, 5, 0, 0];
        var heads = new int[2];
        TreeDecoder.Decode(scores, 2, heads);
        heads.ShouldBe([2, 0]);
    }

    [Fact]
    public void A_long_chain_of_cycles_is_opened()
    {
        const int length = 160;
        var scores = new float[length * (length + 1)];
        for (var i = 0; i < length; i++)
            scores[(i * (length + 1)) + (i ^ 1) + 1] = 10;     // each pair points at each other
        var heads = new int[length];
        TreeDecoder.Decode(scores, length, heads);
        heads.Count(h => h == 0).ShouldBe(1);
        IsTree(heads).ShouldBeTrue();
    }

    private static bool IsTree(int[] heads)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            var at = i;
            for (var steps = 0; heads[at] != 0; at = heads[at] - 1)
            {
                if (++steps > heads.Length)
                    return false;
            }
        }
        return true;
    }

    private static double Score(float[] scores, int[] heads)
    {
        var sum = 0.0;
        for (var i = 0; i < heads.Length; i++)
            sum += heads[i] == 0 ? 0 : scores[(i * (heads.Length + 1)) + heads[i]];
        return sum;
    }

    // every choice of heads there is
    private static double Best(float[] scores, int length, int root)
    {
        var best = double.NegativeInfinity;
        var heads = new int[length];
        var count = (int)Math.Pow(length + 1, length);
        for (var code = 0; code < count; code++)
        {
            var rest = code;
            for (var i = 0; i < length; i++, rest /= length + 1)
                heads[i] = rest % (length + 1);
            if (heads[root] == 0 && heads.Count(h => h == 0) == 1 && !heads.Where((h, i) => h == i + 1).Any() && IsTree(heads))
                best = Math.Max(best, Score(scores, heads));
        }
        return best;
    }
}
