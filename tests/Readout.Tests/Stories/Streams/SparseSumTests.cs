using Readout.Stories.Streams;

namespace Readout.Tests.Stories.Streams;

public class SparseSumTests
{
    [Fact]
    public void A_sum_is_that_of_vectors_added_one_by_one()
    {
        var sum = new SparseSum();
        foreach (var most in (int[])[3, 7, 20, 1000])
        {
            var (first, rest) = (Made(0), Enumerable.Range(1, 12).Select(Made).ToList());
            var expected = first;
            sum.Start(first);
            foreach (var vector in rest)
            {
                expected = expected.Plus(vector.With([.. vector.Weights.ToArray().Select(w => (float)(w * 0.5))]), most);
                sum.Add(vector, 0.5, most);
            }
            var unit = sum.Unit();
            unit.Terms.ToArray().ShouldBe(expected.Terms.ToArray());
            unit.Weights.ToArray().ShouldBe([.. expected.Weights.ToArray().Select(w => (float)(w * (1 / expected.Norm)))]);
        }
    }

    [Fact]
    public void Nothing_stays_nothing()
    {
        var sum = new SparseSum();
        sum.Start(SparseVector.Empty);
        sum.Add(SparseVector.Empty, 1, 5);
        sum.Unit().Count.ShouldBe(0);
    }

    // Few different weights, so that many are equal where the cut falls.
    private static SparseVector Made(int seed) =>
        new([.. Enumerable.Range(0, 17).Select(k => (uint)((k * 5) + (seed * k % 4)))], [.. Enumerable.Range(0, 17).Select(k => 0.25f * (1 + ((k * 7) + (seed * 3)) % 5))]);
}
