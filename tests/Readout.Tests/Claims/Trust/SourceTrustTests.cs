using Readout.Claims;

namespace Readout.Tests.Claims.Trust;

public sealed class SourceTrustTests
{
    // Three shops ask for themselves and err now and then, each in its own way; four copy a fourth, errors and all.
    private static List<SourceAnswer> Shops()
    {
        var answers = new List<SourceAnswer>();
        for (var book = 0; book < 60; book++)
        {
            for (var shop = 0; shop < 3; shop++)
                answers.Add(Answer($"own{shop}", book, (book + (7 * shop)) % 10 == 0 ? $"slip-{shop}-{book}" : $"right-{book}"));
            for (var shop = 0; shop < 5; shop++)
                answers.Add(Answer($"copier{shop}", book, book % 3 == 0 ? $"wrong-{book}" : $"right-{book}"));
        }
        return answers;
    }

    [Fact]
    public void Independent_sources_outweigh_more_copies()
    {
        var answers = Shops();
        Right(SourceTrust.Weigh(answers)).ShouldBe(60);
        Vote(answers).ShouldBe(40);
        SourceTrust.Weigh(answers).Sources["own0"].Recall.ShouldBeGreaterThan(SourceTrust.Weigh(answers).Sources["copier1"].Recall);
    }

    [Fact]
    public void Who_copies_whom_is_found_by_what_few_others_say()
    {
        var copies = SourceTrust.Weigh(Shops()).Copies;
        copies.ShouldContain(c => c.A == "copier0" && c.B == "copier4");
        copies.ShouldNotContain(c => c.A.StartsWith("own", StringComparison.Ordinal) && c.B.StartsWith("own", StringComparison.Ordinal));
    }

    [Fact]
    public void Few_common_answers_prove_no_copying() =>
        SourceTrust.Weigh(Shops().Where(a => a.Item is "b0" or "b3" or "b6")).Copies.ShouldBeEmpty();

    [Fact]
    public void Leaving_a_value_out_does_not_deny_it()
    {
        // of each book two shops name both authors and two only the first
        var answers = Enumerable.Range(0, 30).SelectMany(book => Enumerable.Range(0, 4).Select(shop =>
            (book + shop) % 4 < 2 ? Answer($"shop{shop}", book, $"first-{book}", $"second-{book}") : Answer($"shop{shop}", book, $"first-{book}")));
        SourceTrust.Weigh(answers).Values["b4"].Select(v => v.Value).Order(StringComparer.Ordinal).ShouldBe(["first-4", "second-4"]);
    }

    [Fact]
    public void The_order_of_answers_does_not_show()
    {
        var (there, back) = (SourceTrust.Weigh(Shops()), SourceTrust.Weigh(Shops().AsEnumerable().Reverse()));
        there.Copies.ShouldBe(back.Copies);
        there.Values.Keys.Order(StringComparer.Ordinal).ShouldBe(back.Values.Keys.Order(StringComparer.Ordinal));
        there.Values.ShouldAllBe(v => v.Value.SequenceEqual(back.Values[v.Key]));
    }

    private static int Right(TrustedAnswers trusted) => Enumerable.Range(0, 60).Count(b => trusted.Values[$"b{b}"] is [{ Value: var value }] && value == $"right-{b}");

    private static int Vote(List<SourceAnswer> answers) =>
        answers.GroupBy(a => a.Item).Count(g => g.GroupBy(a => a.Values.Single()).MaxBy(v => v.Count())!.Key.StartsWith("right", StringComparison.Ordinal));

    private static SourceAnswer Answer(string source, int book, params string[] values) => new(source, $"b{book}", values.ToHashSet(StringComparer.Ordinal));
}
